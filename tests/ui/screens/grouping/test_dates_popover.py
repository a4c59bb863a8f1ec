from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QWidget

from plplanner.grouping.rows import RuleToKeep
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.dates_popover import DatesPopover

RULE = RuleToKeep(RuleKind.APART, (1, 2), "Ana and Ben apart", 5, ends_on=date(2026, 12, 18),
                  why="They giggle.")  # fmt: skip


@pytest.fixture
def made(qtbot, theme):
    """The popover of a rule, and the days it was given."""
    window, told = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    popover = DatesPopover(
        RULE,
        today=date(2026, 11, 20),
        on_changed=lambda first, last: told.append((first, last)),
        parent=window,
    )
    popover.show()
    yield popover, told
    window.hide()


def test_the_days_the_rule_has_are_there_with_its_reason(made):
    popover, _ = made
    assert (popover.dates.starts_on, popover.dates.ends_on) == (None, date(2026, 12, 18))
    words = [label.text() for label in popover.findChildren(QLabel)]
    assert "They giggle. (for you; never printed)" in words
    assert "Holds until Fri 18 Dec." in words


def test_space_takes_a_day_away_and_enter_keeps_that(made, qtbot):
    popover, told = made
    qtbot.keyClick(popover.dates.until_tick, Qt.Key.Key_Space)
    assert popover.says.text() == "Holds always."
    qtbot.keyClick(popover.dates.until_tick, Qt.Key.Key_Return)
    assert told == [(None, None)]


def test_days_the_wrong_way_round_are_said_and_not_kept(made, qtbot):
    popover, told = made
    popover.dates.from_tick.click()
    popover.dates.from_day.setDate(QDate(2026, 12, 24))
    assert popover.says.text() == "The last day comes before the first."
    assert not popover.go.isEnabled()
    qtbot.keyClick(popover.dates.from_tick, Qt.Key.Key_Return)
    assert told == []
    popover.dates.from_day.setDate(QDate(2026, 12, 1))
    qtbot.mouseClick(popover.go, Qt.MouseButton.LeftButton)
    assert told == [(date(2026, 12, 1), date(2026, 12, 18))]
