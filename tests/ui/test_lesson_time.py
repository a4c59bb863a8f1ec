from datetime import time

from plplanner.calendar.commands import set_lesson_on_day
from plplanner.calendar.rows import LessonTime
from plplanner.ui.lesson_time import LessonTimeFields, keep_lesson_time, lesson_time_now

LATER = LessonTime(time(10, 15), 45)


def test_a_lesson_time_is_kept_in_one_step_and_the_same_again_is_none(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    assert lesson_time_now(stage) == LessonTime(time(9), 60)
    assert keep_lesson_time(stage, LATER)
    assert lesson_time_now(stage) == LATER
    assert sample_planner.undo_label == "Set the lesson time"
    assert not keep_lesson_time(stage, LATER)


def test_a_day_with_its_own_time_does_not_change_what_is_usual(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    class_id, day = stage.choice.class_id, stage.choice.day
    stage.desk.do(set_lesson_on_day, class_id=class_id, day=day, lesson=LATER)
    assert lesson_time_now(stage) == LessonTime(time(9), 60)


def test_the_hour_is_written_as_everywhere_else(qapp):
    fields = LessonTimeFields()
    fields.show_time(LessonTime(time(9), 60))
    assert fields.starts.text() == "9:00"
    assert fields.lesson == LessonTime(time(9), 60)
