"""The focus ring: two pixels, two pixels off the control, there as soon as a key is pressed."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from plplanner.ui.kit.theme import Theme

_GAP, _WIDTH, _RADIUS = 2, 2, 8
_FOLLOWS = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class FocusRing(QWidget):
    """Lies over a window and rings the control that has the focus.

    Who works by mouse is not bothered: a click hides the ring, the next key brings it back. Until
    the first click it is there, so that Enter never does something unseen.
    Item views draw their own ring inside the current cell and are left alone. Only the control
    with the focus and what it stands in are listened to, so that the ring goes along when a
    banner pushes a page down: whoever listens to every widget is asked at every event, thousands
    of times while a screen is laid out.
    """

    def __init__(self, window: QWidget, theme: Theme, *, by_keyboard: bool = True) -> None:
        """Follow the focus inside `window`; shown from the start unless a mouse opened it."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._heard: tuple[QWidget, ...] = ()
        self._ringed: QWidget | None = None
        self._by_keyboard = by_keyboard
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def another(self, window: QWidget) -> "FocusRing":
        """A ring for a panel that opens over this one's window."""
        return FocusRing(window, self._theme, by_keyboard=self._by_keyboard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice keys and clicks, and move with the control."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._be_driven(by_keyboard=kind == QEvent.Type.KeyPress)
        elif kind in _FOLLOWS and watched is not self._window:
            self._place()
        elif watched is self._window and kind == QEvent.Type.Show:
            # Every key and click of the mouse comes here first, whatever control takes it.
            self._window.windowHandle().installEventFilter(self)
        return False

    def _be_driven(self, *, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._place()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._listen_to(new)
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keyboard = False
        inside = new is not None and new.window() is self._window
        self._ringed = new if inside and _takes_ring(new) else None
        self._place()

    def _listen_to(self, control: QWidget | None) -> None:
        for one in self._heard:
            if isValid(one):
                one.removeEventFilter(self)
        self._heard = tuple(_up_to(self._window, control))
        for one in self._heard:
            one.installEventFilter(self)

    def _place(self) -> None:
        if not self._by_keyboard or self._ringed is None or not self._ringed.isVisible():
            self.hide()
            return
        corner = self._ringed.mapTo(self._window, QPoint(0, 0))
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


def ring_along(panel: QWidget) -> None:
    """Give a panel that opens over a window a ring of its own, if the window has one."""
    parent = panel.parentWidget()
    below = parent.window().findChild(FocusRing) if parent is not None else None
    if below is not None and panel.findChild(FocusRing) is None:
        below.another(panel)


def _up_to(window: QWidget, control: QWidget | None) -> Iterator[QWidget]:
    """A control and all it stands in, without the window itself."""
    while control is not None and control is not window:
        yield control
        control = control.parentWidget()


def _takes_ring(control: QWidget | None) -> bool:
    """Not a whole page that holds the focus for what will be on it."""
    if control is None or isinstance(control, QAbstractItemView):
        return False
    return bool(control.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
