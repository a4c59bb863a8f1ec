import pytest
from PySide6.QtCore import Qt

from plplanner.grouping.history import HistoryEntry
from plplanner.ui.screens.grouping.history_row import NOW, HistoryRow

ENTRIES = [HistoryEntry(9, "Thu 12 Nov"), HistoryEntry(7, "Thu 5 Nov"), HistoryEntry(3, "29 Oct")]


@pytest.fixture
def row(qtbot):
    made = HistoryRow()
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show_history("Draft now", ENTRIES, on_table=NOW)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def heard(row):
    told = []
    row.chosen.connect(told.append)
    return told


def test_the_draft_and_every_earlier_day_are_there(row):
    assert [chip.text() for chip in row.chips.values()] == [
        "Draft now", "Thu 12 Nov", "Thu 5 Nov", "29 Oct",
    ]  # fmt: skip
    assert [chip.isChecked() for chip in row.chips.values()] == [True, False, False, False]
    assert row.chips[9].accessibleName() == "History: Thu 12 Nov"


def test_a_click_chooses_a_day(row, qtbot):
    told = heard(row)
    qtbot.mouseClick(row.chips[7], Qt.MouseButton.LeftButton)
    assert told == [7]


def test_arrow_keys_go_from_day_to_day_and_stop_at_the_ends(row, qtbot):
    told = heard(row)
    row.chips[NOW].setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(row.window().focusWidget(), key)
    assert told == [NOW, 9, 7, 9]


def test_the_oldest_make_way_on_a_small_window_but_never_the_one_on_the_table(row):
    row.show_history("Draft now", ENTRIES, on_table=3)
    row.resize(260, 40)
    assert [not chip.isHidden() for chip in row.chips.values()] == [True, True, False, True]


def test_without_history_there_is_no_row(row):
    row.show_history("Draft now", [], on_table=NOW)
    assert not row.isVisible()


def test_the_keyboard_stays_in_the_row_when_other_days_come(row):
    row.chips[9].setFocus()
    row.show_history("Fri 20 Nov", ENTRIES, on_table=NOW)
    assert row.chips[NOW].hasFocus()
