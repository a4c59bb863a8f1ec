from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from plplanner.ui.screens.grouping.new_rule import KIND_WORDS, NewRule
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
        students,
        chosen=[3],
        groups=GROUP_IDENTITIES[:2],
        tagged={"leader": [0, 1]},
        today=date(2026, 11, 20),
        on_add=added.append,
        parent=window,
    )
    popover.show()
    yield popover, added
    window.hide()


def choose(popover, kind):
    popover.kinds.setCurrentIndex(list(KIND_WORDS).index(kind))


def test_typing_finds_and_enter_ticks_then_adds(made, qtbot):
    popover, added = made
    qtbot.keyClicks(popover.ticks.field, "be")
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Return)
    assert popover.says.text() == "Ben and Cy apart"
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Return)
    assert added == [NewRule(RuleKind.APART, (1, 3))]


def test_another_kind_is_chosen_by_keyboard(made, qtbot):
    popover, added = made
    popover.ticks.tick([0, 3])
    qtbot.keyClick(popover.kinds, Qt.Key.Key_Down)
    assert popover.says.text() == "Ana and Cy together"
    qtbot.mouseClick(popover.add, Qt.MouseButton.LeftButton)
    assert added == [NewRule(RuleKind.TOGETHER, (0, 3))]


def test_one_student_makes_no_rule_of_two(made, qtbot):
    popover, added = made
    assert not popover.add.isEnabled()
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Return)
    assert (popover.says.text(), added) == ("Select two or more students.", [])


def test_a_rule_about_a_group_asks_which(made):
    popover, _ = made
    choose(popover, RuleKind.NEVER_IN)
    popover.group.setCurrentIndex(1)
    assert popover.says.text() == "Cy never in Comet"
    assert not popover.tag.isVisible()


def test_a_known_tag_shows_who_has_it_and_a_new_one_is_given_to_whom_is_ticked(made):
    popover, _ = made
    choose(popover, RuleKind.AT_MOST_TAG)
    popover.tag.setEditText("leader")
    assert popover.rule == NewRule(RuleKind.AT_MOST_TAG, (0, 1), tag="leader", count=1)
    assert popover.says.text() == "At most 1 “leader” in a group"
    popover.tag.setEditText("talks a lot")
    popover.ticks.tick([2])
    assert popover.rule.student_ids == (2,)


def test_the_teacher_table_needs_no_students(made):
    popover, _ = made
    high = popover.height()
    choose(popover, RuleKind.TABLE_AT_MOST)
    assert not popover.ticks.isVisible()
    assert popover.rule == NewRule(RuleKind.TABLE_AT_MOST, count=6)
    assert popover.height() < high


def test_dates_and_a_reason_go_with_the_rule_and_the_dates_are_read_aloud(made, qtbot):
    popover, added = made
    popover.ticks.tick([0, 3])
    popover.dates.until_tick.click()
    qtbot.keyClicks(popover.why, "They giggle")
    assert popover.says.text() == "Ana and Cy apart until Fri 20 Nov"
    qtbot.keyClick(popover.why, Qt.Key.Key_Return)
    (rule,) = added
    assert (rule.ends_on, rule.why) == (date(2026, 11, 20), "They giggle")


def test_escape_leaves_without_a_rule(made, qtbot):
    popover, added = made
    gone = []
    popover.destroyed.connect(lambda: gone.append(True))
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert added == []
