import pytest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.kept_focus import focus_kept


class Part(QWidget):
    """Makes its buttons anew, each in a frame of its own."""

    def __init__(self, names):
        super().__init__()
        self.column = QVBoxLayout(self)
        self.fill(names)

    def fill(self, names):
        while (item := self.column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for name in names:
            frame = QFrame()
            QVBoxLayout(frame).addWidget(button(name))
            self.column.addWidget(frame)


@pytest.fixture
def part(qtbot):
    room, made = QWidget(), Part(["Move", "Lock", "Why"])
    column = QVBoxLayout(room)
    column.addWidget(QPushButton("Elsewhere"))
    column.addWidget(made)
    qtbot.addWidget(room)
    room.show()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    yield made


def focused():
    return QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text()


def stand_on(part, name):
    next(one for one in part.findChildren(QPushButton) if one.text() == name).setFocus()


@pytest.mark.parametrize(
    ("names", "then"),
    [(["Move", "Lock", "Why"], "Lock"), (["Move", "Unlock"], "Unlock"), (["Move"], "Move")],
)
def test_the_keyboard_goes_to_the_same_name_else_to_the_same_place(part, names, then):
    stand_on(part, "Lock")
    with focus_kept(part):
        part.fill(names)
    assert focused() == then


def test_what_is_new_is_shown_at_once_and_what_was_hidden_stays_so(part):
    with focus_kept(part):
        part.fill(["Move", "Lock"])
        part.column.itemAt(1).widget().hide()
    assert [part.column.itemAt(place).widget().isVisible() for place in (0, 1)] == [True, False]


def test_a_keyboard_that_is_elsewhere_stays_there(part):
    part.parentWidget().findChild(QPushButton).setFocus()
    with focus_kept(part):
        part.fill(["Move"])
    assert focused() == "Elsewhere"
