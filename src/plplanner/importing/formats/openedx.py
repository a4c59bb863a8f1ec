"""The grade report and the problem grade report of Open edX. Neither names a student."""

import re

from plplanner.importing.clean_text import clean_text
from plplanner.importing.header_words import header_form, words_in
from plplanner.importing.laid_out_table import (
    COMPUTED,
    NOT_A_SCORE,
    LaidOut,
    find_header,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
    with_cells,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead
from plplanner.importing.score_words import status_of_word
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title

_IDS = {
    "student id": "edx_id",
    "user id": "edx_id",
    "id": "edx_id",
    "username": "username",
    "external user key": "external_user_key",
}
_ABOUT = words_in(
    """cohort name|cohort|team name|team|enrollment track|verification status|
certificate eligible|certificate delivered|certificate type|enrollment status|
last name|first name|name|student name|opted in|course completion"""
)
_AVERAGE = re.compile(r"\(avg\)$|^experiment group", re.IGNORECASE)
_EARNED = re.compile(r"(.*\S)\s*\(earned\)", re.IGNORECASE | re.DOTALL)
_POSSIBLE = re.compile(r"(.*\S)\s*\(possible\)", re.IGNORECASE | re.DOTALL)


def read_openedx(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Subsections as percents, or problems as points; None for another file.

    “Not Attempted” and “Not Available” are no scores. The running grade is left out.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    if any(_EARNED.fullmatch(text) for text in headers):
        return _problem_report(table, header, headers, file_name=file_name)
    return _grade_report(table, header, headers, file_name=file_name)


def _is_header(cells: tuple[str, ...]) -> bool:
    """Id, e-mail, username and grade, as edX begins both reports, or in another order."""
    forms = [header_form(cell) for cell in cells]
    named = {"email", "username", "grade"} <= set(forms) and not _IDS.keys().isdisjoint(forms)
    starts = named and {"email", "username"} <= set(forms[:5]) and forms[0] in _IDS
    problems = any(_EARNED.fullmatch(clean_text(cell)) for cell in cells)
    about = sum(form in _ABOUT - {"name", "last name", "first name"} for form in forms)
    return (starts and (about > 0 or problems)) or (named and about > 2)


def _people(headers: tuple[str, ...]) -> dict[int, ColumnRead]:
    return person_columns(headers, ids=_IDS)


def _grade_report(
    table: Table, header: int, headers: tuple[str, ...], *, file_name: str
) -> GradebookRead:
    """Fractions 0–1 of every subsection become percents; averages and the grade are left out."""
    people = _people(headers)
    rows, warnings = student_rows(table, header, people)
    told = {
        place: _subsection(text, table.column(place, rows=rows))
        for place, text in enumerate(headers)
        if place not in people
    }
    changed = table
    for place, column in told.items():
        if column.assessment is not None:
            changed = with_cells(changed, rows, place, change=_as_percent)
    laid = LaidOut(
        table=changed,
        header=header,
        columns=tuple(people.get(place) or told[place] for place in range(len(headers))),
        students=rows,
    )
    return read_laid_out(
        laid, format_name="openedx_grade_report", file_name=file_name, warnings=warnings
    )


def _subsection(header: str, cells: tuple[str, ...]) -> ColumnRead:
    """A column of fractions or “Not Attempted”; nothing but other words is no subsection."""
    form = header_form(header)
    filled = {cell.strip() for cell in cells} - {""}
    is_worded = bool(filled) and not any(
        cell[0].isdigit() or status_of_word(cell) is not None for cell in filled
    )
    if form in _ABOUT or not form or is_worded:
        return left_out(header, NOT_A_SCORE)
    if form == "grade" or _AVERAGE.search(header):
        return left_out(header, COMPUTED)
    return scored(header, _assessment(header, None))


def _assessment(title: str, possible: float | None) -> AssessmentRead:
    return AssessmentRead(
        title=title,
        points_possible=possible,
        date=date_in(title),
        standards=standards_in_title(title),
    )


def _as_percent(cell: str) -> str:
    """“0.8” is “80%”; a number above 1 is no fraction and stays, so that it is flagged."""
    number = read_number(cell.strip(), decimal_comma=True)
    if number is None or not 0 <= number <= 1:
        return cell if number is None else f"not a fraction: {cell}"
    return f"{round(number * 100, 4):.10g}%"


def _problem_report(
    table: Table, header: int, headers: tuple[str, ...], *, file_name: str
) -> GradebookRead:
    """Every problem with its points earned; the points possible stand beside them."""
    people = _people(headers)
    rows, warnings = student_rows(table, header, people)
    beside = {m.group(1): p for p, h in enumerate(headers) if (m := _POSSIBLE.fullmatch(h))}
    told: dict[int, ColumnRead] = {}
    changed = table
    for place, text in enumerate(headers):
        earned = _EARNED.fullmatch(text)
        if not earned or place in people:
            continue
        possible = beside.get(earned.group(1))
        most = _most(table, possible, rows)
        if possible is not None and most is None:
            changed = _with_own_points(changed, place, possible, rows)
        told[place] = scored(text, _assessment(earned.group(1), most))
    laid = LaidOut(
        table=changed,
        header=header,
        columns=tuple(
            people.get(p) or told.get(p) or _left(text) for p, text in enumerate(headers)
        ),
        students=rows,
    )
    return read_laid_out(
        laid, format_name="openedx_problem_grade_report", file_name=file_name, warnings=warnings
    )


def _left(header: str) -> ColumnRead:
    if _POSSIBLE.fullmatch(header):
        return left_out(header, "Points possible, not a score.")
    return left_out(header, COMPUTED if header_form(header) == "grade" else NOT_A_SCORE)


def _most(table: Table, place: int | None, rows: tuple[int, ...]) -> float | None:
    """The points possible where everybody had the same; None where they differ."""
    if place is None:
        return None
    cells = (read_number(table.cell(row, place).strip(), decimal_comma=True) for row in rows)
    known = {cell for cell in cells if cell}
    return known.pop() if len(known) == 1 else None


def _with_own_points(table: Table, earned: int, possible: int, rows: tuple[int, ...]) -> Table:
    """“4 / 6” in each cell, for problems with other points for other students."""
    whole = iter([(table.cell(row, earned), table.cell(row, possible)) for row in rows])
    return with_cells(table, rows, earned, change=lambda _: _of(*next(whole)))


def _of(points: str, possible: str) -> str:
    numbers = [read_number(text.strip(), decimal_comma=True) for text in (points, possible)]
    return (
        f"{points.strip()} / {possible.strip()}" if all(n is not None for n in numbers) else points
    )
