"""The box for a class: any letters of a name find it, and a name that is new makes a class."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget


class ClassBox(QComboBox):
    """Offers the classes there are; says what was chosen or typed, once for each answer."""

    said = Signal(str)

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        """`says` is its accessible name."""
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(says)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._name = ""
        self.textActivated.connect(self._tell)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(says)
            edit.editingFinished.connect(lambda: self._tell(self.currentText()))

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer these classes; `chosen` stands in the box unless something is being typed."""
        edit, stood = self.lineEdit(), (self._name, chosen)
        self._name = chosen
        if edit is not None and edit.hasFocus() and edit.text().strip() not in stood:
            return  # she is typing
        self.blockSignals(True)
        if [self.itemText(n) for n in range(self.count())] != list(names):
            self.clear()
            self.addItems(list(names))
        if self.currentText() != chosen:
            self.setEditText(chosen)
        if edit is not None:
            edit.setCursorPosition(0)  # a name too long for its box shows how it begins
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes back what is typed; only the next one leaves."""
        if event.key() == Qt.Key.Key_Escape and self.currentText().strip() != self._name:
            self.setEditText(self._name)
        else:
            super().keyPressEvent(event)

    def _tell(self, name: str) -> None:
        """An answer that is the one there is already says nothing."""
        if name.strip() and name.strip() != self._name:
            self._name = name.strip()
            self.said.emit(self._name)
