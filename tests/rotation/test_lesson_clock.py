from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plplanner.rotation.lesson_clock import (
    LessonPart,
    add_minutes,
    go_on,
    minutes_over,
    moment_at,
    next_round_now,
    pause,
    planned_times,
)
from plplanner.rotation.rows import LessonTimes, PlanRow, RoundRow, TimedRound
from plplanner.terms import PlanState

MONDAY = date(2026, 11, 23)
NEW_YORK = ZoneInfo("America/New_York")
TIMES = LessonTimes(
    day=MONDAY, starts_at=time(9), ends_at=time(10), launch=8, close=5, move=2,
    rounds=(
        TimedRound(1, time(9, 10), time(9, 23)),
        TimedRound(2, time(9, 25), time(9, 38)),
        TimedRound(3, time(9, 40), time(9, 53)),
    ),
)  # fmt: skip


def at(hour, minute=0, second=0, *, day=MONDAY, zone=UTC):
    return datetime.combine(day, time(hour, minute, second), tzinfo=zone)


def spans(times):
    return [(f"{row.starts_at:%H:%M:%S}", f"{row.ends_at:%H:%M:%S}") for row in times.rounds]


def test_the_planned_clock_is_that_of_the_plan():
    plan = PlanRow(
        1, 1, "Math", "", MONDAY, PlanState.DRAFT, time(9), 60,
        tuple(RoundRow(n, time(9, 10 + 15 * (n - 1)), 13) for n in (1, 2, 3)), (), "",
    )  # fmt: skip
    assert planned_times(plan) == TIMES


@pytest.mark.parametrize(
    ("clock", "part", "number", "left"),
    [
        ((8, 50), LessonPart.BEFORE, None, 600),
        ((9, 0), LessonPart.LAUNCH, None, 480),
        ((9, 8, 30), LessonPart.MOVE, 1, 90),
        ((9, 31, 12), LessonPart.ROUND, 2, 408),
        ((9, 38), LessonPart.MOVE, 3, 120),
        ((9, 56), LessonPart.CLOSE, None, 240),
        ((10, 0), LessonPart.OVER, None, 0),
    ],
)
def test_every_part_of_a_lesson_is_known_by_the_clock(clock, part, number, left):
    found = moment_at(TIMES, at(*clock))
    assert (found.part, found.round_number, found.left) == (part, number, left)


def test_the_day_before_a_lesson_it_has_not_begun_and_the_day_after_it_is_over():
    assert moment_at(TIMES, at(9, 30, day=MONDAY - timedelta(1))).part is LessonPart.BEFORE
    assert moment_at(TIMES, at(9, 30, day=MONDAY + timedelta(1))).part is LessonPart.OVER


def test_a_minute_more_moves_what_follows_and_a_minute_less_takes_it_back():
    longer = add_minutes(TIMES, at(9, 31), 1)
    assert spans(longer) == [
        ("09:10:00", "09:23:00"), ("09:25:00", "09:39:00"), ("09:41:00", "09:54:00"),
    ]  # fmt: skip
    assert add_minutes(longer, at(9, 31), -1) == TIMES
    assert minutes_over(longer) == 1


def test_a_round_never_ends_before_now():
    assert spans(add_minutes(TIMES, at(9, 37, 30), -1))[1] == ("09:25:00", "09:37:30")


def test_on_the_way_to_a_round_that_round_begins_later():
    assert spans(add_minutes(TIMES, at(9, 24), 1))[1] == ("09:26:00", "09:39:00")


def test_while_paused_the_timer_stands_still_and_goes_on_with_what_was_left():
    paused = pause(TIMES, at(9, 31, 12))
    assert moment_at(paused, at(9, 34)).left == 408
    assert moment_at(paused, at(9, 34)).is_paused
    running = go_on(paused, at(9, 34, 12))
    assert moment_at(running, at(9, 34, 12)).left == 408
    assert spans(running)[1:] == [("09:25:00", "09:41:00"), ("09:43:00", "09:56:00")]
    assert go_on(running, at(9, 40)) == running


def test_the_next_round_now_is_as_long_as_it_was_to_be():
    found = next_round_now(TIMES, at(9, 30))
    assert spans(found)[1:] == [("09:25:00", "09:30:00"), ("09:30:00", "09:43:00")]
    assert moment_at(found, at(9, 30)).round_number == 3


def test_after_the_last_round_the_close_is_next():
    closing = next_round_now(TIMES, at(9, 50))
    assert moment_at(closing, at(9, 52)).part is LessonPart.CLOSE


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2027, 3, 14)])
def test_a_night_in_which_the_clocks_change_moves_no_lesson(day):
    times = replace(TIMES, day=day)
    found = moment_at(times, at(9, 31, 12, day=day, zone=NEW_YORK))
    assert (found.part, found.round_number, found.left) == (LessonPart.ROUND, 2, 408)
    before = moment_at(times, at(0, 30, day=day, zone=NEW_YORK))
    real = at(9, day=day, zone=NEW_YORK).astimezone(UTC) - at(
        0, 30, day=day, zone=NEW_YORK
    ).astimezone(UTC)
    assert timedelta(seconds=before.left) == real


def test_the_zone_of_the_computer_is_where_the_lesson_is():
    assert moment_at(TIMES, at(9, 31, zone=ZoneInfo("Asia/Tokyo"))).round_number == 2
