from random import Random

from benchmarks.small_problems import brute_force
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.tabu import dealt_at_random, step_units, tabu
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

PROBLEM = like_with_like(
    1, 7, 3, 8, 2, 9, count=3, smallest=2, largest=2, rules=[rule("apart", "s0", "s4")]
)


def test_small_problems_are_solved_by_search_alone():
    found = tabu(tables_of(PROBLEM), Work(40_000))
    assert found.cost == brute_force(PROBLEM)
    assert found.bound is None


def test_the_same_seed_gives_the_same_groups():
    first, again = (tabu(tables_of(PROBLEM), Work(20_000), seed=3) for _ in range(2))
    assert first.groups.tolist() == again.groups.tolist()


def test_what_is_not_legal_is_not_called_found():
    apart = [rule("apart", a, b) for a, b in (("s0", "s1"), ("s1", "s2"), ("s0", "s2"))]
    found = tabu(tables_of(like_with_like(1, 2, 3, 4, rules=apart)), Work(20_000))
    assert found.groups is None
    assert len(found.nearest) == 4


def test_a_deal_fills_sizes_and_keeps_locks():
    locked = [rule("locked", "s0", group="g1")]
    tables = tables_of(like_with_like(*range(7), count=2, smallest=3, largest=4, rules=locked))
    dealt = dealt_at_random(tables, Random(0))
    assert dealt[0] == 1
    assert sorted([(dealt == 0).sum(), (dealt == 1).sum()]) == [3, 4]
    assert step_units(tables) > 0
