"""The top of the board: what is on, how far it has come, and the timer."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.board.measures import BoardMeasures, line_height
from plplanner.ui.screens.rotation.today.lesson_head import LessonHead

_BOLD = QFont.Weight.Bold
_TEXT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BoardClock(QWidget):
    """Title and goal on the left, bar in the middle, timer on the right.

    Of every second only the timer and the bar are painted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_head`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._head = LessonHead("", "", "", "", 0.0)
        self._goal = ""
        self._measures: BoardMeasures | None = None

    def show_head(self, head: LessonHead, goal: str, measures: BoardMeasures) -> None:
        """Take another head; `goal` is the sentence below its title."""
        before, self._head = self._head, head
        if (goal, measures) != (self._goal, self._measures) or _still(before) != _still(head):
            self._goal, self._measures = goal, measures
            self.setAccessibleName(" ".join(part for part in (head.title, goal) if part))
            self.update()
        elif before != head:
            self.update(self._timer())
            self.update(self._bar())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """What of it is wanted."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.palette["canvas"]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._measures is not None:
            if event.rect().intersects(self._words()):
                self._paint_words(painter, self._measures)
            if self._head.starts and event.rect().intersects(self._span()):
                self._paint_bar(painter, self._measures)
            painter.setPen(QColor(self._theme.palette["ink"]))
            self._paint_timer(painter, self._measures)
        painter.end()

    def _paint_timer(self, painter: QPainter, size: BoardMeasures) -> None:
        """The timer; where none runs, when the round shown is."""
        words, room = self._head.timer, self._timer()
        if not words and not self._head.starts:
            words, room = self._head.follows, self.rect().adjusted(0, 0, -size.margin, 0)
            painter.setFont(body_font(size.title, _BOLD))
            painter.drawText(room, _TEXT, words)
            return
        ink, ratio = self._theme.palette["ink"], self.devicePixelRatioF()
        right, top = room.right() + 1, (room.height() - line_height(size.timer)) // 2
        for sign in reversed(words):
            picture = _sign_picture(sign, size.timer, ink, ratio)
            right -= round(picture.width() / ratio)
            painter.drawPixmap(right, top, picture)

    def _paint_words(self, painter: QPainter, size: BoardMeasures) -> None:
        room = self._words()
        high = line_height(size.title) + (line_height(size.small) if self._goal else 0)
        top = room.adjusted(0, (room.height() - high) // 2, 0, 0)
        painter.setPen(QColor(self._theme.palette["ink"]))
        used = write_lines(painter, top, self._head.title, body_font(size.title, _BOLD), most=1)
        painter.setPen(QColor(self._theme.palette["ink2"]))
        room = top.adjusted(0, used, 0, 0)
        write_lines(painter, room, self._goal, body_font(size.small), most=1)

    def _paint_bar(self, painter: QPainter, size: BoardMeasures) -> None:
        colours, bar = self._theme.palette, QRectF(self._bar().adjusted(1, 1, -1, -1))
        radius = bar.height() / 2
        painter.setPen(QColor(colours["edge"]))
        painter.setBrush(QColor(colours["sheet"]))
        painter.drawRoundedRect(bar, radius, radius)
        done = QRectF(bar.left(), bar.top(), max(bar.height(), bar.width() * self._head.gone),
                      bar.height())  # fmt: skip
        painter.setBrush(QColor(colours["accent"]))
        painter.drawRoundedRect(done, radius, radius)
        below = self._span()
        below.setTop(self._bar().bottom() + size.gap // 2)
        painter.setPen(QColor(colours["ink2"]))
        painter.setFont(body_font(size.small))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._head.starts)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._head.follows)

    # -- places ---------------------------------------------------------------------------

    def _timer(self) -> QRect:
        if self._measures is None:
            return QRect()
        wide = _timer_width(self._measures.timer)
        right = self.width() - self._measures.margin
        return QRect(right - wide, 0, wide, self.height())

    def _span(self) -> QRect:
        """The bar with the times below it."""
        if self._measures is None:
            return QRect()
        right = self._timer().left() - 2 * self._measures.gap
        wide = _span_width(self.width(), self._measures)
        high = self._measures.band // 2 + self._measures.gap + line_height(self._measures.small)
        return QRect(right - wide, (self.height() - high) // 2, wide, high)

    def _bar(self) -> QRect:
        if self._measures is None:
            return QRect()
        span, thick = self._span(), self._measures.band // 2
        return QRect(
            span.left(), span.top(), span.width(), thick + (6 if self._head.is_near_end else 0)
        )

    def _words(self) -> QRect:
        margin = self._measures.margin if self._measures is not None else 0
        gap = self._measures.gap if self._measures is not None else 0
        right = self._span().left() if self._head.starts else self._timer().left()
        return QRect(margin, 0, right - margin - gap, self.height())


def beside_words(width: int, size: BoardMeasures) -> int:
    """What bar and timer take of a board so wide, with the gaps around them."""
    return _timer_width(size.timer) + _span_width(width, size) + 3 * size.gap


def _span_width(width: int, size: BoardMeasures) -> int:
    return max(width * 11 // 32, 15 * size.small)


@lru_cache(maxsize=8)
def _timer_width(letters: int) -> int:
    return QFontMetrics(body_font(letters, _BOLD)).horizontalAdvance("88:88")


@lru_cache(maxsize=32)
def _sign_picture(sign: str, letters: int, colour: str, ratio: float) -> QPixmap:
    """A digit of the timer: letters this large are drawn as paths, too slow for every second."""
    font = body_font(letters, _BOLD)
    size = QSize(QFontMetrics(font).horizontalAdvance(sign), line_height(letters))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return picture


def _still(head: LessonHead) -> tuple[str, str, str, bool]:
    """What of a head does not change with every second."""
    return head.title, head.starts, head.follows, head.is_near_end
