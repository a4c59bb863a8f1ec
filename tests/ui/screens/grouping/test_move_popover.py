import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.grouping.move_popover import move_popover

BROKEN = "Breaks “Ana Garcia and Finn apart”, a rule you made in October for the whole year."
SAID = {"river": (BROKEN, True), "kite": ("One level away.", False)}


@pytest.fixture
def made(qtbot, theme, a_pile):
    """The popover over four groups, and what was chosen."""
    window, chosen = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    piles = [a_pile(place, "Ana") for place in range(4)]
    popover = move_popover(
        "<b>Ann",
        piles,
        says_of=lambda key: SAID.get(key, ("", False)),
        on_choice=chosen.append,
        parent=window,
    )
    popover.show()
    yield popover, chosen
    window.hide()


def test_the_first_letters_and_enter_choose_a_group(made, qtbot):
    popover, chosen = made
    qtbot.keyClicks(popover.field, "ki")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen == ["kite"]


def test_every_group_says_what_the_move_would_mean(made):
    popover, _ = made
    words = [popover.list.item(row).text() for row in range(popover.list.count())]
    assert words == ["Comet  1", "Maple  1", "Kite  1\nOne level away.", f"River  1\n{BROKEN}"]


def test_enter_alone_never_breaks_a_rule_while_another_group_is_left(made, qtbot):
    popover, chosen = made
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen == ["comet"]


def test_the_reason_of_a_broken_rule_is_read_whole(made):
    popover, _ = made
    row = popover.list.item(3)
    box = popover.list.visualItemRect(row)
    icon_and_air = 48
    needed = popover.list.fontMetrics().boundingRect(
        0, 0, box.width() - icon_and_air, 999, Qt.TextFlag.TextWordWrap, row.text()
    )
    assert needed.height() <= box.height()
    assert popover.list.textElideMode() is Qt.TextElideMode.ElideNone


def test_arrows_choose_without_typing(made, qtbot):
    popover, chosen = made
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(popover.field, key)
    assert chosen == ["maple"]


def test_a_word_that_fits_no_group_chooses_none(made, qtbot):
    popover, chosen = made
    qtbot.keyClicks(popover.field, "xyz")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen == []


def test_escape_leaves(made, qtbot):
    popover, chosen = made
    gone = []
    popover.destroyed.connect(lambda: gone.append(True))
    qtbot.keyClick(popover.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert chosen == []
