import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.importing.class_box import ClassBox


@pytest.fixture
def box(qtbot):
    made = ClassBox("Class")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.offer(["Math 3", "Art"], "A class with a very long name that is not there yet")
    return made


def test_classes_are_offered_and_the_name_shows_how_it_begins(box):
    assert [box.itemText(n) for n in range(box.count())] == ["Math 3", "Art"]
    assert box.lineEdit().cursorPosition() == 0


def test_a_new_name_is_said_once_and_the_same_again_not_at_all(box, qtbot):
    heard = []
    box.said.connect(heard.append)
    box.setEditText(" Room 4 ")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    box.lineEdit().editingFinished.emit()
    assert heard == ["Room 4"]


def test_while_something_is_typed_nothing_else_is_put_in(box):
    box.setFocus()
    box.setEditText("Roo")
    box.offer(["Math 3"], "Math 3")
    assert box.currentText() == "Roo"


def test_escape_takes_back_what_is_typed(box, qtbot):
    box.setFocus()
    box.offer(["Math 3"], "Math 3")
    box.setEditText("Roo")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
    assert box.currentText() == "Math 3"
