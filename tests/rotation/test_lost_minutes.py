from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from plplanner.rotation.lesson_clock import (
    LessonPart,
    go_on,
    launch_ends,
    lesson_parts,
    minutes_over,
    moment_at,
    pause,
)
from plplanner.rotation.lost_minutes import ways_on
from plplanner.rotation.rows import LessonTimes, TimedRound

MONDAY = date(2026, 11, 23)
TIMES = LessonTimes(
    day=MONDAY, starts_at=time(9), ends_at=time(10), launch=8, close=5, move=2,
    rounds=(
        TimedRound(1, time(9, 10), time(9, 23)),
        TimedRound(2, time(9, 25), time(9, 38)),
        TimedRound(3, time(9, 40), time(9, 53)),
    ),
)  # fmt: skip


def at(hour, minute):
    return datetime.combine(MONDAY, time(hour, minute), tzinfo=UTC)


def ways(times=TIMES, now=None, *, lost=6, meets=("Maple",)):
    return ways_on(times, now or at(9, 31), lost=lost, meets_teacher=meets)


def test_six_minutes_lost_leave_ten_for_each_round_and_the_close():
    shorten = ways()[0]
    assert shorten.title == "Shorten rounds 2 and 3"
    assert shorten.means == "10 minutes each. The close stays."
    assert [(row.starts_at, row.ends_at) for row in shorten.times.rounds[1:]] == [
        (time(9, 25), time(9, 41)), (time(9, 43), time(9, 53)),
    ]  # fmt: skip


def test_a_timer_that_stood_still_for_the_fire_drill_counts_as_lost_already():
    stood = go_on(pause(TIMES, at(9, 31)), at(9, 37))
    assert minutes_over(stood) == 6
    assert ways(stood, at(9, 37))[0].times.rounds == ways()[0].times.rounds


def test_the_last_round_is_left_out_and_it_is_said_whom_that_costs():
    move = ways()[1]
    assert (move.title, move.left_out) == ("Leave out round 3", 3)
    assert move.means == "Maple does not meet you today. The next draft counts that."
    assert [row.number for row in move.times.rounds] == [1, 2]
    assert move.times.rounds[1].ends_at == time(9, 44)
    assert ways(meets=())[1].means == "Nobody works in round 3 today."


def test_without_a_close_the_rounds_keep_more():
    skip = ways()[2]
    assert skip.means == "12 minutes each. No close today."
    assert skip.times.close == 0
    assert minutes_over(skip.times) == 0


def test_every_way_ends_in_time_or_is_not_offered():
    for lost in range(1, 60, 7):
        for minute in range(0, 60, 4):
            for way in ways(now=at(9, minute), lost=lost):
                assert minutes_over(way.times) == 0
                assert all(row.starts_at < row.ends_at for row in way.times.rounds)


def test_a_last_round_that_is_on_stays_and_says_when_it_ends():
    found = ways(now=at(9, 45), lost=4)
    assert [way.title for way in found] == ["Shorten round 3", "Skip the close"]
    assert found[0].means == "It ends at 9:53. The close stays."


def test_rounds_too_short_to_settle_are_called_so():
    assert "too short" in ways(lost=12)[0].means


def test_after_the_last_round_nothing_is_left_to_shorten():
    assert ways(now=at(9, 55)) == ()


def test_minutes_lost_in_the_launch_make_it_longer():
    shorten = ways(now=at(9, 3), lost=5)[0].times
    assert launch_ends(shorten) == time(9, 13)
    assert shorten.rounds[0].starts_at == time(9, 15)
    on = moment_at(shorten, at(9, 12))
    assert (on.part, on.left) == (LessonPart.LAUNCH, 60)


def test_in_the_launch_what_is_left_of_it_can_go_and_the_rounds_stay_as_they_are():
    skip = next(way for way in ways(now=at(9, 2), lost=5) if way.title == "Skip the launch")
    assert skip.means == "13 minutes each. No launch: round 1 begins at 9:09."
    assert launch_ends(skip.times) == time(9, 7)
    assert [row.starts_at for row in skip.times.rounds] == [time(9, 9), time(9, 24), time(9, 39)]
    before = next(way for way in ways(now=at(8, 50), lost=5) if way.title == "Skip the launch")
    assert launch_ends(before.times) == time(9, 5)
    much = next(way for way in ways(now=at(9, 2), lost=12) if way.title == "Skip the launch")
    assert minutes_over(much.times) == 0
    assert much.times.rounds[0].starts_at == time(9, 16)
    assert "Skip the launch" not in [way.title for way in ways(now=at(9, 8), lost=5)]


def test_minutes_lost_on_the_way_make_the_way_longer():
    shorten = ways(now=at(9, 9), lost=5)[0].times
    assert launch_ends(shorten) == time(9, 8)
    assert (moment_at(shorten, at(9, 9)).part, moment_at(shorten, at(9, 9)).left) == (
        LessonPart.MOVE, 360,
    )  # fmt: skip


@given(
    minute=st.integers(0, 59),
    stood=st.integers(0, 20),
    lost=st.integers(1, 45),
    move=st.integers(0, 2),
    close=st.integers(0, 5),
)
def test_however_minutes_are_lost_no_hole_appears_and_the_lesson_ends_in_time(
    minute, stood, lost, move, close
):
    times = replace(TIMES, move=move, close=close)
    stopped = pause(times, at(9, max(0, minute - stood)))
    for way in ways(go_on(stopped, at(9, minute)), at(9, minute), lost=lost):
        parts = lesson_parts(way.times)
        assert [span[3] for span in parts[:-1]] == [span[2] for span in parts[1:]]
        assert all(span[2] < span[3] for span in parts[:-1])
        assert (parts[0][2], parts[-1][0]) == (time.min, LessonPart.OVER)
        assert parts[-1][2] == way.times.ends_at
        held = [span[1] for span in parts if span[0] is LessonPart.ROUND]
        assert held == [row.number for row in way.times.rounds]


def test_no_minute_of_the_bell_is_left_unused():
    shorten = ways(now=at(9, 12), lost=4)[0]
    assert shorten.means == "11 to 12 minutes each. The close stays."
    assert shorten.times.rounds[-1].ends_at == time(9, 53)
    lengths = [row.ends_at.minute - row.starts_at.minute for row in shorten.times.rounds]
    assert lengths == [16, 12, 11]  # four of the first were lost


def test_leaving_a_round_out_says_when_the_others_are_short_all_the_same():
    leave = next(way for way in ways(now=at(9, 1), lost=31) if way.left_out)
    assert leave.means.endswith(" minutes each. That is too short for most tasks.")
    assert "minutes each" not in ways()[1].means
