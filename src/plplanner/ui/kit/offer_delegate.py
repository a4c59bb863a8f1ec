"""Lines of a list to pick from: words, and smaller grey ones below where there is more to say."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

GREY = Qt.ItemDataRole.UserRole + 1
GREY_LINE = 17  # how much higher a line with grey words is
_SMALL = 12
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OfferDelegate(QStyledItemDelegate):
    """Draws a line as the list would, with its grey words under the first ones."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One line."""
        grey = index.data(GREY)
        if not grey:
            super().paint(painter, option, index)
            return
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        list_, words = line.widget, line.text
        style = list_.style() if list_ is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, line, list_)
        line.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, line, painter, list_)
        room.adjust(3, 0, -3, 0)  # what Qt leaves beside the words of a line
        room.setTop(line.rect.top() + 4)
        room.setBottom(line.rect.bottom() - 3)
        half = QRect(room.left(), room.top(), room.width(), room.height() - GREY_LINE)
        font = QFont(line.font)
        painter.save()
        _write(painter, half, words, font, line.palette.color(QPalette.ColorRole.Text))
        font.setPixelSize(_SMALL)
        below = QRect(room.left(), half.bottom() + 1, room.width(), GREY_LINE)
        # A style sheet leaves its widgets a fainter grey than that of the application.
        ink = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        _write(painter, below, grey, font, ink)
        painter.restore()


def _write(painter: QPainter, room: QRect, words: str, font: QFont, colour: QColor) -> None:
    """One line of words, with dots where it is too long."""
    painter.setFont(font)
    painter.setPen(colour)
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, short)
