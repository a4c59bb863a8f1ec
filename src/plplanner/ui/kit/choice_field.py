"""A named choice: its name in small letters, a list of words below."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label

K = TypeVar("K", bound=str)


class ChoiceField(QWidget):
    """Arrow keys, a first letter or a click choose. Only what the teacher chose is told."""

    kept = Signal(str)

    def __init__(
        self, says: str, choices: Mapping[K, str], *, parent: QWidget | None = None
    ) -> None:
        """`choices` are words by key."""
        super().__init__(parent)
        self.field = combo_of(choices, self)
        self.field.installEventFilter(self)
        self.field.setAccessibleName(says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(says, role="field", parent=self))
        column.addWidget(self.field)
        self.field.activated.connect(lambda _place: self.kept.emit(self.field.currentData()))

    def begin(self) -> None:
        """Open the list, ready to choose."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.showPopup()

    def mark(self, key: str) -> None:
        """Show what is kept now, without telling anyone."""
        self.field.setCurrentIndex(self.field.findData(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The wheel scrolls what the field stands in; it never chooses."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def combo_of(choices: Mapping[K, str], parent: QWidget | None = None) -> QComboBox:
    """A list of words, each standing for its key."""
    made = QComboBox(parent)
    for key, words in choices.items():
        made.addItem(words, str(key))
    return made
