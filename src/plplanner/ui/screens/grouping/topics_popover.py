"""Name the topics of interest groups or of a jigsaw, separated by commas."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label


class TopicsPopover(QFrame):
    """One line of words. Enter forms groups."""

    def __init__(
        self,
        topics: Sequence[str],
        *,
        on_named: Callable[[tuple[str, ...]], object],
        parent: QWidget,
    ) -> None:
        """`topics` are those named so far; `on_named` gets two or more."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Topics")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_named = on_named
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Topics, separated by commas", role="field", parent=self))
        self.field = QLineEdit(", ".join(topics), self)
        self.field.setAccessibleName("Topics, separated by commas")
        self.go = button("Use these topics", on_click=self._go, kind="primary", parent=self)
        column.addWidget(self.field)
        column.addWidget(self.go)
        self.setFixedSize(376, 132)
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.returnPressed.connect(self._go)
        self._show()
        self.field.setFocus()

    @property
    def topics(self) -> tuple[str, ...]:
        """What is typed, each topic once."""
        words = (" ".join(part.split()) for part in self.field.text().split(","))
        return tuple(dict.fromkeys(word for word in words if word))

    def _show(self) -> None:
        self.go.setEnabled(len(self.topics) > 1)

    def _go(self) -> None:
        topics = self.topics
        if len(topics) > 1:
            self.close()
            self._on_named(topics)
