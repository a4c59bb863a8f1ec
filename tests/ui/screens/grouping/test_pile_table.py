import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester

from plplanner.ui.screens.grouping.pile_table import PileTable, spoken, student_in


@pytest.fixture
def table(application):
    made = PileTable()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def test_a_name_is_only_ever_a_name(table, a_pile):
    table.show_students(a_pile(0, "<b>Ann").students)
    index = table.index(0, 0)
    assert index.data() == "<b>Ann"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>Why</qt>"


def test_a_screen_reader_hears_score_level_and_marks(a_pile):
    (one,) = a_pile(0, "Ana", is_borderline=True, is_locked=True, is_moved=True).students
    assert spoken(one) == "Ana, 3/5, Nearly, borderline, moved by you, locked"


def test_a_dragged_student_can_be_told_from_other_drags(table, a_pile):
    table.show_students(a_pile(0, "Ana", "Ben", first_id=40).students)
    assert student_in(table.mimeData([table.index(1, 0)])) == 41
    other = QMimeData()
    other.setText("41")
    assert student_in(other) is None


def test_students_are_found_by_id(table, a_pile):
    table.show_students(a_pile(0, "Ana", "Ben", first_id=40).students)
    assert (table.row_of(41), table.row_of(7), table.rowCount()) == (1, -1, 2)
    assert table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
