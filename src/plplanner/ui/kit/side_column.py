"""The column at the right of a list: what is known of the row one stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

WIDTH = 320


class SideColumn(QWidget):
    """Scrolls when it must; `column` takes what is shown, `foot` stays at the bottom."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        """`says` names the column for a screen reader."""
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(says)
        self.setFixedWidth(WIDTH)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(12)
        scroll = QScrollArea(self)
        scroll.setObjectName("scroll")
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The bar stands in the margin, so that what is above ends where the buttons below do.
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _, end: self._make_room(bar.sizeHint().width() if end else 0)
        )
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(16, 8, 16, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self.foot)

    def _make_room(self, bar_width: int) -> None:
        self.column.setContentsMargins(16, 12, max(0, 16 - bar_width), 12)
