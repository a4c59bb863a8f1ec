from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.importing.header_words import ColumnRole
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


IDS_FIRST = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Notes,Exit 3.NF.1 (11),Quiz (12)\n"
    "Points Possible,,,,,,5,10\nAmara Ola,1,7,ola,G3,seat 4,3,7\n"
)


@pytest.fixture
def behind_ids(stage_on, empty_planner, qtbot, tmp_path):
    """A Canvas file whose scores stand behind five other columns, in a narrow window."""
    stage = stage_on(empty_planner)
    made = PreviewTable(a_drawer(stage, qtbot, a_file(tmp_path, IDS_FIRST)), stage.theme)
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.show()
    made.show_preview()
    return made


def test_the_first_scores_are_in_sight_beside_the_names(behind_ids):
    head = behind_ids.head
    assert [head.logicalIndex(at) for at in range(8)] == [0, 6, 7, 1, 2, 3, 4, 5]
    said = {place: one.accessibleName() for place, one in head.buttons.items() if one.isVisible()}
    assert said[6] == "Exit 3.NF.1 (11): 3.NF.1"
    assert head.buttons[6].geometry().left() == head.sectionViewportPosition(6) + 8


def test_with_room_for_all_the_columns_stand_as_in_the_file(behind_ids):
    behind_ids.resize(1200, 300)
    assert [behind_ids.head.logicalIndex(at) for at in range(8)] == list(range(8))


def test_a_column_corrected_stays_where_it_is(behind_ids, qtbot):
    drawer = behind_ids._drawer
    column = drawer.preview.source.columns[7]
    skipped = replace(column, role=ColumnRole.LEFT_OUT, assessment=None, why="You left it out.")
    drawer.answers.say_column(7, skipped)
    qtbot.waitUntil(lambda: not drawer.is_thinking)
    behind_ids.show_preview()
    assert behind_ids.head.visualIndex(7) == 2
