"""The column right of the plan: how the lesson ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.plan_grid_rows import GridRound

_WIDTH = 104


class Closing(QFrame):
    """Close, its time, and nothing that is not planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until told the time."""
        super().__init__(parent)
        self.setObjectName("closing")
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 4, 8)
        column.setSpacing(0)
        self.title = plain_label(role="strong", parent=self)
        self.time = plain_label(role="small", parent=self)
        column.addWidget(self.title)
        column.addWidget(self.time)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_time(self, head: GridRound) -> None:
        """Say when the lesson closes."""
        self.title.setText(head.title)
        self.time.setText(head.time)
        self.setAccessibleName(f"{head.title} {head.time}")
