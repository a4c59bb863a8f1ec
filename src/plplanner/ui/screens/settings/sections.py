"""Sections of the settings page: a heading, a remark, and a card of rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label


class Section(QWidget):
    """A heading with a card below it; `add_row` fills the card from the top."""

    def __init__(self, title: str, *, remark: str = "", parent: QWidget | None = None) -> None:
        """`remark` stands under the heading in small letters."""
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(title, role="section", parent=self))
        self.remark = plain_label(remark, role="small", wrap=True, parent=self)
        self.remark.setVisible(bool(remark))
        column.addWidget(self.remark)
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.rows = QVBoxLayout(self.card)
        self.rows.setContentsMargins(12, 8, 12, 8)
        self.rows.setSpacing(4)
        column.addWidget(self.card)

    def add_row(self, widgets: Sequence[QWidget], *, stretch: int = 0) -> None:
        """Widgets beside each other; the one at `stretch` takes the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, widget in enumerate(widgets):
            row.addWidget(widget, 1 if place == stretch else 0)
        self.rows.addLayout(row)


def line(text: QWidget, *ends: QWidget) -> QWidget:
    """Text on the left, something small at the right end."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(text, 1)
    for end in ends:
        row.addWidget(end)
    return made


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout of widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
