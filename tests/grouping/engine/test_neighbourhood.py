import numpy as np

from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.neighbourhood import improved, part_of
from plplanner.grouping.engine.position import cost_of
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

TABLES = tables_of(like_with_like(1, 7, 3, 8, 2, 9, 4, 6, count=4, smallest=2, largest=2))
START = np.array([0, 0, 1, 1, 2, 2, 3, 3])


def test_groups_get_better_and_the_cost_is_true():
    start = Found(START, cost_of(TABLES, START), None)
    found = improved(TABLES, start, Work(500_000))
    assert found.cost < start.cost
    assert found.cost == cost_of(TABLES, found.groups)


def test_a_part_keeps_what_concerns_it():
    rules = [rule("apart", "s0", "s1"), rule("apart", "s0", "s5"), rule("locked", "s2", group="g1")]
    tables = tables_of(like_with_like(*range(6), count=3, rules=rules))
    part = part_of(tables, np.array([0, 1, 2]), [0, 1])
    assert part.apart == ((0, 1),)
    assert part.locked == ((2, 1),)
    assert part.spread_over == 6


def test_without_a_start_there_is_nothing_to_improve():
    nothing = Found(None, None, None)
    assert improved(TABLES, nothing, Work(10**6)) == nothing
