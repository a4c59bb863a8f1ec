"""Columns that each hold the points of one item, beside the column of the whole test."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.importing.item_results import Items, result_of_points, where_counts_agree
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import GradebookRead, ScoreRead
from plplanner.importing.table import Table

_NOTHING = ScoreRead()


def with_item_columns(
    read: GradebookRead, columns: Sequence[int], *, points: Mapping[int, float] | None = None
) -> GradebookRead:
    """The only assessment of a file with its items, one to each of these columns, in order.

    `points` are the points possible by column, where its cells do not say them (“1 / 1”); a
    column of nothing but 0 and 1 needs none. Nothing is added where items and results disagree.
    """
    source = read.source
    if source is None or len(read.assessments) != 1 or len(columns) < 2:
        return read
    table, rows = source.table, source.students
    told = dict(points or {})
    of_column = [told.get(place) or _of_zeros_and_ones(table, rows, place) for place in columns]
    results = {row: row_scores[0] for row, row_scores in zip(rows, read.scores, strict=True)}
    items: dict[int, Items] = {}
    added: dict[int, float] = {}
    for row in rows:
        cells = [
            read_score(table.cell(row, place), ScoreColumn(possible=possible)).score
            for place, possible in zip(columns, of_column, strict=True)
        ]
        items[row] = tuple(result_of_points(cell.points, cell.possible) for cell in cells)
        added[row] = sum(cell.points or 0 for cell in cells)
    agreed = where_counts_agree(
        items, said={row: score.points for row, score in results.items()}, added=added
    )
    return replace(
        read,
        scores=tuple((replace(results[row], items=agreed.get(row, ())),) for row in rows),
    )


def with_items_of(
    scores: Sequence[Sequence[ScoreRead]], before: Sequence[Mapping[int, ScoreRead]]
) -> tuple[tuple[ScoreRead, ...], ...]:
    """Scores that were read again, with their items where the result stayed what it was.

    `before` is what was read at first, for each student by the place of the score now.
    """
    if len(scores) != len(before):
        return tuple(tuple(row) for row in scores)
    return tuple(
        tuple(_with_items(score, first.get(place, _NOTHING)) for place, score in enumerate(row))
        for row, first in zip(scores, before, strict=True)
    )


def _with_items(score: ScoreRead, first: ScoreRead) -> ScoreRead:
    if not first.items or (score.points, score.percent) != (first.points, first.percent):
        return score
    return replace(score, items=first.items)


def _of_zeros_and_ones(table: Table, rows: Sequence[int], place: int) -> float | None:
    cells = {table.cell(row, place).strip() for row in rows} - {""}
    return 1.0 if cells <= {"0", "1"} and cells else None
