from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from typing import get_args, get_type_hints

import pytest

from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.rotation.lesson_clock import moment_at, pause
from plplanner.rotation.rows import LessonTimes, TimedRound
from plplanner.terms import GROUP_IDENTITIES, StationKind
from plplanner.ui.screens.rotation.board_rows import (
    BoardHead,
    ShownBoard,
    below_words,
    head_of,
    round_shown,
    spoken_board,
    timer_words,
)

MONDAY = date(2026, 11, 23)
TIMES = LessonTimes(
    MONDAY, time(9), time(10), 8, 5, 2,
    (TimedRound(1, time(9, 10), time(9, 23)), TimedRound(2, time(9, 25), time(9, 38))),
)  # fmt: skip


def at(hour, minute, second=0):
    return datetime.combine(MONDAY, time(hour, minute, second), tzinfo=UTC)


def head_at(*clock, times=TIMES):
    return head_of(times, moment_at(times, at(*clock)), 0)


def leaf_types(kind):
    if is_dataclass(kind):
        hints = get_type_hints(kind, localns={"ClassBoard": ClassBoard})
        return {leaf for one in fields(kind) for leaf in leaf_types(hints[one.name])}
    inside = [one for one in get_args(kind) if one is not Ellipsis]
    return {leaf for one in inside for leaf in leaf_types(one)} if inside else {kind}


def test_nothing_on_the_board_can_hold_a_score_a_level_or_a_rank():
    assert leaf_types(ShownBoard) == {str, bool, date, time, type(None), StationKind}
    named = {one.name for kind in (ShownBoard, BoardHead, ClassBoard, BoardLine, BoardCell)
             for one in fields(kind)}  # fmt: skip
    assert not named & {"level", "score", "need", "rank", "position", "points", "band"}


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


def test_a_screen_reader_says_who_goes_where():
    cell = BoardCell(StationKind.DIGITAL, "Digital", "Strips", "Cart")
    sheet = ClassBoard("Math", MONDAY, None, (), (BoardLine(GROUP_IDENTITIES[0], (cell,)),), "", "")
    said = spoken_board(ShownBoard(sheet, (("Ana", "Theo"),)), 0)
    assert said == "River: Digital, Cart, Strips. Ana, Theo."
    assert timer_words(408) == "6:48"


def test_below_the_cards_stands_who_is_called_and_what_comes_when_done():
    sheet = ClassBoard("Math", MONDAY, None, (), (), "Read.", "Math", called=("Ann", "Bo"))
    assert below_words(sheet) == (
        ("teacher", "Teacher table: Ann, Bo"), ("check", "When done: Read."),
    )  # fmt: skip
    goals = replace(sheet, i_can="I can add.", language_goal="Say why.", called=())
    assert below_words(goals, with_goals=True) == (
        ("goal", "I can add."), ("goal", "Language: Say why."), ("check", "When done: Read."),
    )  # fmt: skip
    assert below_words(replace(sheet, called=(), when_done="")) == ()
