import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from plplanner.importing.preview import CellMark
from plplanner.ui.screens.importing.raw_table import MARK, QUIET, RawTable
from tests.ui.screens.importing.drawers import GRADES
from tests.ui.screens.importing.test_wording import preview_of


@pytest.fixture
def told():
    return []


@pytest.fixture
def table(application, told):
    table = RawTable(lambda *cell: told.append(cell))
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    table.show_preview(preview_of(GRADES))
    return table


def test_the_points_stand_above_the_students_as_written(table):
    assert (table.rowCount(), table.columnCount()) == (4, 6)
    assert table.index(0, 0).data() == "Points Possible"
    assert table.index(2, 0).data() == "García, <b>Ana"
    assert table.headerData(3, Qt.Orientation.Horizontal) == "Exit 3.NF.1 (11)"


def test_a_wrong_cell_tells_its_sentence(table):
    cell = table.index(2, 4)
    assert cell.data(MARK) == CellMark("of 10", "“11” is above the 10 points possible.")
    assert "11" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Quiz (12), 11, of 10")


def test_only_cells_that_come_in_can_be_typed_over(table, told):
    editable = Qt.ItemFlag.ItemIsEditable
    assert table.flags(table.index(2, 4)) & editable
    assert not table.flags(table.index(0, 4)) & editable
    assert not table.flags(table.index(2, 5)) & editable
    assert table.index(2, 5).data(QUIET)
    assert table.setData(table.index(2, 4), "10")
    assert not table.setData(table.index(2, 3), "2")
    assert told == [(3, 4, "10")]


def test_a_preview_of_the_same_shape_keeps_the_place(table):
    resets = []
    table.modelReset.connect(lambda: resets.append(True))
    table.show_preview(preview_of(GRADES.replace("11\n", "9\n")))
    assert resets == []
    table.show_preview(None)
    assert (resets, table.rowCount()) == ([True], 0)


def test_a_cell_of_the_file_is_found(table):
    assert table.place_of(3, 4) == table.index(2, 4)
    assert not table.place_of(99, 0).isValid()


def test_what_is_painted_comes_in_one_answer(table):
    cell = table.index(2, 4)
    assert table.shown_at(cell) == ("11", cell.data(MARK), False)
    assert table.shown_at(table.index(2, 5))[2] is True
    assert table.shown_at(QModelIndex()) is None
