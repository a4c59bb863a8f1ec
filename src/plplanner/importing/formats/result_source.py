"""The teacher's view of a test file whose scores stand one per cell, so that she can correct it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.importing.formats.result_people import People, PersonColumns
from plplanner.importing.formats.result_table import ResultTable
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import (
    AssessmentRead,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
    TableRead,
)
from plplanner.importing.score_grid import read_score_grid

_OTHER = "Not a score."


def one_cell_source(
    read: GradebookRead,
    tables: Sequence[ResultTable],
    people: People,
    *,
    score: tuple[str, ...],
    columns: PersonColumns,
    ignored: tuple[IgnoredColumn, ...] = (),
) -> GradebookRead:
    """`read` with its table and ignored columns; no table when a score is more than one cell.

    That is so with several tests, tables or tries, points possible that differ by student, and
    wherever the cell read alone would say something else.
    """
    read = replace(read, ignored_columns=ignored)
    if len(tables) != 1 or len(read.assessments) != 1 or len(people.keys) != len(read.students):
        return read
    assessment, results = read.assessments[0], tables[0]
    known = {row[0].possible for row in read.scores} - {None}
    place = results.place(*score)
    rows = tuple(row for _, row in people.keys)
    if place is None or known - {assessment.points_possible}:
        return read
    grid = read_score_grid(results.table, rows=rows, places=(place,), assessments=(assessment,))
    if not all(map(_agree, grid.scores, read.scores)):
        return read
    return replace(
        read,
        scores=tuple(
            (replace(by_cell, items=own.items),)
            for (by_cell,), (own,) in zip(grid.scores, read.scores, strict=True)
        ),
        questions=grid.questions,
        source=TableRead(
            table=results.table,
            header=results.header,
            points=None,
            students=rows,
            columns=_columns(results, place, assessment, columns, ignored),
        ),
    )


def _agree(by_cell: Sequence[ScoreRead], by_reader: Sequence[ScoreRead]) -> bool:
    """The cell alone says what the reader made of the row; its items stand in other cells."""
    (one,), (other,) = by_cell, by_reader
    other = replace(other, items=())
    return one == other or replace(one, possible=None) == replace(other, possible=None)


def _columns(
    results: ResultTable,
    score: int,
    assessment: AssessmentRead,
    columns: PersonColumns,
    ignored: tuple[IgnoredColumn, ...],
) -> tuple[ColumnRead, ...]:
    """Every column with what it was taken for, as far as the widest row goes."""
    why = {column.header: column.why for column in ignored}
    roles = _roles(results, columns)
    found = []
    for place in range(max(results.table.width, len(results.headers))):
        header = results.headers[place] if place < len(results.headers) else ""
        role, id_kind = roles.get(place, (ColumnRole.LEFT_OUT, ""))
        if place == score:
            found.append(ColumnRead(header, ColumnRole.SCORE, assessment=assessment))
        elif role is ColumnRole.LEFT_OUT:
            found.append(ColumnRead(header, role, why=why.get(header, _OTHER)))
        else:
            found.append(ColumnRead(header, role, id_kind=id_kind))
    return tuple(found)


def _roles(results: ResultTable, columns: PersonColumns) -> Mapping[int, tuple[ColumnRole, str]]:
    """Names, ids and class by column."""
    kinds = [
        (ColumnRole.LAST, "", columns.last),
        (ColumnRole.FIRST, "", columns.first),
        (ColumnRole.SECTION, "", columns.section),
        *((ColumnRole.ID, kind, names) for kind, names in columns.ids.items()),
    ]
    if results.place(*columns.last, *columns.first) is None:
        kinds.append((ColumnRole.NAME, "", columns.whole))
    places = [(results.place(*names), role, kind) for role, kind, names in kinds if names]
    return {place: (role, kind) for place, role, kind in places if place is not None}
