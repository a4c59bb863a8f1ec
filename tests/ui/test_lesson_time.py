from datetime import time

import pytest

from plplanner.calendar.bells.commands import keep_bell_schedule
from plplanner.calendar.commands import set_lesson_on_day
from plplanner.calendar.queries import lesson_time
from plplanner.calendar.rows import BellPeriodRow, LessonTime, NewPeriod
from plplanner.ui.lesson_time import (
    LessonTimeFields,
    MeetsAt,
    keep_lesson_time,
    lesson_time_now,
    periods_now,
)

LATER = LessonTime(time(10, 15), 45)


def test_a_lesson_time_is_kept_in_one_step_and_the_same_again_is_none(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    assert lesson_time_now(stage) == MeetsAt(LessonTime(time(9), 60))
    assert keep_lesson_time(stage, MeetsAt(LATER))
    assert lesson_time_now(stage) == MeetsAt(LATER)
    assert sample_planner.undo_label == "Set the lesson time"
    assert not keep_lesson_time(stage, MeetsAt(LATER))


def test_a_day_with_its_own_time_does_not_change_what_is_usual(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    class_id, day = stage.choice.class_id, stage.choice.day
    stage.desk.do(set_lesson_on_day, class_id=class_id, day=day, lesson=LATER)
    assert lesson_time_now(stage) == MeetsAt(LessonTime(time(9), 60))


def test_the_hour_is_written_as_everywhere_else(qapp):
    fields = LessonTimeFields()
    fields.show_time(LessonTime(time(9), 60))
    assert fields.starts.text() == "9:00"
    assert fields.lesson == LessonTime(time(9), 60)


THIRD = BellPeriodRow(7, "Period 3", time(9, 50), 50)


def test_a_class_is_put_into_a_period_and_taken_out(stage_on, sample_planner):
    stage = stage_on(sample_planner)
    assert periods_now(stage) == []
    periods = [NewPeriod("Period 3", time(9, 50), 50), NewPeriod("Homeroom", time(8), 8)]
    stage.desk.do(keep_bell_schedule, name="Regular day", periods=periods)
    (row,) = periods_now(stage)
    assert row.name == "Period 3"
    assert keep_lesson_time(stage, MeetsAt(row.lesson, row.id))
    assert lesson_time_now(stage) == MeetsAt(row.lesson, row.id)
    chosen, day = stage.choice.class_id, stage.choice.day
    assert stage.desk.ask(lesson_time, class_id=chosen, day=day) == row.lesson
    assert keep_lesson_time(stage, MeetsAt(row.lesson))
    assert lesson_time_now(stage) == MeetsAt(row.lesson)


@pytest.fixture
def fields(qapp):
    yield LessonTimeFields([THIRD])


def test_choosing_a_period_writes_its_times(fields):
    fields.period.setCurrentIndex(1)
    assert fields.meets_at == MeetsAt(THIRD.lesson, THIRD.id)


def test_other_times_are_no_period(fields):
    fields.show_time(THIRD.lesson, THIRD.id)
    assert fields.period.currentText() == "Period 3, 9:50–10:40"
    fields.minutes.setValue(45)
    assert fields.meets_at == MeetsAt(LessonTime(time(9, 50), 45))


def test_what_is_shown_is_what_is_kept(fields):
    for shown in (MeetsAt(THIRD.lesson, THIRD.id), MeetsAt(THIRD.lesson), MeetsAt(LATER)):
        fields.show_time(shown.lesson, shown.period_id)
        assert fields.meets_at == shown
