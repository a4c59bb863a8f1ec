from dataclasses import replace
from random import Random

from benchmarks.small_problems import brute_force, random_problem
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.compact import can_deal_tags, compact, is_fit, some_grouping
from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule


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


def test_tags_that_cannot_be_dealt_are_seen_without_solving():
    four = replace(
        like_with_like(1, 2, 3, 4),
        students=tuple(replace(one, tags=("A",)) for one in like_with_like(1, 2, 3, 4).students),
    )
    no_one_alone = rule("no_lone", tag="A")

    def can_be_dealt(*rules):
        return can_deal_tags(tables_of(replace(four, rules=rules)))

    assert can_be_dealt(no_one_alone)
    assert not can_be_dealt(no_one_alone, rule("max_tag", tag="A", count=1))
    assert can_be_dealt(rule("max_tag", tag="A", count=2))
    assert not can_be_dealt(rule("min_tag", tag="A", count=3))
