"""Segments: a few choices side by side, one of them taken."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from plplanner.ui.kit.buttons import ToolButton
from plplanner.ui.kit.labels import literal


class Segments(QWidget):
    """One of several words; Tab reaches the one taken, the arrow keys move on."""

    chosen = Signal(str)

    def __init__(
        self, choices: Mapping[str, str], *, says: str, parent: QWidget | None = None
    ) -> None:
        """`choices` are words by key; `says` names the whole for a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(says)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, ToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, word) in enumerate(choices.items()):
            made = ToolButton(self)
            made.setProperty("segment", _place(number, len(choices)))
            made.setCheckable(True)
            made.setText(literal(word))
            made.setAccessibleName(f"{says}: {word}")
            made.setProperty("measure", "small")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self.buttons[key] = made
            row.addWidget(made)

    def mark(self, key: str) -> None:
        """Show which one is taken, without telling anyone."""
        self.buttons[key].setChecked(True)

    def clear(self) -> None:
        """Show none as taken, without telling anyone: a group of buttons keeps one unless told."""
        self._group.setExclusive(False)
        for made in self.buttons.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def rename(self, key: str, word: str) -> None:
        """Say a choice in other words."""
        self.buttons[key].setText(literal(word))
        self.buttons[key].setAccessibleName(f"{self.accessibleName()}: {word}")


def _place(number: int, count: int) -> str:
    """Where a segment stands: the row has round corners only at its ends."""
    return "first" if number == 0 else "last" if number == count - 1 else "middle"
