from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from plplanner.rotation.lived.commands import write_note
from plplanner.ui.kit.note_line import NoteLine
from plplanner.ui.screens.roster.view import StudentsScreen
from tests.builders import NOW, a_class

FIRST_NAME, GROUP_NOW = 2, 3


@pytest.fixture
def screen_on(list_screen_on):
    return partial(list_screen_on, StudentsScreen)


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


@pytest.mark.long
def test_a_name_that_is_made_of_others_leads_to_where_it_is_changed(screen_on, planned, qtbot):
    screen = screen_on(planned)
    view = screen.pane.view
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.waitUntil(screen.side.nickname.field.hasFocus)
    view.setFocus()
    for _ in range(GROUP_NOW):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.note.label.text() == "Who is in which group is changed in Groups."
    assert view.viewport().findChildren(QLineEdit) == []
    parts = [view.columnWidth(n) for n in range(GROUP_NOW)]
    assert max(parts) - min(parts) <= 1, "long names have as much room as the one shown"
    assert min(parts) > 180


@pytest.mark.long
def test_the_panel_keeps_a_name_and_a_language(screen_on, planned, qtbot):
    screen = screen_on(planned)
    for field, text in ((screen.side.nickname, "Tolly"), (screen.side.language, "yo")):
        field.field.selectAll()
        qtbot.keyClicks(field.field, text)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    student = screen.model.details.line.student
    assert (student.name, student.home_language) == ("Tolly", "yo")


@pytest.mark.long
def test_delete_and_the_button_remove(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Delete)
    qtbot.mouseClick(screen.side.remove, Qt.MouseButton.LeftButton)
    assert screen.pane.count.text() == "26 students"


@pytest.mark.long
def test_a_student_is_added_by_keyboard_and_stood_on(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.mouseClick(buttons(screen)["Add a student"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.first, "Zoe")
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert screen.side.name.text() == "Zoe"
    assert screen.pane.count.text() == "29 students"


@pytest.mark.long
def test_a_heading_sorts(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_F4)
    assert (screen.model.sorted_by, screen.pane.view.heads.sorted_by) == ("name", "name")


@pytest.mark.long
def test_an_empty_class_offers_three_ways_on(screen_on, empty_planner, qtbot):
    a_class(empty_planner, students=0)
    screen = screen_on(empty_planner)
    assert list(buttons(screen)) == [
        "Import a gradebook",
        "Add a student",
        "Paste names",
        "Try the sample class",
    ]
    qtbot.mouseClick(buttons(screen)["Add a student"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.first, "Ada")
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert screen.pane.count.text() == "1 student"


@pytest.mark.long
def test_a_student_moves_to_another_class_by_keyboard(screen_on, planned, qtbot):
    a_class(planned, students=0, name="Science <b>")
    screen = screen_on(planned)
    name, said = screen.side.name.text(), []
    screen.stage.wishes.say.connect(said.append)
    menu = screen.side.move_on.menu()
    assert [act.text() for act in menu.actions()] == ["Science <b>"]
    menu.popup(screen.side.mapToGlobal(screen.side.rect().center()))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert said == [f"Moved “{name}” to “Science <b>”. The scores of “Math 3” are kept."]
    assert screen.pane.count.text() == "27 students"


@pytest.mark.long
def test_who_left_is_shown_when_asked_and_comes_back(screen_on, planned, qtbot):
    screen = screen_on(planned)
    name, left = screen.side.name.text(), Qt.MouseButton.LeftButton
    assert not screen.side.move_on.isEnabled(), "there is no other class"
    assert screen.who_left.isHidden()
    qtbot.mouseClick(screen.side.leave, left)
    qtbot.mouseClick(buttons(screen)["Show who left (1)"], left)
    assert (screen.pane.count.text(), screen.side.name.text()) == ("1 student who left", name)
    qtbot.mouseClick(buttons(screen)["Back in class"], left)
    assert screen.pane.count.text() == "28 students"


@pytest.mark.long
def test_names_are_pasted_into_the_class_by_keyboard(screen_on, planned, qtbot):
    screen = screen_on(planned)
    qtbot.mouseClick(buttons(screen)["Paste names"], Qt.MouseButton.LeftButton)
    assert screen.exports() == ()
    qtbot.keyClicks(screen.paste.names, "Zoe Quist")
    qtbot.keyClick(screen.paste.names, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.paste.names, "Maya Cohen")
    qtbot.mouseClick(buttons(screen)["Add 1 student"], Qt.MouseButton.LeftButton)
    assert (screen.pane.count.text(), screen.pane.isVisible()) == ("29 students", True)


@pytest.mark.long
def test_a_new_class_is_typed_by_hand_line_after_line(screen_on, planned, qtbot):
    screen = screen_on(planned)
    screen.new_class()
    qtbot.keyClick(screen.paste, Qt.Key.Key_Escape)
    assert screen.pane.isVisible()
    screen.new_class()
    qtbot.keyClicks(screen.paste.class_name, "Science")
    qtbot.mouseClick(buttons(screen)["Add this class"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons(screen)["Add a student"], Qt.MouseButton.LeftButton)
    for name in ("Ada", "Bo"):
        qtbot.keyClicks(screen.first, name)
        qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert (screen.subtitle, screen.pane.count.text()) == ("Science", "2 students")


def test_what_was_noted_of_a_student_is_read_and_removed_here(screen_on, planned, qtbot):
    screen = screen_on(planned)
    chosen = screen.model.details.line
    planned.do(
        write_note,
        class_id=screen.stage.choice.class_id,
        student_id=chosen.id,
        about=chosen.student.name,
        words="counts the lines, not the gaps",
        written_at=NOW,
    )
    screen.model.refresh()
    (line,) = screen.side.notes.findChildren(NoteLine)
    assert screen.model.details.notes[0].words == "counts the lines, not the gaps"
    qtbot.mouseClick(line.cross, Qt.MouseButton.LeftButton)
    assert screen.model.details.notes == ()
    assert screen.stage.desk.undo_label == "Remove note"
    screen.stage.desk.undo()
    assert [one.words for one in screen.model.details.notes] == ["counts the lines, not the gaps"]
