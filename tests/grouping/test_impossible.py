import pytest

from plplanner.grouping.impossible import explain_conflict, nobody_to_group
from plplanner.grouping.rules import rules_in_order, students_in_order
from tests.grouping.builders import a_problem, apart, together


def explained(*points, **more):
    problem = a_problem(*points, **more)
    return explain_conflict(problem, rules_in_order(problem, students_in_order(problem)))


@pytest.mark.parametrize(
    ("students", "sizes", "rules", "text"),
    [
        (
            5,
            {"groups": 4, "smallest": 3},
            ("at least 3 in each group", "4 groups"),
            "4 groups of at least 3 need 12 students; this class has 5. "
            "Ask for fewer groups, or allow 1 in a group.",
        ),
        (
            30,
            {"groups": 3, "largest": 8},
            ("at most 8 in each group", "3 groups"),
            "3 groups of at most 8 hold 24 students; this class has 30. "
            "Ask for more groups, or allow 10 in a group.",
        ),
        (
            2,
            {"smallest": 3},
            ("at least 3 in each group",),
            "A group of at least 3 needs more than 2 students. Allow groups of 2.",
        ),
        (
            7,
            {"smallest": 4, "largest": 5},
            ("at least 4 in each group", "at most 5 in each group"),
            "7 students cannot be split into groups of 4–5. Allow smaller or larger groups.",
        ),
        (
            12,
            {"smallest": 6, "largest": 4},
            ("at least 6 in each group", "at most 4 in each group"),
            "A group cannot have at least 6 and at most 4 students. Change one of the two sizes.",
        ),
        (3, {"groups": 7}, ("7 groups",), "3 students cannot make 7 groups. Ask for 1–3 groups."),
        (6, {"groups": 0}, ("0 groups",), "6 students cannot make 0 groups. Ask for 1–6 groups."),
        (
            200,
            {"largest": 8},
            ("at most 8 in each group",),
            "Groups of at most 8 are too small: there are names and symbols for 20 groups, "
            "and 200 students. Allow 10 in a group.",
        ),
    ],
)
def test_sizes_that_cannot_be_are_said_with_the_next_step(students, sizes, rules, text):
    answer = explained(*[1] * students, **sizes)
    assert answer.rules == rules
    assert answer.explanation == text


def test_one_rule_that_no_class_could_keep_is_named_alone():
    answer = explained(1, 1, 1, 1, rules=[apart(0, 1, 2)], groups=2, smallest=1)
    assert answer.rules == ("Ana and Ben and Cy apart", "2 groups")


def test_two_rules_that_contradict_are_both_named():
    answer = explained(*[1] * 6, rules=[together(0, 1), apart(0, 1), apart(2, 3)])
    assert answer.rules == ("Ana and Ben apart", "Ana and Ben together")
    assert answer.explanation == (
        "With 6 students, “Ana and Ben apart” and “Ana and Ben together” cannot both be kept. "
        "Change or drop one of them, then form groups."
    )


def test_a_rule_and_two_sizes_are_all_named():
    answer = explained(*[1] * 6, rules=[together(0, 1, 2, 3)], smallest=1, largest=3)
    assert answer.rules == ("Ana and Ben and Cy and Dee together", "at most 3 in each group")


def test_a_class_without_students_says_so():
    assert nobody_to_group().explanation.startswith("There are no students to group.")
