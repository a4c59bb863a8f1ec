import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from plplanner.terms import MasteryLevel
from plplanner.ui.screens.grouping.side_panel import MasteryMark, SidePanel
from plplanner.ui.screens.grouping.words import FOR_YOU


@pytest.fixture
def panel(qtbot, theme):
    made = SidePanel(theme)
    qtbot.addWidget(made)
    made.resize(288, 600)
    made.show()
    return made


def words_on(panel):
    QApplication.processEvents()
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def buttons_on(panel):
    QApplication.processEvents()
    found = panel.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisibleTo(panel)}


def test_a_student_s_reason_evidence_and_acts_are_shown(panel, a_pile, qtbot):
    pile = a_pile(0, "<b>Ann", first_id=7, is_borderline=True, home="Kite")
    panel.show_student(pile.students[0], pile, ["Two are borderline."])
    assert {"<b>Ann", "3/5", "Nearly", "River", "Why", "borderline", "Formed in Kite.",
            "Two are borderline.", FOR_YOU} <= set(words_on(panel))  # fmt: skip
    told = []
    for signal in (panel.move_wanted, panel.lock_wanted, panel.move_back_wanted):
        signal.connect(told.append)
    for says in ("Move", "Lock", "Move back to Kite"):
        qtbot.mouseClick(buttons_on(panel)[says], Qt.MouseButton.LeftButton)
    assert told == [7, 7, 7]


def test_who_is_locked_can_be_unlocked(panel, a_pile):
    pile = a_pile(0, "Ana", is_locked=True)
    panel.show_student(pile.students[0], pile, [])
    assert set(buttons_on(panel)) == {"Move", "Unlock"}


def test_without_a_student_the_notes_and_a_hint_are_shown(panel, a_pile):
    pile = a_pile(0, "Ana")
    panel.show_student(pile.students[0], pile, [])
    panel.show_notes(["Everyone is secure."])
    assert "Everyone is secure." in words_on(panel)
    assert any("Choose a student" in words for words in words_on(panel))
    assert (buttons_on(panel), FOR_YOU in words_on(panel)) == ({}, True)


def test_a_mark_says_its_level(qtbot, theme):
    mark = MasteryMark(theme, MasteryLevel.NOT_YET)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "Not yet"
    assert not mark.grab().isNull()
