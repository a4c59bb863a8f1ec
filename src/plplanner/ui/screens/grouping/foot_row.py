"""The row at the foot: the history, and whether the teacher's table has a list of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plplanner.ui.kit.segments import Segments
from plplanner.ui.screens.grouping.history_row import HistoryRow

_TOGETHER, _APART = "together", "apart"
_WORDS = {_TOGETHER: "Move and meet together", _APART: "Separate teacher list"}
_SHORT = {_TOGETHER: "Meet as groups", _APART: "Teacher list"}
_TIPS = {
    _TOGETHER: "The teacher meets each group as it is.",
    _APART: "The groups stay; a few students with the same need are called to the teacher.",
}


class FootRow(QWidget):
    """The days give way to the two words."""

    layers_chosen = Signal(bool)  # whether the table has a list of its own

    def __init__(self, history: HistoryRow, parent: QWidget | None = None) -> None:
        """`history` stands at the left."""
        super().__init__(parent)
        self.history = history
        self.layers = Segments(_WORDS, says="Teacher table", parent=self)
        for key, tip in _TIPS.items():
            self.layers.buttons[key].setToolTip(tip)
        self.layers.chosen.connect(lambda key: self.layers_chosen.emit(key == _APART))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.layers.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(history, 1)
        row.addStretch(0)
        row.addWidget(self.layers)

    def show_layers(self, *, is_separate: bool, is_free: bool) -> None:
        """`is_free` when there is evidence to call anyone by."""
        self.layers.mark(_APART if is_separate else _TOGETHER)
        self.layers.setVisible(is_free)

    def be_narrow(self, is_narrow: bool) -> None:
        """Shorter words on a small window."""
        for key, word in (_SHORT if is_narrow else _WORDS).items():
            self.layers.rename(key, word)
