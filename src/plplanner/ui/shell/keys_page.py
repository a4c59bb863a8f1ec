"""The F1 page: every key, from the table of acts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from plplanner.ui.kit.labels import plain_label
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS


class KeysPage(QFrame):
    """A popover with two columns of keys; Escape or a click outside closes it."""

    def __init__(self, parent: QWidget) -> None:
        """Everything that has a key."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("All keys")
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.addWidget(plain_label("All keys", role="title"), 0, 0, 1, 2)
        columns = (
            [(room.shortcut, room.says) for room in (*ROOMS, SETTINGS)],
            [(act.shortcut, act.says) for act in ACTS if act.shortcut],
        )
        for column, lines in enumerate(columns):
            for row, (key, says) in enumerate(lines, start=1):
                grid.addWidget(plain_label(key, role="strong"), row, 2 * column)
                grid.addWidget(plain_label(says), row, 2 * column + 1)
