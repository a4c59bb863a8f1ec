"""One class of a very tall workbook: the rows of others are cut out before anything is parsed."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plplanner.importing.crowd import naming
from plplanner.importing.number_formats import sheet_paths
from plplanner.importing.tall_sheet import (
    Pieces,
    cells_of_column,
    first_rows_columns,
    is_tall,
    shared_strings,
    text_of_cell,
    whole_rows,
)

# Rows in which a heading may stand; they always stay.
_HEAD = 9
_END = b"</row>"


def cut_to_class(
    content: bytes,
    *,
    members: Mapping[str, bytes],
    sizes: Mapping[str, int],
    pieces: Pieces,
    section: str,
) -> bytes:
    """The same workbook without the rows of other classes in its very tall sheets.

    Rows keep their numbers. A row whose class cannot be told from its bytes stays, so that the
    reader decides; a workbook without a very tall sheet is answered as it is. `members` are its
    small parts, `sizes` the bytes of all its parts, and `pieces` gives one of them bit by bit.
    """
    tall = [path for path in sheet_paths(members).values() if is_tall(sizes.get(path, 0))]
    cut = {}
    strings = shared_strings(pieces) if tall else []
    for path in tall:
        columns = first_rows_columns(path, pieces, strings)
        if columns is not None and columns.section is not None:
            is_other = _teller(cells_of_column(columns.section), strings, section)
            cut[path] = b"".join(_kept(path, pieces, is_other))
    return _packed(sizes, pieces, cut) if cut else content


def _teller(
    cells: re.Pattern[bytes], strings: Sequence[bytes], section: str
) -> Callable[[bytes], bool]:
    """Tells a row whose cell of classes is there and does not name the class."""
    known: dict[tuple[bytes, bytes], bool] = {}
    is_in = naming(section)

    def is_other(row: bytes) -> bool:
        found = cells.search(row)
        if found is None:
            return False
        stored = (found[1], found[2])
        if stored not in known:
            known[stored] = not is_in(text_of_cell((b't="s"' in found[1], found[2]), strings))
        return known[stored]

    return is_other


def _kept(path: str, pieces: Pieces, is_other: Callable[[bytes], bool]) -> Iterator[bytes]:
    """The sheet without the rows of others, a piece at a time.

    The last row of a piece stays: so the sheet is as tall as it was.
    """
    before = 0
    for piece in whole_rows(pieces(path)):
        *rows, rest = piece.split(_END)
        last = before + len(rows) - 1
        kept = [
            row + _END
            for place, row in enumerate(rows, start=before)
            if place < _HEAD or place == last or not is_other(row)
        ]
        before += len(rows)
        yield b"".join((*kept, rest))


def _packed(names: Iterable[str], pieces: Pieces, cut: Mapping[str, bytes]) -> bytes:
    """The workbook with some of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, cut[name] if name in cut else b"".join(pieces(name)))
    return out.getvalue()
