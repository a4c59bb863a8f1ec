import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from plplanner.ui.screens.importing.cell_painter import CellPainter
from plplanner.ui.screens.importing.raw_table import RawTable
from tests.ui.screens.importing.drawers import GRADES
from tests.ui.screens.importing.test_wording import preview_of


@pytest.fixture
def painted(theme):
    table = RawTable(lambda *_: None)
    table.show_preview(preview_of(GRADES))

    def paint(row, column, state=QStyle.StateFlag.State_None):
        image = QImage(120, 32, QImage.Format.Format_RGB32)
        option = QStyleOptionViewItem()
        option.rect, option.state = QRect(0, 0, 120, 32), state
        painter = QPainter(image)
        CellPainter(theme).paint(painter, option, table.index(row, column))
        painter.end()
        return {image.pixelColor(x, y).name() for x in range(120) for y in range(32)}

    return paint


def test_a_wrong_cell_has_the_ground_and_the_ink_of_errors(painted, theme):
    colours = painted(2, 4)
    assert {QColor(theme.palette[name]).name() for name in ("errbg", "errink")} <= colours


def test_a_blank_is_put_aside_and_a_score_is_not(painted, theme):
    sunk = QColor(theme.palette["sunk"]).name()
    assert sunk in painted(3, 4)
    assert sunk not in painted(1, 4)


def test_the_current_cell_has_a_frame(painted, theme):
    accent = QColor(theme.palette["accent"]).name()
    assert accent in painted(1, 4, QStyle.StateFlag.State_HasFocus)
    assert accent not in painted(1, 4)
