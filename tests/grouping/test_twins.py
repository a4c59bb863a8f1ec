from dataclasses import replace

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import case_of
from plplanner.grouping.slots import slots_for
from plplanner.grouping.twins import with_twins_in_order
from tests.grouping.builders import a_problem, apart


def test_students_alike_are_seated_in_their_order_at_the_same_cost():
    problem = a_problem(1, 1, 1, 1, 5, 5, groups=2, smallest=1)
    case = case_of(problem, slots_for(problem, 2))
    mixed = Assignment(dict(zip(case.ids, ("g00", "g01", "g00", "g01", "g01", "g00"), strict=True)))
    settled = with_twins_in_order(case, mixed)
    assert [settled.group[one] for one in case.ids[:4]] in (
        ["g00", "g00", "g01", "g01"],
        ["g01", "g01", "g00", "g00"],
    )
    assert judged(case.engine, settled).objective == judged(case.engine, mixed).objective


def test_a_student_in_a_rule_is_nobodys_twin():
    problem = replace(a_problem(1, 1, 1, 1, groups=2), rules=(apart(0, 1),))
    case = case_of(problem, slots_for(problem, 2))
    seats = Assignment(dict(zip(case.ids, ("g01", "g00", "g01", "g00"), strict=True)))
    settled = with_twins_in_order(case, seats)
    assert [settled.group[one] for one in case.ids[:2]] == ["g01", "g00"]
