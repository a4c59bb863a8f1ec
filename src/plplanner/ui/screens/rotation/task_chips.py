"""A line of small chips that narrow what is offered for a cell."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from plplanner.rotation.task_offers import CellToFill, Narrowing, narrowings
from plplanner.ui.kit.buttons import ToolButton
from plplanner.ui.kit.flow import FlowLayout
from plplanner.ui.kit.labels import literal, literal_tip
from plplanner.ui.screens.rotation.task_words import narrowing_words

_GAP = 6


class TaskChips(QWidget):
    """Each is switched by a click or by Space; Tab goes from one to the next."""

    changed = Signal()

    def __init__(self, cell: CellToFill) -> None:
        """With those on that suit the cell."""
        super().__init__()
        self.setAccessibleName("Narrow what Resources offer")
        self._row = FlowLayout(self, gap=_GAP)
        self.chips: Mapping[Narrowing, ToolButton] = {
            narrowing: self._chip(narrowing_words(narrowing, cell), is_on=is_on)
            for narrowing, is_on in narrowings(cell).items()
        }
        if Narrowing.STANDARD in self.chips:
            self.chips[Narrowing.STANDARD].setToolTip(literal_tip(cell.standard))

    @property
    def on(self) -> frozenset[Narrowing]:
        """What the offers are narrowed by now."""
        return frozenset(key for key, chip in self.chips.items() if chip.isChecked())

    def clear(self) -> None:
        """Narrow by nothing."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.changed.emit()

    def _chip(self, words: str, *, is_on: bool) -> ToolButton:
        made = ToolButton(self)
        made.setText(literal(words))
        made.setAccessibleName(words)
        made.setCheckable(True)
        made.setChecked(is_on)
        made.setProperty("kind", "chip")
        made.clicked.connect(lambda _checked=False: self.changed.emit())
        self._row.addWidget(made)
        return made
