from dataclasses import replace

from plplanner.grouping.engine.rows import EngineProblem, Learner, Wishes
from plplanner.grouping.engine.weeks import meetings, weeks_plan
from tests.grouping.engine.small_problems import groups, learners, rule


def class_of(count, *, slots, smallest, largest, rules=()):
    students = tuple(Learner(f"s{n:02}") for n in range(count))
    return EngineProblem(students, groups(slots, smallest, largest), tuple(rules))


def test_a_class_with_rules_meets_no_pair_twice_in_four_weeks():
    rules = [rule("apart", "s01", "s02"), rule("apart", "s05", "s09")]
    problem = class_of(26, slots=6, smallest=4, largest=5, rules=rules)
    plan = weeks_plan(problem, weeks=4, work=10**7)
    met = meetings(plan)
    assert plan.repeats == 0
    assert max(met.values()) == 1
    assert ("s01", "s02") not in met


def test_regular_classes_get_a_perfect_plan():
    plan = weeks_plan(class_of(15, slots=5, smallest=3, largest=3), weeks=7, work=10**6)
    assert plan.repeats == 0
    assert len(meetings(plan)) == 15 * 14 // 2


def test_repeats_that_cannot_be_avoided_are_counted():
    plan = weeks_plan(class_of(4, slots=2, smallest=2, largest=2), weeks=4, work=10**5)
    assert plan.repeats == 2


def test_balanced_weeks_keep_their_wish_too():
    problem = replace(
        class_of(8, slots=4, smallest=2, largest=2),
        students=learners(0, 0, 0, 0, 9, 9, 9, 9),
        standard_weights=(1,),
        wishes=Wishes(balance=1),
    )
    plan = weeks_plan(problem, weeks=3, work=2 * 10**6)
    assert plan.repeats == 0
    assert all((int(a[1]) < 4) != (int(b[1]) < 4) for a, b in meetings(plan))


def test_impossible_weeks_are_not_planned():
    rules = [rule("together", "s00", "s01"), rule("apart", "s00", "s01")]
    problem = class_of(4, slots=2, smallest=2, largest=2, rules=rules)
    assert weeks_plan(problem, weeks=2, work=10**4) is None
