"""The bells of a school, from the page they are pasted from to a plan on the day of a rally."""

from datetime import time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from plplanner.calendar.bells.queries import bell_schedules
from plplanner.calendar.queries import special_days
from plplanner.rotation.queries import plan_on
from plplanner.ui.screens.settings.bells_panel import BellsPanel
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher
from tests.journeys.test_today import be_active

pytestmark = pytest.mark.long
CONTROL = Qt.KeyboardModifier.ControlModifier
REGULAR = "Period 1  8:00–8:50\nPeriod 2  9:00–10:00\nLunch  11:30–12:00"
RALLY = "Period 1  8:00–8:30\nPeriod 2  8:35–9:10"


@pytest.fixture
def teacher(window_on, planned, qtbot, monkeypatch):
    made = Teacher(window_on(planned, room="settings"), qtbot, monkeypatch)
    made.sees("Settings")
    return made


def paste_bells(teacher, lines, name=None):
    teacher.click("Add bells…")
    teacher.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), BellsPanel))
    panel = QApplication.activePopupWidget()
    if name is not None:
        panel.name.selectAll()
        teacher.qtbot.keyClicks(panel.name, name)
    QApplication.clipboard().setText(lines)
    teacher.qtbot.keyClick(panel.periods, Qt.Key.Key_V, CONTROL)
    teacher.qtbot.keyClick(panel.periods, Qt.Key.Key_Return, CONTROL)
    be_active(teacher)


def test_a_class_moves_with_its_period_on_the_day_of_a_rally(teacher, planned, qtbot):
    digest, before = planned.digest(), planned.ask(plan_on, class_id=1, day=MONDAY)
    paste_bells(teacher, REGULAR)
    paste_bells(teacher, RALLY, name="Rally")
    assert [row.name for row in planned.ask(bell_schedules)] == ["Regular day", "Rally"]

    screen = teacher.window.screen_of("settings")
    qtbot.waitUntil(screen.time.period.isVisible)
    qtbot.keyClick(screen.time.period, Qt.Key.Key_Down)
    qtbot.keyClick(screen.time.period, Qt.Key.Key_Down)
    teacher.click("Set the lesson time")
    screen.day.setDate(QDate(MONDAY.year, MONDAY.month, MONDAY.day))
    qtbot.keyClick(screen.special.kind, Qt.Key.Key_End)
    teacher.click("Add this day")
    (day,) = planned.ask(special_days)
    assert (day.day, day.label) == (MONDAY, "Rally")

    teacher.click("Tomorrow")
    teacher.sees("Tomorrow")
    teacher.click("Fit the plan in")
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    assert (plan.starts_at, plan.minutes) == (time(8, 35), 35)
    assert len(plan.groups) == len(before.groups)
    for _ in range(5):  # the fit, the day, the period, two bells
        be_active(teacher)
        teacher.press(Qt.Key.Key_Z, CONTROL)
    assert planned.digest() == digest
