"""A file that was not read: what it is, what to do, and the ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.problems import Problem
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme

_WIDTH = 520


class Refused(QWidget):
    """Calm, in the middle of the room: nothing was changed. The first button leads."""

    def __init__(
        self,
        problem: Problem,
        *,
        theme: Theme,
        acts: Sequence[tuple[str, Callable[[], object]]],
        parent: QWidget | None = None,
    ) -> None:
        """`acts` are (what the button says, what it does)."""
        super().__init__(parent)
        self.setAccessibleName(f"{problem.what} {problem.next_step}")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        sign = QLabel(self)
        sign.setPixmap(icon_picture("import", theme.palette["ink2"], 32, 2.0))
        sign.setAccessibleName("Not imported")
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(
            plain_label("This file was not imported", role="title", parent=self),
            0,
            Qt.AlignmentFlag.AlignHCenter,
        )
        for text, role in ((problem.what, ""), (problem.next_step, "small")):
            label = plain_label(text, role=role, wrap=True, parent=self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_WIDTH)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for place, (says, act) in enumerate(acts):
            row.addWidget(button(says, on_click=act, kind="" if place else "primary", parent=self))
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)
