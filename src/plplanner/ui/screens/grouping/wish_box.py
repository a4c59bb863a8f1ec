"""One wish of one student: a box of topics that a digit fills."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from plplanner.ui.kit.eliding_combo import ElidingCombo

NO_WISH = "–"
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class WishBox(ElidingCombo):
    """1 to 9 take the topic of that number and go on, 0 takes none; Left, Right, Enter go on."""

    step_wanted = Signal(int, int)  # lines down, wishes to the right
    changed_from = Signal(int)  # the place that was taken before

    def __init__(self, topics: Sequence[str], parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self.addItems([NO_WISH, *topics])
        self.setItemData(0, "No wish", Qt.ItemDataRole.AccessibleTextRole)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before = 0
        self.currentIndexChanged.connect(self._tell)

    @property
    def topic(self) -> str:
        """The topic taken, or nothing."""
        return self.currentText() if self.currentIndex() > 0 else ""

    def take(self, place: int) -> None:
        """Take a topic, or none, without telling anyone."""
        self.blockSignals(True)
        self.setCurrentIndex(place)
        self.blockSignals(False)
        self._before = self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The rest is the box's own: up and down, and the first letters of a topic."""
        key, plain = event.key(), not event.modifiers() & ~_KEYPAD
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Return: (1, 0),
                 Qt.Key.Key_Enter: (1, 0)}  # fmt: skip
        if plain and event.text().isdecimal():
            place = int(event.text())
            if place < self.count():
                self.setCurrentIndex(place)
                self.step_wanted.emit(0, 1)
        elif plain and Qt.Key(key) in steps:
            self.step_wanted.emit(*steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _tell(self, place: int) -> None:
        before, self._before = self._before, place
        self.changed_from.emit(before)
