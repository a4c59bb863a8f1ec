"""A named field that keeps what is typed when one leaves it; what is wrong is said below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.part_ahead import PartAhead


class EditField(QWidget):
    """Its name in small letters, the field below. Enter or leaving keeps, Escape takes back."""

    kept = Signal(str)

    def __init__(
        self,
        says: str,
        *,
        wrong: Callable[[str], str] = lambda _text: "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`wrong` says in words why a text cannot be kept; the old one stays then."""
        super().__init__(parent)
        self._wrong = wrong
        self._old = ""
        self._ahead: PartAhead | None = None
        self.field = QLineEdit(self)
        self.field.setAccessibleName(says)
        self.field.setPlaceholderText(hint)
        self.error = plain_label(wrap=True, role="fielderror", parent=self)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(says, role="field", parent=self))
        column.addWidget(self.field)
        column.addWidget(self.error)
        self.field.editingFinished.connect(self._keep)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self.field.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show what is kept now, unless something else is being typed."""
        if self.field.hasFocus() and self.field.isModified():
            return
        self._old = text
        self.field.setText(text)
        self.field.setCursorPosition(0)
        self._say("")

    def offer_parts(self, words: Sequence[str]) -> None:
        """Offer words for each part between commas; one chosen from the list is kept at once."""
        if self._ahead is None:
            self._ahead = PartAhead(self.field, on_taken=self._keep)
        self._ahead.offer(words)

    def begin(self) -> None:
        """Stand in the field, ready to type over what is there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Drop what is being typed: it belonged to another row."""
        self.field.setModified(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape brings the old text back; so does leaving what cannot be kept."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Escape and self.field.isModified():  # type: ignore[attr-defined]
            self._take_back()
            return True
        if event.type() == QEvent.Type.FocusOut and self._wrong(self.field.text().strip()):
            self._take_back()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        if self._ahead is not None and self._ahead.has_chosen:
            return  # Enter takes that first
        text = self.field.text().strip()
        if text == self._old:
            self.field.setModified(False)
            return
        words = self._wrong(text)
        self._say(words)
        if not words:
            self._old = text
            self.field.setModified(False)
            if self._ahead is not None:
                self._ahead.put_away()
            self.kept.emit(text)

    def _take_back(self) -> None:
        self.field.setText(self._old)
        self._say("")

    def _say(self, words: str) -> None:
        state = "error" if words else ""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if self.field.property("state") != state:
            self.field.setProperty("state", state)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
