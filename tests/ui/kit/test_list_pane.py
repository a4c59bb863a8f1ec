from time import perf_counter

import pytest
from PySide6.QtCore import Qt

from plplanner.ui.kit.list_pane import ListPane
from tests.ui.kit.list_of_words import Animals


@pytest.fixture
def animals():
    return Animals("Ant", "Bee", "Cat", "Cow")


@pytest.fixture
def pane(theme, qtbot, animals):
    made = ListPane(animals.table, theme=theme, says="animals", hint="Name")
    qtbot.addWidget(made)

    def show(words=""):
        ids = [row.id for row in animals.rows.values() if words.lower() in row.name.lower()]
        made.show_ids(ids, of_all=len(animals.rows))

    animals.show_again = show
    made.filtered.connect(show)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    show()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    return made


def test_a_letter_typed_in_the_list_filters_it(pane, qtbot):
    qtbot.keyClick(pane.view, "c")
    assert (pane.filter.text(), pane.filter.hasFocus()) == ("c", True)
    assert (pane.table.ids, pane.count.text()) == ((3, 4), "2 of 4 animals")
    qtbot.keyClick(pane.filter, "o")
    assert pane.table.ids == (4,)
    qtbot.keyClick(pane.filter, Qt.Key.Key_Down)
    assert pane.view.hasFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert (pane.filter.text(), pane.count.text()) == ("", "4 animals")


def test_control_f_goes_to_the_filter_and_enter_back_into_the_list(pane, qtbot):
    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.filter.hasFocus)
    qtbot.keyClick(pane.filter, Qt.Key.Key_Return)
    assert pane.view.hasFocus()


def test_the_row_one_stands_on_is_kept_by_its_id(pane, animals):
    told = []
    pane.row_chosen.connect(told.append)
    pane.choose(3)
    pane.filter.setText("c")
    assert (pane.view.current_id(), pane.view.currentIndex().row()) == (3, 0)
    pane.show_ids([4, 3, 2, 1], of_all=4)
    assert (pane.view.current_id(), pane.view.currentIndex().row()) == (3, 1)
    assert told == [3]


def test_when_its_row_is_gone_one_stands_on_the_next(pane, animals):
    told = []
    pane.choose(2)
    pane.row_chosen.connect(told.append)
    del animals.rows[2]
    animals.show_again()
    assert (pane.view.current_id(), told) == (3, [3])
    pane.show_ids([], of_all=0)
    assert told == [3, None]


def test_when_nothing_is_found_a_button_shows_all_again(pane, qtbot):
    pane.filter.setText("zebra")
    assert pane.show_all.isVisible()
    assert pane.count.text() == "0 of 4 animals"
    qtbot.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    assert (len(pane.table.ids), pane.view.isVisible()) == (4, True)


def test_controls_are_named(pane):
    assert pane.filter.accessibleName() == "Filter: Name"
    assert pane.view.accessibleName() == "Animals"


@pytest.mark.long
def test_five_thousand_rows_are_painted_where_one_looks_and_nowhere_else(theme, qtbot):
    animals = Animals(*(f"Animal {n}" for n in range(5000)))
    asked = []
    animals.table._page_of = lambda ids: asked.append(len(ids)) or animals.page_of(ids)
    pane = ListPane(animals.table, theme=theme, says="animals", hint="Name")
    qtbot.addWidget(pane)
    pane.resize(800, 640)
    pane.show()
    pane.show_ids(tuple(animals.rows), of_all=5000)
    bar = pane.view.verticalScrollBar()
    begun = perf_counter()
    for jump in range(50):
        bar.setValue(bar.maximum() * (jump * 37 % 50) // 50)
        pane.view.viewport().repaint()
    assert sum(asked) <= 5000, "no page is asked for twice"
    assert perf_counter() - begun < 5, "fifty jumps; about a tenth of that is usual"
