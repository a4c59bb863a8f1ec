from datetime import time

from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import RoundRow
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
