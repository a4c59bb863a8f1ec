from datetime import time, timedelta

import pytest

from plplanner.calendar.commands import add_bell_schedule, mark_special_day
from plplanner.calendar.queries import days_off, lesson_time, special_days
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.roster.commands import set_bell_period
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
