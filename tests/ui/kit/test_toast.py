import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.kit.toast import Toast


def test_the_toast_says_what_was_done_and_takes_it_back(qtbot):
    room, undone = QWidget(), []
    room.resize(600, 400)
    qtbot.addWidget(room)
    toast = Toast(room, on_undo=lambda: undone.append(1))
    room.show()
    assert not toast.isVisible()
    toast.say("Removed “Pizza shares”.")
    assert toast.label.text() == "Removed “Pizza shares”."
    assert room.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not toast.isVisible()


def test_it_stays_inside_a_room_that_shrinks(qtbot):
    room = QWidget()
    room.resize(600, 400)
    qtbot.addWidget(room)
    toast = Toast(room, on_undo=lambda: None)
    room.show()
    toast.say("Saved.", can_undo=False)
    assert not toast.undo.isVisible()
    room.resize(400, 200)
    assert room.rect().contains(toast.geometry())


@pytest.fixture
def toast(qtbot):
    room = QWidget()
    room.resize(600, 400)
    qtbot.addWidget(room)
    room.show()
    yield Toast(room, on_undo=lambda: None)


def test_after_another_step_the_words_stay_without_undo(toast):
    toast.say("Removed “Pizza shares”.")
    wide = toast.width()
    toast.make_way(is_taken_back=False)
    assert toast.isVisible()
    assert not toast.undo.isVisible()
    assert toast.width() < wide
    toast.say("Removed “Fractions”.")
    assert toast.undo.isVisible(), "the newest step again"


def test_what_was_taken_back_is_not_said_any_longer(toast):
    toast.say("Removed “Pizza shares”.")
    toast.make_way(is_taken_back=True)
    assert not toast.isVisible()


def test_what_undo_or_redo_did_is_said_until_the_next_step(toast):
    toast.say("Taken back: Plan Monday.", can_undo=False, until_next_step=True)
    toast.make_way(is_taken_back=False)
    assert not toast.isVisible()


def test_a_remark_that_names_no_step_stays_whatever_follows(toast):
    toast.say("Saved a copy.", can_undo=False)
    toast.make_way(is_taken_back=True)
    assert toast.isVisible()


def test_it_lies_no_higher_than_the_status_bar_and_its_margin(toast):
    toast.say("Removed “Pizza shares”.")
    assert toast.y() >= 400 - 26 - 12


def test_a_long_path_is_shortened_in_the_middle_and_whole_in_the_tooltip(toast):
    path = "Documents/" + "a folder with a long name/" * 6 + "cards.pdf"
    toast.say(f"Saved 12 pages in “{path}”.", can_undo=False)
    assert toast.parentWidget().rect().contains(toast.geometry())
    assert toast.label.text().endswith("cards.pdf”.")
    assert path in toast.toolTip()


def test_words_of_the_status_bar_are_never_covered(qtbot):
    room = QWidget()
    room.resize(900, 400)
    qtbot.addWidget(room)
    toast = Toast(room, on_undo=lambda: None, free=lambda: (430, 770))
    room.show()
    toast.say("Moved.")
    place = toast.geometry()
    assert (place.left() >= 430, place.right() < 770, place.bottom() >= 400 - 26) == (True,) * 3
    toast.say("Removed “A learning path with a very long name” from River, Comet and Maple.")
    assert toast.geometry().bottom() < 400 - 26
    assert toast.label.text().endswith("Maple.")
