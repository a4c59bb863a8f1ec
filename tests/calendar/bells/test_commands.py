from datetime import time, timedelta

import pytest

from plplanner.calendar.bells.commands import keep_bell_schedule, remove_bell_schedule
from plplanner.calendar.bells.queries import bell_schedules, period_of_class
from plplanner.calendar.commands import mark_special_day
from plplanner.calendar.queries import lesson_time
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.problems import Problem
from plplanner.roster.commands import set_bell_period
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner

FIRST, SECOND = NewPeriod("Period 1", time(8), 50), NewPeriod("Period 2", time(9), 50)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def names(planner):
    return [(row.name, [one.name for one in row.periods]) for row in planner.ask(bell_schedules)]


def kept(planner, *periods, name="Regular day", **more):
    return planner.do(keep_bell_schedule, name=name, periods=periods, **more)


def in_period(planner, name):
    class_id = a_class(planner, students=0)
    (row,) = planner.ask(bell_schedules)
    planner.do(set_bell_period, class_id=class_id, bell_period_id=row.period(name).id)
    return class_id


def test_bells_are_kept_and_taken_back(planner):
    kept(planner, SECOND, FIRST)
    assert names(planner) == [("Regular day", ["Period 1", "Period 2"])]
    planner.undo()
    assert names(planner) == []


@pytest.mark.parametrize(
    ("name", "periods"),
    [(" ", [FIRST]), ("Early", []), ("regular DAY", [FIRST]), ("Early", [FIRST, FIRST])],
)
def test_what_cannot_be_kept_is_said(planner, name, periods):
    kept(planner, FIRST)
    with pytest.raises(Problem):
        kept(planner, *periods, name=name)
    assert names(planner) == [("Regular day", ["Period 1"])]


def test_on_each_day_of_the_week_one_schedule_rings(planner):
    kept(planner, FIRST, weekdays=list(Weekday)[:5])
    late = kept(planner, SECOND, name="Late start", weekdays=[Weekday.WEDNESDAY])
    regular, other = planner.ask(bell_schedules)
    assert Weekday.WEDNESDAY not in regular.weekdays
    assert len(regular.weekdays) == 4
    assert (other.id, other.weekdays) == (late, {Weekday.WEDNESDAY})


def test_a_class_stays_in_the_period_of_its_name_or_of_its_times(planner):
    row_id = kept(planner, FIRST, SECOND)
    class_id = in_period(planner, "Period 2")
    kept(planner, FIRST, NewPeriod("period 2", time(9, 5), 45), schedule_id=row_id)
    assert planner.ask(lesson_time, class_id=class_id, day=MONDAY) == LessonTime(time(9, 5), 45)
    kept(planner, NewPeriod("Math", time(9, 5), 45), schedule_id=row_id)
    assert planner.ask(period_of_class, class_id=class_id).name == "Math"


def test_a_class_keeps_the_time_of_a_period_that_is_gone(planner):
    row_id = kept(planner, FIRST, SECOND)
    class_id = in_period(planner, "Period 2")
    kept(planner, FIRST, schedule_id=row_id)
    assert names(planner) == [("Regular day", ["Period 1"])]
    assert planner.ask(period_of_class, class_id=class_id) is None
    assert planner.ask(lesson_time, class_id=class_id, day=MONDAY) == LessonTime(time(9), 50)


def test_removed_bells_leave_classes_their_times_and_special_days_their_bells(planner):
    row_id = kept(planner, FIRST, SECOND, weekdays=[Weekday.TUESDAY])
    class_id = in_period(planner, "Period 2")
    planner.do(mark_special_day, day=MONDAY, label="Early release", bell_schedule_id=row_id)
    planner.do(remove_bell_schedule, schedule_id=row_id, name="Regular day")
    assert names(planner) == []
    asked = {"class_id": class_id}
    assert planner.ask(lesson_time, day=MONDAY + timedelta(days=1), **asked) == LessonTime(
        time(9), 50
    )
    late = a_class(planner, name="Late", students=0)
    assert planner.ask(lesson_time, class_id=late, day=MONDAY) == LessonTime(time(9), 50)
    planner.undo(), planner.undo()
    assert names(planner) == [("Regular day", ["Period 1", "Period 2"])]
