"""A QR symbol a tablet reads at arm's length: at least 2 cm, four quiet modules, level M."""

from collections.abc import Iterator

import segno

from plplanner.records import record

QUIET_MODULES = 4
_LEAST_SYMBOL = 78.75  # 2 cm in hundredths of an inch
_LEAST_BOX = 106.0  # 1.06 in, the box of the card
_LEAST_MODULE = 1.8  # 0.46 mm: finer modules blur on an office printer
_LARGEST_BOX = 160.0


@record(frozen=True)
class QrSymbol:
    """The dark modules of a symbol, and the side of its box with quiet zone in 1/100 inch."""

    rows: tuple[bytes, ...]
    box: float

    @property
    def modules(self) -> int:
        """Modules along one side, quiet zone included."""
        return len(self.rows) + 2 * QUIET_MODULES

    def dark_runs(self) -> Iterator[tuple[int, int, int]]:
        """Stretches of dark modules as (column, row, length), quiet zone included."""
        for row, modules in enumerate(self.rows):
            column = 0
            while column < len(modules):
                length = 0
                while column + length < len(modules) and modules[column + length]:
                    length += 1
                if length:
                    yield column + QUIET_MODULES, row + QUIET_MODULES, length
                column += length + 1


def qr_symbol(address: str) -> QrSymbol | None:
    """The symbol that opens an address; None for no address or too dense a symbol."""
    if not address:
        return None
    try:
        symbol = segno.make_qr(address, error="m", boost_error=True)
    except segno.DataOverflowError:
        return None
    rows = tuple(bytes(row) for row in symbol.matrix)
    modules = len(rows) + 2 * QUIET_MODULES
    box = max(_LEAST_BOX, modules * _LEAST_MODULE, modules / len(rows) * _LEAST_SYMBOL)
    return QrSymbol(rows, box) if box <= _LARGEST_BOX else None
