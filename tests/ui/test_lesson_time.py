from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.calendar.rows import LessonTime
from plplanner.ui.lesson_time import LessonTimePopover, keep_lesson_time, lesson_time_now

LATER = LessonTime(time(10, 15), 45)


def test_a_lesson_time_is_kept_in_one_step_and_the_same_again_is_none(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    assert lesson_time_now(stage) == LessonTime(time(9), 60)
    assert keep_lesson_time(stage, LATER)
    assert lesson_time_now(stage) == LATER
    assert sample_planner.undo_label == "Set the lesson time"
    assert not keep_lesson_time(stage, LATER)


@pytest.fixture
def room(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_hour_is_written_as_everywhere_else(room, theme):
    popover = LessonTimePopover(
        LessonTime(time(9), 60), class_name="Math 3", on_set=lambda _set: None, parent=room
    )
    assert popover.fields.starts.text() == "9:00"


def test_enter_in_a_field_sets_what_stands_there(room, theme, qtbot):
    kept = []
    popover = LessonTimePopover(LATER, class_name="Math 3", on_set=kept.append, parent=room)
    popover.open_below(room)
    popover.fields.minutes.setValue(50)
    qtbot.keyClick(popover.fields.minutes, Qt.Key.Key_Return)
    assert kept == [LessonTime(time(10, 15), 50)]
