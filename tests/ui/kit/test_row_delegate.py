import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from plplanner.ui.kit.row_view import RowView
from tests.ui.kit.list_of_words import Animals


@pytest.fixture
def animals():
    return Animals("Ant", "Bee", "Cat")


@pytest.fixture
def view(theme, qtbot, animals):
    made = RowView(animals.table, theme=theme, says="Animals", types_into_cells=True)
    animals.show_again = lambda: animals.table.show_ids(tuple(animals.rows))
    qtbot.addWidget(made)
    made.resize(500, 240)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.choose(1, 2)
    return made


def editor_of(view):
    return next((one for one in view.viewport().findChildren(QLineEdit) if one.isVisible()), None)


def test_the_editor_is_named_and_holds_what_stands_there(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = editor_of(view)
    assert (editor.text(), editor.accessibleName()) == ("4", "Legs")
    assert editor.alignment() & Qt.AlignmentFlag.AlignRight


def test_what_is_wrong_stays_open_and_says_why(view, qtbot, animals):
    qtbot.keyClick(view, "5")
    editor = editor_of(view)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.property("state") == "error"
    assert view.note.label.text() == "Type 0, 2, 4, 6 or x."
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert (view.note, editor.property("state")) == (None, "")
    qtbot.keyClick(editor, "6")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert animals.entered == [("Ant", "6")]


@pytest.mark.parametrize("leave", ["escape", "elsewhere"])
def test_left_without_mending_the_old_value_is_kept(view, qtbot, animals, leave):
    qtbot.keyClick(view, "5")
    editor = editor_of(view)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.isVisible(), "Tab does not leave a wrong value behind unseen"
    if leave == "escape":
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    else:
        view.setFocus()
    qtbot.waitUntil(lambda: editor_of(view) is None)
    assert (animals.entered, view.note) == ([], None)
    assert animals.rows[1].legs == 4


def test_a_right_value_is_kept_when_one_goes_elsewhere(view, qtbot, animals):
    qtbot.keyClick(view, "2")
    view.setFocus()
    qtbot.waitUntil(lambda: editor_of(view) is None)
    assert animals.entered == [("Ant", "2")]


def test_a_value_that_changes_what_the_list_shows_closes_its_editor(view, qtbot, animals):
    animals.show_again = lambda: animals.table.show_ids((2, 3))
    qtbot.keyClick(view, "2")
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor_of(view) is None)
    assert (animals.entered, view.hasFocus()) == ([("Ant", "2")], True)


def test_the_row_one_stands_on_looks_otherwise(view, theme):
    picture = view.viewport().grab().toImage()
    colours = [picture.pixelColor(200, 36 * row + 18).name() for row in (0, 1)]
    assert colours == [theme.palette["tint"].lower(), theme.palette["sheet"].lower()]
    assert picture.pixelColor(1, 18).name() == theme.palette["accent"].lower()
