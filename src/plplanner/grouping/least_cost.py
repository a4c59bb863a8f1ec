"""A lower bound that needs no search: what even sizes cost when nothing else costs anything."""

from plplanner.grouping.demands import demands_of, numbers_with_table
from plplanner.grouping.engine.rows import Measure
from plplanner.grouping.engine_case import EngineCase


def least_conceivable(case: EngineCase) -> int | None:
    """The least any grouping of this problem could cost; None where a cost may be below zero.

    Distances, meetings, moves and the table cost nothing less than 0 where distances are shared
    out; the size term is convex, so for each number of groups the most even split is its minimum.
    """
    engine = case.engine
    if engine.measure is not Measure.SHARED or engine.partners:
        return None
    middle = case.problem.smallest + case.problem.largest
    count = len(case.students)
    numbers = numbers_with_table(demands_of(case.problem, ()), case.problem)
    return min(
        (
            (groups - count % groups) * _size(engine.wishes.uneven, count // groups, middle)
            + (count % groups) * _size(engine.wishes.uneven, count // groups + 1, middle)
            for groups in numbers
        ),
        default=None,
    )


def _size(weight: int, size: int, middle: int) -> int:
    return weight * (2 * size - middle) ** 2
