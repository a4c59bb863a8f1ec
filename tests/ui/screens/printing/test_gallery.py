import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from plplanner.printing.lesson_paper import Sheet
from plplanner.ui.screens.printing.gallery import SheetTile


@pytest.fixture
def tile(theme, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    made = SheetTile(Sheet.CARDS, theme=theme, parent=room)
    room.show()
    yield made
    room.hide()


def test_a_tile_says_its_sheet_and_pages(tile):
    tile.show_sheet(pages=7, thumb=QImage(120, 156, QImage.Format.Format_RGB32), is_ticked=True)
    assert tile.accessibleName() == "Playlist cards, 7 pages"
    assert tile.tick.isChecked()
    assert not tile.thumb.pixmap().isNull()


def test_a_tile_says_when_its_pages_are_still_made_or_nobody_is_chosen(tile):
    tile.show_sheet(pages=None, thumb=None, is_ticked=False)
    assert tile.pages.text() == "Making the pages"
    tile.show_sheet(pages=0, thumb=None, is_ticked=False)
    assert tile.pages.text() == "Nobody chosen"


def test_the_tick_tells_and_does_not_select(tile, qtbot):
    with qtbot.waitSignal(tile.ticked) as told:
        qtbot.keyClick(tile.tick, Qt.Key.Key_Space)
    assert told.args == [True]
    assert not tile.isChecked()
