"""An empty screen that offers the next step: one sentence and one or two ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme


class EmptyState(QWidget):
    """An icon, what is missing, why it matters, and the buttons that go on; the first leads."""

    def __init__(
        self,
        *,
        theme: Theme,
        icon_name: str,
        title: str,
        reason: str,
        acts: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`acts` are (what the button says, what it does)."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.setSpacing(8)
        sign = QLabel(self)
        sign.setPixmap(icon_picture(icon_name, theme.palette["accent"], 32, 2.0))
        sign.setAccessibleName(title)
        for widget in (sign, plain_label(title, role="title"), plain_label(reason, role="small")):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons = [
            button(says, on_click=act, kind="" if place else "primary", parent=self)
            for place, (says, act) in enumerate(acts)
        ]
        for made in self.buttons:
            row.addWidget(made)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)
