from dataclasses import replace
from itertools import combinations

from benchmarks.small_problems import brute_force
from plplanner.grouping.engine.impossible import Relaxation, why_impossible
from tests.grouping.engine.small_problems import like_with_like, rule


def with_tag(problem, *students):
    marked = tuple(replace(s, tags=("EL",) if s.id in students else ()) for s in problem.students)
    return replace(problem, students=marked)


def test_two_rules_that_clash_are_named():
    rules = [
        rule("apart", "s2", "s3"),
        rule("together", "s0", "s1"),
        rule("apart", "s0", "s1"),
    ]
    why = why_impossible(like_with_like(1, 2, 3, 4, rules=rules))
    assert why.names == ("together s0 s1", "apart s0 s1")
    assert why.is_fewest
    assert set(why.relaxations) == {Relaxation(drop=(1,)), Relaxation(drop=(2,))}


def test_a_count_is_relaxed_by_as_little_as_helps():
    rules = [rule("together", "s0", "s1"), rule("max_tag", tag="EL", count=1)]
    problem = with_tag(like_with_like(1, 2, 3, 4, rules=rules), "s0", "s1")
    assert Relaxation(rule=1, to=2) in why_impossible(problem).relaxations


def test_sizes_take_part_and_may_be_relaxed():
    rules = [rule("apart", a, b) for a, b in combinations(["s0", "s1"], 2)]
    problem = like_with_like(1, 2, 3, 4, smallest=1, largest=1, rules=rules)
    why = why_impossible(problem)
    assert why.names == ("at most 1 in each group",)
    assert why.relaxations == (Relaxation(largest=2),)


def test_every_relaxation_mends_the_whole():
    rules = [rule("apart", a, b) for a, b in combinations(["s0", "s1", "s2"], 2)]
    problem = like_with_like(1, 2, 3, 4, 5, rules=rules)
    why = why_impossible(problem)
    assert len(why.rules) == 3
    for one in why.relaxations:
        kept = tuple(r for n, r in enumerate(problem.rules) if n not in one.drop)
        assert brute_force(replace(problem, rules=kept)) is not None


def test_a_possible_problem_has_no_reason():
    assert why_impossible(like_with_like(1, 2, 3)) is None
