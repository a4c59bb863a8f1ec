import pytest

from plplanner.grouping.rows import Lock
from plplanner.grouping.usual_problem import usual_problem
from plplanner.terms import GROUP_IDENTITIES
from tests.grouping.builders import a_student, apart

CLASS = [a_student(number, 3) for number in range(28)]


def asked(**wishes):
    problem = usual_problem(CLASS, [], **wishes)
    return problem.smallest, problem.largest, problem.groups


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({}, (5, 8, 4)),
        ({"size": (3, 6)}, (3, 6, None)),
        ({"groups": 9}, (3, 8, 9)),
        ({"groups": 2}, (5, 15, 2)),
    ],
)
def test_sizes_give_way_to_what_was_asked(wishes, expected):
    assert asked(**wishes) == expected


def test_rules_locks_and_seed_are_passed_on():
    rules, locks = [apart(0, 1)], [Lock(2, GROUP_IDENTITIES[0])]
    problem = usual_problem(CLASS[:3], rules, seed=4, locks=locks)
    assert (problem.rules, problem.locks, problem.seed) == (tuple(rules), tuple(locks), 4)
    assert len(problem.students) == 3
