from datetime import date, time, timedelta

import pytest

from plplanner.calendar.lesson_days import DaysWithoutLesson, left_of, why_no_lesson
from plplanner.calendar.rows import LessonTime, MeetingDays
from plplanner.calendar.school_days import next_school_day, school_day_before
from plplanner.terms import Weekday
from tests.builders import MONDAY

LESSON = LessonTime(time(9), 60)


def in_week(without, monday=MONDAY):
    """Which days of a week have a lesson, as “MTWTF” with dots for those without."""
    days = [monday + timedelta(days=ahead) for ahead in range(5)]
    return "".join("." if day in without else "MTWTF"[day.weekday()] for day in days)


def test_a_class_meets_on_school_days_of_its_own_days_of_the_week():
    assert in_week(DaysWithoutLesson()) == "MTWTF"
    meeting = MeetingDays(frozenset({Weekday.MONDAY, Weekday.WEDNESDAY}))
    assert in_week(DaysWithoutLesson(meeting=meeting)) == "M.W.."
    snow = frozenset({MONDAY})
    assert in_week(DaysWithoutLesson(snow, meeting)) == "..W.."


def test_every_other_school_day_counts_days_off_as_none_both_ways():
    every_other = MeetingDays(alternates_from=MONDAY)
    assert in_week(DaysWithoutLesson(meeting=every_other)) == "M.W.F"
    following = MONDAY + timedelta(days=7)
    assert in_week(DaysWithoutLesson(meeting=every_other), following) == ".T.T."
    assert in_week(DaysWithoutLesson(meeting=every_other), MONDAY - timedelta(days=7)) == ".T.T."
    snow = frozenset({MONDAY + timedelta(days=1)})
    assert in_week(DaysWithoutLesson(snow, every_other)) == "M..T."


def test_a_single_day_says_itself_whether_a_lesson_is_held():
    meeting = MeetingDays(frozenset({Weekday.MONDAY}))
    own = {MONDAY: False, MONDAY + timedelta(days=1): True}
    without = DaysWithoutLesson(meeting=meeting, own=own)
    assert in_week(without) == ".T..."
    assert "Monday" not in without


def test_school_days_are_found_that_no_list_could_hold():
    without = DaysWithoutLesson(meeting=MeetingDays(frozenset({Weekday.FRIDAY})))
    assert next_school_day(MONDAY, without) == MONDAY + timedelta(days=4)
    assert school_day_before(MONDAY, without) == MONDAY - timedelta(days=3)


@pytest.mark.parametrize(
    ("without", "why"),
    [
        (DaysWithoutLesson(), ""),
        (DaysWithoutLesson(frozenset({MONDAY})), ""),
        (DaysWithoutLesson(own={MONDAY: False}), "There is no lesson on this day alone."),
        (
            DaysWithoutLesson(meeting=MeetingDays(frozenset({Weekday.FRIDAY}))),
            "It does not meet on this day of the week.",
        ),
        (
            DaysWithoutLesson(meeting=MeetingDays(alternates_from=MONDAY + timedelta(days=1))),
            "It meets on every other school day.",
        ),
    ],
)
def test_why_there_is_no_lesson_though_there_is_school(without, why):
    assert why_no_lesson(MONDAY, without) == why


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (time(12), None, LESSON),
        (time(9, 40), None, LessonTime(time(9), 40)),
        (None, time(9, 20), LessonTime(time(9, 20), 40)),
        (time(9), time(9, 40), LessonTime(time(9, 40), 20)),
        (time(9, 35), time(9, 45), LessonTime(time(9), 35)),
        (time(9, 15), time(9, 20), LessonTime(time(9, 20), 40)),
        (time(9, 9), None, LessonTime(time(9), 0)),
        (None, time(11), LessonTime(time(9), 0)),
        (None, time(8), LESSON),
    ],
)
def test_what_is_left_of_a_lesson_is_its_longer_part(start, end, left):
    assert left_of(LESSON, start=start, end=end) == left


def test_an_alternating_class_is_found_quickly_years_from_the_first_day():
    years = DaysWithoutLesson(meeting=MeetingDays(alternates_from=date(2020, 1, 6)))
    assert next_school_day(MONDAY, years) in {MONDAY + timedelta(days=n) for n in (1, 2)}
