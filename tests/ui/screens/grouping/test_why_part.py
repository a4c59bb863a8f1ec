from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from plplanner.grouping.rows import MoveCost, WhyStudent
from plplanner.terms import MasteryLevel
from plplanner.ui.screens.grouping.why_part import MasteryMark, WhyPart


@pytest.fixture
def panel(qtbot, theme):
    made = WhyPart(theme)
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
    assert {"3/5", "Nearly", "River", "Why", "borderline", "Formed in Kite.",
            "Two are borderline."} <= set(words_on(panel))  # fmt: skip
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
    assert buttons_on(panel) == {}


def test_a_mark_says_its_level(qtbot, theme):
    mark = MasteryMark(theme, MasteryLevel.NOT_YET)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "Not yet"
    assert not mark.grab().isNull()


def test_what_each_other_group_would_mean_is_said_and_rules_named(panel, a_pile):
    pile = a_pile(0, "Ana", first_id=7)
    moves = (
        MoveCost("kite", "In Kite she would be two levels away from everyone.", (), 9),
        MoveCost("maple", "In Maple she would be alone.", ("<i>Ana and Ben apart",), 12),
    )
    elsewhere = WhyStudent(7, "Ana has 3 of 5; River is nearest.", moves)
    panel.show_student(pile.students[0], pile, [], elsewhere=elsewhere)
    words = words_on(panel)
    assert {"Ana has 3 of 5; River is nearest.", moves[0].sentence} <= set(words)
    assert "In Maple she would be alone. Breaks “<i>Ana and Ben apart”." in words


def test_who_was_moved_has_no_reason_of_another_group(panel, a_pile):
    pile = a_pile(0, "Ana")
    one = replace(pile.students[0], is_moved=True, why="Ana scored 2 of 5.")
    panel.show_student(one, pile, [])
    assert "Moved here by you. Before that: Ana scored 2 of 5." in words_on(panel)
