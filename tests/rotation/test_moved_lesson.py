from dataclasses import replace
from datetime import time

import pytest

from plplanner.calendar.rows import LessonTime
from plplanner.rotation.moved_lesson import MovedLesson, moved_lesson
from plplanner.terms import PlanState, StationKind
from tests.rotation.test_stand_ins import a_plan, visit

PLAN = a_plan(visit(1, StationKind.DIGITAL, "Lab"), visit(2, StationKind.TEACHER_LED, "Think"))
"""Two rounds; the lesson of an hour begins at nine."""


def at(hour, minutes):
    return LessonTime(time(hour), minutes)


def test_the_time_the_plan_was_made_for_is_nothing_to_tell():
    assert moved_lesson(PLAN, at(PLAN.starts_at.hour, PLAN.minutes)) is None


@pytest.mark.parametrize(
    ("lesson", "lengths"), [(at(13, 60), (20, 20)), (at(9, 45), (13, 13)), (at(9, 19), ())]
)
def test_rounds_fill_the_lesson_there_is(lesson, lengths):
    assert moved_lesson(PLAN, lesson) == MovedLesson(lesson, lengths)


def test_rounds_of_their_own_lengths_keep_them_where_they_fit():
    first, second = PLAN.rounds
    own = replace(PLAN, rounds=(replace(first, minutes=20), replace(second, minutes=12)))
    assert moved_lesson(own, at(13, 60)).lengths == (20, 12)
    assert moved_lesson(own, at(9, 45)).lengths == (13, 13)


@pytest.mark.parametrize(
    ("plan", "lesson"),
    [
        (replace(PLAN, state=PlanState.TAUGHT), at(13, 60)),
        (replace(PLAN, id=0), at(13, 60)),
        (PLAN, at(9, 0)),
    ],
)
def test_what_was_taught_a_draft_and_a_day_without_a_lesson_do_not_move(plan, lesson):
    assert moved_lesson(plan, lesson) is None
