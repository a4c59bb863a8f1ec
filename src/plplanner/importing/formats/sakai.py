"""The gradebook export of Sakai."""

import re

from plplanner.importing.clean_text import clean_text
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, header_form
from plplanner.importing.laid_out_table import (
    COMPUTED,
    NOT_A_SCORE,
    NOTES,
    LaidOut,
    find_header,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title

_ITEM = re.compile(r"(\S.*?)\s*\[\s*(\d[\d.,]*)\s*(?:%|\w+\.?)?\s*\]", re.DOTALL)
_COMPUTED = re.compile(r"(course|calculated) grade|total points|points total")
_IDS = {
    "student id": "student_id",
    "user id": "student_id",
    "id del estudiante": "student_id",
    "student number": "student_number",
}


def read_sakai(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Every item “Quiz 1 [10]”, or None for another file.

    Columns beginning with “*” are comments, those with “#” are not meant to be read again.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = _people(headers)
    rows, warnings = student_rows(table, header, people)
    laid = LaidOut(
        table=table,
        header=header,
        columns=tuple(people.get(p) or _column(text) for p, text in enumerate(headers)),
        students=rows,
    )
    return read_laid_out(laid, format_name="sakai", file_name=file_name, warnings=warnings)


def _is_header(cells: tuple[str, ...]) -> bool:
    """An id, a name, and nothing else but items, comments and columns that are not read again."""
    headers = tuple(clean_text(cell) for cell in cells)
    people = _people(headers)
    roles = {column.role for column in people.values()}
    if ColumnRole.ID not in roles or not roles & NAME_ROLES:
        return False
    rest = [header for place, header in enumerate(headers) if place not in people and header]
    items = [header for header in rest if _is_item(header)]
    marked = [header for header in rest if header.startswith(("*", "#"))]
    others = [header for header in rest if header not in items and header not in marked]
    if any(header[:1] == "*" and header[1:].strip() for header in marked):  # beside their item
        begins = set(_people(headers[:2])) == {0, 1}
        return bool(items) and (begins or all(map(_is_computed, others)))
    return bool(items) and not others and set(_people(headers[:2])) == {0, 1}


def _is_computed(header: str) -> bool:
    """A total of a custom export; it has no points behind it."""
    return bool(_COMPUTED.fullmatch(header_form(header))) or computed_reason(header) is not None


def _is_item(header: str) -> bool:
    return not header.startswith(("*", "#")) and bool(_ITEM.fullmatch(header))


def _people(headers: tuple[str, ...]) -> dict[int, ColumnRead]:
    found = person_columns(headers, ids=_IDS)
    return {place: column for place, column in found.items() if headers[place][:1] not in "*#"}


def _column(header: str) -> ColumnRead:
    """An item with its points, or a column with the reason it is left out."""
    found = _ITEM.fullmatch(header)
    if header.startswith("*"):
        return left_out(header, NOTES)
    if header.startswith("#") or _is_computed(header):
        return left_out(header, COMPUTED)
    if not found:
        return left_out(header, NOT_A_SCORE)
    title, points = found.groups()
    return scored(
        header,
        AssessmentRead(
            title=title,
            points_possible=read_number(points.rstrip(".,"), decimal_comma=True) or None,
            date=date_in(title),
            standards=standards_in_title(title),
        ),
    )
