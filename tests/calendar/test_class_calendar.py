from datetime import date, time

from plplanner.calendar.class_calendar import ClassCalendar
from plplanner.calendar.commands import mark_special_day, set_lesson_on_day
from plplanner.calendar.queries import class_calendar, class_calendars
from plplanner.calendar.rows import ClassHabits, LessonTime, MeetingDays, SpecialDayRow
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner

TUESDAY = date(2026, 11, 24)
NINE = LessonTime(time(9, 0), 60)
MONDAYS = ClassHabits(NINE, MeetingDays(frozenset({Weekday.MONDAY})))


def calendar(**fields):
    return ClassCalendar(**{"habits": MONDAYS, "special": {}, "own": {}, "schedules": {}, **fields})


def test_what_was_said_of_a_day_alone_stands_over_its_being_special():
    early = SpecialDayRow(1, MONDAY, "Early release", 30)
    ten = LessonTime(time(10, 0), 45)
    assert calendar(special={MONDAY: early}).lesson_on(MONDAY) == LessonTime(time(9, 0), 30)
    assert calendar(special={MONDAY: early}, own={MONDAY: ten}).lesson_on(MONDAY) == ten


def test_a_lesson_said_of_a_day_alone_is_held_on_any_day_and_no_minutes_are_none():
    without = calendar(own={TUESDAY: NINE, MONDAY: LessonTime(time(9, 0), 0)}).days_without_lesson()
    assert TUESDAY not in without
    assert MONDAY in without
    assert TUESDAY in calendar().days_without_lesson()


def test_a_day_that_is_closed_from_before_the_lesson_on_is_one_without():
    closed = SpecialDayRow(1, MONDAY, "Assembly", None, time(8, 0), time(12, 0))
    without = calendar(special={MONDAY: closed}).days_without_lesson()
    assert MONDAY in without
    assert without.labels == {MONDAY: "Assembly"}


def test_all_classes_asked_at_once_are_as_each_asked_alone(tmp_path):
    at_one = LessonTime(time(13, 0), 40)
    with a_planner(tmp_path) as planner:
        math, art = a_class(planner, name="Math"), a_class(planner, name="Art")
        planner.do(set_lesson_on_day, class_id=art, day=TUESDAY, lesson=at_one)
        planner.do(mark_special_day, day=MONDAY, label="Assembly", minutes=30)
        together = planner.ask(class_calendars)
        assert together == {one: planner.ask(class_calendar, class_id=one) for one in (math, art)}
    assert together[art].lesson_on(TUESDAY) == at_one
    assert together[math].lesson_on(TUESDAY) == NINE
    assert together[math].lesson_on(MONDAY).minutes == 30
