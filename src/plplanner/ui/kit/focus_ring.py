"""The focus ring: two pixels, two pixels off the control, there as soon as a key is pressed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from plplanner.ui.kit.theme import Theme

_GAP, _WIDTH, _RADIUS = 2, 2, 8
_FOLLOWS = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class FocusRing(QWidget):
    """Lies over a window and rings the control that has the focus.

    Who works by mouse is not bothered: a click hides the ring, the next key brings it back.
    Item views draw their own ring inside the current cell and are left alone.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Follow the focus inside `window`."""
        super().__init__(window)
        self._theme = theme
        self._ringed: QWidget | None = None
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice keys and clicks, and move with the control."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            by_keyboard = kind == QEvent.Type.KeyPress
            if by_keyboard != self._by_keyboard:
                self._by_keyboard = by_keyboard
                self._place()
        elif watched is self._ringed and kind in _FOLLOWS:
            self._place()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and new.window() is self.window()
        self._ringed = new if inside and not isinstance(new, QAbstractItemView) else None
        self._place()

    def _place(self) -> None:
        if not self._by_keyboard or self._ringed is None or not self._ringed.isVisible():
            self.hide()
            return
        corner = self._ringed.mapTo(self.window(), QPoint(0, 0))
        out = _GAP + _WIDTH
        self.setGeometry(QRect(corner, self._ringed.size()).adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette["accent"]), _WIDTH))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
