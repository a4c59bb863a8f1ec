"""Rows between the students that name the class of those below: “Period 1”, “2nd hour”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.guess_columns import find_header
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, settle_name_roles
from plplanner.importing.table import Table

_WORD = (
    r"(?:period|per|hour|hr|block|class|section|sec|course|homeroom|clase|sección|grupo|klass|"
    r"klasse|classe|turma|klas)"
)
_CLASS = re.compile(
    rf"{_WORD}\.?\s*#?\s*(?:\d[\w.-]{{0,5}}|[a-z])(?:\s*[-–:,(].{{0,60}})?"
    rf"|(?:\d{{1,2}}\s?(?:st|nd|rd|th|º|ª|°)?|[a-z])\s+{_WORD}(?:\s*[-–:,(].{{0,60}})?|p\s?\d{{1,2}}",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:group|team|table|gruppe|grupp|groupe|equipo)\s*#?\s*(?:\d{1,2}|[a-z])"
    r"|[a-z]{3,10} (?:group|team|table)|(?:girls|boys|girls and boys)",
    re.IGNORECASE,
)


def is_class_label(text: str) -> bool:
    """True for what names a class and no student."""
    plain = clean_text(text[:100])
    return bool(_CLASS.fullmatch(plain.rstrip(" :")))


def with_labels_beside(table: Table) -> Table:
    """The table without rows of one label; a class they name stands beside the students below it.

    Every row keeps its place. A column of classes that the file has itself is left as it is.
    """
    header = _header(table)
    if header is None:
        return table
    places = _name_places(table, header)
    labels = {
        row: text
        for row in range(header + 1, len(table.rows))
        if (text := _lone_text(table.rows[row], places)) and _is_label(text)
    }
    if not labels:
        return table
    classes = {row: text for row, text in labels.items() if is_class_label(text)}
    headers = tuple(table.rows[header])
    has_class = ColumnRole.SECTION in settle_name_roles(headers) or not classes
    width, now = table.width, ""
    rows: list[tuple[str, ...]] = []
    for row, cells in enumerate(table.rows):
        now = clean_text(classes.get(row, now)).rstrip(" :")
        if row in labels:
            rows.append(())
            continue
        filled = row > header and any(cell.strip() for cell in cells)
        beside = "Section" if row == header else now if filled else ""
        padded = (*cells, *[""] * (width - len(cells)), beside)
        rows.append(cells if has_class or not beside else padded)
    return replace(table, rows=tuple(rows))


def _header(table: Table) -> int | None:
    return None if table.names_from is not None else find_header(table)


def _name_places(table: Table, header: int) -> tuple[int, ...]:
    roles = settle_name_roles(tuple(table.rows[header]))
    return tuple(place for place, role in enumerate(roles) if role in NAME_ROLES)


def _lone_text(cells: Sequence[str], places: Sequence[int]) -> str:
    """The one text of a row that holds no other, in or left of the first column of names."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    return cells[filled[0]] if len(filled) == 1 and filled[0] <= max(places) else ""


def _is_label(text: str) -> bool:
    plain = clean_text(text[:100]).rstrip(" :")
    return is_class_label(text) or bool(_GROUP.fullmatch(plain))
