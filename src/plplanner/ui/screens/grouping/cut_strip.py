"""The class as a histogram with its two cuts, to be dragged or moved with the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from plplanner.grouping.score_strip import ScoreStrip, cuts_spoken
from plplanner.ui.kit.theme import Theme, body_font

_HEIGHT, _FOOT, _GRIP = 34, 2, 5


class CutStrip(QWidget):
    """Bars for raw points, two handles. Left and right move a cut, up and down choose which."""

    cuts_moved = Signal(int, int)  # nearly, secure

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_strip`."""
        super().__init__(parent)
        self._theme = theme
        self._strip: ScoreStrip | None = None
        self._holds_secure = True
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Cuts")

    def show_strip(self, strip: ScoreStrip | None) -> None:
        """The scores and cuts as they are now."""
        self._strip = strip
        if strip is not None:
            self.setAccessibleName(f"Cuts: {cuts_spoken(strip)}")
            self.setToolTip(
                "Drag a cut, or use the arrow keys: left and right move it, "
                "up and down choose secure or nearly."
            )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the fields beside it."""
        return QSize(220, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Enough for six bars."""
        return QSize(96, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard twin of dragging."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._holds_secure = key == Qt.Key.Key_Up
            self.update()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._strip is not None:
            at = self._strip.secure if self._holds_secure else self._strip.nearly
            self._put(at + (1 if key == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the cut that is nearer."""
        if self._strip is None:
            return
        x = event.position().x()
        secure, nearly = self._x_of(self._strip.secure), self._x_of(self._strip.nearly)
        self._holds_secure = abs(x - secure) < abs(x - nearly) or (secure == nearly and x > secure)
        self._is_held = True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The cut follows, from one bar to the next."""
        if self._is_held and self._strip is not None:
            self._put(round((event.position().x() - 1) / self._bar()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the cut go."""
        self._is_held = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Bars with their numbers, then the cuts."""
        strip = self._strip
        if strip is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter, strip)
        self._paint_cut(painter, strip.nearly, is_secure=False)
        self._paint_cut(painter, strip.secure, is_secure=True)

    def _paint_bars(self, painter: QPainter, strip: ScoreStrip) -> None:
        colours, wide = self._theme.palette, self._bar()
        most = max(1, *strip.bars)
        font = body_font(12, QFont.Weight.Medium)
        painter.setFont(font)
        number_fits = wide >= QFontMetrics(font).horizontalAdvance("00") + 4
        for step, count in enumerate(strip.bars):
            high = (self.height() - 4) * count / most
            bar = QRectF(1 + step * wide + 2, self.height() - _FOOT - high, wide - 4, high)
            painter.fillRect(bar, QColor(colours["line2"]))
            if number_fits and strip.possible is not None:
                painter.setPen(QColor(colours["ink2" if count else "ink3"]))
                cell = QRectF(1 + step * wide, self.height() - 18, wide, 16)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(step))
        painter.fillRect(QRectF(0, self.height() - _FOOT, self.width(), 1), QColor(colours["edge"]))

    def _paint_cut(self, painter: QPainter, step: int, *, is_secure: bool) -> None:
        colours, x = self._theme.palette, self._x_of(step)
        is_active = is_secure == self._holds_secure and (self.hasFocus() or self._is_held)
        pen = QPen(QColor(colours["accent"]), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if is_secure else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - _FOOT))
        painter.setPen(QPen(QColor(colours["accent"]), 2))
        painter.setBrush(QColor(colours["accent" if is_active else "sheet"]))
        painter.drawEllipse(QPointF(x, 1 + _GRIP), _GRIP, _GRIP)

    def _bar(self) -> float:
        steps = self._strip.steps if self._strip is not None else 1
        return (self.width() - 2) / (steps + 1)

    def _x_of(self, step: int) -> float:
        return 1 + step * self._bar()

    def _put(self, step: int) -> None:
        strip = self._strip
        if strip is None:
            return
        nearly, secure = strip.nearly, strip.secure
        if self._holds_secure:
            secure = min(max(step, nearly, 1), strip.steps)
        else:
            nearly = min(max(step, 1), secure)
        if (nearly, secure) != (strip.nearly, strip.secure):
            self.cuts_moved.emit(nearly, secure)
