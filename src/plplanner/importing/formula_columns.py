"""Score columns that a workbook works out from others: no assessments, whatever their heading."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.guess_columns import GuessedColumn
from plplanner.importing.header_words import ColumnRole

WORKED_OUT = "The workbook works it out from other columns."


def without_formulas(
    columns: Sequence[GuessedColumn], formulas: frozenset[int]
) -> tuple[GuessedColumn, ...]:
    """Score columns of formulas left out, where others are left to be worked out from."""
    scores = [i for i, column in enumerate(columns) if column.role is ColumnRole.SCORE]
    worked_out = formulas.intersection(scores)
    if len(worked_out) == len(scores):
        return tuple(columns)
    return tuple(
        replace(column, role=ColumnRole.LEFT_OUT, why=WORKED_OUT, points=None)
        if place in worked_out
        else column
        for place, column in enumerate(columns)
    )
