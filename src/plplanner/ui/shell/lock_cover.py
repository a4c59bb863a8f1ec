"""The lock cover: nothing of the class can be read until the teacher comes back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme


class LockCover(QWidget):
    """Covers the whole window. It is a screen cover, not a password: it says so."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Hidden until `come_up`."""
        super().__init__(window)
        self._theme = theme
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
        """Cover everything."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.back.setFocus()

    def go_away(self) -> None:
        """Show the class again."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Grow with the window; keep its shortcuts quiet while covered."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)
