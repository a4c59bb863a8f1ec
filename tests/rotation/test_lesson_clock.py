from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.rotation.lesson_clock import (
    LessonPart,
    add_minutes,
    go_on,
    launch_ends,
    lesson_parts,
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
        ((9, 53), LessonPart.RETURN, None, 120),
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


def test_the_next_round_during_the_launch_is_the_first_and_it_begins_now():
    found = next_round_now(TIMES, at(9, 5))
    assert spans(found) == [
        ("09:05:00", "09:18:00"), ("09:20:00", "09:33:00"), ("09:35:00", "09:48:00"),
    ]  # fmt: skip
    on = moment_at(found, at(9, 5))
    assert (on.part, on.round_number, on.left) == (LessonPart.ROUND, 1, 780)
    assert launch_ends(found) == time(9, 5)


@pytest.mark.parametrize("clock", [(9, 5), (9, 9), (9, 30), (9, 9, 59)])
@pytest.mark.parametrize("later", [0, 0.4, 1, 1.9])
def test_who_presses_a_second_time_at_once_does_not_end_the_round_just_begun(clock, later):
    now = at(*clock) + timedelta(milliseconds=900)
    begun = next_round_now(TIMES, now)
    assert next_round_now(begun, now + timedelta(seconds=later)) == begun
    assert next_round_now(begun, now + timedelta(seconds=4)) != begun


def test_a_round_the_clock_began_as_the_button_was_pressed_is_not_ended_by_that():
    assert next_round_now(TIMES, at(9, 10, 1)) == TIMES


def test_a_round_that_began_during_the_launch_ends_it():
    early = replace(TIMES, rounds=next_round_now(TIMES, at(9, 5)).rounds)
    assert early.launched_at is None
    assert launch_ends(early) == time(9, 5)
    assert moment_at(early, at(9, 6)).part is LessonPart.ROUND


def test_before_the_lesson_no_round_can_begin():
    stopped = pause(TIMES, at(8, 55))
    assert next_round_now(TIMES, at(8, 58)) == TIMES
    assert next_round_now(stopped, at(8, 58)) == stopped
    assert spans(go_on(stopped, at(8, 58))) == spans(TIMES)


def test_a_minute_more_or_less_in_the_launch_is_one_of_the_launch():
    longer, shorter = add_minutes(TIMES, at(9, 5), 1), add_minutes(TIMES, at(9, 5), -1)
    assert (launch_ends(longer), longer.rounds[0].starts_at) == (time(9, 9), time(9, 11))
    assert (launch_ends(shorter), shorter.rounds[0].starts_at) == (time(9, 7), time(9, 9))
    assert add_minutes(longer, at(9, 5), -1) == TIMES
    assert launch_ends(add_minutes(TIMES, at(9, 7, 30), -1)) == time(9, 7, 30)
    on_the_way = add_minutes(TIMES, at(9, 9), 5)
    assert (launch_ends(on_the_way), moment_at(on_the_way, at(9, 9)).left) == (time(9, 8), 360)


ACTS = {
    "more": lambda times, now: add_minutes(times, now, 1),
    "less": lambda times, now: add_minutes(times, now, -1),
    "pause": pause,
    "go on": go_on,
    "next": next_round_now,
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 900)), max_size=12))
def test_whatever_is_done_to_the_clock_its_parts_follow_each_other(acts):
    times, now = TIMES, at(8, 50)
    for act, seconds in acts:
        now += timedelta(seconds=seconds)
        times = ACTS[act](times, now)
        parts = lesson_parts(times)
        assert [span[3] for span in parts[:-1]] == [span[2] for span in parts[1:]]
        assert (parts[0][2], parts[-1][3]) == (time.min, time.max)
        assert parts[-1][2] == max(times.ends_at, times.rounds[-1].ends_at)
        assert moment_at(times, now).gone >= 0


def test_after_the_last_round_the_close_is_next():
    closing = next_round_now(TIMES, at(9, 50))
    assert moment_at(closing, at(9, 51)).part is LessonPart.RETURN
    assert moment_at(closing, at(9, 52)).part is LessonPart.CLOSE
    assert moment_at(replace(closing, close=0), at(9, 55)).part is LessonPart.RETURN


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
