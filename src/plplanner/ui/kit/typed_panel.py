"""A panel over the window in which things are typed: a click beside it loses nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class TypedPanel(QFrame):
    """Closed by a click beside it, it keeps what was typed; Escape and `leave` give it up."""

    def __init__(self, parent: QWidget) -> None:
        """Open it with `show_at` once it is laid out."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self._is_settled = False

    def keep_typed(self) -> None:
        """Keep what was typed, where it can be kept. Panels override this."""
        raise NotImplementedError

    def settle(self) -> None:
        """Close: what becomes of the words is settled."""
        self._is_settled = True
        self.close()

    def leave(self) -> None:
        """Close without keeping anything."""
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape gives up what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Clicked beside, or another program came to the front."""
        super().closeEvent(event)
        if not self._is_settled:
            self._is_settled = True
            self.keep_typed()


def leave_panels(part: QWidget) -> None:
    """Close whatever is open over a part that goes; what was typed there goes with it."""
    for panel in part.findChildren(QFrame):
        if not panel.isWindow() or not panel.isVisible():
            continue
        if isinstance(panel, TypedPanel):
            panel.leave()
        else:
            panel.close()


def close_popups() -> None:
    """Close every panel and menu before a window goes, as a click beside does.

    Qt would delete them with the window and then once more: the program would end with a crash.
    """
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup is QApplication.activePopupWidget():
            return  # it stays open: asking again would not help
