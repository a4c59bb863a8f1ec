"""The headings of a list: a click sorts, a small arrow says which way."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.row_table import RowTable
from plplanner.ui.kit.theme import Theme, body_font

HEIGHT = 30
_PADDING, _ARROW, _GAP = 12, 14, 4


class SortHeads(QHeaderView):
    """Drawn on sunk ground in small letters; numbers have their heading on the right."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """`sorted_by` is told by the list."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self.sorted_by, self.is_down = "", False
        self.setFixedHeight(HEIGHT)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setAccessibleName("Headings: a click sorts, F4 sorts by the column one stands in")

    def say_sorted(self, key: str, *, is_down: bool) -> None:
        """Show by what and which way the list is sorted."""
        self.sorted_by, self.is_down = key, is_down
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Thirty pixels high."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """One heading."""
        table, colours = self.model(), self._theme.palette
        painter.save()
        painter.fillRect(rect, QColor(colours["sunk"]))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours["line"])
        )
        if isinstance(table, RowTable) and section < len(table.columns):
            column = table.columns[section]
            is_sorted = bool(column.sort) and column.sort == self.sorted_by
            room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            self._write(painter, room, column.heading, column.is_number, is_sorted)
        painter.restore()

    def _write(
        self, painter: QPainter, room: QRect, words: str, to_the_right: bool, is_sorted: bool
    ) -> None:
        colours = self._theme.palette
        font = body_font(12, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        spare = room.width() - (_ARROW + _GAP if is_sorted else 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, spare)
        wide = metrics.horizontalAdvance(shown)
        left = room.right() + 1 - wide if to_the_right else room.left()
        painter.setFont(font)
        painter.setPen(QColor(colours["ink" if is_sorted else "ink2"]))
        box = QRect(left, room.top(), wide + 1, room.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if is_sorted:
            picture = icon_picture(
                "down" if self.is_down else "up", colours["ink"], _ARROW, self.devicePixelRatioF()
            )
            beside = left - _GAP - _ARROW if to_the_right else left + wide + _GAP
            painter.drawPixmap(beside, room.center().y() - _ARROW // 2 + 1, picture)
