"""The scores template of PowerTeacher Pro: one assignment, told in rows above the students."""

from collections.abc import Mapping
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, word_form
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, header_form, words_in
from plplanner.importing.laid_out_table import (
    NOTES,
    LaidOut,
    find_place,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
    with_cells,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, GradebookRead
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, is_month_first, standards_in_title

_LABELS = words_in(
    """teacher name|teacher|class|class name|section|assignment name|assignment|due date|
points possible|extra points|score type|category"""
)
_NUMBER = {
    "student num": "student_number",
    "student number": "student_number",
    "student no": "student_number",
}
_SCORE = words_in("score|scores|grade|points|calificación|puntuación|poäng|note|punkte")
_TOP_ROWS = 16


def read_powerteacher(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The one assignment of a template, or None for another file.

    Scores of type GRADESCALE are levels; the class named above is everybody's section.
    """
    found = find_place(tables, _is_header, rows=_TOP_ROWS)
    if found is None:
        return None
    table, header = found
    told = _told(table, header)
    headers = headers_of(table, header)
    people = person_columns(headers, ids=_NUMBER)
    score = next(place for place, text in enumerate(headers) if header_form(text) in _SCORE)
    rows, warnings = student_rows(table, header, people)
    sort = word_form(told.get("score type", ""))
    percent = "percent" in sort
    laid = LaidOut(
        table=with_cells(table, rows, score, change=_with_sign) if percent else table,
        header=header,
        columns=tuple(
            scored(text, _assessment(told))
            if place == score
            else people.get(place) or left_out(text, NOTES)
            for place, text in enumerate(headers)
        ),
        students=rows,
        levels=frozenset([score] if "scale" in sort or "letter" in sort else []),
    )
    read = read_laid_out(
        laid, format_name="powerteacher_pro_template", file_name=file_name, warnings=warnings
    )
    section = told.get("class") or told.get("class name") or told.get("section") or None
    return replace(
        read, students=tuple(replace(s, section=s.section or section) for s in read.students)
    )


def _is_header(table: Table, row: int) -> bool:
    """A name and a score, below at least two rows of the template's own labels."""
    forms = [header_form(cell) for cell in table.rows[row]]
    roles = {column.role for column in person_columns(table.rows[row], ids=_NUMBER).values()}
    if not roles & NAME_ROLES or ColumnRole.ID not in roles or not set(forms) & _SCORE:
        return False
    told = _told(table, row)
    return len(told) >= 2 and ("assignment name" in told or "score type" in told)


def _told(table: Table, header: int) -> Mapping[str, str]:
    """What the rows above the header say, by their label."""
    labelled = ((header_form(table.cell(row, 0)), row) for row in range(header))
    return {label: clean_text(table.cell(row, 1)) for label, row in labelled if label in _LABELS}


def _assessment(told: Mapping[str, str]) -> AssessmentRead:
    title = told.get("assignment name") or told.get("assignment") or None
    due = told.get("due date", "")
    possible = read_number(told.get("points possible", ""), decimal_comma=True)
    return AssessmentRead(
        title=title,
        points_possible=possible or None,
        date=date_in(due, month_first=is_month_first((due,))),
        standards=standards_in_title(title or ""),
    )


def _with_sign(cell: str) -> str:
    text = cell.strip()
    return f"{text}%" if read_number(text, decimal_comma=True) is not None else cell
