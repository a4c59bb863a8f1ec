import os
import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from plplanner.roster.commands import mark_absent
from plplanner.ui.kit.popover import Popover
from plplanner.ui.screens.rotation.board.board import Board
from plplanner.ui.screens.rotation.view import TomorrowScreen
from tests.builders import MONDAY


@pytest.fixture
def screen(grouped, stage_on, qtbot):
    made = TomorrowScreen(stage_on(grouped))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    made.activateWindow()
    made.first_focus().setFocus()
    qtbot.waitUntil(made.first_focus().hasFocus)
    yield made
    made.step_back()


def test_the_screen_opens_on_the_grid_with_checks_and_strip(screen):
    assert screen.subtitle.endswith("9:00–10:00 · 60 min")
    assert screen.first_focus() is screen.grid
    assert screen.side.isVisible()
    assert screen.strip.isVisible()
    assert screen.bar.day.text() == "Mon 23 Nov"


@pytest.mark.long
def test_a_plan_marked_as_ready_is_printed_next(screen, qtbot):
    screen.banner.mark.setFocus()
    qtbot.keyClick(screen.banner.mark, Qt.Key.Key_Return)
    assert screen.banner.state.text() == "Ready."
    assert screen.side.print_button.hasFocus()


def test_enter_opens_the_picker_and_enter_takes_the_task(screen, qtbot):
    qtbot.keyClick(screen.grid, Qt.Key.Key_Delete)
    assert screen.model.grid().cells[0][0].task == ""
    qtbot.keyClick(screen.grid, Qt.Key.Key_Return)
    picker = screen.findChild(Popover)
    qtbot.keyClicks(picker.field, "strips")
    found = [picker.list.item(row).text() for row in range(picker.list.count())]
    assert {"Fraction Lab: strips", "Fraction strips"} <= set(found)
    picker.field.clear()
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert screen.model.grid().cells[0][0].task


@pytest.mark.long
def test_a_check_s_button_opens_the_picker_at_its_cell(screen):
    screen.model.write_task(3, 1, "")
    pick = next(b for b in screen.side.findChildren(QAbstractButton) if b.text() == "Pick a task")
    pick.click()
    assert (screen.grid.currentIndex().row(), screen.grid.currentIndex().column()) == (3, 2)
    screen.findChild(Popover).close()


@pytest.mark.long
def test_alt_and_an_arrow_turn_to_another_school_day(screen, qtbot):
    qtbot.keyClick(screen.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert screen.stage.choice.day == MONDAY + timedelta(days=1)
    assert screen.bar.day.text() == "Tue 24 Nov"


@pytest.mark.long
def test_ctrl_p_keeps_the_draft_and_goes_to_print(screen, qtbot):
    rooms = []
    screen.stage.wishes.go_to.connect(rooms.append)
    qtbot.keyClick(screen.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert rooms == ["print"]
    assert screen.model.lesson.draft is None


@pytest.mark.long
def test_a_small_window_keeps_the_plan_and_shows_badges(screen):
    screen.resize(1037, 534)
    QApplication.processEvents()
    assert screen.badges.isVisible()
    assert not screen.side.isVisible()
    assert not screen.strip.isVisible()
    screen.badges.checks.click()
    assert screen.side.isVisible()
    screen.resize(1206, 662)
    assert screen.side.isVisible()
    assert not screen.badges.isVisible()


def test_every_control_has_a_name(screen):
    nameless = [
        type(button).__name__
        for button in screen.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_without_groups_the_screen_offers_to_make_them(sample_planner, stage_on, qtbot):
    screen = TomorrowScreen(stage_on(sample_planner))
    qtbot.addWidget(screen)
    screen.show()
    screen.come_up()
    texts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "Make groups first" in texts
    assert not screen.side.isVisible()
    screen.step_back()


def test_f5_shows_the_board_and_puts_it_away(screen, qtbot):
    qtbot.keyClick(screen.grid, Qt.Key.Key_F5)
    board = screen.findChild(Board)
    assert board.isFullScreen()
    screen.bar.board.click()
    assert not board.isVisible()


@pytest.mark.long
def test_who_is_known_to_be_absent_is_marked_in_the_group(screen):
    group = screen.model.lesson.plan.groups[0]
    name = next(one.name for one in screen.model.lesson.students if one.id == group.student_ids[0])
    screen.stage.desk.do(mark_absent, student_id=group.student_ids[0], day=MONDAY, name=name)
    said = screen.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{name} (absent)" in said
    screen.stage.desk.undo()
    said = screen.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "absent" not in said


@pytest.mark.long
def test_the_first_screen_does_not_wait_for_tables_it_does_not_show():
    loads = (
        "import sys, plplanner.ui.screens.rotation.view; "
        "heavy = {'plplanner.models.' + name for name in ('library', 'playlists', 'standards')}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", loads], capture_output=True, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"
