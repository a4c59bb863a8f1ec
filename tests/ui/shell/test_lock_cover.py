import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QTextEdit, QVBoxLayout, QWidget

from plplanner.ui.shell.lock_cover import LockCover


@pytest.fixture
def covered(theme, qtbot):
    """A window with a sheet and a field one may be in, and its cover."""
    made = QMainWindow()
    qtbot.addWidget(made)
    middle = QWidget()
    made.setCentralWidget(middle)
    made.first, made.sheet = QLineEdit(), QTextEdit()
    column = QVBoxLayout(middle)
    for one in (made.first, made.sheet):
        column.addWidget(one)
    made.cover = LockCover(made, theme)
    made.show()
    made.activateWindow()
    made.sheet.setFocus()
    qtbot.waitUntil(made.sheet.hasFocus)
    return made


def test_the_keyboard_goes_back_to_where_it_was(covered, qtbot):
    covered.cover.come_up()
    covered.cover.come_up()
    assert covered.cover.back.hasFocus()
    qtbot.keyClick(covered.cover.back, Qt.Key.Key_Space)
    assert covered.sheet.hasFocus()


def test_from_a_cell_that_is_gone_it_goes_to_the_list_around_it(covered, qtbot):
    cell = QLineEdit(covered.sheet.viewport())
    cell.show()
    cell.setFocus()
    covered.cover.come_up()
    cell.setParent(None)
    cell.deleteLater()
    del cell
    qtbot.wait(0)
    qtbot.keyClick(covered.cover.back, Qt.Key.Key_Space)
    assert covered.sheet.hasFocus()


@pytest.mark.long
def test_the_cover_grows_with_the_window_and_its_key_takes_it_away(
    window_on, sample_planner, qtbot
):
    window = window_on(sample_planner, room="settings")
    window.carry_out("lock")
    window.resize(1280, 692)
    assert window._cover.geometry() == window.rect()
    qtbot.keyClick(window._cover.back, Qt.Key.Key_Space)
    assert not window._cover.isVisible()


@pytest.mark.long
def test_acts_and_rooms_wait_while_it_is_up(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.carry_out("lock")
    window.open_room("students")
    assert window._cover.isVisible()
    topmost = window.childAt(window.rect().center())
    assert topmost is window._cover or window._cover.isAncestorOf(topmost)
