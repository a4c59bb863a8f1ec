"""Type-ahead for fields: any part of a word finds it, upper and lower case alike."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit


class TypeAhead(QCompleter):
    """Offers words by any of their letters."""

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words from now on."""
        self.setModel(QStringListModel(list(words), self))


class OpenField(QLineEdit):
    """A click shows everything on offer, so that the mouse alone is enough."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cursor where it was clicked, and open the list."""
        super().mousePressEvent(event)
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix(self.text())
            completer.complete()


def type_ahead(field: QLineEdit, words: Sequence[str] = ()) -> TypeAhead:
    """Give a field its type-ahead."""
    made = TypeAhead(field)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setMaxVisibleItems(8)
    made.offer(words)
    field.setCompleter(made)
    return made
