from dataclasses import replace

import pytest

from plplanner.grouping.costs import costs_of
from plplanner.grouping.first_need import first_by_need, is_plain_need
from plplanner.grouping.form_groups import form_groups
from plplanner.terms import GroupingStrategy, RuleKind
from tests.grouping.builders import a_problem, a_random_problem, a_rule_of, apart, last_time


def test_it_answers_plain_rules_without_a_past():
    problem = a_problem(*[1] * 6, rules=[apart(0, 1)])
    assert is_plain_need(problem)
    assert not is_plain_need(replace(problem, earlier=(last_time((0, 1)),)))
    assert not is_plain_need(replace(problem, strategy=GroupingStrategy.MIXED))
    fixed = a_rule_of(RuleKind.FIXED, 1, identity_key="river")
    assert not is_plain_need(replace(problem, rules=(fixed,)))


def test_levels_are_found_and_foes_kept_apart():
    runs = first_by_need(a_problem(1, 1, 1, 5, 5, 5, groups=2))
    assert runs == ((0, 1, 2), (3, 4, 5))
    runs = first_by_need(a_problem(1, 1, 1, 5, 5, 5, groups=2, rules=[apart(0, 1)], smallest=2))
    assert sum({0, 1} <= set(run) for run in runs) == 0


def test_no_answer_means_that_there_is_none():
    assert first_by_need(a_problem(*[1] * 6, groups=1, rules=[apart(0, 1)])) is None


@pytest.mark.long
def test_the_engine_goes_on_from_it_and_is_never_worse():
    for seed in (1, 4, 7):
        problem = a_random_problem(seed, students=12, rules=1, smallest=2, largest=5, groups=4)
        runs = first_by_need(problem)
        if runs is not None:
            costs = costs_of(problem, problem.students)
            proven = form_groups(problem, work=300_000)
            assert proven.objective <= sum(map(costs.of_group, runs))
            assert proven.bound is None or proven.bound <= proven.objective
