from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel

from plplanner.grouping.kept_rules import RuleState
from plplanner.grouping.rows import RuleToKeep
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.rules_row import RulesRow

KEPT = RuleState(RuleToKeep(RuleKind.TOGETHER, (3, 4), "<i>Luz and Mia together", 2))
BROKEN = RuleState(RuleToKeep(RuleKind.APART, (1, 2), "Ana and Finn apart", 1),
                   "Ana and Finn share Kite", (2, "river"))  # fmt: skip


@pytest.fixture
def row(qtbot, theme):
    made = RulesRow(theme)
    qtbot.addWidget(made)
    made.resize(800, 60)
    made.show_rules([KEPT, BROKEN], ["River has 2, at least 3 asked for"], {2: "Finn"})
    made.offer_reasons(False)
    made.show()
    return made


def named(row, says):
    return next(one for one in row.findChildren(QAbstractButton) if one.accessibleName() == says)


def words_in(row):
    said = (*row.findChildren(QLabel), *row.findChildren(QAbstractButton))
    return [one.text() for one in said if one.isVisible()]


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def test_rules_and_warnings_are_said_literally(row):
    words = words_in(row)
    assert "<i>Luz and Mia together" in words
    assert "Ana and Finn share Kite" in words
    assert "River has 2, at least 3 asked for" in words


def test_a_rule_is_removed_and_a_broken_one_mended_by_its_button(row, qtbot):
    removed, mended = heard(row.remove_wanted), heard(row.mend_wanted)
    qtbot.mouseClick(named(row, "Remove “Ana and Finn apart”"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(named(row, "Move Finn"), Qt.MouseButton.LeftButton)
    assert (removed, mended) == ([BROKEN.rule], [BROKEN])


def test_the_dates_of_a_rule_are_said_and_its_reason_is_in_the_tip(row):
    dated = RuleToKeep(RuleKind.APART, (1, 2), "Ana and Ben apart", 5, ends_on=date(2026, 12, 18),
                       why="They <b>giggle")  # fmt: skip
    row.show_rules([RuleState(dated)], [], {})
    words = words_in(row)
    assert "Ana and Ben apart until Fri 18 Dec" in words
    tips = [frame.toolTip() for frame in row.findChildren(QFrame) if frame.toolTip()]
    assert any("They &lt;b&gt;giggle" in tip for tip in tips)


def test_many_rules_wrap_and_none_is_hidden(row, qtbot):
    row.show_rules([KEPT] * 12, [], {})
    qtbot.waitUntil(lambda: row.layout().heightForWidth(800) > 3 * 30)
    assert row.add.isVisible()


def test_reasons_can_be_asked_for_when_they_are_hidden(row, qtbot):
    row.offer_reasons(True)
    assert row.reasons.isVisible()
    with qtbot.waitSignal(row.reasons_wanted):
        qtbot.mouseClick(row.reasons, Qt.MouseButton.LeftButton)


def test_the_words_of_a_rule_lead_to_its_dates_by_mouse_and_keyboard(row, qtbot):
    told = []
    row.dates_wanted.connect(lambda rule, _corner: told.append(rule))
    words = named(row, "Dates of “Ana and Finn apart”")
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert told == [BROKEN.rule] * 2
