import numpy as np

from benchmarks.small_problems import brute_force
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.exact import Found, bounded, exact
from plplanner.grouping.engine.legal_groups import legal_groups
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

NOTHING = Found(None, None, None)


def solved(problem, start=NOTHING, work=10**8, stop=lambda: False):
    tables = tables_of(problem)
    legal = legal_groups(tables, blocks_of(tables), Work(10**8))
    return exact(legal, start, Work(work, stop=stop))


def test_the_best_grouping_is_found_and_proven():
    problem = like_with_like(1, 7, 3, 8, 2, 9, count=3, smallest=2, largest=2)
    found = solved(problem)
    assert found.is_proven
    assert found.cost == found.bound == brute_force(problem)


def test_locked_students_land_in_their_own_group():
    locks = [rule("locked", "s0", group="g2"), rule("locked", "s1", group="g0")]
    found = solved(like_with_like(1, 7, 3, 8, 2, 9, count=3, smallest=2, largest=2, rules=locks))
    assert found.groups[:2].tolist() == [2, 0]


def test_rules_that_leave_no_grouping_are_proven_impossible():
    apart = [rule("apart", a, b) for a, b in (("s0", "s1"), ("s1", "s2"), ("s0", "s2"))]
    assert solved(like_with_like(1, 2, 3, 4, rules=apart)).impossible


def test_a_start_is_never_lost():
    start = Found(np.array([0, 0, 1, 1]), 10**6, None)
    assert solved(like_with_like(1, 2, 8, 9), start, stop=lambda: True) == start
    assert solved(like_with_like(1, 2, 8, 9), start).cost == brute_force(like_with_like(1, 2, 8, 9))


def test_a_kind_without_columns_is_impossible():
    tables = tables_of(like_with_like(1, 2, 3, smallest=2, largest=2, rules=[]))
    legal = legal_groups(tables, blocks_of(tables), Work(10**6))
    bound, found = bounded(legal, NOTHING, Work(10**6))
    assert bound is None
    assert found.impossible
