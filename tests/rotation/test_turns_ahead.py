from dataclasses import replace
from datetime import date, time

from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import StudentToSee, Visit
from plplanner.rotation.turns_ahead import after_lesson, lessons_until_met, rounds_met
from tests.rotation.lessons import a_lesson, some_groups, some_stations, with_pull_out

LESSON = a_lesson((2, 2, 0), rounds=1)
ROUNDS = clock_rounds(LESSON)


def test_what_is_said_comes_true_lesson_by_lesson():
    lesson = a_lesson((2, 1, 1, 0, 0, 1), rounds=3)
    proposal = build_rotation(lesson)
    ahead_of = lessons_until_met(lesson, proposal.rounds, proposal.visits)
    assert set(ahead_of) == set(proposal.no_teacher)
    for count in range(1, max(ahead_of.values()) + 1):
        lesson = after_lesson(lesson, proposal.rounds, rounds_met(lesson, proposal.visits))
        proposal = build_rotation(lesson)
        for group_id in [one for one, ahead in ahead_of.items() if ahead == count]:
            assert group_id not in proposal.no_teacher


def test_lessons_that_are_planned_say_themselves_who_is_met():
    lesson = a_lesson((2, 2, 0, 1), rounds=2)
    visits = (Visit(1, 1, 1), Visit(2, 2, 1))
    rounds = clock_rounds(lesson)
    assert lessons_until_met(lesson, rounds, visits) == {3: 1, 4: 1}
    planned = {1: frozenset({1, 4}), 3: frozenset({3})}
    found = lessons_until_met(lesson, rounds, visits, planned={**planned, 2: frozenset()})
    assert found == {4: 1, 3: 3}


def test_without_a_place_with_the_teacher_nothing_is_said():
    lesson = a_lesson((2, 0), some_stations(2, teachers=0), rounds=1)
    assert lessons_until_met(lesson, ROUNDS, (Visit(1, 1, 1), Visit(2, 1, 2))) == {}


def test_the_next_lesson_is_on_the_next_weekday_and_knows_who_was_met():
    groups = some_groups((2, 2, 0), since=(3, None, 1))
    friday = replace(LESSON, day=date(2026, 11, 27), groups=groups)
    after = after_lesson(friday, ROUNDS, {1: [1]})
    assert after.day == date(2026, 11, 30)
    assert [group.lessons_since_teacher for group in after.groups] == [0, None, 2]


def test_students_who_were_away_or_out_wait_on():
    students = (
        StudentToSee("Ana", 2),
        StudentToSee("Ben", 2, is_away=True),
        StudentToSee("Maya", 0),
    )
    group = replace(LESSON.groups[0], students=students)
    lesson = with_pull_out(
        replace(LESSON, groups=(group, *LESSON.groups[1:])), 1, time(9), time(9, 12)
    )
    after = after_lesson(lesson, ROUNDS, {1: [1]})
    assert after.groups[0].students == (
        StudentToSee("Ana", 0),
        StudentToSee("Ben", 3),
        StudentToSee("Maya", 1),
    )


def test_a_group_that_is_away_is_back_in_the_next_lesson_and_was_not_met():
    away = tuple(StudentToSee(name, 1, is_away=True) for name in ("Ana", "Ben"))
    group = replace(LESSON.groups[0], size=0, lessons_since_teacher=1, students=away)
    lesson = replace(LESSON, groups=(group, *LESSON.groups[1:]))
    after = after_lesson(lesson, ROUNDS, {1: [1]})
    assert (after.groups[0].size, after.groups[0].lessons_since_teacher) == (2, 2)
    visits = (Visit(1, 1, 2), Visit(2, 1, 1), Visit(3, 1, 3))
    assert 1 in lessons_until_met(lesson, ROUNDS, visits)
