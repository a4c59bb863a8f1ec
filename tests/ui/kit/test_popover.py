import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from plplanner.ui.kit.popover import Offer, Popover

WORDS = ("Comet", "<b>Kite", "River")


def fitting(typed):
    return [Offer(word, word.lower()) for word in WORDS if typed.lower() in word.lower()]


@pytest.fixture
def opened(qtbot):
    """The popover over three words, and what was chosen."""
    room, chosen = QWidget(), []
    qtbot.addWidget(room)
    room.show()
    popover = Popover(
        "Move Ana to", heading=("Move Ana to", "strong"), field="Group", listed="Groups",
        offers=fitting, on_choice=chosen.append, size=(220, 200), parent=room,
    )  # fmt: skip
    popover.open_at(QPoint(50_000, 50_000))
    yield popover, chosen
    room.hide()


def test_letters_find_and_enter_takes(opened, qtbot):
    popover, chosen = opened
    qtbot.keyClicks(popover.field, "riv")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen == ["river"]


def test_arrows_choose_while_the_field_keeps_the_words_and_stop_at_the_ends(opened, qtbot):
    popover, chosen = opened
    for key in (Qt.Key.Key_Up, *[Qt.Key.Key_Down] * 5, Qt.Key.Key_Up):
        qtbot.keyClick(popover.field, key)
    assert popover.list.currentItem().text() == "<b>Kite"
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen == ["<b>kite"]


def test_a_click_takes(opened, qtbot):
    popover, chosen = opened
    middle = popover.list.visualItemRect(popover.list.item(2)).center()
    qtbot.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == ["river"]


def test_nothing_found_takes_nothing(opened, qtbot):
    popover, chosen = opened
    qtbot.keyClicks(popover.field, "xyz")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert (chosen, popover.isVisible()) == ([], True)


def test_a_line_without_a_meaning_is_read_and_not_taken(qtbot):
    room, chosen = QWidget(), []
    qtbot.addWidget(room)
    room.show()
    popover = Popover(
        "Who", field="Name", listed="Names", offers=lambda typed: [Offer("Nobody", "")],
        on_choice=chosen.append, size=(220, 200), parent=room,
    )  # fmt: skip
    popover.open_at(QPoint(0, 0))
    middle = popover.list.visualItemRect(popover.list.item(0)).center()
    qtbot.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert (chosen, popover.isVisible()) == ([], True)
    room.hide()


def test_it_stays_on_the_screen_and_escape_leaves(opened, qtbot):
    popover, chosen = opened
    screen = popover.screen().availableGeometry()
    assert screen.adjusted(-4, -4, 4, 4).contains(popover.geometry())  # a frame is left to Qt
    gone = []
    popover.destroyed.connect(lambda: gone.append(True))
    qtbot.keyClick(popover.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert chosen == []


def test_tab_goes_through_what_stands_around_the_list_and_enter_takes_there_too(opened, qtbot):
    popover, chosen = opened
    above, below = QWidget(), QPushButton("More")
    first, second = QPushButton("One", above), QPushButton("Two", above)
    popover.put_around_list(above, below)
    for one in (above, below):
        one.show()
    for stop in (first, second, popover.list, below):
        qtbot.keyClick(popover.focusWidget(), Qt.Key.Key_Tab)
        assert popover.focusWidget() is stop
    popover.list.setFocus()
    qtbot.keyClick(popover.list, Qt.Key.Key_Down)
    qtbot.keyClick(popover.list, Qt.Key.Key_Return)
    assert chosen == ["<b>kite"]


def test_what_is_offered_is_asked_anew_and_told(qtbot):
    room, offered, told = QWidget(), [Offer("River", "river", grey="13 min")], []
    qtbot.addWidget(room)
    popover = Popover(
        "Move Ana to", field="Group", listed="Groups", offers=lambda _typed: offered,
        on_choice=told.append, size=(220, 200), parent=room, row_height=27,
    )  # fmt: skip
    popover.offered.connect(lambda: told.append(popover.list.count()))
    offered.append(Offer("Kite", "kite"))
    popover.offer_again()
    first, second = popover.list.item(0), popover.list.item(1)
    assert told == [2]
    assert (first.text(), first.data(Qt.ItemDataRole.AccessibleTextRole)) == (
        "River", "River, 13 min",
    )  # fmt: skip
    assert first.sizeHint().height() > second.sizeHint().height() == 27
