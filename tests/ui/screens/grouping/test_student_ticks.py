import pytest
from PySide6.QtCore import Qt

from plplanner.roster.rows import StudentRow
from plplanner.ui.screens.grouping.student_ticks import StudentTicks

NAMES = ("Ana", "Ben", "Beth", "Cy")


@pytest.fixture
def ticks(qtbot):
    students = [StudentRow(n, name, "", name, "", "", n, "en", {}) for n, name in enumerate(NAMES)]
    made = StudentTicks(students)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_finds_and_enter_ticks(ticks, qtbot):
    qtbot.keyClicks(ticks.field, "be")
    assert ticks.list.currentItem().text() == "Ben"
    qtbot.keyClick(ticks.field, Qt.Key.Key_Return)
    assert (ticks.ticked(), ticks.field.text()) == ((1,), "")


def test_enter_with_nothing_typed_says_that_she_is_done(ticks, qtbot):
    with qtbot.waitSignal(ticks.done):
        qtbot.keyClick(ticks.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(ticks.done):
        ticks.list.itemActivated.emit(ticks.list.item(0))


def test_a_word_that_fits_nobody_ticks_nobody(ticks, qtbot):
    qtbot.keyClicks(ticks.field, "xyz")
    qtbot.keyClick(ticks.field, Qt.Key.Key_Return)
    assert ticks.ticked() == ()


def test_these_students_and_nobody_else_are_ticked_and_it_is_told(ticks, qtbot):
    ticks.tick([0])
    with qtbot.waitSignal(ticks.changed):
        ticks.tick([3, 2])
    assert ticks.ticked() == (2, 3)


def test_students_stand_in_the_order_of_the_names_that_are_shown(qtbot):
    shown = [StudentRow(n, name, "", name, "", "", n, "en", {})
             for n, name in enumerate(("Yusuf", "Ana", "Ödön", "Maya"))]  # fmt: skip
    made = StudentTicks(shown)
    qtbot.addWidget(made)
    names = [made.list.item(row).text() for row in range(made.list.count())]
    assert names == ["Ana", "Maya", "Ödön", "Yusuf"]


def test_who_is_ticked_is_in_sight(qtbot):
    many = [StudentRow(n, f"S{n}", "", f"S{n}", "", "", n, "en", {}) for n in range(30)]
    made = StudentTicks(many)
    qtbot.addWidget(made)
    made.show()
    made.tick([20])
    item = made.list.item(20)
    assert made.list.viewport().rect().contains(made.list.visualItemRect(item).center())
