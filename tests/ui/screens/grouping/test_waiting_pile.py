from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

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


@pytest.fixture
def seated(qtbot, theme):
    """A pile in a window 300 high, beside which nothing else stands."""
    window = QWidget()
    qtbot.addWidget(window)
    made = WaitingPile(window)
    QVBoxLayout(window).addWidget(made)
    window.resize(200, 300)
    window.show()
    yield made
    window.hide()


def waiting_names(*names):
    return [replace(a_student(1, None), student_id=n, name=one) for n, one in enumerate(names, 1)]


@pytest.mark.parametrize("count", [1, 15, 60])
def test_however_many_wait_nobody_lies_over_another(seated, count, qtbot):
    seated.show_waiting([], waiting_names(*(f"Ana{n}" for n in range(count))), has_room=True)
    qtbot.wait(1)
    tops = [one.geometry().top() for one in seated.names]
    assert len(tops) == count
    assert all(below - above >= 24 for above, below in pairwise(tops))
    bar = seated.findChild(QScrollArea).verticalScrollBar()
    assert (bar.maximum() > 0) is (count > 10)
    assert seated.height() <= 300


def test_one_tab_stop_and_arrows_lead_through_all_who_wait(seated, qtbot):
    seated.show_waiting([], waiting_names(*(f"Ana{n}" for n in range(60))), has_room=True)
    qtbot.wait(1)
    tabbed = [one for one in seated.names if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert tabbed == seated.names[:1]
    seated.window().activateWindow()
    seated.names[0].setFocus()
    bar = seated.findChild(QScrollArea).verticalScrollBar()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 59), (Qt.Key.Key_Up, 58)):
        qtbot.keyClick(seated.focusWidget(), key)
        assert seated.focusWidget() is seated.names[place]
    assert bar.value() > 0
    qtbot.keyClick(seated.focusWidget(), Qt.Key.Key_Home)
    assert (seated.focusWidget(), bar.value()) == (seated.names[0], 0)


def test_who_gets_a_group_leaves_the_keyboard_where_she_stood(seated, qtbot):
    everyone = waiting_names(*(f"Ana{n}" for n in range(30)))
    seated.show_waiting([], everyone, has_room=True)
    seated.window().activateWindow()
    seated.names[20].setFocus()
    seated.show_waiting([], everyone[:20] + everyone[21:], has_room=True)
    assert seated.focusWidget().name == "Ana21"
    seated.show_waiting([], everyone, has_room=True)
    assert seated.focusWidget().name == "Ana21"
