"""The grade export of Brightspace (D2L)."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import ColumnRole, header_form
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
    with_cells,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.records import record

_ITEM = re.compile(r"(.*?)\s*<\s*([^\s<>:]+)\s*([^<>]*)>", re.DOTALL)
_MAX = re.compile(r"(?:max\w*[\s.]*points?|points?[\s.]*max\w*|max\w*)\s*:\s*(\d[\d.,]*)", re.I)
_FIRST_NUMBER = re.compile(r":\s*(\d[\d.,]*)")
_KINDS = (
    ("points", r"points grade|points|note en points|calificación de puntos|poängbetyg|punktzahl"),
    ("weighted", r"weighted grade|weighted|note pondérée|calificación ponderada|viktat betyg"),
    (
        "symbol",
        r"(?:grade )?scheme symbol|grade symbol|symbol|scheme|pass/fail(?: grade)?|symbole|símbolo",
    ),
    ("text", r"text grade|text|note textuelle|calificación de texto|textbetyg"),
)
_ENDINGS = tuple(
    (kind, re.compile(rf"(.*?)[\s-]*\b(?:{words})", re.I | re.S)) for kind, words in _KINDS
)
_COMPUTED = re.compile(r"calculated|formula|calculé|calculado|beräknad|berechnet", re.IGNORECASE)
_TEXT = re.compile(r"text|texte|texto", re.IGNORECASE)
_IDS = {
    "orgdefinedid": "org_defined_id",
    "org defined id": "org_defined_id",
    "username": "username",
    "user name": "username",
    "nom d'utilisateur": "username",
    "nombre de usuario": "username",
    "användarnamn": "username",
}
_LOOKED_AT = 5


@record(frozen=True)
class _Item:
    """One column of grades: which item, shown how, out of what."""

    place: int
    title: str
    kind: str
    possible: float | None
    computed: bool


def read_brightspace(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Every graded item, or None for another file.

    Points come first, else the symbol of a scale as a level. The “#” that guards ids goes.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = {
        place: column
        for place, column in person_columns(headers, ids=_IDS).items()
        if "<" not in column.header
    }
    rows, warnings = student_rows(table, header, people)
    items = _items(headers, people)
    kept = _kept(items)
    told = {item.place: scored(headers[item.place], _assessment(item)) for item in kept}
    laid = LaidOut(
        table=_unguarded(table, rows, people),
        header=header,
        columns=tuple(
            people.get(place) or told.get(place) or left_out(text, _why(text, items, place))
            for place, text in enumerate(headers)
        ),
        students=rows,
        levels=frozenset(item.place for item in kept if item.kind == "symbol"),
    )
    return read_laid_out(laid, format_name="brightspace", file_name=file_name, warnings=warnings)


def _is_header(cells: tuple[str, ...]) -> bool:
    """Ids of Brightspace, with items in pointed brackets or the mark of the end of a line."""
    forms = {header_form(cell) for cell in cells}
    known = "orgdefinedid" in forms or "org defined id" in forms or "username" in forms
    items = any(_ITEM.fullmatch(clean_text(cell)) and ":" in cell for cell in cells)
    return known and (items or "end-of-line indicator" in forms)


def _items(headers: Sequence[str], people: dict[int, ColumnRead]) -> list[_Item]:
    found = ((p, _ITEM.fullmatch(header)) for p, header in enumerate(headers) if p not in people)
    return [_item(place, match) for place, match in found if match]


def _item(place: int, match: re.Match[str]) -> _Item:
    """“Quiz 1 Points Grade <Numeric MaxPoints:10 Weight:50>” taken apart."""
    label, sort, told = match.groups()
    title, kind = label, "text" if _TEXT.fullmatch(sort) else "points"
    for name, pattern in _ENDINGS:
        ended = pattern.fullmatch(label)
        if ended:
            title, kind = ended.group(1), name
            break
    most = _MAX.search(told) or _FIRST_NUMBER.search(told)
    possible = read_number(most.group(1).rstrip(".,"), decimal_comma=True) if most else None
    return _Item(place, title or label, kind, possible or None, bool(_COMPUTED.search(sort)))


def _kept(items: list[_Item]) -> list[_Item]:
    """One column for each item: points, else its symbol; computed items and texts never."""
    open_items = [item for item in items if not item.computed and item.kind != "text"]
    pointed = {item.title for item in open_items if item.kind == "points"}
    return [
        item
        for item in open_items
        if item.kind == "points" or (item.kind == "symbol" and item.title not in pointed)
    ]


def _assessment(item: _Item) -> AssessmentRead:
    return AssessmentRead(
        title=item.title,
        points_possible=item.possible if item.kind == "points" else None,
        date=date_in(item.title),
        standards=standards_in_title(item.title),
    )


def _why(header: str, items: list[_Item], place: int) -> str:
    """Why a column is left out."""
    item = next((one for one in items if one.place == place), None)
    if item is None:
        return COMPUTED if computed_reason(header) else NOT_A_SCORE
    if item.kind == "text":
        return NOTES
    return COMPUTED if item.computed else "The same item stands in another column."


def _unguarded(table: Table, rows: tuple[int, ...], people: dict[int, ColumnRead]) -> Table:
    """Ids without the “#” before them."""
    changed = table
    for place, column in people.items():
        guarded = (table.cell(row, place).startswith("#") for row in rows)
        if column.role is ColumnRole.ID and any(guarded):
            changed = with_cells(
                changed, rows, place, change=lambda cell: cell.strip().removeprefix("#")
            )
    return changed
