"""A field for standards: several with commas between, each found by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from plplanner.library.rows import StandardRow

_BETWEEN = " · "


class StandardsField(QLineEdit):
    """Known standards are offered by code and sentence; a code nobody knows yet can be typed."""

    def __init__(self, standards: Sequence[StandardRow], parent: QWidget | None = None) -> None:
        """`standards` are those known."""
        super().__init__(parent)
        self.setAccessibleName("Standards")
        self.setPlaceholderText("Codes, with commas between")
        words = [f"{row.code}{_BETWEEN}{row.i_can or row.text}".rstrip(" ·") for row in standards]
        # Qt's own way would replace the whole field; here only the code being typed.
        self.completer_of_codes = QCompleter(QStringListModel(words, self), self)
        self.completer_of_codes.setWidget(self)
        self.completer_of_codes.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer_of_codes.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer_of_codes.setMaxVisibleItems(8)
        self.completer_of_codes.activated.connect(
            self.take_code, Qt.ConnectionType.QueuedConnection
        )
        self.textEdited.connect(self._offer)

    def take_code(self, chosen: str) -> None:
        """Put a standard in the place of what was being typed."""
        before = self._codes_before()
        self.setText(", ".join([*before, chosen.partition(_BETWEEN)[0]]))

    def codes(self) -> str:
        """The codes as typed; only the code of one that was chosen with its sentence."""
        return ", ".join(
            part.partition(_BETWEEN)[0].strip() for part in self.text().split(",") if part.strip()
        )

    def _codes_before(self) -> list[str]:
        return [part.strip() for part in self.text().split(",")[:-1] if part.strip()]

    def _offer(self, text: str) -> None:
        typed = text.rpartition(",")[2].strip()
        completer = self.completer_of_codes
        if not typed:
            if (popup := completer.popup()) is not None:
                popup.hide()
            return
        completer.setCompletionPrefix(typed)
        completer.complete()
