"""Which questions of a Quizizz report each student got right, wherever the report shows them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.formats.result_table import (
    HEADER_ROWS,
    ResultTable,
    bare,
    read_number_at,
)
from plplanner.importing.header_words import words_in
from plplanner.importing.item_results import (
    Items,
    is_left_open,
    result_in_words,
    right_in,
    where_counts_agree,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.table import Table
from plplanner.terms import ItemResult

_KEYS = frozenset({"correctanswer", "correctanswers", "rightanswer", "answerkey", "key"})
_NO_QUESTION = words_in(
    """accuracy|score|correct|incorrect|unattempted|partiallycorrect|rank|total|totalscore|attempt|
totaltimetaken|startedat|info|average"""
)
_LONGEST = 200

# A cell with what the right answer to it is, "" where the report does not say.
_Cells = Sequence[tuple[str, str]]


def items_of_students(
    sheet: ResultTable, tables: Sequence[Table], rows: Sequence[int]
) -> dict[int, Items]:
    """The questions of each row of results, where as many are right as the row says.

    They stand behind the results in the same row, or on another sheet with the students as its
    columns or as its rows.
    """
    correct = sheet.place("correct")
    said = {row: read_number_at(sheet, row, correct).score.points for row in rows}
    names = _names(sheet, rows)
    others = [table for table in tables if table is not sheet.table]
    found = (
        _beside(sheet, rows),
        *(cells for table in others for cells in _as_columns(table, names)),
        *(cells for table in others for cells in _as_rows(table, names)),
    )
    return next(filter(None, (_agreed(cells, said) for cells in found)), {})


def _agreed(cells: Mapping[int, _Cells], said: Mapping[int, float | None]) -> dict[int, Items]:
    items = {row: tuple(_result(*cell) for cell in own) for row, own in cells.items()}
    added = {row: float(right_in(own)) for row, own in items.items()}
    agreed = where_counts_agree(items, said=said, added=added)
    return agreed if any(len(own) > 1 for own in agreed.values()) else {}


def _result(cell: str, key: str) -> ItemResult | None:
    """By the right answer, by a word such as “Correct”, or by points: none of them is wrong."""
    if is_left_open(cell):
        return ItemResult.NOT_ANSWERED
    if key:
        is_right = name_form(cell) == name_form(key)
        return ItemResult.RIGHT if is_right else ItemResult.WRONG
    said, points = result_in_words(cell), read_number(cell.strip(), decimal_comma=False)
    if said is not None or points is None:
        return said
    return ItemResult.RIGHT if points > 0 else ItemResult.WRONG


def _names(sheet: ResultTable, rows: Sequence[int]) -> dict[str, int]:
    """The row of each name, e-mail and the like that only one row has."""
    called = [
        {
            name_form(f"{sheet.text(row, 'firstname')} {sheet.text(row, 'lastname')}"),
            name_form(sheet.text(row, "name", "player", "participant")),
            name_form(sheet.text(row, "email", "emailaddress")),
        }
        - {""}
        for row in rows
    ]
    often = Counter(name for own in called for name in own)
    return {
        name: row for row, own in zip(rows, called, strict=True) for name in own if often[name] == 1
    }


def _beside(sheet: ResultTable, rows: Sequence[int]) -> dict[int, _Cells]:
    """Columns of the results themselves whose every cell says right, wrong or left open."""
    places = [
        place
        for place, header in enumerate(sheet.headers)
        if header
        and bare(header) not in _NO_QUESTION
        and {_word(sheet.cell(row, place)) for row in rows} & {True}
        and False not in {_word(sheet.cell(row, place)) for row in rows}
    ]
    return {row: [(sheet.cell(row, place), "") for place in places] for row in rows}


def _word(cell: str) -> bool | None:
    """Whether a cell tells how a question went; None for an empty one."""
    return None if not cell else result_in_words(cell) is not None


def _as_columns(table: Table, names: Mapping[str, int]) -> Iterator[dict[int, _Cells]]:
    """Students as columns, a question in each row below their names."""
    for header, heading in enumerate(table.rows[:HEADER_ROWS]):
        called = {
            place: names.get(name_form(cell[:_LONGEST])) for place, cell in enumerate(heading)
        }
        places = {row: place for place, row in called.items() if row is not None}
        if len(places) * 2 < len(set(names.values())) or not places:
            continue
        keys = [place for place, cell in enumerate(heading) if bare(cell[:_LONGEST]) in _KEYS]
        lines = [
            line
            for line in range(header + 1, len(table.rows))
            if bare(table.cell(line, 0)[:_LONGEST]) not in _NO_QUESTION
            and any(table.cell(line, place).strip() for place in places.values())
        ]
        yield {
            row: [
                (
                    clean_text(table.cell(line, place)),
                    clean_text(table.cell(line, keys[0])) if keys else "",
                )
                for line in lines
            ]
            for row, place in places.items()
        }


def _as_rows(table: Table, names: Mapping[str, int]) -> Iterator[dict[int, _Cells]]:
    """Students as rows, a question in each column that is told for any of them."""
    lines: dict[int, int] = {}
    for line, cells in enumerate(table.rows):
        starts = [cell[:_LONGEST] for cell in cells[:6]]
        called = (*starts, *(f"{a} {b}" for a, b in pairwise(starts)))
        row = next((names[name] for one in called if (name := name_form(one)) in names), None)
        if row is not None:
            lines.setdefault(row, line)
    if len(lines) * 2 < len(set(names.values())) or not lines:
        return
    header = max(0, min(lines.values()) - 1)
    places = [
        place
        for place, heading in enumerate(table.rows[header])
        if heading.strip()
        and bare(heading[:_LONGEST]) not in _NO_QUESTION
        and all(
            _result(clean_text(table.cell(line, place)), "") is not None for line in lines.values()
        )
    ]
    yield {
        row: [(clean_text(table.cell(line, place)), "") for place in places]
        for row, line in lines.items()
    }
