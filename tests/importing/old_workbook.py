"""A workbook as Excel 97 wrote it (BIFF 8 in a compound file), small: numbers, words, formulas."""

import struct
from collections.abc import Sequence

from plplanner.records import record

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
# A stream shorter than this would stand among the small ones.
_LEAST = 4096


@record(frozen=True)
class Worked:
    """A formula cell with the result that is kept beside it."""

    result: float | str


def an_old_workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """One sheet, “S”, with these cells; None is an empty one."""
    globals_of = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = struct.pack("<BB", 1, 0) + b"S"
    start = len(globals_of) + 4 + 6 + len(name) + 4
    book = globals_of + _record(0x0085, struct.pack("<IH", start, 0) + name) + _record(0x000A)
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    )
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return _compound(book + sheet + cells + _record(0x000A))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, Worked):
        return _formula(place, value.result)
    if isinstance(value, str):
        return _record(0x0204, place + _text(value))
    return _record(0x0203, place + struct.pack("<d", value))


def _formula(place: bytes, result: float | str) -> bytes:
    """“=1” with any result: the result is what is read, never the formula."""
    tokens = struct.pack("<HBH", 3, 0x1E, 1)
    words = isinstance(result, str)
    kept = struct.pack("<BBBBHH", 0, 0, 0, 0, 0, 0xFFFF) if words else struct.pack("<d", result)
    cell = _record(0x0006, place + kept + struct.pack("<HI", 0, 0) + tokens)
    return cell + _record(0x0207, _text(result)) if isinstance(result, str) else cell


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _compound(stream: bytes) -> bytes:
    """A compound file of version 3: the table of sectors, the directory, then the workbook."""
    padded = stream.ljust(max(_LEAST, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(padded) // _SECTOR
    chain = [_FAT, _END, *range(3, 2 + sectors), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    root = _entry("Root Entry", kind=5, child=1, start=_END, size=0)
    directory = root + _entry("Workbook", kind=2, child=_FREE, start=2, size=len(padded))
    return _header() + table + directory.ljust(_SECTOR, b"\0") + padded


def _header() -> bytes:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    shape = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    return signature + shape + counts + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    spelled = f"{name}\0".encode("utf-16-le")
    shape = struct.pack("<HBBIII", len(spelled), kind, 1, _FREE, _FREE, child)
    return spelled.ljust(64, b"\0") + shape + bytes(36) + struct.pack("<IQ", start, size)
