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
