from datetime import time

from plplanner.roster.rows import PullOutRow
from plplanner.rotation.pulled_out import minutes_out, students_out
from plplanner.rotation.rows import RoundRow, TimedRound
from tests.rotation.lessons import a_lesson, with_pull_out

ROUND = RoundRow(1, time(9, 10), 13)


def out(start, end):
    lesson = with_pull_out(a_lesson(), 1, start, end)
    return students_out(lesson.groups[0], ROUND)


def test_a_minute_of_the_round_is_enough():
    assert out(time(9), time(9, 11)) == ("Maya",)
    assert out(time(9, 22), time(10)) == ("Maya",)


def test_who_comes_back_as_the_round_begins_is_there():
    assert out(time(9), time(9, 10)) == ()
    assert out(time(9, 23), time(10)) == ()


def test_minutes_out_are_counted_by_round():
    rounds = [TimedRound(1, time(9, 10), time(9, 23)), TimedRound(2, time(9, 25), time(9, 38))]
    outs = [
        PullOutRow(7, time(9, 20), time(9, 30), "Out"),
        PullOutRow(7, time(9, 35), time(9, 50), "Out"),
        PullOutRow(8, time(9, 23), time(9, 25), "Out"),
    ]
    assert minutes_out(outs, rounds) == {(7, 1): 3, (7, 2): 8}
