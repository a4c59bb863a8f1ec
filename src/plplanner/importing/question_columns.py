"""Columns of single questions beside the result of the whole test, which alone is the score."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.clean_text import word_form
from plplanner.importing.companion_columns import is_total, left_out, numbers_of
from plplanner.importing.guess_columns import GuessedColumn
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.table import Table

_NUMBERED = re.compile(
    r"(q|question|item|pregunta|fråga|frage|problem|#|no\.?|nr\.?)?\s*[.:#]?\s*(\d{1,3})"
    r"(?:\s*[.):-].*|\s*\(.*\)|\s+(?:points?|pts?|score|response|answer|correct|mark|earned))?"
)
_SURE = frozenset(["question", "item", "pregunta", "fråga", "frage", "problem", "#"])
_ASKED = re.compile(r"\?$|^\d{1,3}[.)] \S")
_ANSWER = re.compile(r"[a-hA-H](?:[,; ]*[a-hA-H])*|true|false|t|f|yes|no", re.IGNORECASE)
_ONE_QUESTION = "One question; the result of the whole test is read."
_AN_ANSWER = "Answers to one question, not scores."


def without_questions(
    columns: Sequence[GuessedColumn], table: Table, rows: tuple[int, ...]
) -> tuple[GuessedColumn, ...]:
    """The columns with single questions left out, where another column says what they add up to.

    “Q1” may be a quiz: it is a question when the numbers add up to a result, or are answers.
    """
    found = _numbered(columns)
    total = _total_of(found, columns, table, rows) if found else None
    if total is None:
        return tuple(columns)
    return tuple(
        left_out(column, _ONE_QUESTION)
        if place in found
        else replace(column, role=ColumnRole.SCORE, why="")
        if place == total
        else column
        for place, column in enumerate(columns)
    )


def places_of_questions(columns: Sequence[GuessedColumn]) -> list[int]:
    """The columns left out as single questions of the test that another sums up, by number."""
    numbers = {
        place: int(match.group(2))
        for place, column in enumerate(columns)
        if column.why == _ONE_QUESTION and (match := _NUMBERED.fullmatch(word_form(column.header)))
    }
    return sorted(numbers, key=lambda place: numbers[place])


def without_answers(
    columns: Sequence[GuessedColumn], table: Table, rows: tuple[int, ...]
) -> tuple[GuessedColumn, ...]:
    """Letters beside a result, or below a question, are what a student answered."""
    scores = [place for place, column in enumerate(columns) if column.role is ColumnRole.SCORE]
    beside_total = any(is_total(columns[place].header) for place in scores)
    return tuple(
        left_out(column, _AN_ANSWER)
        if place in scores
        and (beside_total or _ASKED.search(column.header) or _is_sure(column.header))
        and _are_answers(table.column(place, rows=rows))
        else column
        for place, column in enumerate(columns)
    )


def _are_answers(cells: Sequence[str]) -> bool:
    filled = {text for cell in cells if (text := cell.strip())}
    return bool(filled) and all(_ANSWER.fullmatch(text) for text in filled)


def _is_sure(header: str) -> bool:
    found = _NUMBERED.fullmatch(word_form(header))
    return found is not None and found.group(1) in _SURE


def _numbered(columns: Sequence[GuessedColumn]) -> dict[int, str]:
    """Score columns headed “Q1”, “Q2” … by place, with their word; {} when the numbers do not
    follow each other."""
    found = [
        (place, match)
        for place, column in enumerate(columns)
        if column.role is ColumnRole.SCORE
        and (match := _NUMBERED.fullmatch(word_form(column.header)))
    ]
    words = {match.group(1) or "" for _, match in found}
    numbers = sorted(int(match.group(2)) for _, match in found)
    if len(found) < 2 or len(words) > 1 or numbers != list(range(1, len(found) + 1)):
        return {}
    return {place: match.group(1) or "" for place, match in found}


def _total_of(
    questions: dict[int, str],
    columns: Sequence[GuessedColumn],
    table: Table,
    rows: tuple[int, ...],
) -> int | None:
    """The column of the whole test: one in step with the sum of the questions, else, when these
    are surely questions, one that is headed like a result."""
    parts = [numbers_of(table, rows, place) for place in questions]
    scores = [
        place
        for place, column in enumerate(columns)
        if column.role is ColumnRole.SCORE and place not in questions
    ]
    for place in scores:
        if is_total(columns[place].header) and _in_step(numbers_of(table, rows, place), parts):
            return place
    if not set(questions.values()) <= _SURE:
        return None
    named = [place for place in scores if is_total(columns[place].header)]
    computed = [
        place
        for place, column in enumerate(columns)
        if column.role is ColumnRole.LEFT_OUT
        and is_total(column.header)
        and any(number is not None for number in numbers_of(table, rows, place))
    ]
    if len(scores) == 1 or named:
        return (named or scores)[0]
    return next(iter(computed), None) if not scores else None


def _in_step(total: list[float | None], parts: list[list[float | None]]) -> bool:
    """The total is the sum of the parts, or always the same share of it, in nearly every row."""
    pairs = [
        (value, sum(known))
        for value, *cells in zip(total, *parts, strict=True)
        if value is not None and (known := [cell for cell in cells if cell is not None])
    ]
    shares = [value / added for value, added in pairs if added > 0]
    if not shares:
        return False
    usual = sorted(shares)[len(shares) // 2]
    near = sum(
        abs(value - usual * added) <= 0.006 * abs(value) + 0.51 * (usual != 1)
        for value, added in pairs
    )
    return len(pairs) >= 2 and near >= 0.8 * len(pairs)
