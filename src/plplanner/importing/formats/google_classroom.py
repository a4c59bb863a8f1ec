"""Grades from Google Classroom: all assignments of a class, or one assignment."""

import re
from collections.abc import Mapping

from plplanner.importing.clean_text import clean_text, word_form
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import ColumnRole, header_form, settle_name_roles, words_in
from plplanner.importing.laid_out_table import (
    COMPUTED,
    NOTES,
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
from plplanner.importing.other_columns import other_reason
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead
from plplanner.importing.special_rows import RowKind, row_kind
from plplanner.importing.table import Table
from plplanner.importing.titles import (
    date_in,
    is_month_first,
    points_in_title,
    standards_in_title,
)

_PEOPLE = {ColumnRole.LAST, ColumnRole.FIRST, ColumnRole.EMAIL}
_SHORT_HEADINGS = words_in("last|first|surname|given name|email|e-mail|mail|student email")
_ROWS_OF_LABELS = 5
_LOOKED_AT = 40
_GRADE = words_in(
    """grade|points|score|draft grade|calificación|nota|puntuación|betyg|note|punkte|
bewertung|cijfer|voto|nota atribuída|poäng"""
)
_STATE = words_in(
    """assignment state|submission state|submission status|estado de la tarea|
estado de entrega|uppgiftens status|état du devoir|aufgabenstatus|status der aufgabe|
estado da atividade|stato del compito|opdrachtstatus"""
)
_ANY_STATE = words_in("state|status|estado|état|stato")
_SAID_OF_WORK = re.compile(
    r"returned|turned in|assigned|missing|graded|draft|reclaimed|entregad|devuelt|asignad|"
    r"inlämna|återlämna|tilldela|rendu|abgegeben|zurückgegeben|ingeleverd|devolvid|entregue"
)
_LATE = ("late", "con retraso", "tarde", "sen", "försenad", "en retard", "verspätet", "te laat")
_MISSING = words_in(
    """missing|sin entregar|falta|no entregado|no entregada|saknas|manquant|non rendu|
fehlt|ontbreekt|pendente|mancante"""
)
_EXCUSED = ("excused", "exento", "justificado", "befriad", "dispensé", "exempt", "entschuldigt")


def read_google_classroom(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """A class or one assignment from Classroom, or None for another file."""
    found = find_header(tables, _has_people)
    if found is None:
        return None
    table, header = found
    single = _single(table, header, file_name=file_name)
    return single or _all_grades(table, header, file_name=file_name)


def _has_people(cells: tuple[str, ...]) -> bool:
    """Last name, first name and e-mail among the first columns."""
    return set(settle_name_roles(cells[:8])) >= _PEOPLE


def _form_of(header: str) -> str:
    """A header without what brackets add: “Grade (out of 4)” is “grade”."""
    return header_form(header.partition("(")[0].partition("/")[0])


def _single(table: Table, header: int, *, file_name: str) -> GradebookRead | None:
    """One assignment: a grade and a state; its title is nowhere in the file."""
    headers = headers_of(table, header)
    forms = [_form_of(text) for text in headers]
    state = _state_column(table, header, forms)
    grade = next((place for place, form in enumerate(forms) if form in _GRADE), None)
    if state is None or grade is None:
        return None
    people = person_columns(headers)
    students, warnings = student_rows(table, header, people)
    points = points_in_title(headers[grade])
    told = {grade: scored(headers[grade], AssessmentRead(None, points_possible=points))}
    laid = LaidOut(
        table=_with_states(table, students, grade=grade, state=state),
        header=header,
        columns=tuple(
            told.get(place)
            or people.get(place)
            or left_out(text, "Taken into the score." if place == state else NOTES)
            for place, text in enumerate(headers)
        ),
        students=students,
    )
    return read_laid_out(
        laid, format_name="google_classroom_single", file_name=file_name, warnings=warnings
    )


def _state_column(table: Table, header: int, forms: list[str]) -> int | None:
    """The state of the work; a “Status” in a class list is about the student."""
    sure = next((place for place, form in enumerate(forms) if form in _STATE), None)
    if sure is not None:
        return sure
    below = range(header + 1, min(header + 1 + _LOOKED_AT, len(table.rows)))
    return next(
        (
            place
            for place, form in enumerate(forms)
            if form in _ANY_STATE
            and any(_SAID_OF_WORK.search(word_form(table.cell(row, place))) for row in below)
        ),
        None,
    )


def _with_states(table: Table, students: tuple[int, ...], *, grade: int, state: int) -> Table:
    """The grades with what their state adds, as a teacher would write it: “3 late”, “Missing”."""
    cells = iter([(table.cell(row, grade), table.cell(row, state)) for row in students])
    full = Table(
        rows=tuple((*row, *[""] * (grade + 1 - len(row))) for row in table.rows),
        name=table.name,
        dates=table.dates,
    )
    return with_cells(full, students, grade, change=lambda _: _with_state(*next(cells)))


def _with_state(grade: str, state: str) -> str:
    """A zero beside “Missing” stands for no work, so it is no score."""
    text, said = clean_text(grade), word_form(state)
    if any(word in said for word in _EXCUSED):
        return "Excused"
    if any(word in said for word in _MISSING) and read_number(text, decimal_comma=True) in (
        None,
        0,
    ):
        return text if text and not text[0].isdigit() else "Missing"
    late = text and any(word in said.split() or word in said for word in _LATE)
    return f"{text} late" if late and text[0].isdigit() else text


def _all_grades(table: Table, header: int, *, file_name: str) -> GradebookRead | None:
    """Every assignment; dates and points stand in rows of their own above the students."""
    below = range(header + 1, min(header + 1 + _ROWS_OF_LABELS, len(table.rows)))
    kinds = {row: _label_kind(table.rows[row]) for row in below}
    points = next((row for row in below if kinds[row] is RowKind.POINTS), None)
    dates = next((row for row in below if kinds[row] is RowKind.DATES), None)
    if points is None and dates is None:
        return None
    headers = headers_of(table, header)
    everybody = person_columns(headers)
    if not _are_written_by_classroom(headers) or _has_more(table, everybody, points):
        return None
    people = {p: c for p, c in everybody.items() if c.role in _PEOPLE}
    students, warnings = student_rows(table, header, people)
    students = tuple(row for row in students if _label_kind(table.rows[row]) is None)
    laid = LaidOut(
        table=table,
        header=header,
        columns=_columns(table, headers, people, points=points, dates=dates),
        students=students,
        points=points,
    )
    return read_laid_out(
        laid, format_name="google_classroom_all", file_name=file_name, warnings=warnings
    )


def _are_written_by_classroom(headers: tuple[str, ...]) -> bool:
    """The names and the e-mail stand first, under whole words: a teacher writes “Last”, “Email”."""
    first = tuple(header for header in headers if header)[:3]
    short = _SHORT_HEADINGS.intersection(map(header_form, first))
    return _has_people(first) and not short


def _has_more(table: Table, people: Mapping[int, ColumnRead], points: int | None) -> bool:
    """Ids, classes and the like beside the three columns: a teacher's own table, or changed by her.

    A title such as “Section” has points.
    """
    row = points if points is not None else -1
    more = (place for place, column in people.items() if column.role not in _PEOPLE)
    return any(not table.cell(row, place).strip() for place in more)


def _label_kind(cells: tuple[str, ...]) -> RowKind | None:
    """The kind of a row with one word in its first three cells, whichever of them it is."""
    words = [cell for cell in cells[:3] if cell.strip()]
    return row_kind(words[0]) if len(words) == 1 else None


def _columns(
    table: Table,
    headers: tuple[str, ...],
    people: dict[int, ColumnRead],
    *,
    points: int | None,
    dates: int | None,
) -> tuple[ColumnRead, ...]:
    """People, assignments with their date and points, and the overall grade left out."""
    days = [table.cell(dates, place) if dates is not None else "" for place in range(len(headers))]
    month_first = is_month_first(tuple(days))
    columns = []
    for place, header in enumerate(headers):
        written = clean_text(table.cell(points, place)) if points is not None else ""
        known = people.get(place)
        if known or not header or (computed_reason(header) and not written):
            columns.append(known or left_out(header, COMPUTED))
            continue
        if not written and not days[place] and other_reason(header):
            columns.append(left_out(header, NOTES))
            continue
        number = read_number(written.partition(" ")[0], decimal_comma=True)
        assessment = AssessmentRead(
            title=header,
            points_possible=number if written else points_in_title(header),
            date=date_in(days[place], month_first=month_first) or date_in(header),
            standards=standards_in_title(header),
        )
        columns.append(scored(header, assessment))
    return tuple(columns)
