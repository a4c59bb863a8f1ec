from datetime import time, timedelta

import pytest

from plplanner.calendar.bells.commands import keep_bell_schedule, remove_bell_schedule
from plplanner.calendar.bells.queries import all_schedules, bell_schedules, period_of_class
from plplanner.calendar.commands import add_bell_schedule, mark_special_day, set_meeting_days
from plplanner.calendar.lesson_days import why_no_lesson
from plplanner.calendar.queries import days_without_lesson, lesson_time
from plplanner.calendar.rows import LessonTime, MeetingDays, NewPeriod
from plplanner.roster.commands import set_bell_period
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
REGULAR = (NewPeriod("Period 1", time(8), 50), NewPeriod("Period 2", time(9), 50))
SHORT = (NewPeriod("Period 1", time(8), 30), NewPeriod("Period 2", time(8, 35), 30))


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture
def class_id(planner):
    """In Period 2; on Tuesdays only Period 1 rings."""
    planner.do(keep_bell_schedule, name="Regular day", periods=REGULAR)
    planner.do(keep_bell_schedule, name="Block", periods=REGULAR[:1], weekdays=[Weekday.TUESDAY])
    class_id = a_class(planner, students=0)
    period = planner.ask(bell_schedules)[0].period("Period 2")
    planner.do(set_bell_period, class_id=class_id, bell_period_id=period.id)
    return class_id


def short_day(planner, day):
    known = {row.name: row.id for row in planner.ask(bell_schedules)}
    if "Short day" not in known:
        known["Short day"] = planner.do(keep_bell_schedule, name="Short day", periods=SHORT)
    planner.do(mark_special_day, day=day, label="Fair", bell_schedule_id=known["Short day"])
    return known["Short day"]


def test_only_bells_of_the_teacher_are_listed(planner, class_id):
    planner.do(add_bell_schedule, name="Own time", periods=REGULAR)
    assert [row.name for row in planner.ask(bell_schedules)] == ["Regular day", "Block"]
    assert planner.ask(period_of_class, class_id=class_id).name == "Period 2"
    assert planner.ask(period_of_class, class_id=a_class(planner, name="B", students=0)) is None


def test_a_class_meets_when_its_period_rings(planner, class_id):
    short_day(planner, WEDNESDAY)
    at = {day: planner.ask(lesson_time, class_id=class_id, day=day) for day in (MONDAY, WEDNESDAY)}
    assert at == {MONDAY: LessonTime(time(9), 50), WEDNESDAY: LessonTime(time(8, 35), 30)}


def test_no_lesson_on_a_day_of_the_week_without_its_period(planner, class_id):
    without = planner.ask(days_without_lesson, class_id=class_id)
    assert (MONDAY in without, TUESDAY in without) == (False, True)
    assert why_no_lesson(TUESDAY, without) == (
        "The bells of this day of the week do not have its period."
    )
    short_day(planner, TUESDAY)
    assert TUESDAY not in planner.ask(days_without_lesson, class_id=class_id)
    planner.do(
        set_meeting_days, class_id=class_id, meeting=MeetingDays(frozenset([Weekday.MONDAY]))
    )
    assert TUESDAY in planner.ask(days_without_lesson, class_id=class_id)


def test_special_days_keep_bells_that_left_the_list(planner, class_id):
    row_id = short_day(planner, WEDNESDAY)
    planner.do(remove_bell_schedule, schedule_id=row_id, name="Short day")
    assert row_id not in {row.id for row in planner.ask(bell_schedules)}
    assert row_id in planner.ask(all_schedules)
    at = planner.ask(lesson_time, class_id=class_id, day=WEDNESDAY)
    assert at == LessonTime(time(8, 35), 30)
