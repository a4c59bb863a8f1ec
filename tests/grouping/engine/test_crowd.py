from dataclasses import replace
from random import Random

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.crowd import crowd_grouped, restricted
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule


def crowd(*, count=240, rules=()):
    rng = Random(5)
    scores = [rng.randrange(20) for _ in range(count)]
    return like_with_like(*scores, count=count // 5, smallest=4, largest=6, rules=rules)


def test_a_crowd_is_grouped_by_all_rules():
    rules = [
        rule("together", "s1", "s200"),
        rule("apart", "s3", "s4"),
        rule("locked", "s7", group="g9"),
    ]
    problem = crowd(rules=rules)
    assert judged(problem, crowd_grouped(problem, Work(300_000))).broken == ()


def test_a_mixed_crowd_is_dealt_evenly():
    problem = crowd(count=220)
    mixed = replace(problem, wishes=replace(problem.wishes, pair=0, balance=1))
    assert judged(mixed, crowd_grouped(mixed, Work(100_000))).broken == ()


def test_a_part_of_the_problem_has_only_its_own_rules():
    rules = [rule("apart", "s0", "s1"), rule("locked", "s0", group="g1")]
    problem = crowd(count=20, rules=rules)
    part = restricted(problem, problem.students[:2], problem.groups[:1])
    assert [one.demand for one in part.rules] == ["apart"]


def test_a_crowd_stops_when_asked():
    assert crowd_grouped(crowd(), Work(10**6, stop=lambda: True)) is None
