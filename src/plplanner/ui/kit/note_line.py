"""One note as a column lists it: a head, what it says, and a cross that removes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme


class NoteLine(QWidget):
    """`head` in bold with `meta` quietly beside it, the words below."""

    def __init__(
        self,
        head: str,
        meta: str,
        words: str,
        *,
        theme: Theme,
        removes: str,
        on_remove: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`removes` is what the cross is called for a screen reader and in its tip."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(plain_label(head, role="strong", parent=self))
        top.addWidget(plain_label(meta, role="small", parent=self), 1)
        self.cross = icon_button(
            "close", removes, theme=theme, size="small", on_click=on_remove, parent=self
        )
        top.addWidget(self.cross)
        column.addLayout(top)
        column.addWidget(plain_label(words, wrap=True, parent=self))
