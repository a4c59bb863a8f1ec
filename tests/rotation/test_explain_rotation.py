from dataclasses import replace
from datetime import time

from plplanner.rotation.explain_rotation import explain_rotation
from plplanner.rotation.rows import RoundRow, StudentToSee, Visit
from tests.rotation.lessons import a_lesson, some_groups, some_stations, with_pull_out

ONE = (RoundRow(1, time(9, 10), 20),)
ORDER = "Who comes first to the teacher moves on every day, whatever a group needs."
TWO = (*ONE, RoundRow(2, time(9, 32), 20))


def test_a_group_without_the_teacher_hears_when_its_turn_comes():
    assert explain_rotation(a_lesson((2, 0)), ONE, (Visit(1, 1, 1), Visit(2, 1, 2))) == (
        "Comet does not meet the teacher today: 1 round, 2 groups, and the others need the "
        "teacher more. It is first in line next lesson.",
    )


def test_a_later_turn_is_counted_in_lessons():
    lesson = a_lesson(groups=some_groups((2, 2, 0), since=(0, 2, 0)), stations=some_stations(3))
    visits = (Visit(2, 1, 1), Visit(1, 1, 2), Visit(3, 1, 3))
    maple, river = explain_rotation(lesson, ONE, visits)
    assert river.endswith(
        "groups, and the others have waited longer. It is first in line next lesson."
    )
    assert maple.startswith("Maple does not meet the teacher today: 1 round, 3 groups, and the")
    assert maple.endswith("If nothing changes, it meets the teacher in 3 lessons.")


def test_why_others_come_first_is_said_only_where_it_is_true_of_all():
    def said(needs, since):
        groups = some_groups(needs, since=since)
        lesson = a_lesson(groups=groups, stations=some_stations(3), rounds=2)
        visits = (Visit(1, 1, 1), Visit(2, 2, 1), Visit(2, 1, 2), Visit(1, 2, 2))
        (reason,) = [
            one
            for one in explain_rotation(lesson, TWO, (*visits, Visit(3, 1, 3), Visit(3, 2, 3)))
            if one.startswith("Maple does not")
        ]
        return reason.split("3 groups")[1].split(". ")[0]

    assert said((2, 1, 0), (0, 0, 0)) == ", and the others need the teacher more"
    assert said((0, 0, 0), (2, None, 0)) == ", and the others have waited longer"
    assert said((1, 0, 0), (0, 3, 1)) == (
        ", and the others need the teacher more or have waited longer"
    )
    assert said((0, 1, 0), (0, 0, 0)) == ""


def test_a_group_too_large_for_the_table_is_told_why():
    lesson = a_lesson((2, 0), some_stations(2, seats=[6, None]))
    groups = (lesson.groups[0], replace(lesson.groups[1], size=8))
    (reason,) = explain_rotation(
        replace(lesson, groups=groups), ONE, (Visit(1, 1, 1), Visit(2, 1, 2))
    )
    assert reason == (
        "Comet does not meet the teacher today: the teacher table has too few seats for 8 students."
    )


def test_a_round_chosen_around_a_pull_out_says_so():
    lesson = with_pull_out(a_lesson((2, 0)), 1, time(9, 5), time(9, 25))
    visits = (Visit(1, 1, 2), Visit(1, 2, 1), Visit(2, 1, 1), Visit(2, 2, 2))
    assert explain_rotation(lesson, TWO, visits) == (
        "River meets the teacher in round 2, around pull-outs: Maya 9:05–9:25.",
        ORDER,
    )


def test_a_free_teacher_and_free_stations_are_mentioned():
    visits = (Visit(1, 1, 1), Visit(1, 2, 2))
    assert explain_rotation(a_lesson((2,), some_stations(4)), TWO, visits) == (
        "Station 01 is free in round 2.",
        "Not needed today: Station 03, Station 04.",
    )


def test_two_teacher_tables_are_counted():
    lesson = a_lesson((2, 0, 0), some_stations(3, teachers=2))
    visits = (Visit(1, 1, 1), Visit(2, 1, 2), Visit(3, 1, 3))
    reason, order = explain_rotation(lesson, ONE, visits)
    assert order == ORDER
    assert reason.startswith("Maple does not meet the teacher today: 1 round, 2 teacher tables, 3")


def test_no_teacher_table_is_said_once():
    visits = (Visit(1, 1, 1), Visit(2, 1, 2))
    lesson = a_lesson((2, 0), some_stations(2, teachers=0))
    assert explain_rotation(lesson, ONE, visits) == ("No station is led by the teacher today.",)


def test_of_a_group_that_is_away_it_is_said_that_nobody_is_here():
    away = tuple(StudentToSee(name, 1, is_away=True) for name in ("Ana", "Ben"))
    lesson = a_lesson((2, 0))
    groups = (lesson.groups[0], replace(lesson.groups[1], size=0, students=away))
    said = explain_rotation(replace(lesson, groups=groups), ONE, (Visit(1, 1, 1), Visit(2, 1, 2)))
    assert said[0].startswith("Comet does not meet the teacher today: it has no students. It ")
