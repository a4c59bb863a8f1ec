import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.ui.screens.importing.preview_table import PreviewTable
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def table(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    table = PreviewTable(a_drawer(stage, qtbot, a_file(tmp_path)), stage.theme)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    table.show_preview()
    return table


def test_the_names_take_the_width_left_over(table):
    total = sum(table.columnWidth(place) for place in range(6))
    assert total == table.viewport().width()
    assert table.columnWidth(0) > 150


def test_a_cell_is_shown_ready_to_be_typed_over(table):
    table.show_cell(3, 4)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 4)


def test_f4_opens_the_choice_of_the_column(table, qtbot):
    table.show_cell(3, 4)
    qtbot.keyClick(table, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert popup.accessibleName() == "What “Quiz (12)” is"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)


def test_typing_over_a_cell_corrects_it(table, qtbot):
    table.show_cell(3, 4)
    assert table.model().setData(table.currentIndex(), "9")
    qtbot.waitUntil(lambda: not table._drawer.is_thinking)
    assert table._drawer.preview.troubles == ()
