"""Paints a student on a pile: name, evidence mark, raw points, a few words, and pills."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from plplanner.grouping.piles import SAME_NEED
from plplanner.grouping.rows import StudentOnPile
from plplanner.terms import LEVEL_WORDS, MasteryLevel
from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.grouping.pile_pill import Pill, has_room_for_words, pill_of
from plplanner.ui.screens.grouping.pile_table import STUDENT_ROLE

ROW_HEIGHT, TIGHT_ROW, LOW_ROW, LEAST_ROW = 46, 39, 28, 24
_SIDE, _EDGE, _CLEAR = 8, 6, 4
_PILL_HEIGHT, _PIN, _SIGN_WIDE = 18, 18, 24
_SIGN = 28
_DIM = 0.8
_NEAR = "near"
_NEAR_LEVELS = {f"{_NEAR} {LEVEL_WORDS[level].lower()}": level for level in MasteryLevel}


def row_height(room: int, students: int, *, is_alone: bool) -> int:
    """How high a student stands where `students` share `room`, in logical pixels.

    Two lines, a little closer where that shows everybody; where piles stand above each other and
    it still would not, one line.
    """
    even = min(ROW_HEIGHT, room // max(1, students))
    if even >= TIGHT_ROW:
        return even
    if is_alone:
        return TIGHT_ROW
    return min(LOW_ROW, even) if even >= LEAST_ROW else LOW_ROW


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
        self.row_height, self.may_have_words, self._has_words = ROW_HEIGHT, True, True
        demi, normal = QFont.Weight.DemiBold, QFont.Weight.Normal
        self._name, self._small = body_font(14, demi), body_font(12, normal)
        self._points, self._pill = body_font(12, demi), body_font(12, demi)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        return QSize(option.rect.width(), self.row_height)

    def fit(self, students: Sequence[StudentOnPile], width: int) -> bool:
        """Whether pills have words: not where one would cut a name, nor on a single line."""
        pin = _PIN if any(one.is_locked for one in students) else 0
        is_free = self.may_have_words and self.row_height > LOW_ROW
        self._has_words = is_free and has_room_for_words(
            [(one.name, self._pill_of(one)) for one in students],
            room=width - _SIDE - _EDGE - _CLEAR - pin,
            wide=QFontMetrics(self._name).horizontalAdvance,
            wide_of_pill=self._wide_of_pill,
        )
        return self._has_words

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
        is_low = self.row_height <= LOW_ROW
        beside = absent_sign(rect).left() if has_sign else rect.right() - _EDGE
        marks = rect
        if is_low:
            marks = rect.adjusted(0, 0, -self._wide_of_evidence(one, rect, beside), 0)
        right = self._paint_marks(painter, marks, one)
        left = rect.left() + _SIDE + (18 if is_low and self.has_scores else 0)
        is_alone = is_low or not self.has_scores
        top = rect.top() + (self.row_height // 2 - 10 if is_alone else min(4, self.row_height - 37))
        name = QRect(left, top, max(0, right - left), 20)
        self._write(painter, name, one.name, self._name, "ink")
        if is_low:
            self._paint_low(painter, rect, one, right=beside)
        elif self.has_scores:
            self._paint_evidence(painter, rect, one, right=beside)
        painter.restore()

    def _wide_of_evidence(self, one: StudentOnPile, rect: QRect, beside: int) -> int:
        """What points and the sign beside them take at the end of a single line."""
        has_points = self.has_scores and one.level is not MasteryLevel.NO_EVIDENCE
        points = QFontMetrics(self._points).horizontalAdvance(one.score) if has_points else 0
        return rect.right() - _EDGE - beside + (points + 6 if points else 0)

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
        """The pin and the pill at the right; returns where they begin."""
        right = rect.right() - _EDGE
        if one.is_locked:
            ratio = painter.device().devicePixelRatioF()
            pin = icon_picture("pin", self._theme.palette["ink2"], 16, ratio)
            painter.drawPixmap(right - 16, rect.top() + 6, pin)
            right -= _PIN
        pill = self._pill_of(one)
        if pill is not None:
            right = self._paint_pill(painter, rect, right, pill)
        return right - _CLEAR

    def _paint_pill(self, painter: QPainter, rect: QRect, right: int, pill: Pill) -> int:
        colours = self._theme.palette
        ground, line, ink = {
            "news": ("tint", "tintline", "accent"),
            "warn": ("warnbg", "warnline", "warnink"),
        }.get(pill.tone, ("sheet", "line2", "ink2"))
        says = pill.word if self._has_words else pill.sign
        width = self._wide_of_pill(says) if self._has_words else _SIGN_WIDE
        is_low = self.row_height <= LOW_ROW
        down = (self.row_height - _PILL_HEIGHT) // 2 if is_low else min(5, self.row_height - 37)
        top = rect.top() + down
        drawn = QRect(right - width, top, width, _PILL_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours[line]))
        painter.setBrush(QColor(colours[ground]))
        painter.drawRoundedRect(drawn, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        if pill.is_icon and not self._has_words:
            ratio = painter.device().devicePixelRatioF()
            icon = icon_picture(pill.sign, colours[ink], 14, ratio)
            painter.drawPixmap(drawn.center().x() - 6, drawn.top() + 2, icon)
            return drawn.left()
        painter.setFont(self._pill)
        painter.setPen(QColor(colours[ink]))
        painter.drawText(drawn, Qt.AlignmentFlag.AlignCenter, says)
        return drawn.left()

    def _wide_of_pill(self, word: str) -> int:
        return QFontMetrics(self._pill).horizontalAdvance(word) + 12

    def _pill_of(self, one: StudentOnPile) -> Pill | None:
        return pill_of(one, is_read_only=self.is_read_only, has_scores=self.has_scores)

    def _paint_low(self, painter: QPainter, rect: QRect, one: StudentOnPile, *, right: int) -> None:
        """One line: the mark and the points at the right, beside what has to be said."""
        if not self.has_scores:
            return
        paint_mastery(
            painter,
            QPointF(rect.left() + _SIDE + 6, rect.top() + self.row_height / 2),
            one.level,
            self._theme.palette["ink2"],
        )
        if one.level is not MasteryLevel.NO_EVIDENCE:
            width = QFontMetrics(self._points).horizontalAdvance(one.score)
            top = rect.top() + self.row_height // 2 - 9
            where = QRect(right - width, top, width + 2, 18)
            self._write(painter, where, one.score, self._points, "ink2")

    def _paint_evidence(
        self, painter: QPainter, rect: QRect, one: StudentOnPile, *, right: int
    ) -> None:
        colours, left = self._theme.palette, rect.left() + _SIDE
        top = rect.top() + min(24, self.row_height - 19)
        paint_mastery(painter, QPointF(left + 6, top + 8.5), one.level, colours["ink2"])
        left += 18
        if one.level is not MasteryLevel.NO_EVIDENCE:
            width = QFontMetrics(self._points).horizontalAdvance(one.score)
            self._write(painter, QRect(left, top, width + 2, 17), one.score, self._points, "ink2")
            left += width + 6
        self._paint_reason(painter, QRect(left, top, right - left, 17), one.short)

    def _paint_reason(self, painter: QPainter, rect: QRect, short: str) -> None:
        """Whole where there is room, else shorter: “near secure”, then “near” and the mark."""
        metrics = QFontMetrics(self._small)
        whole, shorter = short, short.replace("close to ", f"{_NEAR} ")
        fitting = [one for one in (whole, shorter) if _elided(metrics, one, rect.width()) == one]
        level = _NEAR_LEVELS.get(shorter)
        if fitting or (level is None and short != SAME_NEED):
            self._write(painter, rect, (*fitting, shorter)[0], self._small, "ink2")
        elif level is not None:
            self._write(painter, rect, _NEAR, self._small, "ink2")
            centre = QPointF(rect.left() + metrics.horizontalAdvance(_NEAR) + 10, rect.top() + 9)
            paint_mastery(painter, centre, level, self._theme.palette["ink2"], size=10)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette[token]))
        elided = _elided(QFontMetrics(font), text, rect.width())
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, elided)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
