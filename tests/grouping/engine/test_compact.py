from dataclasses import replace
from random import Random

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.compact import compact, is_fit, some_grouping
from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import brute_force, like_with_like, random_problem, rule


def test_the_compact_model_agrees_with_brute_force():
    for seed in range(4):
        problem = random_problem(Random(seed))
        problem = replace(problem, wishes=replace(problem.wishes, pair=0, uneven=0))
        tables = tables_of(problem)
        assert is_fit(tables)
        found = compact(tables, Found(None, None, None), Work(10**8))
        best = brute_force(problem)
        assert found.impossible == (best is None)
        assert found.cost == best


def test_distances_are_not_for_the_compact_model():
    assert not is_fit(tables_of(like_with_like(1, 5, 9)))


def test_some_grouping_keeps_all_rules_or_there_is_none():
    apart = [rule("apart", a, b) for a, b in (("s0", "s1"), ("s1", "s2"), ("s0", "s2"))]
    assert some_grouping(like_with_like(1, 2, 3, 4, rules=apart)) is None
    assert some_grouping(like_with_like(1, 2, 3, 4, rules=apart), again=True) is None
    three = like_with_like(1, 2, 3, 4, count=3, rules=apart)
    assert judged(three, some_grouping(three)).broken == ()
