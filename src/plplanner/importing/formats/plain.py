"""Any table with a name column: a teacher's own spreadsheet, or a class list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plplanner.importing.clean_text import MAX_NAME, MAX_TITLE, clean_text, cut
from plplanner.importing.guess_columns import (
    GuessedColumn,
    find_header,
    find_unheaded_names,
    guess_columns,
)
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, settle_name_roles
from plplanner.importing.numbers_read import read_number
from plplanner.importing.person_names import join_name, split_name
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
    StudentRead,
    TableRead,
)
from plplanner.importing.score_grid import read_score_grid
from plplanner.importing.special_rows import RowKind, can_be_name, row_kind
from plplanner.importing.table import Table, column_letter
from plplanner.importing.titles import (
    date_in,
    is_month_first,
    points_in_title,
    standards_in_title,
)
from plplanner.problems import Problem

_NAME_ORDER = (ColumnRole.NAME, ColumnRole.LAST, ColumnRole.FIRST)


@dataclass(frozen=True)
class _Layout:
    """Where things are: the header row, the name columns, and the rows by kind."""

    header: int
    names: tuple[int, ...]
    unheaded: int | None
    students: tuple[int, ...]
    points: int | None
    dates: int | None
    nameless: tuple[int, ...]


def read_plain(table: Table, *, file_name: str) -> GradebookRead:
    """Students and scores of a plain table; format `roster` when it holds no scores.

    Raises Problem when there is no name column or no student.
    """
    layout = _layout(table, file_name=file_name)
    points = table.rows[layout.points] if layout.points is not None else ()
    columns = guess_columns(
        table, header=layout.header, rows=layout.students, points=points, names=layout.unheaded
    )
    places = tuple(i for i, column in enumerate(columns) if column.role is ColumnRole.SCORE)
    assessments = _assessments(table, layout, columns, places)
    grid = read_score_grid(table, rows=layout.students, places=places, assessments=assessments)
    return GradebookRead(
        format="teacher_spreadsheet" if places else "roster",
        students=tuple(student_of_row(table, row, columns) for row in layout.students),
        assessments=assessments,
        scores=grid.scores,
        warnings=_nameless_warnings(layout) + grid.warnings,
        questions=grid.questions,
        unread=grid.unread,
        ignored_columns=_ignored(columns, table, layout.students),
        source=_source(table, layout, columns, dict(zip(places, assessments, strict=True))),
    )


def _source(
    table: Table,
    layout: _Layout,
    columns: tuple[GuessedColumn, ...],
    assessments: Mapping[int, AssessmentRead],
) -> TableRead:
    """Every column with what it was taken for."""
    return TableRead(
        table=table,
        header=layout.header,
        points=layout.points,
        students=layout.students,
        columns=tuple(
            ColumnRead(c.header, c.role, c.id_kind, c.why, assessments.get(place))
            for place, c in enumerate(columns)
        ),
    )


def _layout(table: Table, *, file_name: str) -> _Layout:
    """Header, name columns and the kind of every other row."""
    header = find_header(table)
    unheaded: int | None = None
    if header is not None:
        headers = tuple(table.rows[header])
        names = tuple(i for i, role in enumerate(settle_name_roles(headers)) if role in NAME_ROLES)
    else:
        found = find_unheaded_names(table)
        if found is None:
            raise Problem(
                f"“{file_name}” has no column with student names.",
                "Put a heading such as “Student” above the names, save, then import again.",
            )
        header, unheaded = found
        names = (unheaded,)
    layout = _sort_rows(table, header, names, unheaded)
    if not layout.students:
        raise Problem(
            f"“{file_name}” has a heading for names but no student below it.",
            "Check that the right class was exported, then import again.",
        )
    return layout


def _sort_rows(table: Table, header: int, names: tuple[int, ...], unheaded: int | None) -> _Layout:
    """Students apart from points, dates, averages, keys and notes."""
    students: list[int] = []
    nameless: list[int] = []
    kinds: dict[RowKind, int] = {}
    heads = tuple(clean_text(table.cell(header, name)).casefold() for name in names)
    for row, cells in enumerate(table.rows):
        if row == header or not any(cell.strip() for cell in cells):
            continue
        kind = _kind_of(cells, names)
        if kind is not None:
            kinds.setdefault(kind, row)
        elif row > header:
            labels = tuple(clean_text(table.cell(row, name)) for name in names)
            if not any(labels):
                nameless.append(row)
            elif all(can_be_name(label) for label in labels if label) and heads != tuple(
                label.casefold() for label in labels
            ):
                students.append(row)
    return _Layout(
        header,
        names,
        unheaded,
        tuple(students),
        kinds.get(RowKind.POINTS),
        kinds.get(RowKind.DATES),
        tuple(row for row in nameless if students and row < students[-1]),
    )


def _kind_of(cells: Sequence[str], names: tuple[int, ...]) -> RowKind | None:
    """The kind a row's label names. A label fills one name column, or stands left of the scores
    in a row without a name."""
    labels = [cells[name] for name in names if name < len(cells) and cells[name].strip()]
    if len(labels) == 1:
        return row_kind(labels[0])
    if len(labels) > 1:
        return row_kind(" ".join(labels)) or (
            row_kind(labels[0]) if len(set(labels)) == 1 else None
        )
    worded = [cell for cell in cells if cell.strip() and not cell.strip()[0].isdigit()]
    return row_kind(worded[0]) if worded else None


def _assessments(
    table: Table, layout: _Layout, columns: tuple[GuessedColumn, ...], places: tuple[int, ...]
) -> tuple[AssessmentRead, ...]:
    """The score columns with their points and dates, where the file tells them."""
    dates = layout.dates
    texts = [table.cell(dates, i) if dates is not None else "" for i in places]
    texts = [text or columns[i].header for text, i in zip(texts, places, strict=True)]
    month_first = is_month_first(tuple(texts))
    found = []
    for place, text in zip(places, texts, strict=True):
        header = cut(columns[place].header, limit=MAX_TITLE)
        title = header or f"Column {column_letter(place)}"
        found.append(
            AssessmentRead(
                title=title,
                points_possible=_points(table, layout, place, title),
                date=date_in(text, month_first=month_first) or date_in(title),
                standards=standards_in_title(title),
            )
        )
    return tuple(found)


def _points(table: Table, layout: _Layout, place: int, title: str) -> float | None:
    """From the points row, else the title, else cells such as “4/5” that all agree."""
    if layout.points is not None:
        written = clean_text(table.cell(layout.points, place))
        number = re.search(r"\d+(?:[.,]\d+)?", written)
        value = read_number(number.group(), decimal_comma=True) if number else None
        if value is not None:
            return value
    said = points_in_title(title)
    return said if said is not None else _points_of_cells(table, layout.students, place)


def _points_of_cells(table: Table, rows: tuple[int, ...], place: int) -> float | None:
    """The one “of 5” that all fractions of a column share."""
    bare = ScoreColumn()
    fractions = (cell for cell in table.column(place, rows=rows) if not cell.strip().isdigit())
    said = {read_score(cell, bare).score.possible for cell in fractions} - {None}
    return said.pop() if len(said) == 1 else None


def student_of_row(
    table: Table, row: int, columns: Sequence[GuessedColumn | ColumnRead]
) -> StudentRead:
    """One person from the name, id and section columns of her row."""
    cells: dict[ColumnRole, str] = {}
    ids: dict[str, str | None] = {}
    for place, column in enumerate(columns):
        text = clean_text(table.cell(row, place))
        if column.role is ColumnRole.ID and text:
            ids.setdefault(column.id_kind, text)
        else:
            cells.setdefault(column.role, text)
    email = cells.get(ColumnRole.EMAIL)
    if email:
        ids["email"] = email
    nickname = cells.get(ColumnRole.NICKNAME, "")
    if cells.get(ColumnRole.NAME):
        name = split_name(cells[ColumnRole.NAME])
    else:
        name = join_name(
            last=cells.get(ColumnRole.LAST, ""),
            first=cells.get(ColumnRole.FIRST, ""),
            middle=cells.get(ColumnRole.MIDDLE, ""),
            suffix=cells.get(ColumnRole.SUFFIX, ""),
        )
    known_as = cut(nickname, limit=MAX_NAME) if nickname and nickname != name.first else None
    return StudentRead(
        last=name.last,
        first=name.first,
        suffix=name.suffix,
        nickname=known_as or name.nickname,
        ids=ids,
        section=cells.get(ColumnRole.SECTION) or None,
        grade=_grade(cells.get(ColumnRole.GRADE, "")),
        display=_shown(table, row, columns),
    )


def _grade(text: str) -> str | None:
    """A school year without leading zeros: “06” is “6”."""
    return (text.lstrip("0") or text) or None


def _shown(table: Table, row: int, columns: Sequence[GuessedColumn | ColumnRead]) -> str:
    """The name as the file writes it."""
    named = (place for place, column in enumerate(columns) if column.role in _NAME_ORDER)
    parts = (clean_text(table.cell(row, place)) for place in named)
    return cut(", ".join(part for part in parts if part), limit=MAX_NAME)


def _nameless_warnings(layout: _Layout) -> tuple[CellWarning, ...]:
    """Rows between the students that have cells and no name."""
    message = "This row has no name, so it is left out."
    return tuple(CellWarning(row + 1, "Name", message) for row in layout.nameless)


def _ignored(
    columns: tuple[GuessedColumn, ...], table: Table, rows: tuple[int, ...]
) -> tuple[IgnoredColumn, ...]:
    """Columns left out with their reason; blank ones without a header are not worth a word."""
    left = []
    for place, column in enumerate(columns):
        if column.role is not ColumnRole.LEFT_OUT:
            continue
        if column.header or any(cell.strip() for cell in table.column(place, rows=rows)):
            left.append(
                IgnoredColumn(column.header or f"Column {column_letter(place)}", column.why)
            )
    return tuple(left)
