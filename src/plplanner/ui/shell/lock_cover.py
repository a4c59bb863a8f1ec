"""The lock cover: nothing of the class can be read until the teacher comes back."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme


class LockCover(QWidget):
    """Covers the whole window. It is a screen cover, not a password: it says so."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Hidden until `come_up`."""
        super().__init__(window)
        self._theme = theme
        self._before: tuple[QWidget, ...] = ()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("The window is covered")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (
            plain_label("Covered", role="title"),
            plain_label("Nobody can read over your shoulder. This is a cover, not a password."),
        ):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self.back = button("Show my class", on_click=self.go_away, kind="primary", size="main")
        column.addSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        window.installEventFilter(self)
        self.hide()

    def come_up(self) -> None:
        """Cover everything, and remember where the keyboard was."""
        if not self.isVisible():
            self._before = tuple(_around(self.window().focusWidget()))
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.back.setFocus()

    def go_away(self) -> None:
        """Show the class again, with the keyboard where it was.

        A cell that was typed into has kept it when the cover came; its list goes on.
        """
        self.hide()
        for one in self._before:
            if isValid(one) and one.focusPolicy() and one.isEnabled() and one.isVisible():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Grow with the window; keep its shortcuts quiet while covered."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and all it stands in, from the inside out."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
