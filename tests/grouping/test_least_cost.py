from dataclasses import replace

from plplanner.grouping.engine_case import case_of
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.least_cost import least_conceivable
from plplanner.grouping.rows import GroupingProposal
from plplanner.grouping.slots import slots_for
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, a_random_problem


def least_of(problem, groups=2):
    return least_conceivable(case_of(problem, slots_for(problem, groups)))


def test_a_class_all_alike_costs_just_that():
    problem = a_problem(*[3] * 12, groups=3)
    assert least_of(problem, 3) == form_groups(problem).objective


def test_no_grouping_costs_less():
    for seed in range(12):
        problem = a_random_problem(seed, students=9, rules=0, smallest=1, largest=5)
        answer = form_groups(problem)
        if isinstance(answer, GroupingProposal):
            assert least_of(problem) <= answer.objective


def test_where_costs_may_be_negative_nothing_is_claimed():
    problem = replace(a_problem(*[3] * 6, groups=2), strategy=GroupingStrategy.MIXED)
    assert least_of(problem) is None
