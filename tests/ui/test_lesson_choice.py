from datetime import date, time

import pytest

from plplanner.calendar import commands as calendar
from plplanner.calendar.rows import MeetingDays
from plplanner.roster import commands as roster
from plplanner.terms import Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.lesson_choice import LessonChoice
from tests.builders import TODAY, a_class


def test_it_starts_with_the_first_class_and_the_next_school_day(empty_planner, qapp):
    a_class(empty_planner, name="Science")
    a_class(empty_planner, name="Math")
    choice = LessonChoice(Desk(empty_planner), today=TODAY)
    assert choice.school_class.name == "Math"
    assert choice.day == date(2026, 11, 23)


def test_a_day_off_is_skipped(empty_planner, qapp):
    empty_planner.do(
        calendar.mark_special_day, day=date(2026, 11, 23), label="No school", minutes=0
    )
    assert LessonChoice(Desk(empty_planner), today=TODAY).day == date(2026, 11, 24)


def test_days_on_which_the_class_does_not_meet_are_skipped(empty_planner, qapp):
    class_id = a_class(empty_planner)
    meeting = MeetingDays(frozenset({Weekday.THURSDAY}))
    empty_planner.do(calendar.set_meeting_days, class_id=class_id, meeting=meeting)
    assert LessonChoice(Desk(empty_planner), today=TODAY).day == date(2026, 11, 26)


def test_the_class_chosen_stays_when_others_come_and_go(empty_planner, qtbot):
    desk = Desk(empty_planner)
    math = a_class(empty_planner, name="Math")
    choice = LessonChoice(desk, today=TODAY)
    science = a_class(empty_planner, name="Science")
    choice.choose_class(science)
    desk.do(roster.add_class, name="Art")
    assert choice.class_id == science
    with qtbot.waitSignal(choice.changed):
        desk.do(roster.remove_class, class_id=science)
    assert choice.school_class.name == "Art"
    desk.do(roster.remove_class, class_id=math)
    desk.do(roster.remove_class, class_id=choice.class_id)
    assert choice.class_id is None


def test_another_day_is_told(empty_planner, qtbot):
    choice = LessonChoice(Desk(empty_planner), today=TODAY)
    with qtbot.waitSignal(choice.changed):
        choice.choose_day(date(2026, 12, 1))
    assert choice.day == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 11, 23), time(7), date(2026, 11, 23)),
        (date(2026, 11, 23), time(9, 59), date(2026, 11, 23)),
        (date(2026, 11, 23), time(10), date(2026, 11, 24)),
        (date(2026, 11, 22), time(7), date(2026, 11, 23)),
    ],
)
def test_until_its_lesson_is_over_a_school_day_is_today(empty_planner, qapp, day, at, expected):
    a_class(empty_planner)
    assert LessonChoice(Desk(empty_planner), today=day, at=at).day == expected


def test_the_first_class_there_is_may_meet_today(empty_planner, qapp):
    desk, monday = Desk(empty_planner), date(2026, 11, 23)
    choice = LessonChoice(desk, today=monday, at=time(7))
    assert choice.day == date(2026, 11, 24)
    desk.do(roster.add_class, name="Math")
    assert choice.day == monday
    choice.choose_day(date(2026, 12, 1))
    desk.do(roster.add_class, name="Art")
    assert choice.day == date(2026, 12, 1)
