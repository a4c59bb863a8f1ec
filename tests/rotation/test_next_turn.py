from datetime import timedelta

from plplanner.calendar.school_days import next_school_day
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.next_turn import next_turns
from tests.rotation.lessons import a_lesson

LESSON = a_lesson()
PLAN = build_rotation(LESSON)


def turns(days_off=frozenset()):
    return next_turns(LESSON, PLAN.rounds, PLAN.visits, days_off=days_off)


def test_only_groups_left_out_today_are_told_when():
    assert set(turns()) == set(PLAN.no_teacher)


def test_a_day_off_moves_the_turn_to_the_school_day_after():
    following = next_school_day(LESSON.day, ())
    first = [group for group, day in turns().items() if day == following]
    assert first
    moved = turns(frozenset({following}))
    assert {moved[group] for group in first} == {next_school_day(following, ())}
    assert all(day > following for day in moved.values())
    assert following - LESSON.day >= timedelta(days=1)
