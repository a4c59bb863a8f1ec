from datetime import time

import pytest

from plplanner.calendar.commands import (
    add_bell_schedule,
    clear_special_day,
    mark_special_day,
    set_lesson_on_day,
    set_meeting_days,
)
from plplanner.calendar.queries import days_off, meeting_days, own_lesson_time, special_days
from plplanner.calendar.rows import LessonTime, MeetingDays, NewPeriod
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner, is_one_step, refuses


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_bell_schedule_is_one_step_and_answers_its_periods_in_order(planner):
    ids = is_one_step(
        planner,
        add_bell_schedule,
        called="Add bell schedule “Bells”",
        name="Bells",
        periods=[NewPeriod("P2", time(9), 50), NewPeriod("P1", time(8), 50)],
    )
    assert len(set(ids)) == 2


def test_a_special_day_is_one_step_and_marked_again_it_changes(planner):
    called = "Mark Mon 23 Nov as “Storm”"
    is_one_step(planner, mark_special_day, called=called, day=MONDAY, label="Storm", minutes=0)
    assert planner.ask(days_off) == {MONDAY}
    planner.do(mark_special_day, day=MONDAY, label="Late start", minutes=40)
    (row,) = planner.ask(special_days)
    assert (row.day, row.label, row.minutes) == (MONDAY, "Late start", 40)


def test_a_day_of_less_than_no_minutes_is_refused(planner):
    refuses(planner, mark_special_day, saying="-1 minutes", day=MONDAY, label="", minutes=-1)


def test_clearing_a_special_day_is_one_step_and_harmless_on_an_ordinary_day(planner):
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    called = "Make Mon 23 Nov an ordinary day"
    is_one_step(planner, clear_special_day, called=called, day=MONDAY)
    assert planner.ask(special_days) == []
    before = planner.digest()
    planner.do(clear_special_day, day=MONDAY)
    assert planner.digest() == before


def test_hours_without_lessons_are_kept_and_must_not_end_before_they_begin(planner):
    hours = {"closed_from": time(9), "closed_until": time(9, 40)}
    planner.do(mark_special_day, day=MONDAY, label="Assembly", **hours)
    (row,) = planner.ask(special_days)
    assert (row.minutes, row.closed_from, row.closed_until) == (None, time(9), time(9, 40))
    turned = {"closed_from": time(9), "closed_until": time(9)}
    refuses(
        planner, mark_special_day, saying="end before they begin", day=MONDAY, label="", **turned
    )
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    (row,) = planner.ask(special_days)
    assert (row.closed_from, row.closed_until) == (None, None)


def test_the_days_of_a_class_are_one_step_and_it_meets_on_one_at_least(planner):
    class_id = a_class(planner, students=0)
    meeting = MeetingDays(frozenset({Weekday.TUESDAY, Weekday.THURSDAY}), MONDAY)
    is_one_step(
        planner, set_meeting_days, called="Set the days of lessons", class_id=class_id,
        meeting=meeting,
    )  # fmt: skip
    assert planner.ask(meeting_days, class_id=class_id) == meeting
    planner.do(set_meeting_days, class_id=class_id, meeting=MeetingDays())
    assert planner.ask(meeting_days, class_id=class_id) == MeetingDays()
    none = MeetingDays(frozenset())
    refuses(
        planner, set_meeting_days, saying="one day of the week", class_id=class_id, meeting=none
    )


def test_the_time_of_one_day_is_one_step_and_goes_again(planner):
    class_id = a_class(planner, students=0)
    asked = {"class_id": class_id, "day": MONDAY}
    is_one_step(
        planner, set_lesson_on_day, called="Set the lesson time of one day",
        lesson=LessonTime(time(8), 30), **asked,
    )  # fmt: skip
    planner.do(set_lesson_on_day, lesson=LessonTime(time(8), 0), **asked)
    assert planner.ask(own_lesson_time, **asked) == LessonTime(time(8), 0)
    planner.do(set_lesson_on_day, lesson=None, **asked)
    assert planner.ask(own_lesson_time, **asked) is None
    short = LessonTime(time(8), -5)
    refuses(planner, set_lesson_on_day, saying="-5 minutes", lesson=short, **asked)
