"""How a row that can be dragged is drawn: grip, icon, two lines, a pill, and an end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from plplanner.records import record
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.row_paint import paint_ground
from plplanner.ui.kit.theme import Theme, body_font

ROW_HEIGHT = 48
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING, _GAP, _ICON, _END, _PILL = 12, 8, 18, 64, 76
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@record(frozen=True)
class DropRow:
    """One row: two lines of words, an icon, a word in a pill, and something at the right end."""

    title: str
    about: str = ""
    icon: str = ""
    pill: str = ""
    end: str = ""

    @property
    def spoken(self) -> str:
        """Everything in one line, for screen readers and tooltips."""
        return ", ".join(part for part in (self.title, self.pill, self.about, self.end) if part)


class DropDelegate(QStyledItemDelegate):
    """Colours follow the theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """`view` says which row is current."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines."""
        return QSize(120, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        row, rect = index.data(ROW_ROLE), option.rect
        if not isinstance(row, DropRow):
            return
        is_current, colours = self._view.currentIndex() == index, self._theme.palette
        painter.save()
        paint_ground(painter, rect, colours, is_current=is_current, has_bar=is_current)
        self._write(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0), row)
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, row: DropRow) -> None:
        colours, ratio = self._theme.palette, self._view.devicePixelRatioF()
        middle = room.center().y() - _ICON // 2 + 1
        painter.drawPixmap(room.left(), middle, icon_picture("grip", colours["ink3"], _ICON, ratio))
        left = room.left() + _ICON + _GAP
        if row.icon:
            picture = icon_picture(row.icon, colours["ink2"], _ICON, ratio)
            painter.drawPixmap(left, middle, picture)
        left += _ICON + _GAP
        right = room.right() - self._end(painter, room, row)
        lines = QRect(left, room.top(), right - left, room.height())
        half = room.height() // 2
        upper = lines.adjusted(0, 4, 0, -half + 2) if row.about else lines
        self._line(painter, upper, row.title, body_font(15, QFont.Weight.DemiBold), "ink")
        self._line(painter, lines.adjusted(0, half, 0, -4), row.about, body_font(13), "ink2")

    def _line(self, painter: QPainter, room: QRect, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette[token]))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_MIDDLE), shown)

    def _end(self, painter: QPainter, room: QRect, row: DropRow) -> int:
        """The end at the right, the pill beside it; answers the room taken."""
        colours = self._theme.palette
        box = QRect(room.right() - _END, room.top(), _END, room.height())
        painter.setFont(body_font(14))
        painter.setPen(QColor(colours["ink"]))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), row.end)
        if not row.pill:
            return _END
        font = body_font(12, QFont.Weight.DemiBold)
        wide = max(_PILL, QFontMetrics(font).horizontalAdvance(row.pill) + 20)
        pill = QRect(box.left() - wide, room.center().y() - 10, wide, 22)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours["line2"]), 1))
        painter.setBrush(QColor(colours["sheet"]))
        painter.drawRoundedRect(pill, 11, 11)
        painter.setFont(font)
        painter.setPen(QColor(colours["ink2"]))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), row.pill)
        return _END + wide + _GAP
