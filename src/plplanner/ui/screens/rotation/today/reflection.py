"""After class: how it went, in two taps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.segments import Segments

_FELT = {"well": "Well", "mixed": "So-so", "hard": "Hard"}
_TIME = {"short": "Too short", "right": "Right", "long": "Too long"}
_WORDS = {
    "well": "It went well.",
    "mixed": "It went so-so.",
    "hard": "It was hard.",
    "short": "The time was too short.",
    "right": "The time was right.",
    "long": "The time was too long.",
}


class Reflection(QFrame):
    """Two rows of three words; the second tap tells both."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("How did it go")
        self.felt = Segments(_FELT, says="How did it go", parent=self)
        self.time = Segments(_TIME, says="The time was", parent=self)
        self._taken: dict[str, str] = {}
        for row, name in ((self.felt, "felt"), (self.time, "time")):
            row.chosen.connect(lambda key, name=name: self._take(name, key))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        for words, made in (("How did it go?", self.felt), ("The time was", self.time)):
            column.addWidget(plain_label(words, role="strong", parent=self))
            column.addWidget(made)
        about = "Two taps. You see it when you copy this plan."
        column.addWidget(plain_label(about, role="hint", wrap=True, parent=self))

    def _take(self, name: str, key: str) -> None:
        self._taken[name] = key
        if len(self._taken) == 2:
            words = " ".join(_WORDS[self._taken[one]] for one in ("felt", "time"))
            self._taken.clear()
            for row in (self.felt, self.time):
                row.clear()
            self.said.emit(words)
