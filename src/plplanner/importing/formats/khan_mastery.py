"""Khan Academy's table of mastery: how far each student came in each unit of a course."""

import re
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.header_words import NAME_ROLES, header_form
from plplanner.importing.laid_out_table import (
    NOT_A_SCORE,
    LaidOut,
    find_header,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
)
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    ScoreRead,
)
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import standards_in_title
from plplanner.terms import ScoreStatus

_COURSE = frozenset(["course mastery", "course mastery %", "overall mastery", "mastery"])
_EFFORT = re.compile(r"\b(?:minutes?|mins?|hours?|time|energy points)\b")
_MAX_WARNINGS = 1_000


def read_khan_mastery(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The share of each unit's skills brought to mastery, as progress; None for another file.

    A student who has not begun a unit stands there with 0 %: that says how far, never how well.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = person_columns(headers)
    rows, warnings = student_rows(table, header, people)
    columns = tuple(
        people.get(place) or (_unit(text) if _tells_mastery(text) else left_out(text, NOT_A_SCORE))
        for place, text in enumerate(headers)
    )
    laid = LaidOut(table=table, header=header, columns=columns, students=rows, own_scale=True)
    read = read_laid_out(laid, format_name="khan_mastery", file_name=file_name, warnings=())
    places = [place for place, column in enumerate(columns) if column.assessment is not None]
    scores = tuple(tuple(_progress(table.cell(row, at)) for at in places) for row in rows)
    damaged = (
        CellWarning(row + 1, headers[at], f"{quoted(cell)} is not a percent of mastery.")
        for row, line in zip(rows, scores, strict=True)
        for at, score in zip(places, line, strict=True)
        if score.progress is None and (cell := clean_text(table.cell(row, at)))
    )
    return replace(
        read, scores=scores, warnings=(*warnings, *damaged)[:_MAX_WARNINGS], unread=frozenset()
    )


def _is_header(cells: tuple[str, ...]) -> bool:
    """A name, the mastery of the course, and at least one unit."""
    headers = tuple(clean_text(cell[:200]) for cell in cells)
    if len(headers) < 3 or not any(map(_is_course, headers)):
        return False
    roles = {column.role for column in person_columns(headers).values()}
    return bool(roles & NAME_ROLES) and any(map(_is_unit, headers))


def _is_course(header: str) -> bool:
    return header_form(header) in _COURSE


def _tells_mastery(header: str) -> bool:
    """Not the course as a whole, nor the minutes spent on it; a unit may be about minutes."""
    if not header or _is_course(header):
        return False
    return _is_unit(header) or not _EFFORT.search(header_form(header))


def _is_unit(header: str) -> bool:
    return header_form(header).startswith("unit")


def _unit(header: str) -> ColumnRead:
    return scored(header, AssessmentRead(header, standards=standards_in_title(header)))


def _progress(cell: str) -> ScoreRead:
    """“80%” and “80” are 0.8; everything else is no progress told."""
    percent = read_score(cell, ScoreColumn(percent=True)).score.percent
    if percent is None or not 0 <= percent <= 100:
        return ScoreRead()
    return ScoreRead(status=ScoreStatus.SCORED, progress=round(percent / 100, 4))
