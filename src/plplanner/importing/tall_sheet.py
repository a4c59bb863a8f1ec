"""Whom a very tall sheet holds, counted from its bytes in a fraction of the time to read it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape

from plplanner.importing.crowd import TALL_ROWS, Crowd, CrowdColumns, cleaned_names, crowd_columns
from plplanner.importing.number_formats import sheet_paths, whole_tags
from plplanner.importing.table import Table, column_letter

Cell = tuple[bool, bytes]
Pieces = Callable[[str], Iterable[bytes]]

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>(?:<v>([^<]*)</v>|<is><t[^<>]*>([^<]*)</t></is>)'
)
_STRING = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_TEXT = re.compile(rb"<t[^<>]*>([^<]*)</t>")
_STRINGS = "xl/sharedStrings.xml"
# No row with a name in it is shorter in the file.
_ROW_BYTES = 30


def tall_crowd(
    members: Mapping[str, bytes], sizes: Mapping[str, int], pieces: Pieces
) -> Crowd | None:
    """Whom the first sheet of more than 20,000 rows holds; None when there is none, or no telling.

    `members` are the small parts of an XLSX workbook, `sizes` the bytes of all its parts, and
    `pieces` gives one of them bit by bit.
    """
    for path in sheet_paths(members).values():
        if is_tall(sizes.get(path, 0)):
            crowd = _crowd(path, pieces)
            if crowd is not None:
                return crowd
    return None


def is_tall(size: int) -> bool:
    """Whether a sheet of so many bytes may hold more rows than any class has."""
    return size > TALL_ROWS * _ROW_BYTES


def first_rows_columns(path: str, pieces: Pieces, strings: Sequence[bytes]) -> CrowdColumns | None:
    """Where people and classes stand, told from the first rows of a sheet."""
    head = next(iter(whole_tags(pieces(path))), b"")
    return crowd_columns(_first_rows(head, strings))


def _crowd(path: str, pieces: Pieces) -> Crowd | None:
    """People and classes of one sheet, each counted once; None when it is not tall."""
    strings = shared_strings(pieces)
    columns = first_rows_columns(path, pieces, strings)
    if columns is None:
        return None
    people, sections, rows = _distinct(path, pieces, columns)
    if rows <= TALL_ROWS:
        return None
    students = len(people) if columns.person is not None else rows
    return Crowd(students, cleaned_names(text_of_cell(cell, strings) for cell in sections))


def shared_strings(pieces: Pieces) -> list[bytes]:
    """The shared strings of a workbook; [] where every cell holds its own."""
    return _STRING.findall(b"".join(pieces(_STRINGS)))


def _first_rows(head: bytes, strings: Sequence[bytes]) -> Table:
    """The rows above and around the header, as a table."""
    rows: list[dict[int, str]] = [{} for _ in range(9)]
    for found in _CELL.finditer(head):
        row = int(found.group(2))
        if row > len(rows):
            break
        cell = (b't="s"' in found.group(3), found.group(4) or found.group(5) or b"")
        if row >= 1:
            rows[row - 1][_column(found.group(1))] = text_of_cell(cell, strings)
    width = 1 + max((max(row, default=0) for row in rows), default=0)
    return Table(rows=tuple(tuple(row.get(i, "") for i in range(width)) for row in rows))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _distinct(
    path: str, pieces: Pieces, columns: CrowdColumns
) -> tuple[Sequence[Cell], Sequence[Cell], int]:
    """Different cells of the two columns below the header, in order, and the rows below it."""
    above = columns.header + 1
    kept: list[tuple[re.Pattern[bytes], dict[tuple[bytes, bytes], None]] | None] = [
        (cells_of_column(place), {}) if place is not None else None
        for place in (columns.person, columns.section)
    ]
    rows = 0
    for piece in whole_rows(pieces(path)):
        below = piece
        if rows < above:
            below = piece[_end_of_rows(piece, above - rows) :]
        rows += piece.count(b"<row ")
        for one in kept:
            if one is not None:
                one[1].update(dict.fromkeys(one[0].findall(below)))
    people, sections = (_by_kind(one[1]) if one else () for one in kept)
    return people, sections, max(rows - above, 0)


def _end_of_rows(piece: bytes, rows: int) -> int:
    """Where the first `rows` rows of a piece end."""
    place = 0
    for _ in range(rows):
        found = piece.find(b"</row>", place)
        place = found + 6 if found >= 0 else len(piece)
    return place


def _by_kind(found: Iterable[tuple[bytes, bytes]]) -> Sequence[Cell]:
    """Each cell once: whether it is a number among the shared strings, and its bytes."""
    return tuple(dict.fromkeys((b't="s"' in more, stored) for more, stored in found))


def cells_of_column(column: int) -> re.Pattern[bytes]:
    """Finds the cells of one column, from 0: what is said of a cell, and what it stores."""
    letters = column_letter(column).encode()
    return re.compile(rb'<c r="' + letters + rb'\d{1,7}"([^<>]*)>(?:<v>|<is><t[^<>]*>)([^<]*)<')


def whole_rows(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes, cut only where a row begins."""
    carried: list[bytes] = []
    for piece in whole_tags(pieces):
        cut = piece.rfind(b"<row")
        if cut < 0:
            carried.append(piece)
            continue
        yield b"".join((*carried, piece[:cut]))
        carried = [piece[cut:]]
    yield b"".join(carried)


def text_of_cell(cell: Cell, strings: Sequence[bytes]) -> str:
    """A cell as text, by its number among the shared strings where it has one."""
    shared, raw = cell
    if shared:
        number = int(raw) if raw.isdigit() else len(strings)
        raw = b"".join(_TEXT.findall(strings[number])) if number < len(strings) else b""
    return unescape(raw.decode("utf-8", errors="replace")).strip()
