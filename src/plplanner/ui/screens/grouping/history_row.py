"""The row at the foot: the draft, and the groups of earlier days; one of them is on the table."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from plplanner.grouping.history import HistoryEntry
from plplanner.ui.kit.labels import literal, plain_label
from plplanner.ui.screens.grouping.rules_row import LABEL_WIDTH

NOW = 0
_MOST_SHOWN = 8


class HistoryRow(QWidget):
    """Tab reaches the one on the table, the arrow keys lead to the others."""

    chosen = Signal(int)  # id of the groups, `NOW` for what is not history

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is history."""
        super().__init__(parent)
        self.setAccessibleName("History")
        self.chips: dict[int, QToolButton] = {}
        self._words: tuple[HistoryEntry, ...] = ()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.setSpacing(8)
        self._label = plain_label("History", role="field", parent=self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self.hide()

    def show_history(self, now: str, entries: Sequence[HistoryEntry], *, on_table: int) -> None:
        """`now` says what is not history: the draft, or the groups in use; newest first."""
        words = (HistoryEntry(NOW, now), *entries[:_MOST_SHOWN])
        self.setVisible(len(words) > 1)
        if words != self._words:
            self._words = words
            self._make_chips()
        if on_table in self.chips:
            self.chips[on_table].setChecked(True)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The oldest make way on a small window."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Days that do not fit make way; they never keep the window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows choose as they go, as radio buttons do."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [key for key, chip in self.chips.items() if not chip.isHidden()]
        at = next((place for place, key in enumerate(keys) if self.chips[key].isChecked()), 0)
        to = keys[max(0, min(len(keys) - 1, at + step))]
        self.chips[to].setFocus()
        self.chips[to].click()

    def _make_chips(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self.chips.values())
        for chip in self.chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for place, entry in enumerate(self._words):
            chip = _Chip(entry.says, self)
            chip.clicked.connect(lambda _checked=False, key=entry.id: self.chosen.emit(key))
            self._group.addButton(chip)
            self._row.insertWidget(1 + place, chip)
            self.chips[entry.id] = chip
        if had_focus:
            self.chips[NOW].setFocus()

    def _fit(self) -> None:
        room = self.width() - LABEL_WIDTH - 8
        for place, chip in enumerate(self.chips.values()):
            room -= chip.sizeHint().width() + 8
            chip.setVisible(place == 0 or room > 0 or chip.isChecked())


class _Chip(QToolButton):
    """A day one can look at."""

    def __init__(self, says: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(literal(says))
        self.setAccessibleName(f"History: {says}")
        self.setCheckable(True)
        self.setProperty("measure", "small")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right are the row's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)
