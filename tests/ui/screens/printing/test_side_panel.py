from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.printing.side_panel import StudentList


def test_students_are_ticked_with_the_keyboard_and_shown_literally(theme, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    students = StudentList(room)
    room.show()
    students.show_students({3: "<b>Ann", 5: "Leo"}, frozenset({5}))
    assert [students.item(row).text() for row in range(2)] == ["<b>Ann", "Leo"]
    assert students.item(1).checkState() is Qt.CheckState.Checked
    students.setCurrentRow(0)
    with qtbot.waitSignal(students.chosen) as told:
        qtbot.keyClick(students, Qt.Key.Key_Space)
    assert told.args == [3, True]
    students.show_students({3: "<b>Ann", 5: "Leo"}, frozenset({3, 5}))
    assert students.currentRow() == 0
