from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from plplanner.rotation.lesson_clock import moment_at, pause
from plplanner.rotation.rows import LessonTimes, TimedRound
from plplanner.ui.screens.rotation.today.lesson_head import head_of, round_shown, timer_words

MONDAY = date(2026, 11, 23)
TIMES = LessonTimes(
    MONDAY, time(9), time(10), 8, 5, 2,
    (TimedRound(1, time(9, 10), time(9, 23)), TimedRound(2, time(9, 25), time(9, 38))),
)  # fmt: skip


def at(hour, minute, second=0):
    return datetime.combine(MONDAY, time(hour, minute, second), tzinfo=UTC)


def head_at(*clock, times=TIMES):
    return head_of(times, moment_at(times, at(*clock)), 0)


@pytest.mark.parametrize(
    ("clock", "title", "follows", "timer"),
    [
        ((8, 50), "Starts at 9:00", "", "10:00"),
        ((7, 50), "Starts at 9:00", "", ""),
        ((9, 0), "Launch", "Round 1 at 9:10", "8:00"),
        ((9, 24, 12), "Go to round 2", "Starts at 9:25", "0:48"),
        ((9, 12), "Round 1 of 2", "Next round at 9:25", "11:00"),
        ((9, 30), "Round 2 of 2", "Ends at 9:38", "8:00"),
        ((9, 39), "Back to your seats", "Close at 9:40", "1:00"),
        ((9, 58), "Close", "Ends at 10:00", "2:00"),
        ((10, 5), "The lesson is over", "", ""),
    ],
)
def test_the_head_says_what_is_on_and_what_follows(clock, title, follows, timer):
    head = head_at(*clock)
    assert (head.title, head.follows, head.timer) == (title, follows, timer)


def test_two_minutes_before_the_end_the_bar_says_so_and_a_pause_is_said():
    assert not head_at(9, 20).is_near_end
    assert head_at(9, 21).is_near_end
    stopped = pause(TIMES, at(9, 12))
    assert head_at(9, 15, times=stopped).follows == "Paused"
    assert head_at(9, 15, times=stopped).timer == "11:00"


def test_a_lesson_of_another_day_shows_a_round_with_its_times_and_no_timer():
    head = head_of(TIMES, None, 1)
    assert (head.title, head.follows, head.timer) == ("Round 2 of 2", "9:25–9:38", "")
    assert round_shown(TIMES, None, 9) == 1
    assert head_of(replace(TIMES, rounds=()), None, 0).title == "No round today"


def test_before_the_first_round_it_is_shown_and_after_the_last_that_one():
    assert round_shown(TIMES, moment_at(TIMES, at(9, 2)), 0) == 0
    assert round_shown(TIMES, moment_at(TIMES, at(9, 58)), 0) == 1


def test_a_timer_counts_minutes_and_seconds():
    assert timer_words(408) == "6:48"
