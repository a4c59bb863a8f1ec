import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from plplanner.ui.screens.roster.view import StudentsScreen
from tests.builders import a_class

FIRST_NAME = 2


@pytest.fixture
def screen_on(stage_on, qtbot):
    def build(planner):
        made = StudentsScreen(stage_on(planner))
        made.beside_after = 0
        qtbot.addWidget(made)
        made.resize(1206, 662)
        made.show()
        made.come_up()
        made.activateWindow()
        made.first_focus().setFocus()
        return made

    return build


def buttons(screen):
    return {one.text(): one for one in screen.findChildren(QPushButton) if one.isVisible()}


def test_typing_finds_and_the_panel_follows(screen_on, planned, qtbot):
    screen = screen_on(planned)
    assert (screen.subtitle, screen.pane.count.text()) == ("Math 3", "28 students")
    qtbot.keyClick(screen.pane.view, "m")
    qtbot.keyClicks(screen.pane.filter, "aya")
    assert screen.pane.count.text() == "1 of 28 students"
    assert screen.side.name.text() == "Maya"
    qtbot.keyClick(screen.pane.filter, Qt.Key.Key_Escape)
    assert screen.side.name.text() == "Maya", "she stays chosen in the whole list"


def test_a_first_name_is_typed_over_in_place(screen_on, planned, qtbot):
    screen = screen_on(planned)
    view = screen.pane.view
    view.choose(view.current_id(), FIRST_NAME)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "<b>Tolly")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.side.name.text() == "<b>Tolly"
    assert screen.stage.desk.undo_label == "Rename student"


def test_the_panel_keeps_a_name_and_a_language(screen_on, planned, qtbot):
    screen = screen_on(planned)
    for field, text in ((screen.side.nickname, "Tolly"), (screen.side.language, "yo")):
        field.field.selectAll()
        qtbot.keyClicks(field.field, text)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    student = screen.model.details.line.student
    assert (student.name, student.home_language) == ("Tolly", "yo")


def test_delete_and_the_button_remove(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Delete)
    qtbot.mouseClick(screen.side.remove, Qt.MouseButton.LeftButton)
    assert screen.pane.count.text() == "26 students"


def test_a_student_is_added_by_keyboard_and_stood_on(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.mouseClick(buttons(screen)["Add a student"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.first, "Zoe")
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert screen.side.name.text() == "Zoe"
    assert screen.pane.count.text() == "29 students"


def test_a_heading_sorts(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_F4)
    assert (screen.model.sorted_by, screen.pane.view.heads.sorted_by) == ("name", "name")


def test_an_empty_class_offers_three_ways_on(screen_on, empty_planner, qtbot):
    a_class(empty_planner, students=0)
    screen = screen_on(empty_planner)
    assert list(buttons(screen)) == ["Import a gradebook", "Add a student", "Try the sample class"]
    qtbot.mouseClick(buttons(screen)["Add a student"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.first, "Ada")
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert screen.pane.count.text() == "1 student"
