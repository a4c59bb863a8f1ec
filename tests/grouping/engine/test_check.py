from dataclasses import replace

from plplanner.grouping.engine.check import judged, rules_kept, score_values
from plplanner.grouping.engine.rows import Assignment, Jigsaw, Learner, Week, Wishes
from tests.grouping.engine.small_problems import like_with_like, rule


def placed(*groups):
    return Assignment({f"s{n}": f"g{group}" for n, group in enumerate(groups)})


def demands(problem, *groups):
    return [one.demand for one in judged(problem, placed(*groups)).broken]


def test_a_distance_is_the_weighted_square_within_groups():
    problem = like_with_like(1, 4, 9, 9)
    assert judged(problem, placed(0, 0, 1, 1)).terms["pair"] == 9


def test_a_missing_score_counts_as_the_median_rounded_down():
    assert score_values(like_with_like(1, None, 4))["s1"] == (2,)


def test_cuts_add_a_step_between_levels():
    problem = replace(like_with_like(1, 2, 9), cuts=(2,), wishes=Wishes(pair=1, cut=50))
    assert judged(problem, placed(0, 0, 1)).terms["pair"] == 51


def test_earlier_weeks_and_targets_and_moves_cost():
    problem = like_with_like(1, 1, 1, 1)
    students = (replace(problem.students[0], before="g1"), *problem.students[1:])
    groups = tuple(replace(group, target=3) for group in problem.groups)
    wishes = Wishes(repeat=5, size=7, stay=11)
    week = Week((("s0", "s1"), ("s2", "s3")), 2)
    problem = replace(problem, students=students, groups=groups, wishes=wishes, weeks=(week,))
    terms = judged(problem, placed(0, 0, 1, 1)).terms
    assert (terms["repeat"], terms["sizes"], terms["stay"]) == (20, 14, 11)


def test_each_kind_of_rule_is_seen_when_broken():
    cases = [
        (rule("together", "s0", "s2"), (0, 0, 1, 1)),
        (rule("apart", "s0", "s1"), (0, 0, 1, 1)),
        (rule("locked", "s0", group="g1"), (0, 0, 1, 1)),
        (rule("forbidden", "s0", group="g0"), (0, 0, 1, 1)),
    ]
    for one, where in cases:
        assert demands(like_with_like(1, 2, 3, 4, rules=[one]), *where) == [str(one.demand)]


def test_tags_are_counted_in_each_group():
    problem = like_with_like(1, 2, 3, 4, rules=[rule("no_lone", tag="EL")])
    students = (replace(problem.students[0], tags=("EL",)), *problem.students[1:])
    assert demands(replace(problem, students=students), 0, 0, 1, 1) == ["no_lone"]


def test_a_student_of_the_absent_breaks_no_rule():
    problem = like_with_like(1, 2, 3, rules=[rule("apart", "s0", "s1")])
    here = (replace(problem.students[0], present=False), *problem.students[1:])
    one = Assignment({"s1": "g0", "s2": "g1"})
    assert judged(replace(problem, students=here), one).broken == ()


def test_an_incomplete_assignment_is_told_without_costs():
    verdict = judged(like_with_like(1, 2), Assignment({"s0": "g0"}))
    assert [one.demand for one in verdict.broken] == ["unassigned"]
    assert verdict.terms == {}


def test_a_jigsaw_needs_every_topic_at_home():
    problem = like_with_like(1, 2, 3, 4)
    students = tuple(replace(one, ranks=(0, 1)) for one in problem.students)
    problem = replace(problem, students=students, jigsaw=Jigsaw(2, 1, 3), wishes=Wishes(choice=10))
    good = replace(placed(0, 0, 1, 1), expert={"s0": 0, "s1": 1, "s2": 0, "s3": 1})
    assert judged(problem, good).broken == ()
    assert judged(problem, good).terms["expert"] == 20
    bad = replace(good, expert={"s0": 0, "s1": 0, "s2": 0, "s3": 1})
    assert [one.demand for one in judged(problem, bad).broken] == ["topic missing"]


def test_rules_are_told_apart_by_their_place():
    rules = [rule("apart", "s0", "s1"), rule("apart", "s0", "s2")]
    assert rules_kept(like_with_like(1, 2, 3, rules=rules), placed(0, 0, 1)) == {1}


def test_the_order_of_students_does_not_matter():
    problem = like_with_like(5, 3, 1)
    assert replace(problem, students=problem.students[::-1]).here == problem.here
    assert Learner("a").present
