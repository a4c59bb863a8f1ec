from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.rotation.week.view import WeekScreen
from tests.builders import MONDAY


@pytest.fixture
def screen(grouped, stage_on, qtbot):
    made = WeekScreen(stage_on(grouped))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    made.activateWindow()
    made.first_focus().setFocus()
    qtbot.waitUntil(made.first_focus().hasFocus)
    return made


def test_the_chosen_day_is_current_and_can_be_planned(screen):
    assert screen.week.text() == "Mon 23 Nov – Fri 27 Nov"
    assert screen.view.currentIndex().column() == 1
    assert screen.open.text() == "Plan Monday"
    assert screen.detail.text() == "Mon 23 Nov: Draft, not kept yet."


def test_arrows_and_enter_open_another_day(screen, qtbot):
    rooms = []
    screen.stage.wishes.go_to.connect(rooms.append)
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert (rooms, screen.stage.choice.day) == (["tomorrow"], MONDAY + timedelta(days=1))


def test_one_click_on_an_offer_opens_the_day(screen, qtbot):
    rooms = []
    screen.stage.wishes.go_to.connect(rooms.append)
    place = screen.view.visualRect(screen.table.index(0, 3)).center()
    qtbot.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (rooms, screen.stage.choice.day) == (["tomorrow"], MONDAY + timedelta(days=2))
    assert screen.view.grab().width() > 0


def test_alt_and_an_arrow_turn_to_another_week(screen, qtbot):
    qtbot.keyClick(screen.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert screen.week.text() == "Mon 30 Nov – Fri 4 Dec"


def test_students_and_their_minutes_are_one_click_away_and_sorted_by_key(planned, stage_on, qtbot):
    screen = WeekScreen(stage_on(planned))
    qtbot.addWidget(screen)
    screen.show()
    screen.come_up()
    screen.ways.buttons["students"].click()
    assert not screen.open.isVisible()
    assert len(screen.students.ids) == 28
    assert screen.detail.text().startswith(
        "With you: 0 to 13 minutes. Half of the class had 13 or more."
    )
    view = screen.by_student
    view.setCurrentIndex(screen.students.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_F4)
    first = screen.students.row_at(0)
    qtbot.keyClick(view, Qt.Key.Key_F4)
    assert first.name < screen.students.row_at(0).name
    assert len(screen.exports()) == 1
    screen.ways.buttons["groups"].click()
    assert screen.view.isVisible()
    assert screen.open.isVisible()
