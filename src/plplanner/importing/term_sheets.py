"""One gradebook on several sheets, a sheet for each quarter: read as the one table it is."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.formats.plain_layout import PlainLayout
from plplanner.importing.header_words import header_role, settle_name_roles
from plplanner.importing.period_sheets import UNNAMED, WHO, JoinedSheets, sheet_layout
from plplanner.importing.table import Table

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|\b(?:first|second|third|fourth|[ivx]+)\b")
_Sheet = tuple[Table, PlainLayout]


def join_term_sheets(tables: Sequence[Table]) -> JoinedSheets | None:
    """The columns of all sheets that are called alike but for a number: “Q1”, “Q2”, “Q3”.

    They have the same students in the same rows below the same headings of people. A title that
    stands on an earlier sheet, too, is told apart by the name of its sheet; what says of students
    the same again is left out. None unless two sheets or more belong together.
    """
    found = [(table, layout) for table in tables if (layout := sheet_layout(table)) is not None]
    if not found or len({table.name for table in tables}) < len(tables):
        return None
    first = found[0]
    alike = [one for one in found if _belongs(one, first)]
    if len(alike) < 2:
        return None
    joined = first[0]
    for table, layout in alike[1:]:
        joined = _beside(joined, table, layout)
    return JoinedSheets(joined, {}, frozenset(table.name for table, _ in alike))


def _stem(name: str) -> str:
    """What two sheets of one gradebook are both called: “q#”; empty without a number."""
    stem = _NUMBER.sub("#", name.casefold())
    return stem if "#" in stem and stem != "#" else ""


def _belongs(one: _Sheet, first: _Sheet) -> bool:
    (table, layout), (known, wanted) = one, first
    stem = _stem(known.name)
    rows = (layout.header, layout.points_row, layout.students)
    is_alike = stem and _stem(table.name) == stem and not UNNAMED.fullmatch(table.name)
    if not is_alike or rows != (wanted.header, wanted.points_row, wanted.students):
        return False
    places = _people(layout)
    return places == _people(wanted) and all(
        name_form(table.cell(row, place)) == name_form(known.cell(row, place))
        for row in (layout.header, *layout.students)
        for place in places
    )


def _people(layout: PlainLayout) -> tuple[int, ...]:
    roles = settle_name_roles(layout.headers)
    places = [place for place, role in enumerate(roles) if role in WHO]
    return tuple(places if layout.unheaded is None else [*places, layout.unheaded])


def _beside(joined: Table, table: Table, layout: PlainLayout) -> Table:
    """The columns of one more sheet to the right of what there is."""
    people, start = _people(layout), joined.width
    known: dict[str, list[int]] = {}
    for place in range(start):
        known.setdefault(clean_text(joined.cell(layout.header, place)), []).append(place)
    every = range(max(len(joined.rows), len(table.rows)))
    wanted: list[tuple[int, str]] = []
    for place in range(table.width):
        title = clean_text(table.cell(layout.header, place))
        column = [table.cell(row, place) for row in every]
        same = ([joined.cell(row, one) for row in every] for one in known.get(title, ()))
        if place in people or (header_role(title) is not None and column in same):
            continue
        is_taken = title and title in known and not computed_reason(title)
        wanted.append((place, f"{table.name} {title}" if is_taken else title))
    rows = []
    for row in every:
        cells = [joined.cell(row, place) for place in range(start)]
        is_header = row == layout.header
        cells += [title if is_header else table.cell(row, place) for place, title in wanted]
        rows.append(tuple(cells))
    to = {place: start + number for number, (place, _) in enumerate(wanted)}
    return Table(
        tuple(rows),
        joined.name,
        joined.dates | {(row, to[place]) for row, place in table.dates if place in to},
        formulas=joined.formulas | {to[place] for place in table.formulas if place in to},
    )
