import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.ui.screens.grouping.wishes_popover import WishesPopover

NAMES = ("Ana", "Ben", "Cy")


@pytest.fixture
def made(qtbot, theme):
    """The popover with Ana's wishes known, and what was entered."""
    window, entered = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    students = [StudentRow(n, name, "", name, "", "", n, "en", {}) for n, name in enumerate(NAMES)]
    popover = WishesPopover(
        students,
        ("Storms", "Volcanoes"),
        wished={0: ("Storms", "Volcanoes")},
        on_entered=entered.append,
        parent=window,
    )
    popover.show()
    yield popover, entered
    window.hide()


def places(popover):
    return [[box.currentIndex() for box in boxes] for boxes in popover.boxes.values()]


def test_what_is_known_is_shown_and_only_changes_are_told(made, qtbot):
    popover, entered = made
    assert places(popover) == [[1, 2], [0, 0], [0, 0]]
    qtbot.keyClick(popover.boxes[1][0], Qt.Key.Key_Down)
    qtbot.mouseClick(popover.go, Qt.MouseButton.LeftButton)
    assert entered == [{1: ("Storms",)}]


def test_a_topic_taken_twice_changes_places_and_without_any_wish_all_are_taken_back(made):
    popover, _ = made
    popover.boxes[0][0].setCurrentText("Volcanoes")
    assert places(popover)[0] == [2, 1]
    assert popover.entered == {0: ("Volcanoes", "Storms")}
    popover.boxes[0][0].setCurrentIndex(0)
    assert popover.entered == {0: ("Storms",)}
    popover.boxes[0][1].setCurrentIndex(0)
    assert popover.entered == {0: ()}


def test_digits_fill_box_after_box_and_the_next_line_follows(made, qtbot):
    popover, _ = made
    popover.boxes[0][0].setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_0):
        qtbot.keyClick(popover.focusWidget(), key)
    assert places(popover) == [[2, 1], [1, 2], [2, 0]]
    assert popover.go.hasFocus()
    assert popover.entered == {0: ("Volcanoes", "Storms"), 1: ("Storms", "Volcanoes"),
                               2: ("Volcanoes",)}  # fmt: skip


def test_enter_goes_to_the_next_line_and_arrows_within_and_over_it(made, qtbot):
    popover, _ = made
    popover.boxes[0][1].setFocus()
    qtbot.keyClick(popover.focusWidget(), Qt.Key.Key_Return)
    assert popover.boxes[1][0].hasFocus()
    qtbot.keyClick(popover.focusWidget(), Qt.Key.Key_Left)
    assert popover.boxes[0][1].hasFocus()
    qtbot.keyClick(popover.focusWidget(), Qt.Key.Key_Right)
    assert popover.boxes[1][0].hasFocus()
