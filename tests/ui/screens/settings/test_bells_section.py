import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from plplanner.ui.screens.settings.bells_panel import BellsPanel
from plplanner.ui.screens.settings.view import SettingsScreen


@pytest.fixture
def screen(stage_on, sample_planner, qtbot):
    made = SettingsScreen(stage_on(sample_planner))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    yield made


def named(screen, name):
    found = [
        one
        for one in screen.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisible()
    ]
    return found[0] if found else None


def opened(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), BellsPanel))
    return QApplication.activePopupWidget()


def test_bells_are_added_changed_and_removed(screen, qtbot):
    qtbot.mouseClick(screen.bells.add, Qt.MouseButton.LeftButton)
    panel = opened(qtbot)
    panel.periods.setPlainText("1 8:00-8:50\n2 8:55-9:45")
    panel.set.click()
    qtbot.waitUntil(lambda: named(screen, "Change the bells “Regular day”") is not None)
    named(screen, "Change the bells “Regular day”").click()
    panel = opened(qtbot)
    panel.name.setText("Ordinary")
    panel.set.click()
    qtbot.waitUntil(lambda: named(screen, "Remove the bells “Ordinary”") is not None)
    named(screen, "Remove the bells “Ordinary”").click()
    qtbot.waitUntil(lambda: named(screen, "Remove the bells “Ordinary”") is None)
    assert screen.viewmodel.bells == ()


def test_a_class_takes_its_period_in_settings(screen, qtbot):
    assert not screen.time.period.isVisible()
    screen.bells.add.click()
    panel = opened(qtbot)
    panel.periods.setPlainText("3 9:50-10:40")
    panel.set.click()
    qtbot.waitUntil(screen.time.period.isVisible)
    qtbot.keyClick(screen.time.period, Qt.Key.Key_Down)
    qtbot.mouseClick(screen.set_time, Qt.MouseButton.LeftButton)
    lesson = screen.viewmodel.lesson
    assert (lesson.lesson.minutes, lesson.period_id) == (50, screen.viewmodel.periods[0].id)
    assert screen.time.period.currentText() == "Period 3, 9:50–10:40"
