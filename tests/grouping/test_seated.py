from dataclasses import replace

import pytest

from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.seated import left_out, seated_problem, what_is_lacking, with_seated
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, with_further

FOUR = a_problem(1, 2, 3, 4, smallest=1, groups=2)


def by(strategy, known=(), **more):
    return replace(with_further(FOUR, dict(known), **more), strategy=strategy)


def test_absent_students_are_not_seated():
    problem = replace(FOUR, absent=frozenset({1}))
    assert [one.student_id for one in seated_problem(problem).students] == [0, 2, 3]
    assert left_out(problem) == (1,)


def test_make_up_groups_are_for_those_who_miss_work():
    problem = by(GroupingStrategy.MAKE_UP, {2: {"missing": ("Quiz",)}})
    assert [one.student_id for one in seated_problem(problem).students] == [2]
    assert left_out(problem) == (0, 1, 3)


def test_a_proposal_says_who_is_seated():
    problem = replace(FOUR, absent=frozenset({0}))
    seated = with_seated(problem, form_groups(problem))
    assert sorted(one.student_id for one in seated.students) == [1, 2, 3]


@pytest.mark.parametrize(
    ("problem", "saying"),
    [
        (by(GroupingStrategy.PROFILE, targets=("3.NF.1",)), "two or more targets"),
        (by(GroupingStrategy.PROFILE, targets=("a", "b")), "Nobody here has a score"),
        (by(GroupingStrategy.INTEREST, topics=("Sun",)), "two or more topics"),
        (by(GroupingStrategy.INTEREST, topics=("Sun", "Moon")), "what students would like"),
        (by(GroupingStrategy.JIGSAW), "A jigsaw needs two or more topics"),
        (replace(by(GroupingStrategy.JIGSAW, topics=tuple("abc")), largest=2), "at least 3"),
        (by(GroupingStrategy.MAKE_UP), "Nobody here has work marked as missing"),
        (by(GroupingStrategy.LANGUAGE_PAIRS), "another language at home"),
    ],
)
def test_what_is_lacking_is_said_with_the_next_step(problem, saying):
    assert saying in what_is_lacking(problem)
    assert form_groups(problem).explanation == what_is_lacking(problem)


def test_need_lacks_nothing():
    assert what_is_lacking(FOUR) == ""
