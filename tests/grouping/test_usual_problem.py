from dataclasses import replace

import pytest

from plplanner.grouping.rows import Lock
from plplanner.grouping.usual_problem import usual_problem
from plplanner.rotation.worth_a_look import LARGEST_AT_TEACHER_TABLE
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from tests.grouping.builders import a_rule, a_student, apart

CLASS = [a_student(number, 3) for number in range(28)]


def asked(**wishes):
    problem = usual_problem(CLASS, [], **wishes)
    return problem.smallest, problem.largest, problem.groups


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({}, (3, 6, 5)),
        ({"size": (3, 6)}, (3, 6, None)),
        ({"groups": 9}, (3, 8, 9)),
        ({"groups": 2}, (5, 15, 2)),
    ],
)
def test_sizes_give_way_to_what_was_asked(wishes, expected):
    assert asked(**wishes) == expected


@pytest.mark.parametrize(("students", "groups"), [(0, 0), (1, 1), (7, 2), (30, 5), (31, 6)])
def test_nothing_usual_is_too_large_for_the_teacher_s_table(students, groups):
    problem = usual_problem([a_student(number, 3) for number in range(students)], [])
    assert (problem.groups, problem.largest) == (groups, LARGEST_AT_TEACHER_TABLE)
    assert groups * problem.smallest <= students <= groups * problem.largest or not students


def test_a_small_table_makes_room_in_one_more_group():
    small = replace(a_rule(RuleKind.TABLE_AT_MOST), count=4)
    students = [a_student(number, 3) for number in range(30)]
    assert usual_problem(students, [small]).groups == 6
    assert usual_problem(students[:28], [small]).groups == 5


def test_rules_locks_and_seed_are_passed_on():
    rules, locks = [apart(0, 1)], [Lock(2, GROUP_IDENTITIES[0])]
    problem = usual_problem(CLASS[:3], rules, seed=4, locks=locks)
    assert (problem.rules, problem.locks, problem.seed) == (tuple(rules), tuple(locks), 4)
    assert len(problem.students) == 3
