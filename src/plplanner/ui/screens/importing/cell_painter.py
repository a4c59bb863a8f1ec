"""How a cell of the file is drawn: plain, put aside, or wrong with its sign."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from plplanner.importing.preview import CellMark
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.importing.raw_table import RawTable

_PADDING, _GAP, _SIGN = 8, 6, 16
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class CellPainter(QStyledItemDelegate):
    """Draws from the tokens; colour is never the only sign."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Fonts are made once."""
        super().__init__(parent)
        self._theme = theme
        self._plain, self._small = body_font(14), body_font(12)
        self._strong = body_font(14, QFont.Weight.DemiBold)
        fonts = (self._plain, self._small, self._strong)
        self._measures = {id(font): QFontMetrics(font) for font in fonts}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell."""
        table = index.model()
        shown = table.shown_at(index) if isinstance(table, RawTable) else None
        if shown is None:
            return
        text, mark, quiet = shown
        painter.save()
        ground, ink = self._colours(mark, quiet)
        rect: QRect = option.rect
        painter.fillRect(rect, _colour(ground))
        self._write(painter, rect, text, mark, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(_colour(self._theme.palette["accent"]), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _colours(self, mark: CellMark, quiet: bool) -> tuple[str, str]:
        palette = self._theme.palette
        if mark.wrong:
            return palette["errbg"], palette["errink"]
        if quiet:
            return palette["sheet"], palette["ink3"]
        return palette["sunk" if mark.aside else "sheet"], palette["ink"]

    def _write(self, painter: QPainter, rect: QRect, text: str, mark: CellMark, ink: str) -> None:
        left = rect.left() + _PADDING
        right = rect.right() - _PADDING
        if mark.wrong:
            picture = icon_picture("error", ink, _SIGN, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() - _SIGN // 2 + 1, picture)
            left += _SIGN + _GAP
        for part, font, colour in (
            (text, self._strong if mark.wrong else self._plain, ink),
            (mark.aside, self._small, ink if mark.wrong else self._theme.palette["ink3"]),
        ):
            if part and right > left:
                shown, width = _fitted(part, self._measures[id(font)], right - left)
                painter.setFont(font)
                painter.setPen(_colour(colour))
                box = QRect(left, rect.top(), right - left, rect.height())
                painter.drawText(box, _MIDDLE, shown)
                left += width + _GAP


def _fitted(text: str, measure: QFontMetrics, room: int) -> tuple[str, int]:
    """The words as far as there is room for them, and how wide they are then."""
    width = measure.horizontalAdvance(text)
    if width <= room:
        return text, width
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return shown, measure.horizontalAdvance(shown)


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)
