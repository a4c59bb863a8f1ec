"""The plan on its page: lines above, the grid framed with the close beside it, a strip below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget


def plan_page(above: Sequence[QWidget], grid: QWidget, beside: QWidget, below: QWidget) -> QWidget:
    """All parts on one page; the grid takes the room the others leave."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for line in above:
        column.addWidget(line)
    middle = QHBoxLayout()
    middle.setSpacing(8)
    framed = QFrame()
    framed.setObjectName("gridframe")
    inside = QVBoxLayout(framed)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(grid)
    middle.addWidget(framed, 1)
    middle.addWidget(beside)
    column.addLayout(middle, 1)
    column.addWidget(below)
    return page
