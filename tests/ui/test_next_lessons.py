from datetime import time

import pytest

from plplanner.calendar.bells.commands import keep_bell_schedule
from plplanner.calendar.bells.typed_bells import typed_bells
from plplanner.calendar.commands import set_meeting_days
from plplanner.calendar.rows import MeetingDays
from plplanner.terms import Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.next_lessons import NextLessons
from tests.builders import MONDAY, TODAY, a_class


class CountingDesk(Desk):
    def __init__(self, planner):
        super().__init__(planner)
        self.asked = 0

    def ask(self, query, *args, **kwargs):
        self.asked += 1
        return super().ask(query, *args, **kwargs)


def asked_for(planner, *, class_ids, at):
    desk = CountingDesk(planner)
    lessons = NextLessons(desk, today=MONDAY, at=at)
    for class_id in class_ids:
        lessons.first(class_id)
        lessons.day_to_open(class_id)
    return desk.asked


@pytest.mark.parametrize(("at", "questions"), [(time(8, 0), 1), (time(19, 30), 2)])
def test_many_classes_are_no_more_questions_than_one(empty_planner, qapp, at, questions):
    periods = typed_bells("Period 1 9:00–9:50").periods
    empty_planner.do(keep_bell_schedule, name="Regular", periods=periods)
    class_ids = [a_class(empty_planner, name="One")]
    assert asked_for(empty_planner, class_ids=class_ids, at=at) == questions
    class_ids += [a_class(empty_planner, name=f"More {number}") for number in range(5)]
    assert asked_for(empty_planner, class_ids=class_ids, at=at) == questions


def test_the_lesson_of_today_is_the_next_until_it_is_over(empty_planner, qapp):
    class_id = a_class(empty_planner)
    meeting = MeetingDays(frozenset({Weekday.MONDAY, Weekday.THURSDAY}))
    empty_planner.do(set_meeting_days, class_id=class_id, meeting=meeting)

    def first(at):
        return NextLessons(Desk(empty_planner), today=MONDAY, at=at).first(class_id)

    assert first(time(9, 59)) == (MONDAY, time(9, 0))
    assert first(time(10, 0)) == (MONDAY.replace(day=26), time(9, 0))
    assert first(None) == first(time(10, 0))


def test_without_a_class_the_next_school_day_is_opened(empty_planner, qapp):
    assert NextLessons(Desk(empty_planner), today=TODAY, at=None).day_to_open(None) == MONDAY
