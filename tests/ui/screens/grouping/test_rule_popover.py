import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.rule_popover import RulePopover

NAMES = ("Ana", "Ben", "Beth", "Cy")


@pytest.fixture
def made(qtbot, theme):
    """The popover with Cy ticked, and what it was told to add."""
    window, added = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    students = [StudentRow(n, name, "", name, "", "", n, "en", {}) for n, name in enumerate(NAMES)]
    popover = RulePopover(
        students, chosen=[3], on_add=lambda kind, ids: added.append((kind, ids)), parent=window
    )
    popover.show()
    yield popover, added
    window.hide()


def test_typing_finds_and_enter_ticks_then_adds(made, qtbot):
    popover, added = made
    qtbot.keyClicks(popover.field, "be")
    assert popover.list.currentItem().text() == "Ben"
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert popover.says.text() == "Ben and Cy apart"
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert added == [(RuleKind.APART, [1, 3])]


def test_together_is_the_other_kind(made, qtbot):
    popover, added = made
    popover.list.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.mouseClick(popover.kinds.buttons[RuleKind.TOGETHER], Qt.MouseButton.LeftButton)
    assert popover.says.text() == "Ana and Cy together"
    qtbot.mouseClick(popover.add, Qt.MouseButton.LeftButton)
    assert added == [(RuleKind.TOGETHER, [0, 3])]


def test_one_student_makes_no_rule(made, qtbot):
    popover, added = made
    assert not popover.add.isEnabled()
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert (popover.says.text(), added) == ("Tick two or more students.", [])
