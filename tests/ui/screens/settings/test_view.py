from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from plplanner.ui.kit.tokens import Mode
from plplanner.ui.screens.settings.view import SettingsScreen
from plplanner.ui.screens.settings.viewmodel import BackupRow
from tests.builders import NOW


@pytest.fixture
def screen(stage_on, sample_planner, qtbot):
    made = SettingsScreen(stage_on(sample_planner))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    yield made
    made.stage.theme.choose(Mode.LIGHT)


def words(screen):
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def test_a_day_off_is_added_and_removed_with_the_keyboard(screen, qtbot):
    screen.day.setDate(QDate(2026, 11, 26))
    qtbot.keyClicks(screen.reason, "<b>Feast")
    qtbot.keyClick(screen.reason, Qt.Key.Key_Return)
    qtbot.wait(1)
    assert "Thu 26 Nov 2026: <b>Feast" in words(screen)
    (remove,) = screen.remove_days
    assert remove.accessibleName() == "Make Thu 26 Nov an ordinary day"
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert screen.remove_days == []


@pytest.mark.long
def test_the_lesson_time_is_shown_and_set(screen, qtbot, sample_planner):
    screen.minutes.setValue(45)
    qtbot.mouseClick(screen.set_time, Qt.MouseButton.LeftButton)
    assert sample_planner.undo_label == "Set the lesson time"
    assert screen.viewmodel.lesson.lesson.minutes == 45


@pytest.mark.long
def test_the_look_switches_at_once(screen, qtbot):
    qtbot.mouseClick(screen.look.buttons["dark"], Qt.MouseButton.LeftButton)
    assert screen.stage.theme.mode is Mode.DARK
    assert screen.look.buttons["dark"].isChecked()


@pytest.mark.long
def test_the_sample_class_is_offered_while_it_is_there(screen, qtbot):
    assert screen.sample.isVisible()
    qtbot.mouseClick(screen.remove_sample, Qt.MouseButton.LeftButton)
    assert not screen.sample.isVisible()
    screen.stage.desk.undo()
    assert screen.sample.isVisible()


def test_the_place_of_the_planner_is_said_whole(screen, sample_planner):
    said = [text.replace("\u200b", "") for text in words(screen)]
    assert str(sample_planner.path) in said


def named(screen, qtbot, name):
    def found():
        return [
            one
            for one in screen.findChildren(QPushButton)
            if one.accessibleName() == name and one.isVisible()
        ]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


@pytest.mark.long
def test_each_backup_can_be_looked_into_or_restored(screen, qtbot, sample_planner):
    kept = sample_planner.back_up(now=NOW)
    screen.viewmodel.refresh()
    for button, wish in (
        ("Look inside the backup of Fri 20 Nov 2026, 19:42", screen.stage.wishes.look_into),
        ("Restore the backup of Fri 20 Nov 2026, 19:42", screen.stage.wishes.go_back_to),
    ):
        found = named(screen, qtbot, button)
        with qtbot.waitSignal(wish) as wished:
            qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
        assert wished.args == [kept]


@pytest.mark.long
def test_many_backups_are_shown_when_asked_for(screen, qtbot):
    screen.viewmodel.backups = tuple(
        BackupRow(NOW.replace(tzinfo=None, day=day), 1000, Path("any")) for day in range(9, 0, -1)
    )
    screen.show_rows()
    more = named(screen, qtbot, "Show all 9 backups")
    assert sum("Nov 2026, 19:42" in text for text in words(screen)) == 6
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sum("Nov 2026, 19:42" in text for text in words(screen)) == 9)
