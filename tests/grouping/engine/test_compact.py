from dataclasses import replace
from random import Random

from benchmarks.small_problems import brute_force, random_problem
from plplanner.grouping.engine.compact import compact, is_fit
from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like


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
