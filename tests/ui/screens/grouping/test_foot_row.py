import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.foot_row import FootRow
from plplanner.ui.screens.grouping.history_row import HistoryRow


@pytest.fixture
def row(qtbot):
    made = FootRow(HistoryRow())
    qtbot.addWidget(made)
    made.show_layers(is_separate=False, is_free=True)
    made.show()
    return made


def test_a_click_or_enter_asks_for_a_list_of_its_own_and_for_none(row, qtbot):
    told = []
    row.layers_chosen.connect(told.append)
    qtbot.mouseClick(row.layers.buttons["apart"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.layers.buttons["together"], Qt.Key.Key_Return)
    assert told == [True, False]


def test_without_evidence_nobody_can_be_called(row):
    row.show_layers(is_separate=True, is_free=False)
    assert not row.layers.isVisible()
    assert row.layers.buttons["apart"].isChecked()


def test_a_small_window_has_shorter_words(row):
    row.be_narrow(True)
    assert row.layers.buttons["apart"].text() == "Teacher list"
    row.be_narrow(False)
    assert row.layers.buttons["apart"].text() == "Separate teacher list"
