from datetime import date, time

import pytest

from plplanner.calendar.queries import lesson_time
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.roster.queries import classes
from plplanner.ui.kit.moments import moment_words
from plplanner.ui.lesson_time import MeetsAt
from plplanner.ui.screens.settings.bells_panel import BellsWanted
from plplanner.ui.screens.settings.special_day import SpecialDay, SpecialDayKind
from plplanner.ui.screens.settings.viewmodel import SettingsViewModel, size_words
from tests.builders import MONDAY, NOW

THANKSGIVING = date(2026, 11, 26)


@pytest.fixture
def model(stage_on, sample_planner):
    made = SettingsViewModel(stage_on(sample_planner))
    made.be_shown(True)
    return made


def test_the_lesson_time_is_one_step(model, sample_planner):
    before = model.lesson
    model.set_lesson_time(MeetsAt(LessonTime(time(10, 15), 45)))
    assert model.lesson == MeetsAt(LessonTime(time(10, 15), 45))
    assert sample_planner.undo_label == "Set the lesson time"
    model.stage.desk.undo()
    assert model.lesson == before


def test_a_lesson_time_that_stays_the_same_is_no_step(model, sample_planner):
    model.set_lesson_time(model.lesson)
    assert sample_planner.undo_label is None


def test_days_off_come_and_go(model):
    model.add_special_day(SpecialDay(THANKSGIVING, SpecialDayKind.NO_SCHOOL, " ", 0))
    assert [(row.day, row.label) for row in model.special_days] == [(THANKSGIVING, "No school")]
    model.remove_day(THANKSGIVING)
    assert model.special_days == ()


def test_a_late_start_is_kept_with_its_hours_and_shortens_the_lesson(model):
    late = SpecialDay(MONDAY, SpecialDayKind.LATE_START, "Ice", closed_until=time(9, 20))
    model.add_special_day(late)
    (row,) = model.special_days
    assert (row.label, row.minutes, row.closed_until) == ("Ice", None, time(9, 20))
    class_id = model.stage.choice.class_id
    found = model.stage.desk.ask(lesson_time, class_id=class_id, day=MONDAY)
    assert found == LessonTime(time(9, 20), 40)
    assert model.lesson == MeetsAt(LessonTime(time(9), 60))


EARLY = BellsWanted("Early release", (NewPeriod("Period 1", time(8), 30),), frozenset())


def test_bells_come_change_and_go_each_as_one_step(model, sample_planner):
    model.keep_bells(EARLY)
    (row,) = model.bells
    assert [one.name for one in model.periods] == ["Period 1"]
    model.keep_bells(BellsWanted("Half day", EARLY.periods, frozenset()), row.id)
    assert [one.name for one in model.bells] == ["Half day"]
    model.remove_bells(model.bells[0])
    assert model.bells == ()
    assert sample_planner.undo_label == "Remove the bells “Half day”"
    for _ in range(3):
        model.stage.desk.undo()
    assert model.bells == ()


def test_a_special_day_rings_other_bells_and_is_called_like_them(model):
    model.keep_bells(EARLY)
    rung = model.bells[0].id
    model.add_special_day(SpecialDay(MONDAY, SpecialDayKind.BELLS, " ", bells_id=rung))
    (row,) = model.special_days
    assert (row.label, row.bell_schedule_id) == ("Early release", rung)
    model.remove_bells(model.bells[0])
    assert model.rung[rung].name == "Early release"


def test_the_sample_class_goes_in_one_step_and_comes_back(model, sample_planner):
    digest = sample_planner.digest()
    assert model.sample_class.name == "Math 3"
    model.remove_sample()
    assert model.sample_class is None
    assert sample_planner.ask(classes) == []
    model.stage.desk.undo()
    assert sample_planner.digest() == digest
    assert model.sample_class is not None


def test_backups_are_listed_newest_first(model, sample_planner):
    sample_planner.back_up(now=NOW.replace(day=18))
    sample_planner.back_up(now=NOW)
    model.refresh()
    assert [moment_words(row.taken) for row in model.backups] == [
        "Fri 20 Nov 2026, 19:42", "Wed 18 Nov 2026, 19:42",
    ]  # fmt: skip
    assert all(row.size > 0 for row in model.backups)


def test_back_up_now_asks_the_shell(model, qtbot):
    with qtbot.waitSignal(model.stage.wishes.back_up):
        model.back_up()


def test_a_copy_is_saved_or_the_reason_is_told(model, qtbot, tmp_path):
    with qtbot.waitSignal(model.stage.wishes.tell):
        model.save_copy(tmp_path / "copy.plplanner")
    with qtbot.waitSignal(model.stage.wishes.warn):
        model.save_copy(tmp_path / "no such folder" / "copy.plplanner")


def test_sizes_are_said_in_words():
    assert [size_words(200), size_words(412_000), size_words(1_300_000)] == [
        "1 kB", "412 kB", "1.3 MB",
    ]  # fmt: skip


def test_looking_into_a_backup_and_going_back_to_it_are_wishes(model, qtbot, tmp_path):
    backup = tmp_path / "any.plplanner"
    with qtbot.waitSignal(model.stage.wishes.look_into) as wished:
        model.look_into(backup)
    assert wished.args == [backup]
    with qtbot.waitSignal(model.stage.wishes.go_back_to) as wished:
        model.restore(backup)
    assert wished.args == [backup]
