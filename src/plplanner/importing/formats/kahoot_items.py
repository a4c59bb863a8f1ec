"""Which questions of a kahoot each player got right, from the sheets behind the final scores."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plplanner.importing.clean_text import clean_text
from plplanner.importing.formats.kahoot_layout import CORRECT, PLAYER, SCORE
from plplanner.importing.formats.result_table import HEADER_ROWS, ResultTable, read_number_at
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

_QUESTION = re.compile(r"[^\W\d]{0,3}\.?\s?(\d{1,3})")
_FIRST_NUMBER = re.compile(r"\D{0,12}(\d{1,3})(?!\d)")
_FEW = 3


def items_of_players(
    results: ResultTable, tables: Sequence[Table], rows: Sequence[int], *, questions: float | None
) -> dict[int, Items]:
    """The questions of each row of the final scores, where they come to its count of right ones.

    One row per answer is believed first, then the points that each question brought. A question
    that counts for nothing, such as a poll, is None.
    """
    said = {row: read_number_at(results, row, results.place(CORRECT)).score.points for row in rows}
    others = [table for table in tables if table is not results.table]
    answers = next(filter(None, (_by_answers(one, results, rows, said) for one in others)), {})
    points = next(
        filter(None, (_by_points(one, results, rows, said, questions) for one in others)), {}
    )
    alike = len({len(items) for items in (*answers.values(), *points.values())}) == 1
    return {**points, **answers} if alike else answers or points


def _agreed(items: Mapping[int, Items], said: Mapping[int, float | None]) -> dict[int, Items]:
    added = {row: float(right_in(own)) for row, own in items.items()}
    return where_counts_agree(items, said=said, added=added)


def _heading(table: Table, wanted: str) -> tuple[int, int] | None:
    """Where a heading stands among the first rows."""
    for row, cells in enumerate(table.rows[:HEADER_ROWS]):
        for place, cell in enumerate(cells):
            if cell and clean_text(cell[:100]) == wanted:
                return row, place
    return None


def _rows_of_names(results: ResultTable, rows: Sequence[int]) -> dict[str, int]:
    """The row of each nickname that only one row has."""
    names = [results.text(row, PLAYER) for row in rows]
    often = Counter(names)
    return {name: row for name, row in zip(names, rows, strict=True) if often[name] == 1}


def _by_points(
    table: Table,
    results: ResultTable,
    rows: Sequence[int],
    said: Mapping[int, float | None],
    questions: float | None,
) -> dict[int, Items]:
    """One row per player: the points of each question, its answer in the column behind them."""
    found = _heading(table, results.headers[results.places[PLAYER]])
    if found is None:
        return {}
    header, player = found
    places = _question_places(table, header)
    own = dict(_own_rows(table, header, player, results, rows))
    counted = places
    if len(places) != questions:  # a poll or a slide brings nobody points
        counted = [p for p in places if any(_points(table.cell(line, p)) for line in own.values())]
    if len(counted) < 2 or len(counted) != questions:
        return {}
    items = {
        row: tuple(
            _result(table, line, place, places) if place in counted else None for place in places
        )
        for row, line in own.items()
    }
    return _agreed(items, said)


def _question_places(table: Table, header: int) -> list[int]:
    """Columns headed Q1, Q2 … or P1, F1, 第1問, as many as follow each other."""
    places: list[int] = []
    for place, cell in enumerate(table.rows[header]):
        found = _QUESTION.fullmatch(cell.strip()[:12])
        if found and int(found.group(1)) == len(places) + 1:
            places.append(place)
    return places


def _own_rows(
    table: Table, header: int, player: int, results: ResultTable, rows: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Each row of the final scores with the one row here of that nickname and those points."""
    found = _heading(table, results.headers[results.places[SCORE]])
    score = found[1] if found and found[0] == header else None
    lines: defaultdict[tuple[str, float | None], list[int]] = defaultdict(list)
    for line in range(header + 1, len(table.rows)):
        name = clean_text(table.cell(line, player))
        lines[name, None if score is None else _points(table.cell(line, score))].append(line)
    for row in rows:
        points = _points(results.cell(row, results.place(SCORE)))
        same = lines[results.text(row, PLAYER), None if score is None else points]
        if len(same) == 1:
            yield row, same[0]


def _points(cell: str) -> float:
    return read_number(cell.strip(), decimal_comma=True) or 0


def _result(table: Table, line: int, place: int, places: Sequence[int]) -> ItemResult:
    if _points(table.cell(line, place)) > 0:
        return ItemResult.RIGHT
    answer = table.cell(line, place + 1) if place + 1 not in places else table.cell(line, place)
    return ItemResult.NOT_ANSWERED if is_left_open(answer) else ItemResult.WRONG


def _by_answers(
    table: Table, results: ResultTable, rows: Sequence[int], said: Mapping[int, float | None]
) -> dict[int, Items]:
    """One row per player and question: the first column that tells right from wrong and agrees."""
    found = _heading(table, results.headers[results.places[PLAYER]])
    if found is None:
        return {}
    header, player = found
    lines = _lines(table, header, player, _rows_of_names(results, rows))
    numbers = sorted({number for _, number in lines})
    if len(numbers) < 2:
        return {}
    for place in range(player + 1, len(table.rows[header])):
        for right in _words_for_right([table.cell(line, place) for line in lines.values()]):
            marked = {
                key: _marked(table, line, place, right, player) for key, line in lines.items()
            }
            items = {
                row: tuple(marked.get((row, number)) for number in numbers)
                for row in {row for row, _ in lines}
            }
            agreed = _agreed(items, said)
            if agreed:
                return agreed
    return {}


def _lines(
    table: Table, header: int, player: int, of_name: Mapping[str, int]
) -> dict[tuple[int, int], int]:
    """The line of each player (her row) and question (its number), which the first column names.

    {} as soon as one player answered a question twice: then it is no such table.
    """
    lines: dict[tuple[int, int], int] = {}
    for line in range(header + 1, len(table.rows)):
        number = _FIRST_NUMBER.match(table.cell(line, 0))
        row = of_name.get(clean_text(table.cell(line, player)))
        if row is None or number is None:
            continue
        key = (row, int(number.group(1)))
        if key in lines:
            return {}
        lines[key] = line
    return lines


def _words_for_right(cells: Sequence[str]) -> list[str]:
    """What may mean “right” in a column of two or three words: a known word first, then 1."""
    words = {cell.strip() for cell in cells}
    if not 0 < len(words - {""}) <= _FEW:
        return []
    known = [word for word in sorted(words) if result_in_words(word) is ItemResult.RIGHT]
    if known or any(result_in_words(word) is not None for word in words - {""}):
        return known
    unknown = sorted(words - {""})
    return unknown if len(unknown) == 2 and not any(map(str.isdecimal, unknown)) else []


def _marked(table: Table, line: int, place: int, right: str, player: int) -> ItemResult | None:
    """Right, wrong, or left open where the answer behind the player is blank; None without mark."""
    said = table.cell(line, place).strip()
    if said in {right, ""}:
        return ItemResult.RIGHT if said else None
    is_open = place != player + 1 and is_left_open(table.cell(line, player + 1))
    return ItemResult.NOT_ANSWERED if is_open else ItemResult.WRONG
