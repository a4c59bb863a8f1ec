"""One gradebook on several sheets, a sheet for each class: read as the one table it is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.formats.plain_layout import PlainLayout, plain_layout
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, header_role, settle_name_roles
from plplanner.importing.rows import CellWarning, GradebookRead
from plplanner.importing.table import Table, quoted
from plplanner.problems import Problem
from plplanner.records import record

WHO = NAME_ROLES | {ColumnRole.ID, ColumnRole.EMAIL}
"""What columns say who somebody is."""
_Sheet = tuple[Table, PlainLayout]
UNNAMED = re.compile(
    r"(?:sheet|blad|hoja|feuil(?:le)?|tabelle|foglio|planilha|arkusz|ark|table)\s?\d*",
    re.IGNORECASE,
)
"""What a workbook calls a sheet that nobody named."""


@record(frozen=True)
class JoinedSheets:
    """The rows of all sheets below the headings of the first. `origins` tell for each row of the
    other sheets where it stands: (sheet, row from 0)."""

    table: Table
    origins: dict[int, tuple[str, int]]
    sheets: frozenset[str]


def join_sheets(tables: Sequence[Table]) -> JoinedSheets | None:
    """The sheets of people with the headings of the first one that has students, as one table.

    A sheet may have assessments that others have not; one that both have has the same points. The
    name of a sheet is the class of its students, where no column names one. None unless two
    sheets or more belong together; sheets of the same people are different tests, and stay apart.
    """
    found = [(table, layout) for table in tables if (layout := sheet_layout(table)) is not None]
    if not found or len({table.name for table in tables}) < len(tables):
        return None
    alike = [one for one in found if _belongs(one, found[0])]
    people = [_people(*one) for one in alike]
    everybody = frozenset[str]().union(*people)
    if len(alike) < 2 or len(everybody) < 0.9 * sum(map(len, people)):
        return None
    headers = alike[0][1].headers
    has_section = ColumnRole.SECTION in settle_name_roles(headers)
    if not has_section and any(UNNAMED.fullmatch(table.name) for table, _ in alike):
        return None
    return _joined(alike, has_section=has_section)


def with_origins(read: GradebookRead, joined: JoinedSheets) -> GradebookRead:
    """The same with the sheet and its own row in each message about a cell of another sheet."""
    return replace(
        read, warnings=tuple(_told(one, joined.origins.get(one.row - 1)) for one in read.warnings)
    )


def _told(warning: CellWarning, origin: tuple[str, int] | None) -> CellWarning:
    if origin is None:
        return warning
    sheet, row = origin
    return replace(warning, message=f"{warning.message} Sheet {quoted(sheet)}, row {row + 1}.")


def sheet_layout(table: Table) -> PlainLayout | None:
    """Where things stand on a named sheet of students; None for any other."""
    try:
        layout = plain_layout(table, file_name=table.name)
    except Problem:
        return None
    return layout if layout.header >= 0 and table.name else None


def _belongs(one: _Sheet, first: _Sheet) -> bool:
    """True for the same people columns, an assessment in common, and no other points for one."""
    own, known = _columns(one[1]), _columns(first[1])
    shared = own.keys() & known.keys()
    if any(own[key] != known[key] for key in shared):
        return False
    if own.keys() == known.keys():
        return True
    people = [{key for key in keys if header_role(key[0]) is not None} for keys in (own, known)]
    is_more = people[0] == people[1] and len(shared) > len(people[0])
    has_points = [layout.points_row is not None for _, layout in (one, first)]
    return is_more and has_points[0] == has_points[1] and all(map(_is_plain, (one, first)))


def _is_plain(sheet: _Sheet) -> bool:
    """One row of headings, which says all there is of each column but its points."""
    table, layout = sheet
    cells = tuple(clean_text(table.cell(layout.header, at)) for at in range(len(layout.headers)))
    said = tuple(map(clean_text, layout.headers))
    return cells == said and layout.unheaded is None and not layout.dates


def _columns(layout: PlainLayout) -> dict[tuple[str, int], str]:
    """The points of each heading, in order; a heading that stands there twice is numbered."""
    seen = Counter[str]()
    found = {}
    for place, header in enumerate(layout.headers):
        text = clean_text(header)
        if text:
            points = layout.points[place] if place < len(layout.points) else ""
            found[text, seen[text]] = clean_text(points)
            seen[text] += 1
    return found


def _places(layout: PlainLayout) -> dict[tuple[str, int], int]:
    """Where each heading stands."""
    filled = [place for place, header in enumerate(layout.headers) if clean_text(header)]
    return dict(zip(_columns(layout), filled, strict=True))


def _people(table: Table, layout: PlainLayout) -> frozenset[str]:
    roles = settle_name_roles(layout.headers)
    places = [place for place, role in enumerate(roles) if role in WHO]
    if layout.unheaded is not None:
        places.append(layout.unheaded)
    return frozenset(
        "|".join(name_form(table.cell(row, place)) for place in places) for row in layout.students
    )


def _joined(alike: Sequence[_Sheet], *, has_section: bool) -> JoinedSheets:
    """The first sheet whole, then the students of the others; their further columns at the end."""
    first, layout = alike[0]
    known, wanted = _places(layout), _places(layout)
    for _, own in alike[1:]:
        for key in _columns(own):
            wanted.setdefault(key, first.width + len(wanted) - len(known))
    same = [table.width for table, own in alike if _places(own) == known]
    width = max(*same, first.width, *(place + 1 for place in wanted.values()))
    rows: list[tuple[str, ...]] = []
    dates: set[tuple[int, int]] = set()
    origins: dict[int, tuple[str, int]] = {}
    for table, own in alike:
        moved = {place: wanted[key] for key, place in _places(own).items()}
        if _places(own) == known:
            moved = {place: place for place in range(table.width)}
        students = frozenset(own.students)
        dated = _dated(table)
        for row in range(len(table.rows)) if table is first else own.students:
            if table is not first:
                origins[len(rows)] = (table.name, row)
            dates |= {(len(rows), moved[place]) for place in dated.get(row, ()) if place in moved}
            cells = [""] * width
            for place, to in moved.items():
                cells[to] = table.cell(row, place) or cells[to]
            heading = "Section" if table is first and row == layout.header else ""
            section = table.name if row in students else heading
            rows.append(tuple(cells) if has_section else (*cells, section))
    _head_further_columns(rows, alike, wanted)
    sheets = frozenset(table.name for table, _ in alike)
    joined = Table(tuple(rows), first.name, frozenset(dates), formulas=first.formulas)
    return JoinedSheets(joined, origins, sheets)


def _head_further_columns(
    rows: list[tuple[str, ...]],
    alike: Sequence[_Sheet],
    wanted: Mapping[tuple[str, int], int],
) -> None:
    """Write the headings and points of columns that the first sheet does not have."""
    layout = alike[0][1]
    header, known = list(rows[layout.header]), _columns(layout)
    points = list(rows[layout.points_row]) if layout.points_row is not None else []
    for _, own in alike[1:]:
        for key, said in _columns(own).items():
            if key not in known:
                header[wanted[key]] = key[0]
                points[wanted[key] : wanted[key] + 1] = [said] if points else []
    rows[layout.header] = tuple(header)
    if layout.points_row is not None:
        rows[layout.points_row] = tuple(points)


def _dated(table: Table) -> dict[int, list[int]]:
    """The columns of dates by row."""
    found: dict[int, list[int]] = {}
    for row, place in table.dates:
        found.setdefault(row, []).append(place)
    return found
