from datetime import UTC, date, datetime, time

import pytest

from plplanner.calendar import commands as calendar
from plplanner.calendar.rows import LessonTime, MeetingDays
from plplanner.roster import commands as roster
from plplanner.rotation.commands import save_plan
from plplanner.rotation.lesson_clock import add_minutes
from plplanner.rotation.lived.commands import keep_times
from plplanner.rotation.lived.queries import lesson_times
from plplanner.terms import Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.lesson_choice import LessonChoice
from tests.builders import MONDAY, TODAY, a_class, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


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


def two_classes(planner, *, math_at, science_at):
    """Math and Science meet on Monday the 23rd at these times."""
    for name, starts_at in (("Math", math_at), ("Science", science_at)):
        class_id = a_class(planner, name=name)
        lesson = LessonTime(starts_at, 45)
        planner.do(calendar.set_lesson_on_day, class_id=class_id, day=MONDAY, lesson=lesson)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (TODAY, None, "Science"),
        (MONDAY, time(7), "Science"),
        (MONDAY, time(9, 44), "Science"),
        (MONDAY, time(9, 45), "Math"),
        (MONDAY, time(11, 45), "Math"),
    ],
)
def test_it_starts_with_the_class_that_meets_next(empty_planner, qapp, day, at, expected):
    two_classes(empty_planner, math_at=time(11), science_at=time(9))
    choice = LessonChoice(Desk(empty_planner), today=day, at=at)
    assert choice.school_class.name == expected
    choice.start_over()
    assert choice.school_class.name == expected


def test_a_class_that_does_not_meet_today_has_no_lesson_ahead(empty_planner, qapp):
    a_class(empty_planner, name="Math")
    art = a_class(empty_planner, name="Art")
    empty_planner.do(
        calendar.set_meeting_days, class_id=art, meeting=MeetingDays(frozenset({Weekday.TUESDAY}))
    )
    choice = LessonChoice(Desk(empty_planner), today=MONDAY, at=time(9, 30))
    assert (choice.school_class.name, choice.day) == ("Math", MONDAY)
    choice = LessonChoice(Desk(empty_planner), today=MONDAY, at=time(10))
    assert (choice.school_class.name, choice.day) == ("Art", date(2026, 11, 24))


def test_a_lesson_that_runs_past_its_bell_is_still_today_s(empty_planner, qapp):
    groups = saved_groups(empty_planner)
    plan_id = empty_planner.do(save_plan, **a_plan(empty_planner, groups))
    planned = empty_planner.ask(lesson_times, plan=plan_of(empty_planner, groups))
    at_work = datetime.combine(MONDAY, planned.rounds[-1].starts_at, tzinfo=UTC)
    longer = add_minutes(planned, at_work, 15)
    assert longer.rounds[-1].ends_at > time(10)
    empty_planner.do(keep_times, plan_id=plan_id, times=longer, says="Add minutes")

    def day_at(at):
        return LessonChoice(Desk(empty_planner), today=MONDAY, at=at).day

    assert day_at(time(10, 0, 20)) == MONDAY
    assert day_at(longer.rounds[-1].ends_at) == date(2026, 11, 24)
