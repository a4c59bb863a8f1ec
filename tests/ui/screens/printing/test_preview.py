import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.printing.preview import PageView


@pytest.fixture
def page(theme, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    made = PageView(theme=theme, parent=room)
    made.resize(408, 508)
    room.show()
    yield made
    room.hide()


@pytest.mark.parametrize(
    ("key", "step"),
    [(Qt.Key.Key_Left, -1), (Qt.Key.Key_PageUp, -1), (Qt.Key.Key_Right, 1),
     (Qt.Key.Key_PageDown, 1)],
)  # fmt: skip
def test_keys_turn_pages(page, qtbot, key, step):
    with qtbot.waitSignal(page.turned) as told:
        qtbot.keyClick(page, key)
    assert told.args == [step]


def test_the_page_asks_for_as_many_pixels_as_it_has_room(page, qtbot):
    with qtbot.waitSignal(page.room_changed) as told:
        page.tell_room()
    ratio = page.devicePixelRatioF()
    assert told.args == [round(400 * ratio), round(500 * ratio)]


def test_the_page_stands_in_the_middle_of_the_desk(page, theme):
    picture = QImage(200, 500, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    page.show_page(picture, instead="")
    seen = page.grab().toImage()
    middle, ratio = seen.pixelColor(seen.width() // 2, seen.height() // 2), seen.width() / 408
    assert middle.name() == "#ffffff"
    assert seen.pixelColor(round(20 * ratio), seen.height() // 2).name() != "#ffffff"
