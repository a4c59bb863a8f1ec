"""The row on top: what groups rest on, how large they are, where the cuts lie, other names."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from plplanner.grouping.draft import SIZE_CHOICES, Asked, SizeChoice
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.score_strip import ScoreStrip, cuts_spoken
from plplanner.ui.kit.buttons import button, wear_icon
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.cut_strip import CutStrip

_STRATEGIES = ("Same need", "Mixed", "By interest", "At random")
_TIP = Qt.ItemDataRole.ToolTipRole


class Controls(QWidget):
    """What the teacher asks of the engine; every change is told at once."""

    basis_chosen = Signal(int)
    size_chosen = Signal(SizeChoice)
    cuts_moved = Signal(int, int)
    shuffle_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_asked`."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.basis = self._choice("Based on", least=176)
        self.basis.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._strategy = self._choice("Strategy", least=120)
        self._fill_strategies()
        self.size_choice = self._choice("Size", least=100)
        for one in SIZE_CHOICES:
            self.size_choice.addItem(one.words, one)
        self.strip = CutStrip(theme, self)
        self._cuts = self._field("Cuts", self.strip, stretch=1)
        self.shuffle = button("Shuffle names", on_click=self.shuffle_wanted.emit, parent=self)
        wear_icon(self.shuffle, "shuffle", theme)
        self.shuffle.setToolTip("Deal other names and symbols. Nobody moves.")
        self._row.addWidget(self.shuffle, 0, Qt.AlignmentFlag.AlignBottom)
        self.basis.activated.connect(self.basis_chosen)
        self.size_choice.activated.connect(self._tell_size)
        self.strip.cuts_moved.connect(self.cuts_moved)

    def show_asked(
        self, asked: Asked, bases: Sequence[GroupingBasis], strip: ScoreStrip | None
    ) -> None:
        """What is asked for now."""
        words = [one.words for one in bases]
        if words != [self.basis.itemText(place) for place in range(self.basis.count())]:
            self.basis.clear()
            for place, one in enumerate(words):
                self.basis.addItem(one)
                self.basis.setItemData(place, literal_tip(one), _TIP)
        self.basis.setCurrentIndex(bases.index(asked.basis) if asked.basis in bases else -1)
        self.size_choice.setCurrentIndex(SIZE_CHOICES.index(asked.size))
        self.strip.show_strip(strip)
        self._cuts.setText(cuts_spoken(strip) if strip else "Cuts")

    def be_narrow(self, is_narrow: bool) -> None:
        """On a small window the one strategy there is goes without saying."""
        holder = self._strategy.parentWidget()
        if holder is not None:
            holder.setVisible(not is_narrow)

    def _fill_strategies(self) -> None:
        self._strategy.addItems(list(_STRATEGIES))
        items = self._strategy.model()
        for place, word in enumerate(_STRATEGIES[1:], start=1):
            tip = f"Grouping “{word.lower()}” is not available yet."
            self._strategy.setItemData(place, tip, _TIP)
            if isinstance(items, QStandardItemModel):
                items.item(place).setEnabled(False)

    def _choice(self, says: str, *, least: int) -> QComboBox:
        made = ElidingCombo(self)
        made.setMinimumWidth(least)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._field(says, made)
        return made

    def _field(self, says: str, widget: QWidget, *, stretch: int = 0) -> QLabel:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = plain_label(says, role="field", parent=holder)
        label.setBuddy(widget)
        label.setMinimumWidth(1)
        if not widget.accessibleName():
            widget.setAccessibleName(says)
        column.addWidget(label)
        column.addWidget(widget)
        self._row.addWidget(holder, stretch)
        return label

    def _tell_size(self, place: int) -> None:
        self.size_chosen.emit(SIZE_CHOICES[place])
