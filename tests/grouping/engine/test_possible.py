from dataclasses import replace
from random import Random

import pytest

from benchmarks.small_problems import brute_force, random_problem
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.possible import can_deal_tags, some_grouping
from plplanner.grouping.engine.tables import tables_of
from tests.grouping.engine.small_problems import like_with_like, rule


def agrees_with_brute_force(seed):
    problem = random_problem(Random(seed))
    is_possible = brute_force(problem) is not None
    for again in (False, True):
        found = some_grouping(problem, again=again)
        assert (found is not None) == is_possible, seed
        if found is not None:
            assert judged(problem, found).broken == (), seed
    return is_possible


@pytest.mark.long
def test_whether_there_is_a_grouping_agrees_with_brute_force():
    assert {agrees_with_brute_force(seed) for seed in range(12)} == {True, False}


@pytest.mark.long
def test_it_agrees_on_many_more_problems():
    assert sum(not agrees_with_brute_force(seed) for seed in range(100, 1_100)) > 100


def test_some_grouping_keeps_all_rules_or_there_is_none():
    apart = [rule("apart", a, b) for a, b in (("s0", "s1"), ("s1", "s2"), ("s0", "s2"))]
    assert some_grouping(like_with_like(1, 2, 3, 4, rules=apart)) is None
    assert some_grouping(like_with_like(1, 2, 3, 4, rules=apart), again=True) is None
    three = like_with_like(1, 2, 3, 4, count=3, rules=apart)
    assert judged(three, some_grouping(three)).broken == ()


@pytest.mark.parametrize("again", [False, True])
def test_groups_all_alike_are_not_tried_one_after_another(again):
    # s0 has both tags, and three seats do not hold company for both without leaving one alone.
    asked = [rule("no_lone", tag="A"), rule("no_lone", tag="B")]
    problem = like_with_like(*range(28), count=15, smallest=1, largest=3, rules=asked)
    tags = {"s0": ("A", "B"), "s5": ("B",), "s6": ("B",)}
    tags |= {f"s{number}": ("A",) for number in range(1, 5)}
    students = (replace(one, tags=tags.get(one.id, ())) for one in problem.students)
    looks = []

    def stop():
        looks.append(1)
        return len(looks) > 20

    assert some_grouping(replace(problem, students=tuple(students)), again=again, stop=stop) is None


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
