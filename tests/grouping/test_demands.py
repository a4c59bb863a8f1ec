from plplanner.grouping.demands import MOST_GROUPS, demands_of, numbers_of_groups
from plplanner.grouping.rules import rules_in_order, students_in_order
from tests.grouping.builders import a_problem


def demands_for(problem):
    return demands_of(problem, rules_in_order(problem, students_in_order(problem)))


def test_numbers_of_groups_follow_from_the_sizes():
    assert list(numbers_of_groups(demands_for(a_problem(*[1] * 28)))) == [4, 5, 6, 7, 8, 9]
    assert list(numbers_of_groups(demands_for(a_problem(*[1] * 28, groups=4)))) == [4]
    assert list(numbers_of_groups(demands_for(a_problem(*[1] * 28, groups=3)))) == []


def test_no_more_groups_than_there_are_names():
    many = demands_for(a_problem(*[1] * 200, smallest=1, largest=30))
    assert max(numbers_of_groups(many)) == MOST_GROUPS
