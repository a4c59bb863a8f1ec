from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.calendar.bells.typed_bells import typed_bells
from plplanner.calendar.rows import BellPeriodRow, BellScheduleRow, NewPeriod
from plplanner.terms import Weekday
from plplanner.ui.screens.settings.bells_panel import (
    BellsPanel,
    BellsWanted,
    bells_words,
    periods_words,
    read_words,
)

FIRST, SECOND = NewPeriod("Period 1", time(8), 50), NewPeriod("Period 2", time(8, 55), 50)
KNOWN = BellScheduleRow(
    3, "Block", frozenset({Weekday.TUESDAY}), (BellPeriodRow(1, "Period 1", time(8), 50),)
)


@pytest.fixture
def open_on(qtbot, qapp):
    """Opens the panel; gives it, what it kept, and what it told."""
    parent, made = QWidget(), []
    qtbot.addWidget(parent)

    def opened(known=None, taken=()):
        kept, told = [], []
        panel = BellsPanel(
            known, taken=taken, on_set=kept.append, on_lost=told.append, parent=parent
        )
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        panel.open_below(parent)
        made.append(panel)
        return panel, kept, told

    yield opened
    for panel in made:
        panel.close()


def test_pasted_lines_are_understood_while_one_types_and_kept_by_ctrl_enter(open_on, qtbot):
    panel, kept, _ = open_on()
    assert panel.read.text() == "No period yet."
    panel.periods.setPlainText("Our bells\nPeriod 1 8:00-8:50\n2 8:55-9:45")
    assert panel.read.text() == "2 periods, 8:00–9:45. Not a period: “Our bells”."
    panel.days[Weekday.WEDNESDAY].setChecked(True)
    qtbot.keyClick(panel.periods, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept == [BellsWanted("Regular day", (FIRST, SECOND), frozenset({Weekday.WEDNESDAY}))]
    assert not panel.isVisible()


def test_known_bells_are_shown_and_nothing_changed_is_no_step(open_on):
    panel, kept, told = open_on(KNOWN)
    assert panel.periods.toPlainText() == "Period 1  8:00–8:50"
    assert panel.days[Weekday.TUESDAY].isChecked()
    panel.set.click()
    again, *_ = open_on(KNOWN)
    again.close()
    assert (kept, told) == ([], [])


def test_a_click_beside_keeps_what_was_typed(open_on):
    panel, kept, _ = open_on(KNOWN)
    panel.name.setText(" Short day ")
    panel.close()
    assert [one.name for one in kept] == ["Short day"]


def test_what_lacks_is_said_in_the_panel_and_after_it(open_on):
    panel, kept, told = open_on(taken=["Regular day", "Early release"])
    assert panel.name.text() == "Late start"
    panel.set.click()
    assert panel.isVisible()
    assert panel.error.text().startswith("These bells have no period.")
    panel.periods.setPlainText("1 8:00-8:50")
    assert not panel.error.isVisible()
    panel.name.setText("regular day")
    panel.close()
    assert kept == []
    assert told == [
        "The bells were not kept. There are bells called “regular day” already. "
        "Choose another name."
    ]


def test_escape_leaves(open_on, qtbot):
    panel, kept, told = open_on()
    panel.periods.setPlainText("1 8:00-8:50")
    qtbot.keyClick(panel.periods, Qt.Key.Key_Escape)
    assert (kept, told, panel.isVisible()) == ([], [], False)


def test_tab_goes_on_from_the_lines_and_enter_from_the_name(open_on, qtbot):
    panel, *_ = open_on(KNOWN)
    assert panel.focusWidget() is panel.name
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.periods
    qtbot.keyClick(panel.periods, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.days[Weekday.MONDAY]


def test_the_words_of_bells():
    assert bells_words(KNOWN) == "Block: 1 period, 8:00–8:50, every Tue"
    assert periods_words([FIRST, SECOND]) == "2 periods, 8:00–9:45"
    assert read_words(typed_bells("a\nb")) == "Not a period: “a” and 1 more."
