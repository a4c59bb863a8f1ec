from datetime import time, timedelta

import pytest

from plplanner.calendar.commands import (
    add_bell_schedule,
    mark_special_day,
    set_lesson_on_day,
    set_meeting_days,
)
from plplanner.calendar.queries import (
    days_off,
    days_without_lesson,
    lesson_time,
    lessons_at_once,
    meeting_days,
    own_lesson_time,
    special_days,
    usual_lesson_time,
)
from plplanner.calendar.rows import LessonTime, MeetingDays, NewPeriod, OtherLesson
from plplanner.roster.commands import set_bell_period
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_only_days_of_no_minutes_are_off(planner):
    planner.do(mark_special_day, day=TUESDAY, label="Storm", minutes=0)
    planner.do(mark_special_day, day=MONDAY, label="Assembly", minutes=30)
    assert planner.ask(days_off) == {TUESDAY}
    assert [row.label for row in planner.ask(special_days)] == ["Assembly", "Storm"]


def test_a_lesson_is_60_minutes_from_nine_where_nothing_was_said(planner):
    class_id = a_class(planner, students=0)
    assert planner.ask(lesson_time, class_id=class_id, day=MONDAY) == LessonTime(time(9), 60)


def test_the_period_of_the_class_and_the_special_day_decide(planner):
    class_id = a_class(planner, students=0)
    (period_id,) = planner.do(
        add_bell_schedule, name="Bells", periods=[NewPeriod("P2", time(10, 5), 45)]
    )
    planner.do(set_bell_period, class_id=class_id, bell_period_id=period_id)
    planner.do(mark_special_day, day=MONDAY, label="Late start", minutes=30)
    planner.do(mark_special_day, day=TUESDAY, label="Block day", minutes=90)
    asked = {"class_id": class_id}
    assert planner.ask(lesson_time, day=MONDAY, **asked) == LessonTime(time(10, 5), 30)
    assert planner.ask(lesson_time, day=TUESDAY, **asked) == LessonTime(time(10, 5), 45)


def at(planner, class_id, day=MONDAY):
    return planner.ask(lesson_time, class_id=class_id, day=day)


def test_hours_without_lessons_leave_the_longer_part_or_nothing(planner):
    class_id = a_class(planner, students=0)
    planner.do(mark_special_day, day=MONDAY, label="Late start", closed_until=time(9, 20))
    assert at(planner, class_id) == LessonTime(time(9, 20), 40)
    planner.do(mark_special_day, day=MONDAY, label="Early release", closed_from=time(9, 35))
    assert at(planner, class_id) == LessonTime(time(9), 35)
    assert MONDAY not in planner.ask(days_without_lesson, class_id=class_id)
    planner.do(mark_special_day, day=MONDAY, label="Early release", closed_from=time(8))
    assert at(planner, class_id).minutes == 0
    assert MONDAY in planner.ask(days_without_lesson, class_id=class_id)
    assert planner.ask(days_off) == frozenset()


def test_what_is_said_of_one_day_stands_over_everything(planner):
    class_id = a_class(planner, students=0)
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    own = LessonTime(time(13), 50)
    planner.do(set_lesson_on_day, class_id=class_id, day=MONDAY, lesson=own)
    assert at(planner, class_id) == planner.ask(own_lesson_time, class_id=class_id, day=MONDAY)
    assert at(planner, class_id) == own
    assert planner.ask(usual_lesson_time, class_id=class_id) == LessonTime(time(9), 60)
    assert MONDAY not in planner.ask(days_without_lesson, class_id=class_id)
    none = LessonTime(time(9), 0)
    planner.do(set_lesson_on_day, class_id=class_id, day=TUESDAY, lesson=none)
    assert TUESDAY in planner.ask(days_without_lesson, class_id=class_id)


def test_a_class_has_days_of_its_own_and_the_school_has_no_class(planner):
    class_id, other = a_class(planner, students=0), a_class(planner, name="P3", students=0)
    meeting = MeetingDays(frozenset({Weekday.MONDAY}), MONDAY)
    planner.do(set_meeting_days, class_id=class_id, meeting=meeting)
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    assert planner.ask(meeting_days, class_id=class_id) == meeting
    assert planner.ask(meeting_days, class_id=other) == MeetingDays()
    assert TUESDAY in planner.ask(days_without_lesson, class_id=class_id)
    assert TUESDAY not in planner.ask(days_without_lesson, class_id=other)
    assert planner.ask(days_without_lesson, class_id=None).off == {MONDAY}


def test_lessons_of_other_classes_overlap_where_both_times_were_set(planner):
    first, second = (a_class(planner, name=name, students=0) for name in ("Math 3", "Math 4"))
    one, two, later = planner.do(
        add_bell_schedule,
        name="Bells",
        periods=[
            NewPeriod("P1", time(9), 60), NewPeriod("P2", time(9, 30), 60),
            NewPeriod("P3", time(10), 60),
        ],
    )  # fmt: skip
    planner.do(set_bell_period, class_id=second, bell_period_id=two)

    def at_once(day=MONDAY):
        return planner.ask(lessons_at_once, class_id=first, day=day)

    assert at_once() == (), "nothing was said of the first"
    planner.do(set_bell_period, class_id=first, bell_period_id=one)
    assert at_once() == (OtherLesson("Math 4", time(9, 30), 60),)
    planner.do(set_meeting_days, class_id=second, meeting=MeetingDays(frozenset({Weekday.TUESDAY})))
    assert at_once() == ()
    assert len(at_once(TUESDAY)) == 1
    planner.do(set_bell_period, class_id=second, bell_period_id=later)
    assert at_once(TUESDAY) == (), "one ends as the other begins"
