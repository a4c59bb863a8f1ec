from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from plplanner.terms import MasteryLevel
from plplanner.ui.screens.grouping.waiting_pile import WaitingPile
from tests.grouping.builders import a_student


@pytest.fixture
def waiting(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 300)
    made = WaitingPile(window)
    window.show()
    yield made
    window.hide()


@pytest.fixture
def unseen(a_pile):
    """A pile in which Ben has no evidence."""
    pile = a_pile(0, "Ana", "Ben", first_id=40)
    ben = replace(pile.students[1], level=MasteryLevel.NO_EVIDENCE)
    return replace(pile, students=(pile.students[0], ben))


def names_on(waiting):
    found = waiting.findChildren(QPushButton)
    return {one.accessibleName(): one for one in found if one.isVisibleTo(waiting)}


def test_who_has_no_evidence_is_named_with_her_group(waiting, unseen, qtbot):
    waiting.show_waiting([unseen], [], has_room=True)
    assert list(names_on(waiting)) == ["Ben, sits with River"]
    with qtbot.waitSignal(waiting.chosen) as chosen:
        qtbot.mouseClick(names_on(waiting)["Ben, sits with River"], Qt.MouseButton.LeftButton)
    assert chosen.args == [41]


def test_who_has_no_group_is_shown_even_without_room(waiting, unseen, qtbot):
    waiting.show_waiting([unseen], [a_student(2, None)], has_room=False)
    assert waiting.isVisible()
    with qtbot.waitSignal(waiting.move_wanted) as moved:
        qtbot.mouseClick(names_on(waiting)["Cy, in no group"], Qt.MouseButton.LeftButton)
    assert moved.args == [2]


def test_who_is_absent_and_left_out_comes_back_with_one_click(waiting, qtbot):
    away = [a_student(2, 4), a_student(3, None)]
    waiting.show_waiting([], away, absent={2}, has_room=True)
    assert list(names_on(waiting)) == ["Dee, in no group", "Cy, left out today"]
    with qtbot.waitSignal(waiting.back_wanted) as back:
        qtbot.mouseClick(names_on(waiting)["Cy, left out today"], Qt.MouseButton.LeftButton)
    assert back.args == [2]


def test_while_nobody_waits_there_is_no_pile(waiting, unseen, a_pile):
    waiting.show_waiting([a_pile(0, "Ana")], [], has_room=True)
    assert not waiting.isVisible()
    waiting.show_waiting([unseen], [], has_room=False)
    assert not waiting.isVisible()
