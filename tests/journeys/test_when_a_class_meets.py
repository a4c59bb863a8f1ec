"""A two-hour delay, A/B days, a time for one day, other launch and moves: by keys alone."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from plplanner.ui.screens.settings.special_day import SpecialDayKind
from tests.builders import MONDAY
from tests.journeys.test_other_days import (  # noqa: F401 - a fixture is found by its name
    ALT,
    be_active,
    press_in,
    screen_of,
    teacher,
    undo,
)
from tests.journeys.test_stations_by_hand import walk_to

pytestmark = pytest.mark.long
TUESDAY = MONDAY + timedelta(days=1)


def open_lesson_time(teacher):  # noqa: F811
    be_active(teacher)
    teacher.tab_to("Lesson time")
    teacher.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def on_tuesday(teacher):  # noqa: F811
    be_active(teacher)
    teacher.press(Qt.Key.Key_Right, ALT)
    return screen_of(teacher).model


def test_a_two_hour_delay_is_told_in_settings_and_the_draft_starts_later(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    digest = planned.digest()
    teacher.window.open_room("settings")
    special = teacher.window.screen_of("settings").special
    special.day.setDate(QDate(2026, 11, 24))
    late = special.kind.findData(SpecialDayKind.LATE_START.value)
    while special.kind.currentIndex() != late:
        press_in(teacher, special.kind, Qt.Key.Key_Down)
    special.first.setTime(special.first.time().addSecs(-40 * 60))  # 10:00 becomes 9:20
    press_in(teacher, special.reason, Qt.Key.Key_Return)
    assert planned.undo_label.endswith("as “Late start”")
    teacher.window.open_room("tomorrow")
    plan = on_tuesday(teacher).lesson.plan
    assert (plan.day, plan.starts_at, plan.minutes) == (TUESDAY, time(9, 20), 40)
    undo(teacher)
    assert planned.digest() == digest
    assert screen_of(teacher).model.lesson.plan.starts_at == time(9)


def test_a_class_that_meets_every_other_day_is_not_planned_between(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    digest = planned.digest()
    panel = open_lesson_time(teacher)
    walk_to(qtbot, panel.alternates)
    qtbot.keyClick(panel.alternates, Qt.Key.Key_Space)
    qtbot.keyClick(panel.alternates, Qt.Key.Key_Return)
    assert planned.undo_label == "Set the lesson time"
    on_tuesday(teacher)
    assert teacher.window.stage.choice.day == MONDAY + timedelta(days=2)
    teacher.window.stage.choice.choose_day(TUESDAY)
    missing = screen_of(teacher).model.missing
    assert missing.title == "Math 3 does not meet on Tue 24 Nov"
    assert missing.reason == "It meets on every other school day."
    teacher.click("Go to Wed 25 Nov")
    assert screen_of(teacher).model.lesson.plan.day == MONDAY + timedelta(days=2)
    undo(teacher)
    assert planned.digest() == digest


def test_one_day_has_a_time_of_its_own_or_no_lesson_and_lessons_take_what_they_take(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    digest = planned.digest()
    model = on_tuesday(teacher)
    panel = open_lesson_time(teacher)
    panel.scope.setFocus()
    qtbot.keyClick(panel.scope, Qt.Key.Key_Down)
    panel.fields.minutes.setValue(45)
    walk_to(qtbot, panel.launch)
    panel.launch.setValue(5)
    qtbot.keyClick(panel.launch, Qt.Key.Key_Return)
    assert (model.lesson.plan.minutes, model.lesson.plan.launch) == (45, 5)
    panel = open_lesson_time(teacher)
    panel.scope.setFocus()
    qtbot.keyClick(panel.scope, Qt.Key.Key_Down)
    walk_to(qtbot, panel.set)
    qtbot.keyClick(panel.set, Qt.Key.Key_Space)
    assert model.missing.title == "Math 3 does not meet on Tue 24 Nov"
    assert model.missing.reason == "There is no lesson on this day alone."
    undo(teacher)
    undo(teacher)
    assert planned.digest() == digest
    assert model.lesson.plan.minutes == 60
