"""The report of one Moodle quiz, its grades or its responses: the latest try of everybody."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.header_words import ColumnRole, header_form, settle_name_roles, words_in
from plplanner.importing.item_results import (
    Items,
    is_left_open,
    result_of_points,
    right_in,
    where_counts_agree,
)
from plplanner.importing.laid_out_table import (
    LaidOut,
    find_place,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
)
from plplanner.importing.moments import in_order, moments, usual_day
from plplanner.importing.numbers_read import read_number
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead, ScoreRead
from plplanner.importing.table import Table
from plplanner.records import record
from plplanner.terms import ItemResult, ScoreStatus

_OF = r"\s*/\s*(\d{1,5}(?:[.,]\d{1,7})?)"
_GRADE = re.compile(rf"([^\d/]{{2,40}}){_OF}")
_QUESTION = re.compile(rf"\D{{0,20}}?(\d{{1,3}})\D{{0,3}}?{_OF}")
_NUMBERED = re.compile(r"(\D{1,30}?)\s*(\d{1,3})")
_STARTED = words_in(
    """started on|started|started at|comenzado el|comenzado|empezado el|iniciado em|iniciado|
commencé le|begonnen|begonnen am|gestart op|iniziato|iniziato il|påbörjad|startade|startet|
rozpoczęto|aloitettu"""
)
_TRY = "About the try, not a score."
_QUESTION_COLUMN = "One question of the quiz."
_ROUNDED = 0.0051


@record(frozen=True)
class _Layout:
    """Where one row per try has its parts; `questions` are the columns with points of their own."""

    started: int
    grade: int
    maximum: float | None
    questions: tuple[tuple[int, float | None], ...]


def read_moodle_quiz(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The quiz with its latest grade for everybody, or None for another file.

    All tries are kept in the score; questions are items, never assessments of their own.
    """
    found = find_place(tables, lambda table, row: _layout(table, row) is not None)
    layout = _layout(*found) if found else None
    if found is None or layout is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = person_columns(headers[: layout.grade])
    rows, warnings = student_rows(table, header, people)
    rows = _without_average(table, rows, people, layout)
    tries = _tries(table, rows, people, layout)
    laid = LaidOut(
        table, header, _columns(table, headers, people, layout, rows), tuple(t[-1] for t in tries)
    )
    read = read_laid_out(laid, format_name="moodle_quiz", file_name=file_name, warnings=warnings)
    return _with_tries(_with_items(read, laid, layout), laid, layout, tries)


def _layout(table: Table, row: int) -> _Layout | None:
    """Both names, when the try began, its grade “Grade/10.00”, then questions and no more."""
    cells = [clean_text(cell[:100]) for cell in table.rows[row]]
    while cells and not cells[-1]:
        cells.pop()
    grades = [place for place, cell in enumerate(cells) if _GRADE.fullmatch(cell)]
    roles = settle_name_roles(tuple(cells))
    if len(grades) != 1 or not {ColumnRole.LAST, ColumnRole.FIRST} <= set(roles):
        return None
    (grade,) = grades
    behind = cells[grade + 1 :]
    if not all(_QUESTION.fullmatch(cell) or _NUMBERED.fullmatch(cell) for cell in behind):
        return None
    started = _started(table, row, cells[:grade])
    if started is None:
        return None
    told = _GRADE.fullmatch(cells[grade])
    questions = [
        (place, read_number(one.group(2), decimal_comma=True))
        for place, cell in enumerate(behind, start=grade + 1)
        if (one := _QUESTION.fullmatch(cell))
    ]
    maximum = read_number(told.group(2), decimal_comma=True) if told else None
    return _Layout(started, grade, maximum, tuple(questions))


def _started(table: Table, header: int, cells: Sequence[str]) -> int | None:
    """The column that says when a try began: by its heading, else the first one of moments."""
    named = (place for place, cell in enumerate(cells) if header_form(cell) in _STARTED)
    rows = range(header + 1, min(header + 4, len(table.rows)))
    dated = (
        place
        for place in range(len(cells))
        if any(moments([table.cell(row, place)])[0] for row in rows)
    )
    return next(named, next(dated, None))


def _without_average(
    table: Table, rows: tuple[int, ...], people: dict[int, ColumnRead], layout: _Layout
) -> tuple[int, ...]:
    """The rows of tries: the average below them, in whatever language, never began."""
    names = {p for p, column in people.items() if column.role is not ColumnRole.EMAIL}
    about = [place for place in range(layout.grade) if place not in names]
    return tuple(row for row in rows if any(table.cell(row, place).strip() for place in about))


def _tries(
    table: Table, rows: Sequence[int], people: dict[int, ColumnRead], layout: _Layout
) -> list[tuple[int, ...]]:
    """The rows of each person, oldest first; tries without a grade count only where all are."""
    stamps = [table.cell(row, layout.started) for row in rows]
    own: dict[tuple[str, ...], list[int]] = {_key(table, row, people): [] for row in rows}
    for place in in_order(stamps):
        own[_key(table, rows[place], people)].append(rows[place])
    graded = (
        [row for row in tries if not is_left_open(table.cell(row, layout.grade))] or tries[-1:]
        for tries in own.values()
    )
    return [tuple(tries) for tries in graded]


def _key(table: Table, row: int, people: dict[int, ColumnRead]) -> tuple[str, ...]:
    """What makes two rows one person: all that the file says of who it is."""
    return tuple(name_form(table.cell(row, place)) for place in sorted(people))


def _columns(
    table: Table,
    headers: Sequence[str],
    people: dict[int, ColumnRead],
    layout: _Layout,
    rows: Sequence[int],
) -> tuple[ColumnRead, ...]:
    day = usual_day([table.cell(row, layout.started) for row in rows])
    quiz = AssessmentRead(title=None, points_possible=layout.maximum, date=day)
    return tuple(
        people.get(place)
        or (scored(text, quiz) if place == layout.grade else None)
        or left_out(text, _TRY if place < layout.grade else _QUESTION_COLUMN)
        for place, text in enumerate(headers)
    )


def _with_items(read: GradebookRead, laid: LaidOut, layout: _Layout) -> GradebookRead:
    """With the questions of each row, where they add up to its grade."""
    items = _items(laid, layout)
    added = {row: _added(laid.table, row, layout, own) for row, own in items.items()}
    said = {row: scores[0].points for row, scores in zip(laid.students, read.scores, strict=True)}
    within = _ROUNDED * max(1, len(layout.questions))
    agreed = where_counts_agree(items, said=said, added=added, within=within)
    scores = (
        (replace(one, items=agreed.get(row, ())),)
        for row, (one,) in zip(laid.students, read.scores, strict=True)
    )
    return replace(read, scores=tuple(scores))


def _items(laid: LaidOut, layout: _Layout) -> dict[int, Items]:
    if layout.questions:
        return {
            row: tuple(
                _of_points(laid.table.cell(row, place), possible)
                for place, possible in layout.questions
            )
            for row in laid.students
        }
    pairs = _answers(laid, layout)
    return {
        row: tuple(
            _of_answer(laid.table.cell(row, given), laid.table.cell(row, right))
            for given, right in pairs
        )
        for row in laid.students
    }


def _of_points(cell: str, possible: float | None) -> ItemResult | None:
    if is_left_open(cell):
        return ItemResult.NOT_ANSWERED
    return result_of_points(read_score(cell, ScoreColumn(possible=possible)).score.points, possible)


def _of_answer(given: str, right: str) -> ItemResult:
    if is_left_open(given):
        return ItemResult.NOT_ANSWERED
    is_right = clean_text(given).casefold() == clean_text(right).casefold()
    return ItemResult.RIGHT if is_right else ItemResult.WRONG


def _answers(laid: LaidOut, layout: _Layout) -> list[tuple[int, int]]:
    """“Response 1” and “Right answer 1” of each question: the last two columns of its number."""
    places: dict[int, list[int]] = {}
    for place, column in enumerate(laid.columns[layout.grade + 1 :], start=layout.grade + 1):
        found = _NUMBERED.fullmatch(column.header)
        if found:
            places.setdefault(int(found.group(2)), []).append(place)
    if not places or any(len(own) < 2 for own in places.values()):
        return []
    return [(own[-2], own[-1]) for _, own in sorted(places.items())]


def _added(table: Table, row: int, layout: _Layout, items: Items) -> float:
    """What the questions come to; of answers alone as many equal shares as are right."""
    if not layout.questions:
        return right_in(items) * (layout.maximum or 0) / max(1, len(items))
    cells = (table.cell(row, place) for place, _ in layout.questions)
    return sum(read_score(cell, ScoreColumn()).score.points or 0 for cell in cells)


def _with_tries(
    read: GradebookRead, laid: LaidOut, layout: _Layout, tries: list[tuple[int, ...]]
) -> GradebookRead:
    """Every try in points. With several rows to a person no cell alone says her score."""
    if all(len(rows) == 1 for rows in tries):
        return read
    scores = tuple(
        (_all_tries(one, laid, layout, rows),)
        for (one,), rows in zip(read.scores, tries, strict=True)
    )
    return replace(read, scores=scores, source=None)


def _all_tries(latest: ScoreRead, laid: LaidOut, layout: _Layout, rows: Sequence[int]) -> ScoreRead:
    if len(rows) < 2 or latest.status is not ScoreStatus.SCORED:
        return latest
    cells = (laid.table.cell(row, layout.grade) for row in rows)
    points = (read_score(cell, ScoreColumn(possible=layout.maximum)).score.points for cell in cells)
    return replace(latest, attempts=tuple(points))
