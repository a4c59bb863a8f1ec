from dataclasses import replace
from datetime import time

import pytest

from plplanner.calendar.rows import LessonTime, MeetingDays
from plplanner.rotation.rows import LessonFrame
from plplanner.terms import Weekday
from plplanner.ui.lesson_time import MeetsAt
from plplanner.ui.screens.rotation.panels.lesson_set_up import keep_set_up, set_up_now
from tests.builders import MONDAY


@pytest.fixture
def stage(grouped, stage_on):
    return stage_on(grouped)


def test_everything_that_changed_is_one_step_and_nothing_is_none(stage):
    known, desk = set_up_now(stage), stage.desk
    assert known.usual == MeetsAt(LessonTime(time(9), 60))
    assert (known.on_day, known.meeting, known.frame) == (None, MeetingDays(), LessonFrame())
    assert not keep_set_up(stage, known)
    digest = desk.planner.digest()
    wanted = replace(
        known,
        usual=MeetsAt(LessonTime(time(8), 50)),
        on_day=LessonTime(time(10), 40),
        meeting=MeetingDays(frozenset({Weekday.MONDAY}), MONDAY),
        frame=LessonFrame(5, 5, 1, 2),
    )
    assert keep_set_up(stage, wanted)
    assert set_up_now(stage) == wanted
    assert desk.undo_label == "Set the lesson time"
    desk.undo()
    assert desk.planner.digest() == digest


def test_without_a_class_there_is_nothing_to_set_up(stage):
    known = set_up_now(stage)
    stage.choice.choose_class(0)
    assert set_up_now(stage) is None
    assert not keep_set_up(stage, known)
