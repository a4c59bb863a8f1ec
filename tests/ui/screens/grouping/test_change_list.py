from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from plplanner.grouping.changes import Move
from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.screens.grouping.change_list import ChangeList

NAMES = ("Noor", "Amara", "Sora", "Rosa")
MOVES = [
    Move(n, name, GROUP_IDENTITIES[n], GROUP_IDENTITIES[n + 1], "3/5, nearly.")
    for n, name in enumerate(NAMES)
]


@pytest.fixture
def made(qtbot, theme):
    """The drawer, and what its buttons did."""
    drawer, done = ChangeList(theme), []
    qtbot.addWidget(drawer)
    drawer.resize(260, 500)
    acts = [("Use 4 moves", lambda: done.append("use")), ("Keep old", lambda: done.append("keep"))]
    drawer.show_changes("Compared with Thu 12 Nov.", MOVES, acts)
    drawer.show()
    drawer.activateWindow()
    qtbot.waitUntil(drawer.isActiveWindow)
    return drawer, done, acts


def test_everyone_who_moves_has_a_row(made):
    drawer, _, _ = made
    words = [label.text() for label in drawer.findChildren(QLabel) if label.isVisible()]
    assert {*NAMES, "Compared with Thu 12 Nov."} <= set(words)
    assert [row.tick.isChecked() for row in drawer.rows] == [True] * 4


def test_a_tick_is_told_and_the_keyboard_stays_on_it_when_rows_come_back(made, qtbot):
    drawer, _, acts = made
    told = []
    drawer.ticked.connect(lambda student, moves: told.append((student, moves)))
    drawer.rows[1].tick.setFocus()
    qtbot.keyClick(drawer.rows[1].tick, Qt.Key.Key_Space)
    again = [MOVES[0], replace(MOVES[1], stays=True), *MOVES[2:]]
    drawer.show_changes("Compared with Thu 12 Nov.", again, [("Use 3 moves", acts[0][1]), acts[1]])
    assert told == [(1, False)]
    assert QApplication.focusWidget() is drawer.rows[1].tick
    assert [button.text() for button in drawer.buttons] == ["Use 3 moves", "Keep old"]


def test_down_passes_over_who_cannot_stay(made, qtbot):
    drawer, _, acts = made
    fixed = [MOVES[0], replace(MOVES[1], can_stay=False), *MOVES[2:]]
    drawer.show_changes("Says", fixed, acts)
    drawer.rows[0].tick.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is drawer.rows[2].tick


def test_the_first_button_is_the_main_one_and_does_what_it_says_now(made, qtbot):
    drawer, done, _ = made
    assert [button.property("kind") for button in drawer.buttons] == ["primary", ""]
    drawer.show_changes("Says", MOVES, [("Use", lambda: done.append("other")), ("Keep old", print)])
    qtbot.mouseClick(drawer.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["other"]


def test_other_students_make_other_rows_of_full_height(made):
    drawer, _, acts = made
    drawer.show_changes("Says", MOVES[:1], acts, has_ticks=False)
    drawer.show_changes("Says", MOVES[::-1], acts, has_ticks=False)
    assert drawer._scroll.sizeHint().height() > 4 * 30
    drawer.show_changes("Nobody", [], acts)
    assert drawer.rows == []


def test_quiet_ways_lead_on_and_are_made_anew_only_for_other_words(made, qtbot):
    drawer, done, _ = made
    drawer.show_links([("Why is Noor here?", lambda: done.append("why"))])
    link = drawer._links.itemAt(0).widget()
    drawer.show_links([("Why is Noor here?", lambda: done.append("why now"))])
    assert drawer._links.itemAt(0).widget() is link
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert done == ["why now"]
    drawer.show_links([])
    assert drawer._links.count() == 0
