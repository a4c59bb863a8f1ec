"""What the teacher corrects in a preview, and what the file says with her corrections."""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from plplanner.importing.answers import Settled, settle_scores
from plplanner.importing.header_words import NAME_ROLES, ColumnRole
from plplanner.importing.item_columns import with_items_of
from plplanner.importing.read_score import percent_of
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    ScoreRead,
    StudentRead,
    TableRead,
)
from plplanner.importing.score_grid import read_score_grid
from plplanner.importing.shown_table import table_of
from plplanner.importing.student_row import students_of_rows
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import ScoreStatus

_ALONE = frozenset({ColumnRole.NAME, ColumnRole.SECTION})


class BlankMeans(StrEnum):
    """What the teacher says a blank cell means."""

    NO_EVIDENCE = "no_evidence"
    NOT_HANDED_IN = "not_handed_in"
    ZERO = "zero"


@record(frozen=True)
class Corrections:
    """Everything the teacher changed in one preview; rows and columns count from 0.

    `marks` says what words of the file stand for. Scores above the points possible stay out
    until she takes them in as extra credit. `classes` says which class a section becomes, under
    "" in a file that names none.
    """

    columns: Mapping[int, ColumnRead] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    blank: BlankMeans = BlankMeans.NO_EVIDENCE
    marks: Mapping[str, ScoreStatus] = field(default_factory=dict)
    bare_numbers_are_percent: bool = False
    extra_credit: bool = False
    classes: Mapping[str, str] = field(default_factory=dict)


def corrected(read: GradebookRead, corrections: Corrections) -> GradebookRead:
    """What the file says with the teacher's corrections; the answer always has its `source`.

    Problem when no column of names is left.
    """
    source = read.source or table_of(read)
    if source.as_written:
        again = _read_again(read, source, corrections)
    else:
        again = _without_left_out(read, source, corrections)
    return _with_answers(again, corrections)


def score_places(source: TableRead) -> tuple[int, ...]:
    """The columns of scores, in order; the j-th belongs to the j-th assessment."""
    return tuple(i for i, column in enumerate(source.columns) if column.assessment is not None)


def _read_again(read: GradebookRead, source: TableRead, corrections: Corrections) -> GradebookRead:
    """The same rows read with other columns or cells; nothing is read again without need."""
    if not corrections.columns and not corrections.cells:
        return replace(read, source=source)
    told = replace(
        source,
        columns=_told_columns(source.columns, corrections.columns),
        table=_with_cells(source, corrections.cells),
    )
    assessments = tuple(c.assessment for c in told.columns if c.assessment is not None)
    grid = read_score_grid(
        told.table,
        rows=told.students,
        places=score_places(told),
        assessments=assessments,
        not_available=told.not_available,
    )
    return replace(
        read,
        students=_students_again(read, source, told)
        if _touches_people(source, told, corrections)
        else read.students,
        assessments=assessments,
        scores=with_items_of(grid.scores, _first_read(read, source, told)),
        warnings=_not_of_cells(read) + grid.warnings,
        questions=grid.questions,
        unread=grid.unread,
        source=told,
    )


def _first_read(
    read: GradebookRead, source: TableRead, told: TableRead
) -> list[dict[int, ScoreRead]]:
    """What was read at first, for each student by the place that its column has now."""
    now = {place: j for j, place in enumerate(score_places(told))}
    kept = [(now[place], j) for j, place in enumerate(score_places(source)) if place in now]
    return [{after: row[before] for after, before in kept} for row in read.scores]


def _students_again(
    read: GradebookRead, source: TableRead, told: TableRead
) -> tuple[StudentRead, ...]:
    """The people by the columns as told; a class that stands in no column stays."""
    again = students_of_rows(told.table, told.students, told.columns)
    roles = {column.role for column in (*source.columns, *told.columns)}
    if ColumnRole.SECTION in roles or len(again) != len(read.students):
        return again
    return tuple(
        replace(one, section=before.section)
        for one, before in zip(again, read.students, strict=True)
    )


def _told_columns(
    columns: tuple[ColumnRead, ...], told: Mapping[int, ColumnRead]
) -> tuple[ColumnRead, ...]:
    """The columns with the teacher's word; another column of names or sections gives way."""
    taken = {column.role for column in told.values()} & _ALONE
    if ColumnRole.NAME in taken:
        taken |= NAME_ROLES
    given_way = "Another column was chosen for this."
    merged = tuple(
        told.get(place)
        or (replace(c, role=ColumnRole.LEFT_OUT, why=given_way) if c.role in taken else c)
        for place, c in enumerate(columns)
    )
    if not any(column.role in NAME_ROLES for column in merged):
        raise Problem("No column holds the names now.", "Choose Name for one of the columns.")
    return merged


def _with_cells(source: TableRead, cells: Mapping[tuple[int, int], str]) -> Table:
    """The table with cells typed over; a cell typed over is no date of the workbook any more."""
    rows = [list(row) for row in source.table.rows] if cells else []
    for (row, place), text in cells.items():
        rows[row] += [""] * (place + 1 - len(rows[row]))
        rows[row][place] = text
    return (
        replace(
            source.table,
            rows=tuple(tuple(row) for row in rows),
            dates=source.table.dates - frozenset(cells),
        )
        if cells
        else source.table
    )


def _touches_people(source: TableRead, told: TableRead, corrections: Corrections) -> bool:
    """Whether a name, an id or a section was corrected."""
    before, after = source.columns, told.columns
    moved = any(
        one.role is not other.role and {one.role, other.role} != {*_SCORE_OR_NOT}
        for one, other in zip(before, after, strict=True)
    )
    return moved or any(after[place].role not in _SCORE_OR_NOT for _, place in corrections.cells)


_SCORE_OR_NOT = frozenset({ColumnRole.SCORE, ColumnRole.LEFT_OUT})


def _not_of_cells(read: GradebookRead) -> tuple[CellWarning, ...]:
    """Warnings about whole rows and sheets, which no column correction answers."""
    titles = {assessment.title for assessment in read.assessments}
    return tuple(warning for warning in read.warnings if warning.column not in titles)


def _without_left_out(
    read: GradebookRead, source: TableRead, corrections: Corrections
) -> GradebookRead:
    """For formats whose table is not known cell by cell: columns left out, renamed, re-dated."""
    columns = tuple(
        corrections.columns.get(place, column) for place, column in enumerate(source.columns)
    )
    places = score_places(source)
    kept = [j for j, place in enumerate(places) if columns[place].assessment is not None]
    assessments = tuple(a for place in places if (a := columns[place].assessment) is not None)
    return replace(
        read,
        assessments=assessments,
        scores=tuple(
            tuple(
                _of_points(row[j], read.assessments[j], assessment)
                for j, assessment in zip(kept, assessments, strict=True)
            )
            for row in read.scores
        ),
        unread=frozenset((i, kept.index(j)) for i, j in read.unread if j in kept),
        source=replace(source, columns=columns),
    )


def _of_points(score: ScoreRead, before: AssessmentRead, after: AssessmentRead) -> ScoreRead:
    """The score with other points possible, where the teacher gave them."""
    if before.points_possible == after.points_possible:
        return score
    possible = after.points_possible
    percent = score.percent if score.points is None else percent_of(score.points, possible)
    return replace(score, possible=possible, percent=percent)


def _with_answers(read: GradebookRead, corrections: Corrections) -> GradebookRead:
    """Blanks, marks, bare numbers and scores above the points, as the teacher settled them."""
    assert read.source is not None  # set by both ways of reading again
    settled: Settled = settle_scores(
        read,
        read.source,
        score_places(read.source),
        blank={
            BlankMeans.NO_EVIDENCE: ScoreStatus.NONE,
            BlankMeans.NOT_HANDED_IN: ScoreStatus.MISSING,
            BlankMeans.ZERO: ScoreStatus.SCORED,
        }[corrections.blank],
        marks=corrections.marks,
        percent=corrections.bare_numbers_are_percent,
        extra_credit=corrections.extra_credit,
    )
    return replace(
        read,
        scores=settled.scores,
        unread=read.unread - settled.cells | settled.left_out,
        warnings=tuple(
            warning
            for warning in read.warnings
            if (warning.row, warning.column) not in settled.warnings
        ),
    )
