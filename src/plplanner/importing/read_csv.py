"""A text file of cells (comma, semicolon, tab or bar) as a table."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from plplanner.importing.clean_text import without_guard
from plplanner.importing.decode_text import decode_text
from plplanner.importing.header_words import header_role, is_name_header
from plplanner.importing.limits import (
    MAX_CELLS,
    long_cell,
    refuse_large_shape,
    refuse_long_cell,
)
from plplanner.importing.name_lists import name_list
from plplanner.importing.table import Table
from plplanner.problems import Problem

DELIMITERS = (",", ";", "\t", "|")
# Moodle offers it; times and titles are full of it, so it must make a perfect table.
_RARE = ":"
_HEADER_ROWS = 8
_SNIFFED_ROWS = 40
_SNIFFED_LETTERS = 60_000


def read_csv(content: bytes, *, file_name: str) -> Table:
    """The table in `content`. Raises Problem for what is no text or beyond the limits."""
    text = decode_text(content)
    if "\0" in text:
        raise Problem(
            f"“{file_name}” is not a table of text.",
            "Export the gradebook as CSV or XLSX, then import that.",
        )
    names = name_list(text)
    if names is not None:
        return names
    declared, text = _declared_delimiter(text)
    delimiter = declared or guess_delimiter(text)
    if text.count(delimiter) > 2 * MAX_CELLS:
        refuse_large_shape(rows=0, columns=0, cells=MAX_CELLS + 1, file_name=file_name)
    skipped: tuple[tuple[str, ...], ...] = ((),) if declared else ()
    rows = tuple(_rows(text, delimiter=delimiter, file_name=file_name))
    _refuse_open_quote(text, rows, file_name=file_name)
    return Table(rows=skipped + (_with_joined_names(rows) if delimiter == "," else rows))


def _refuse_open_quote(text: str, rows: tuple[tuple[str, ...], ...], *, file_name: str) -> None:
    """Raise a Problem where the last row has swallowed the lines below a mark never closed."""
    if text.count('"') % 2 == 0 or not rows or not any("\n" in cell for cell in rows[-1]):
        return
    raise Problem(
        f"Row {len(rows)} of “{file_name}” opens a quotation mark that is never closed, so the "
        "rows below it run into one cell.",
        "Export the gradebook again, or delete that mark, then import the file.",
    )


def _with_joined_names(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """“Smith, Ann” typed without quotation marks falls in two cells; put them together again.

    Only when every row below the header has exactly one cell too many, or when there is nothing
    but such names, without a header.
    """
    filled = [row for row in rows if any(row)]
    is_headed = bool(filled) and all(header_role(cell) is not None for cell in filled[0])
    if len(filled) > 2 and not is_headed and all(_is_split_name(row) for row in filled):
        return tuple((",".join(row),) if row else row for row in rows)
    head = filled[0] if filled else ()
    places = [place for place, cell in enumerate(head) if is_name_header(cell)]
    if len(places) != 1 or len(filled) < 2 or any(len(r) != len(head) + 1 for r in filled[1:]):
        return rows
    at = places[0]
    return tuple(
        (*row[:at], f"{row[at]},{row[at + 1]}", *row[at + 2 :]) if len(row) > len(head) else row
        for row in rows
    )


def _is_split_name(row: tuple[str, ...]) -> bool:
    """Two cells of letters, the second after a space, as one types “Smith, Ann”."""
    return len(row) == 2 and row[1][:1] == " " and not any(c.isdigit() for c in "".join(row))


def _declared_delimiter(text: str) -> tuple[str | None, str]:
    """The delimiter of a first line `sep=;`, and the text after that line."""
    head = text[:12].lower().lstrip('"')
    if not head.startswith("sep=") or len(head) < 5:
        return None, text
    delimiter = head[4]
    if delimiter not in (*DELIMITERS, _RARE):
        return None, text
    first_line = text.splitlines()[0]
    rest = text[len(first_line) :]
    return delimiter, rest[2:] if rest.startswith("\r\n") else rest[1:]


def guess_delimiter(text: str) -> str:
    """The delimiter that makes the best table of the first rows: a name header, equal widths."""
    sample = text[:_SNIFFED_LETTERS]
    scored = [(_fitness(sample, delimiter), delimiter) for delimiter in DELIMITERS]
    # “Roca, Ana<tab>9” is as even with commas; nobody types a tab into a cell.
    best, delimiter = max(scored, key=lambda pair: (pair[0], pair[1] == "\t"))
    if best < 1 and _is_perfect(sample, _RARE):
        return _RARE
    return delimiter if best > 0 else ","


def _is_perfect(sample: str, delimiter: str) -> bool:
    """A name header of three columns or more, and every row as wide as it."""
    try:
        rows = list(islice(_parsed(sample, delimiter), _SNIFFED_ROWS))
    except csv.Error:
        return False
    whole = rows[:-1] if len(sample) == _SNIFFED_LETTERS else rows
    filled = [row for row in whole if any(row)]
    return (
        len(filled) > 1
        and len(filled[0]) > 2
        and len({len(row) for row in filled}) == 1
        and any(is_name_header(cell) for cell in filled[0])
    )


def _fitness(sample: str, delimiter: str) -> float:
    """Share of rows with the usual width, times its root; fourfold when a name header shows."""
    try:
        rows = list(islice(_parsed(sample, delimiter), _SNIFFED_ROWS))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if any(row))
    if not widths:
        return 0
    usual, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    if usual < 2:
        return 0
    headed = any(
        len(row) > 1 and any(is_name_header(cell) for cell in row) for row in rows[:_HEADER_ROWS]
    )
    return float(count / widths.total() * usual**0.5 * (4 if headed else 1))


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows of `text`; carriage returns alone end a row too."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)


def _rows(text: str, *, delimiter: str, file_name: str) -> Iterator[tuple[str, ...]]:
    """Rows checked against the limits while they are read."""
    guards = "'" in text
    cells = 0
    number = 0
    try:
        for number, row in enumerate(_parsed(text, delimiter), start=1):
            cells += len(row)
            refuse_large_shape(rows=number, columns=len(row), cells=cells, file_name=file_name)
            for cell in row:
                if len(cell) > 20_000:
                    refuse_long_cell(cell, row=number, file_name=file_name)
            yield tuple([without_guard(cell) for cell in row] if guards else row)
    except csv.Error:
        raise long_cell(row=number + 1, file_name=file_name) from None
