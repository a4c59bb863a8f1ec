"""Paints a student on a pile: name, evidence mark, raw points, a few words, and pills."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from plplanner.grouping.rows import StudentOnPile
from plplanner.terms import MasteryLevel
from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.grouping.pile_table import STUDENT_ROLE

ROW_HEIGHT = 46
_SIDE = 8
_PILL_HEIGHT = 18
_SIGN = 28
_DIM = 0.8


def absent_sign(rect: QRect) -> QRect:
    """Where on a student's row a click marks her absent."""
    return QRect(rect.right() - _SIGN, rect.bottom() - 22, _SIGN, 22)


class PileDelegate(QStyledItemDelegate):
    """Two lines per student; the current one has a frame when the keyboard is on the pile."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """`theme` gives the colours of the mode."""
        super().__init__(parent)
        self._theme = theme
        self.is_read_only, self.has_scores = False, True
        demi, normal = QFont.Weight.DemiBold, QFont.Weight.Normal
        self._name, self._small = body_font(14, demi), body_font(12, normal)
        self._points, self._pill = body_font(12, demi), body_font(12, demi)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are as high as two lines."""
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one student."""
        one = index.data(STUDENT_ROLE)
        if not isinstance(one, StudentOnPile):
            return
        painter.save()
        rect = option.rect
        self._paint_ground(painter, rect, option.state, is_tinted=one.moves)
        has_sign = self._paint_absent_sign(painter, rect, option.state, one)
        painter.setOpacity(_DIM if one.is_absent else 1)
        left = rect.left() + _SIDE
        right = self._paint_marks(painter, rect, one)
        top = rect.top() + (4 if self.has_scores else 13)
        name = QRect(left, top, max(0, right - left), 20)
        self._write(painter, name, one.name, self._name, "ink")
        right = absent_sign(rect).left() if has_sign else rect.right() - 6
        if self.has_scores:
            self._paint_evidence(painter, rect, one, right=right)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_tinted: bool
    ) -> None:
        colours = self._theme.palette
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_hovered or is_tinted:
            ground = "tint" if is_chosen or is_tinted else "sunk"
            painter.fillRect(rect, QColor(colours[ground]))
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(colours["accent"]))
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours["accent"]), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_absent_sign(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, one: StudentOnPile
    ) -> bool:
        """The sign that marks absent, while the mouse or the keyboard is on her."""
        with_keyboard = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        is_near = bool(state & QStyle.StateFlag.State_MouseOver) or (
            state & with_keyboard == with_keyboard
        )
        has_sign = is_near and not self.is_read_only
        if has_sign:
            ratio = painter.device().devicePixelRatioF()
            sign = icon_picture(
                "check" if one.is_absent else "absent", self._theme.palette["ink2"], 16, ratio
            )
            place = absent_sign(rect)
            painter.drawPixmap(place.left() + 6, place.top() + 4, sign)
        return has_sign

    def _paint_marks(self, painter: QPainter, rect: QRect, one: StudentOnPile) -> int:
        """The pin and the pills at the right; returns where they begin."""
        colours, right = self._theme.palette, rect.right() - 6
        if one.is_locked:
            ratio = painter.device().devicePixelRatioF()
            pin = icon_picture("pin", colours["ink2"], 16, ratio)
            painter.drawPixmap(right - 16, rect.top() + 6, pin)
            right -= 18
        if one.is_absent:
            right = self._paint_pill(painter, rect, right, "absent", "")
        elif one.moves:
            word = "elsewhere" if self.is_read_only else "moves"
            right = self._paint_pill(painter, rect, right, word, "news")
        elif one.is_moved:
            right = self._paint_pill(painter, rect, right, "moved", "news")
        elif one.level is MasteryLevel.NO_EVIDENCE and self.has_scores:
            right = self._paint_pill(painter, rect, right, "quick check", "warn")
        elif one.is_borderline:
            right = self._paint_pill(painter, rect, right, "borderline", "")
        return right - 4

    def _paint_pill(self, painter: QPainter, rect: QRect, right: int, word: str, tone: str) -> int:
        colours = self._theme.palette
        ground, line, ink = {
            "news": ("tint", "tintline", "accent"),
            "warn": ("warnbg", "warnline", "warnink"),
        }.get(tone, ("sheet", "line2", "ink2"))
        width = QFontMetrics(self._pill).horizontalAdvance(word) + 12
        pill = QRect(right - width, rect.top() + 5, width, _PILL_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours[line]))
        painter.setBrush(QColor(colours[ground]))
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setFont(self._pill)
        painter.setPen(QColor(colours[ink]))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        return pill.left()

    def _paint_evidence(
        self, painter: QPainter, rect: QRect, one: StudentOnPile, *, right: int
    ) -> None:
        colours, left, top = self._theme.palette, rect.left() + _SIDE, rect.top() + 24
        paint_mastery(painter, QPointF(left + 6, top + 8.5), one.level, colours["ink2"])
        left += 18
        if one.level is not MasteryLevel.NO_EVIDENCE:
            width = QFontMetrics(self._points).horizontalAdvance(one.score)
            self._write(painter, QRect(left, top, width + 2, 17), one.score, self._points, "ink2")
            left += width + 6
        words = QRect(left, top, right - left, 17)
        self._write(painter, words, one.short, self._small, "ink2")

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette[token]))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, elided)
