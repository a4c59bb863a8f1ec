from dataclasses import replace

import pytest

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment, Week, Wishes
from plplanner.grouping.engine.why_here import why_here
from tests.grouping.engine.small_problems import like_with_like, rule

HERE = Assignment({"s0": "g0", "s1": "g0", "s2": "g1", "s3": "g1"})


def test_moving_costs_what_the_checker_says():
    problem = like_with_like(1, 2, 8, 9)
    why = why_here(problem, HERE, student="s0")
    move = why.others[0]
    after = dict(HERE.group, s0="g1")
    if move.partner is not None:
        after[move.partner] = "g0"
    change = judged(problem, Assignment(after)).objective - judged(problem, HERE).objective
    assert move.change == change > 0
    assert move.terms == {"pair": change}


def test_nearest_and_earlier_partners_are_told():
    problem = replace(
        like_with_like(1, 2, 8, 9),
        weeks=(Week((("s0", "s3"),), 4), Week((("s0", "s3", "s2"),), 2)),
        wishes=Wishes(pair=1, repeat=6),
    )
    why = why_here(problem, HERE, student="s0")
    assert (why.here.group, why.here.nearest, why.here.met) == ("g0", 1, ())
    assert why.others[0].there.met == (("s3", 2), ("s2", 1))


def test_a_group_a_rule_forbids_names_the_rule():
    problem = like_with_like(1, 2, 8, 9, rules=[rule("forbidden", "s0", group="g1")])
    broken = why_here(problem, HERE, student="s0").others[0].broken
    assert [one.demand for one in broken] == ["forbidden"]


def test_only_a_student_of_the_grouping_can_be_asked_about():
    with pytest.raises(KeyError):
        why_here(like_with_like(1, 2, 8, 9), HERE, student="nobody")
