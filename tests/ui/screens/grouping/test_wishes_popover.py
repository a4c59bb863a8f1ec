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


def test_what_is_known_is_shown_and_only_changes_are_told(made, qtbot):
    popover, entered = made
    assert [choice.currentText() for choice in popover.choices.values()] == [
        "Storms", "No wish", "No wish",
    ]  # fmt: skip
    qtbot.keyClick(popover.choices[1], Qt.Key.Key_Down)
    qtbot.mouseClick(popover.go, Qt.MouseButton.LeftButton)
    assert entered == [{1: ("Storms",)}]


def test_another_first_wish_leaves_the_others_behind_it_and_none_takes_them_back(made):
    popover, _ = made
    popover.choices[0].setCurrentText("Volcanoes")
    assert popover.entered == {0: ("Volcanoes", "Storms")}
    popover.choices[0].setCurrentIndex(0)
    assert popover.entered == {0: ()}
