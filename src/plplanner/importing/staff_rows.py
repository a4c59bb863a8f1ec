"""Rows of teachers and aides among the students, told by a column of roles: no students."""

from dataclasses import replace

from plplanner.importing.clean_text import word_form
from plplanner.importing.guess_columns import find_header
from plplanner.importing.header_words import header_form, words_in
from plplanner.importing.rows import CellWarning
from plplanner.importing.table import Table, quoted

_ROLES = words_in("role|roles|user role|person type|user type|membership|rol|rolle|roll|rôle")
_STAFF = words_in(
    """teacher|instructor|ta|teaching assistant|aide|co-teacher|staff|observer|designer|parent|
guardian|administrator|admin|editing teacher|non-editing teacher|course builder|faculty|lärare|
profesor|profesora|docente|lehrer|lehrerin|lehrkraft|enseignant|enseignante|professeur"""
)


def without_staff(table: Table) -> tuple[Table, tuple[CellWarning, ...]]:
    """The table with such rows blank, each told; every other row keeps its place."""
    header = None if table.names_from is not None else find_header(table)
    if header is None:
        return table, ()
    heads = table.rows[header]
    at = next((place for place, head in enumerate(heads) if header_form(head) in _ROLES), None)
    if at is None:
        return table, ()
    below = range(header + 1, len(table.rows))
    staff = {row: said for row in below if word_form(said := table.cell(row, at)[:60]) in _STAFF}
    people = sum(bool(table.cell(row, at).strip()) for row in below)
    if not staff or len(staff) == people:
        return table, ()
    rows = tuple(() if row in staff else cells for row, cells in enumerate(table.rows))
    told = (
        CellWarning(row + 1, heads[at], f"{quoted(said)} is no student, so this row is left out.")
        for row, said in staff.items()
    )
    return replace(table, rows=rows), tuple(told)
