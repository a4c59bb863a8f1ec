"""The grade centre of Blackboard, Original (tab text called .xls) and Ultra."""

import re
from collections.abc import Mapping

from plplanner.importing.clean_text import clean_text
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import ColumnRole, header_form
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
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title

# “Lab: [EXTRA] [Total Pts: 1,499 Score] |1281878”: only the last brackets before the bar count.
_GRADED = re.compile(r"(.*?)\s*\[([^\[\]]*)\]\s*\|\s*_?(\d+)(?:_\d+)?", re.DOTALL)
_NUMBER = re.compile(r"\d[\d.,\u00a0']*")
_UP_TO = re.compile(
    r"\bup to\b|\bhasta\b|\bupp till\b|\bjusqu|\bbis zu\b|\baté\b|\bfino a\b|\btot\b|\bopptil\b"
)
_PERCENT = re.compile(r"percent|porcent|pourcent|prozent|procent")
_WORDS = re.compile(
    r"letter|letra|lettre|buchstabe|bokstav|text|texto|texte|complete|incomplete|completo|completado|"
    r"terminé|abgeschlossen"
)
_IDS = {
    "username": "username",
    "user name": "username",
    "nombre de usuario": "username",
    "användarnamn": "username",
    "nom d'utilisateur": "username",
    "benutzername": "username",
    "nome de usuário": "username",
    "nome utente": "username",
    "gebruikersnaam": "username",
    "student id": "student_id",
    "id étudiant": "student_id",
    "id de alumno": "student_id",
    "id de estudiante": "student_id",
    "studenten-id": "student_id",
    "id studente": "student_id",
    "id do aluno": "student_id",
    "student-id": "student_id",
}
_SECTIONS = {"child course id", "id de curso secundario", "underkurs-id"}
_PROVISIONAL = re.compile(r"(needs grading|in progress)\s*\(.*\)", re.IGNORECASE)


def read_blackboard(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Every graded column, or None for another file.

    Columns whose points read “up to” are worked out by Blackboard and left out.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = _people(headers)
    rows, warnings = student_rows(table, header, people)
    told = {p: c for p, h in enumerate(headers) if p not in people and (c := _column(h))}
    graded = {p: _display(headers[p]) for p, c in told.items() if c.assessment is not None}
    laid = LaidOut(
        table=_readable(table, rows, graded),
        header=header,
        columns=tuple(
            people.get(place) or told.get(place) or left_out(text, NOT_A_SCORE)
            for place, text in enumerate(headers)
        ),
        students=rows,
        levels=frozenset(place for place, display in graded.items() if display == "words"),
    )
    return read_laid_out(laid, format_name="blackboard", file_name=file_name, warnings=warnings)


def _is_header(cells: tuple[str, ...]) -> bool:
    """A column with its number after a bar, and a name or a username."""
    people = person_columns(cells, ids=_IDS)
    return bool(people) and any(_GRADED.fullmatch(clean_text(cell)) for cell in cells)


def _people(headers: tuple[str, ...]) -> dict[int, ColumnRead]:
    """Names and ids; the child course is the class of a merged course."""
    people = {
        place: column
        for place, column in person_columns(headers, ids=_IDS).items()
        if not _GRADED.fullmatch(column.header)
    }
    if any(column.role is ColumnRole.SECTION for column in people.values()):
        return people
    return people | {
        place: ColumnRead(header, ColumnRole.SECTION)
        for place, header in enumerate(headers)
        if header_form(header) in _SECTIONS
    }


def _column(header: str) -> ColumnRead | None:
    """A graded column as an assessment, a calculated one with its reason."""
    found = _GRADED.fullmatch(header)
    if not found:
        why = computed_reason(header)
        return left_out(header, why) if why else None
    title, told, native_id = found.groups()
    form = header_form(told)
    if _UP_TO.search(form) or (computed_reason(title) and "weighted" in header_form(title)):
        return left_out(header, COMPUTED)
    return scored(
        header,
        AssessmentRead(
            title=title or f"Column {native_id}",
            points_possible=_possible(told),
            date=date_in(title),
            native_id=native_id,
            standards=standards_in_title(title),
        ),
    )


def _possible(told: str) -> float | None:
    """The points in “Total Pts: 1,499 Score”: a comma before three digits is for thousands."""
    found = _NUMBER.search(told)
    if not found:
        return None
    written = found.group().strip(".,'\u00a0")
    whole = re.fullmatch(r"\d{1,3}(?:[.,\u00a0']\d{3})+", written)
    number = read_number(re.sub(r"\D", "", written) if whole else written, decimal_comma=True)
    return number if number else None


def _display(header: str) -> str:
    """How a column shows its grades: number, percent or words."""
    found = _GRADED.fullmatch(header)
    form = header_form(found.group(2)) if found else ""
    if _PERCENT.search(form):
        return "percent"
    return "words" if _WORDS.search(form) else "number"


def _readable(table: Table, rows: tuple[int, ...], graded: Mapping[int, str]) -> Table:
    """Percents with their sign and provisional grades without a number: cells that say all."""
    changed = table
    for place, display in graded.items():
        cells = [table.cell(row, place) for row in rows]
        if display == "percent":
            changed = with_cells(changed, rows, place, change=_with_sign)
        elif any("(" in cell for cell in cells):
            changed = with_cells(changed, rows, place, change=_settled)
    return changed


def _with_sign(cell: str) -> str:
    text = _settled(cell).strip()
    return f"{text}%" if read_number(text, decimal_comma=True) is not None else text


def _settled(cell: str) -> str:
    """“Needs Grading(8.5)” is not graded yet."""
    found = _PROVISIONAL.fullmatch(clean_text(cell))
    return found.group(1) if found else cell
