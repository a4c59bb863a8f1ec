"""Where a plain table keeps its headings, its students and its points, before columns are read."""

from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text
from plplanner.importing.guess_columns import find_header, find_id_header, find_unheaded_names
from plplanner.importing.header_words import (
    NAME_ROLES,
    ColumnRole,
    header_role,
    settle_name_roles,
)
from plplanner.importing.special_rows import RowKind, can_be_name, can_be_numbered_name, row_kind
from plplanner.importing.stacked_headers import Headings, stacked_headings
from plplanner.importing.table import Table, quoted
from plplanner.problems import Problem
from plplanner.records import record

_IDS = (ColumnRole.ID, ColumnRole.EMAIL)


@record(frozen=True)
class PlainLayout:
    """The row of the headings (-1 above the table), the columns that tell people apart, the rows.

    `unheaded` is a column of names under no heading of names. `points` and `dates` are the cells
    of such a row, () without one; `points_row` is its place. `nameless` rows hold cells of nobody;
    `notes` are rows left out for a name that can be none, with what stands there.
    """

    header: int
    headers: tuple[str, ...]
    unheaded: int | None
    students: tuple[int, ...]
    points: tuple[str, ...]
    dates: tuple[str, ...]
    points_row: int | None
    nameless: tuple[int, ...]
    notes: tuple[tuple[int, str], ...] = ()


@record(frozen=True)
class _Rows:
    """Rows by kind: people, rows without a name, notes, and the first of each labelled kind."""

    students: tuple[int, ...]
    nameless: tuple[int, ...]
    notes: tuple[tuple[int, str], ...]
    kinds: dict[RowKind, int]


def plain_layout(table: Table, *, file_name: str) -> PlainLayout:
    """The layout of any table with names, or at least with ids. Problem when it has neither."""
    header, names, unheaded = _header(table, file_name=file_name)
    named = unheaded is not None or any(
        settle_name_roles(table.rows[header])[place] in NAME_ROLES for place in names
    )
    rows = _sort_rows(table, header, names, named=named)
    if not rows.students:
        raise _nobody(rows.notes, file_name=file_name)
    between = [row for row in rows.nameless if header < row < rows.students[0]]
    stack = _headings(table, header, between)
    points, dates = rows.kinds.get(RowKind.POINTS), rows.kinds.get(RowKind.DATES)
    return PlainLayout(
        header=header,
        headers=stack.headers,
        unheaded=unheaded,
        students=rows.students,
        points=table.rows[points] if points is not None else stack.points,
        dates=table.rows[dates] if dates is not None else stack.dates,
        points_row=points,
        nameless=tuple(
            row for row in rows.nameless if row < rows.students[-1] and row not in stack.rows
        ),
        notes=rows.notes,
    )


def _nobody(notes: Sequence[tuple[int, str]], *, file_name: str) -> Problem:
    """The Problem of a table of names without students: what stands there instead."""
    if notes:
        row, text = notes[0]
        return Problem(
            f"“{file_name}” has no names that can be read: row {row + 1} says {quoted(text)}.",
            "Put the students' names into that column, then import again.",
        )
    return Problem(
        f"“{file_name}” has a heading for names but no student below it.",
        "Check that the right class was exported, then import again.",
    )


def _headings(table: Table, header: int, between: Sequence[int]) -> Headings:
    if header < 0:
        return Headings(("",) * table.width)
    return stacked_headings(table, header=header, below=between)


def _header(table: Table, *, file_name: str) -> tuple[int, tuple[int, ...], int | None]:
    """The heading row, the columns that tell people apart, and a column of names without heading.

    Names count most, then a column that is full of “Last, First”, then ids.
    """
    if table.names_from is not None:
        return table.names_from - 1, (0,), 0
    header = find_header(table)
    if header is not None:
        roles = settle_name_roles(tuple(table.rows[header]))
        return header, tuple(i for i, role in enumerate(roles) if role in NAME_ROLES), None
    found = find_unheaded_names(table)
    if found is not None:
        return found[0], (found[1],), found[1]
    header = find_id_header(table)
    if header is None:
        raise Problem(
            f"“{file_name}” has no column with student names.",
            "Put a heading such as “Student” above the names, save, then import again.",
        )
    cells = table.rows[header]
    return header, tuple(i for i, cell in enumerate(cells) if header_role(cell) in _IDS), None


def _sort_rows(table: Table, header: int, names: tuple[int, ...], *, named: bool) -> _Rows:
    """Students apart from points, dates, averages, keys and notes."""
    students: list[int] = []
    nameless: list[int] = []
    notes: list[tuple[int, str]] = []
    kinds: dict[RowKind, int] = {}
    heads = tuple(clean_text(table.cell(header, name)).casefold() for name in names)
    for row, cells in enumerate(table.rows):
        if row == header or not any(cell.strip() for cell in cells):
            continue
        labels = tuple([clean_text(cells[name]) if name < len(cells) else "" for name in names])
        kind = _kind_of(cells, [label for label in labels if label])
        if kind is not None:
            kinds.setdefault(kind, row)
        elif row > header:
            if not any(labels):
                nameless.append(row)
            elif heads == tuple(label.casefold() for label in labels):
                continue
            elif _is_person(labels, cells, named=named):
                students.append(row)
            else:
                notes.append((row, " ".join(label for label in labels if label)))
    return _Rows(tuple(students), tuple(nameless), tuple(notes), kinds)


def _is_person(labels: tuple[str, ...], cells: Sequence[str], *, named: bool) -> bool:
    """Names that can be names, with a number only beside other cells; an id has no space in it."""
    said = [label for label in labels if label]
    if not named:
        return all(" " not in label for label in said)
    has_more = sum(1 for cell in cells if cell.strip()) > len(said)
    return all(map(can_be_numbered_name if has_more else can_be_name, said))


def _kind_of(cells: Sequence[str], labels: Sequence[str]) -> RowKind | None:
    """The kind a row's label names. A label fills one name column, or stands left of the scores
    in a row without a name."""
    if len(labels) == 1:
        return row_kind(labels[0])
    if len(labels) > 1:
        return row_kind(" ".join(labels)) or (
            row_kind(labels[0]) if len(set(labels)) == 1 else None
        )
    worded = [cell for cell in cells if cell.strip() and not cell.strip()[0].isdigit()]
    return row_kind(worded[0]) if worded else None
