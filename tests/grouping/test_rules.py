from dataclasses import replace
from random import Random

import pytest

from plplanner.grouping.rules import apart_pairs, blocks_of, rules_in_order, students_in_order
from tests.grouping.builders import a_problem, a_random_problem, apart, together


def blocks_for(problem):
    students = students_in_order(problem)
    return blocks_of(len(students), rules_in_order(problem, students))


def test_together_is_transitive():
    problem = a_problem(1, 1, 1, 1, rules=[together(0, 1), together(1, 3)])
    assert blocks_for(problem).members == ((0, 1, 3), (2,))


def test_apart_holds_for_everyone_in_the_block():
    blocks = blocks_for(a_problem(1, 1, 1, 1, rules=[together(0, 1), apart(1, 2)]))
    assert blocks.foes == (frozenset({1}), frozenset({0}), frozenset())
    assert not blocks.contradictory


def test_together_and_apart_contradict():
    assert blocks_for(a_problem(1, 1, rules=[together(0, 1), apart(0, 1)])).contradictory


def test_an_apart_rule_of_three_keeps_each_pair_apart():
    problem = a_problem(1, 1, 1, rules=[apart(0, 1, 2)])
    rules = rules_in_order(problem, students_in_order(problem))
    assert apart_pairs(rules) == {(0, 1), (0, 2), (1, 2)}


def test_a_student_who_is_not_grouped_falls_out_of_her_rules():
    problem = a_problem(1, 1, rules=[apart(0, 9), together(1, 8)])
    assert blocks_for(problem).foes == (frozenset(), frozenset())


def test_order_does_not_hang_on_rows():
    problem = a_random_problem(3)
    mixed = list(problem.students)
    Random(1).shuffle(mixed)
    assert students_in_order(replace(problem, students=tuple(mixed))) == problem.students


def test_equal_keys_are_told_apart_by_evidence():
    first, second = a_problem(4, 2).students
    twins = (replace(first, key="same", name="Ana"), replace(second, key="same", name="Ana"))
    problem = replace(a_problem(), students=twins)
    points = [one.evidence.points for one in students_in_order(problem)]
    assert points == [2, 4]


def test_a_student_listed_twice_is_refused():
    problem = a_problem(1)
    with pytest.raises(ValueError, match="twice"):
        students_in_order(replace(problem, students=problem.students * 2))
