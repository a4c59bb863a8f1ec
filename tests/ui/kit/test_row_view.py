from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from plplanner.ui.kit.row_view import ROW_HEIGHT, RowView
from tests.ui.kit.list_of_words import Animals


@pytest.fixture
def animals():
    return Animals("Ant", "Bee", "Cat")


@pytest.fixture
def view_of(theme, qtbot, animals):
    def build(**kind):
        made = RowView(animals.table, theme=theme, says="Animals", **kind)
        animals.show_again = lambda: animals.table.show_ids(tuple(animals.rows))
        qtbot.addWidget(made)
        made.resize(500, 240)
        made.show()
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        return made

    return build


def place(view):
    return view.currentIndex().row(), view.currentIndex().column()


def editor_of(view):
    return next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())


def test_who_comes_by_keyboard_stands_on_the_first_row(view_of, qtbot):
    view = view_of()
    assert place(view) == (0, 0)
    for key, there in (
        (Qt.Key.Key_Down, (1, 0)), (Qt.Key.Key_Right, (1, 1)), (Qt.Key.Key_End, (2, 1)),
        (Qt.Key.Key_Home, (0, 1)), (Qt.Key.Key_PageDown, (2, 1)), (Qt.Key.Key_PageUp, (0, 1)),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert place(view) == there
    assert view.rowHeight(0) == ROW_HEIGHT == 36


def test_a_letter_is_told_and_keys_held_with_control_are_not(view_of, qtbot):
    view, typed = view_of(), []
    view.typed.connect(typed.append)
    qtbot.keyClick(view, "b")
    qtbot.keyClick(view, "b", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert typed == ["b"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_name_is_typed_over_in_place(view_of, qtbot, animals, key):
    view = view_of()
    view.choose(2, 0)
    qtbot.keyClick(view, key)
    editor = editor_of(view)
    assert (editor.text(), editor.selectedText()) == ("Bee", "Bee")
    qtbot.keyClicks(editor, "Bumblebee")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert animals.entered == [("Bee", "Bumblebee")]
    assert (place(view), view.hasFocus()) == ((1, 0), True)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_cell_that_takes_no_typing_says_where_one_can_and_opens_no_other(view_of, qtbot, key):
    view = view_of()
    view.choose(2, 1)
    qtbot.keyClick(view, key)
    assert (view.viewport().findChildren(QLineEdit), place(view)) == ([], (1, 1))
    assert view.note.label.text() == "Here you can type over Name and Legs."
    assert view.note.height() > 20
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.note is None
    qtbot.keyClick(view, key)
    assert editor_of(view).text() == "4"


def test_a_cell_changed_elsewhere_leads_there_by_key_and_by_mouse(view_of, qtbot, animals):
    animals.table.columns = (
        animals.table.columns[0],
        replace(animals.table.columns[1], beside=lambda: led.append("there")),
        replace(animals.table.columns[2], edit=None, elsewhere="Legs are counted at the vet."),
    )
    view, led = view_of(), []
    view.choose(2, 1)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    view.doubleClicked.emit(view.currentIndex())
    assert (led, view.note) == (["there", "there"], None)
    view.choose(2, 2)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.note.label.text() == "Legs are counted at the vet."
    view.clearFocus()
    assert view.note is None


def test_in_a_sheet_enter_goes_to_the_one_column_one_types_into(view_of, qtbot, animals):
    only_legs = (replace(animals.table.columns[0], edit=None), *animals.table.columns[1:])
    animals.table.columns = only_legs
    view = view_of(types_into_cells=True)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (place(view), editor_of(view).text()) == ((0, 2), "4")


def test_digits_begin_to_type_and_enter_goes_down(view_of, qtbot, animals):
    view = view_of(types_into_cells=True)
    view.choose(1, 2)
    for digit in "26":
        qtbot.keyClick(view, digit)
        qtbot.keyClick(editor_of(view), Qt.Key.Key_Return)
    assert animals.entered == [("Ant", "2"), ("Bee", "6")]
    assert place(view) == (2, 2)
    qtbot.keyClick(view, "x")
    assert animals.entered[-1] == ("Cat", "x")
    assert place(view) == (2, 2), "there is no row further down"


def test_a_heading_clicked_and_f4_sort(view_of, qtbot):
    view, wanted = view_of(), []
    view.sort_wanted.connect(wanted.append)
    heads = view.heads
    across = QPoint(heads.sectionViewportPosition(2) + 20, 10)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=across)
    qtbot.keyClick(view, Qt.Key.Key_F4)
    view.choose(1, 1)
    qtbot.keyClick(view, Qt.Key.Key_F4)
    assert wanted == ["legs", "name"], "the column “Kind” does not sort"


def test_delete_tells_which_row(view_of, qtbot):
    view, gone = view_of(), []
    view.removed.connect(gone.append)
    view.choose(2)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert (gone, view.current_id(), view.choose(99)) == ([2], 2, False)


def test_a_narrow_list_lets_go_of_what_is_needed_least(view_of, qtbot):
    view = view_of()
    assert not view.isColumnHidden(1)
    view.choose(1, 1)
    view.resize(320, 240)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))
    assert place(view) == (0, 0)
    used = sum(view.columnWidth(n) for n in (0, 2))
    assert used == view.viewport().width(), "no sideways scrolling"


def test_columns_that_share_the_rest_go_when_it_is_less_than_they_need(view_of, animals):
    name, kind, legs = animals.table.columns
    animals.table.columns = (replace(name, least=120), replace(kind, width=0, least=120), legs)
    view = view_of()
    assert view.columnWidth(0) == view.columnWidth(1) == (view.viewport().width() - 80) // 2
    animals.table.columns = (name, replace(kind, width=0, least=400), legs)
    view.resize(501, 240)
    assert view.isColumnHidden(1)
