"""Any table with a name column: a teacher's own spreadsheet, or a class list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.importing.class_columns import with_class_column
from plplanner.importing.clean_text import MAX_TITLE, cut
from plplanner.importing.companion_columns import is_total, left_out, without_companions
from plplanner.importing.flag_columns import flag_columns, with_flags
from plplanner.importing.formats.plain_layout import PlainLayout, plain_layout
from plplanner.importing.formula_columns import without_formulas
from plplanner.importing.guess_columns import GuessedColumn, guess_columns, names_a_task
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.item_columns import with_item_columns
from plplanner.importing.label_rows import with_labels_beside
from plplanner.importing.laid_out_table import LaidOut, read_laid_out
from plplanner.importing.level_words import are_levels
from plplanner.importing.question_columns import (
    places_of_questions,
    without_answers,
    without_questions,
)
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
)
from plplanner.importing.score_grid import MAX_WARNINGS
from plplanner.importing.special_rows import not_a_name
from plplanner.importing.stacked_headers import points_of
from plplanner.importing.staff_rows import without_staff
from plplanner.importing.table import Table, column_letter, quoted
from plplanner.importing.titles import (
    bare_points_in_title,
    date_in,
    is_month_first,
    points_in_title,
    scale_title,
    standards_in_title,
)
from plplanner.importing.unheaded_parts import with_joined_parts


def read_plain(table: Table, *, file_name: str) -> GradebookRead:
    """Students and scores of a plain table; format `roster` when it holds no scores.

    Raises Problem when there is neither a name nor an id column, or no student.
    """
    table = with_labels_beside(with_joined_parts(with_class_column(table), file_name=file_name))
    table, staff = without_staff(table)
    layout = plain_layout(table, file_name=file_name)
    flags = flag_columns(layout.headers)
    table = with_flags(table, layout.students, flags)
    columns = _columns(table, layout, flags)
    places = tuple(i for i, column in enumerate(columns) if column.role is ColumnRole.SCORE)
    assessments = _assessments(table, layout, columns, places)
    laid = _laid_out(table, layout, columns, dict(zip(places, assessments, strict=True)))
    read = read_laid_out(
        laid,
        format_name="teacher_spreadsheet" if places else "roster",
        file_name=file_name,
        warnings=(*_unheaded_words(table), *staff, *_nameless_warnings(layout), *_notes(layout)),
    )
    items = places_of_questions(columns)
    read = with_item_columns(read, items, points=_points_of_items(layout, items))
    return replace(read, ignored_columns=_ignored(columns, table, layout.students))


def _columns(
    table: Table, layout: PlainLayout, flags: Mapping[int, int]
) -> tuple[GuessedColumn, ...]:
    """What every column holds; what only says more of another column is left out."""
    guessed = guess_columns(
        table,
        headers=layout.headers,
        rows=layout.students,
        points=layout.points,
        names=layout.unheaded,
    )
    apart = tuple(
        left_out(column, f"Joined to {quoted(layout.headers[flags[place]])}.")
        if place in flags
        else column
        for place, column in enumerate(guessed)
    )
    asked = without_answers(apart, table, layout.students)
    alone = without_companions(asked, table, layout.students)
    told = without_questions(alone, table, layout.students)
    return without_formulas(told, table.formulas)


def _points_of_items(layout: PlainLayout, items: list[int]) -> dict[int, float]:
    """Points possible of single questions, from the points row or the heading, by column."""
    said = {
        place: points_of(_at(layout.points, place)) or points_in_title(layout.headers[place])
        for place in items
    }
    return {place: points for place, points in said.items() if points}


def _laid_out(
    table: Table,
    layout: PlainLayout,
    columns: tuple[GuessedColumn, ...],
    assessments: Mapping[int, AssessmentRead],
) -> LaidOut:
    """Every column with what it was taken for."""
    return LaidOut(
        table=table,
        header=layout.header,
        points=layout.points_row,
        students=layout.students,
        columns=tuple(
            ColumnRead(c.header, c.role, c.id_kind, c.why, assessments.get(place))
            for place, c in enumerate(columns)
        ),
        levels=frozenset(
            place for place in assessments if are_levels(table.column(place, rows=layout.students))
        ),
    )


def _assessments(
    table: Table, layout: PlainLayout, columns: tuple[GuessedColumn, ...], places: tuple[int, ...]
) -> tuple[AssessmentRead, ...]:
    """The score columns with their points and dates, where the file tells them.

    “Score” alone names no test; next week's file would be taken for the same one.
    """
    in_brackets = _points_in_brackets(table, layout, columns, places)
    texts = [_at(layout.dates, i) or columns[i].header for i in places]
    month_first = is_month_first(tuple(texts))
    found = []
    for place, text in zip(places, texts, strict=True):
        header = cut(columns[place].header, limit=MAX_TITLE)
        title = header or f"Column {column_letter(place)}"
        names_nothing = len(places) == 1 and is_total(title)
        beside, scale = columns[place].points, scale_title(title)
        written = points_of(_at(layout.points, place))
        told = written or points_in_title(title) or beside
        points = None if scale else told or _points_of_cells(table, layout.students, place)
        if not (scale or points):
            points = in_brackets.get(place)
        found.append(
            AssessmentRead(
                title=None if names_nothing else scale or title,
                points_possible=points,
                date=date_in(text, month_first=month_first) or date_in(title),
                standards=standards_in_title(title),
                is_scale=scale is not None,
            )
        )
    return tuple(found)


def _at(cells: tuple[str, ...], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _points_in_brackets(
    table: Table, layout: PlainLayout, columns: Sequence[GuessedColumn], places: Sequence[int]
) -> dict[int, float]:
    """The points of titles such as “Quiz (12)”, where the scores agree.

    One with low scores alone is believed where most others agree.
    """
    said = {place: bare_points_in_title(columns[place].header) for place in places}
    scored = {
        place: _points_scored(table, layout.students, place) for place, bare in said.items() if bare
    }
    fits = {place for place, known in scored.items() if _fits(known, said[place] or 0)}
    most = len(fits) * 2 > len(scored)
    return {
        place: bare
        for place, bare in said.items()
        if bare and (place in fits or _is_likely(columns[place].header, scored[place], bare, most))
    }


def _is_likely(header: str, known: Sequence[float], points: float, is_usual: bool) -> bool:
    """Low scores, or one with extra credit, where the title names a task and a round number."""
    highest = max(known, default=0)
    named = names_a_task(header) and points >= 10 and points % 5 == 0
    return highest <= points * 1.25 if named else is_usual and highest <= points


def _points_scored(table: Table, rows: tuple[int, ...], place: int) -> list[float]:
    """The points of a column, those that carry a mark such as “7 L” too."""
    cells, bare = table.column(place, rows=rows), ScoreColumn()
    known = {cell: read_score(cell, bare).score.points for cell in set(cells)}
    return [points for cell in cells if (points := known[cell]) is not None]


def _fits(known: Sequence[float], points: float) -> bool:
    """At most one score in ten above the points, a slip, or one in three by a quarter at most, as
    extra credit is; and the best at least half of them.

    Where nobody has a score yet, nothing speaks against them.
    """
    above, best = sum(score > points for score in known), max(known, default=points)
    few = above * 10 <= len(known) or (above * 3 <= len(known) and best <= 1.25 * points)
    return few and best >= points / 2


def _points_of_cells(table: Table, rows: tuple[int, ...], place: int) -> float | None:
    """The one “of 5” that all fractions of a column share."""
    bare = ScoreColumn()
    fractions = (cell for cell in table.column(place, rows=rows) if not cell.strip().isdigit())
    said = {read_score(cell, bare).score.possible for cell in fractions} - {None}
    return said.pop() if len(said) == 1 else None


def _unheaded_words(table: Table) -> tuple[CellWarning, ...]:
    """A list of single words under no heading may be names, and may be anything else."""
    if table.names_from is None or any(cell.strip() for cell in table.rows[table.names_from][1:]):
        return ()
    names = [table.cell(row, 0) for row in range(table.names_from, len(table.rows))]
    if 2 * sum(" " in name for name in names) > sum(bool(name) for name in names):
        return ()
    said = "Nothing here says that these are names. Each line is taken for a student."
    return (CellWarning(table.names_from + 1, "Name", said),)


def _nameless_warnings(layout: PlainLayout) -> tuple[CellWarning, ...]:
    """Rows between the students that have cells and no name."""
    message = "This row has no name, so it is left out."
    return tuple(CellWarning(row + 1, "Name", message) for row in layout.nameless)


def _notes(layout: PlainLayout) -> tuple[CellWarning, ...]:
    """Rows left out because nobody can be called so, each quoted."""
    return tuple(not_a_name(row, text) for row, text in layout.notes[:MAX_WARNINGS])


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
