"""The row on top: what groups rest on, the way, the size, the cuts, how much may change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from plplanner.grouping.draft import SIZE_CHOICES, Asked, SizeChoice
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.score_strip import ScoreStrip, cut_spoken
from plplanner.terms import GroupingStrategy
from plplanner.ui.kit.buttons import button, wear_icon
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.calm_slider import CalmSlider
from plplanner.ui.screens.grouping.cut_strip import CutStrip

STRATEGY_WORDS = {
    GroupingStrategy.NEED: "Same need",
    GroupingStrategy.PROFILE: "Like profiles",
    GroupingStrategy.MIXED: "Mixed",
    GroupingStrategy.INTEREST: "By interest",
    GroupingStrategy.PROJECT: "Project teams",
    GroupingStrategy.JIGSAW: "Jigsaw",
    GroupingStrategy.MAKE_UP: "Missing work",
    GroupingStrategy.LANGUAGE_PAIRS: "Language pairs",
    GroupingStrategy.RANDOM: "At random",
    GroupingStrategy.BY_HAND: "By hand",
}
_NOBODY_MOVES = "Deal other names and symbols. Nobody moves."
_HOW_MUCH = "How much may change"
_TIP = Qt.ItemDataRole.ToolTipRole


class Controls(QWidget):
    """What the teacher asks of the engine; every change is told at once."""

    basis_chosen = Signal(int)
    size_chosen = Signal(SizeChoice)
    strategy_chosen = Signal(GroupingStrategy)
    cuts_moved = Signal(int, int)
    calm_chosen = Signal(int)
    shuffle_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_asked`."""
        super().__init__(parent)
        self._is_narrow = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.basis = self._choice("Based on", least=176, stretch=1)
        self.basis.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.strategy = self._choice("Strategy", least=140)
        for strategy, word in STRATEGY_WORDS.items():
            self.strategy.addItem(word, strategy)
        self.size_choice = self._choice("Size", least=100)
        for one in SIZE_CHOICES:
            self.size_choice.addItem(one.words, one)
        self.strip = CutStrip(theme, self)
        self._cuts = self._field("Cuts", self.strip, stretch=1)
        self.calm = CalmSlider(self)
        self._how_much = self._field(_HOW_MUCH, self.calm, stretch=1)
        self.shuffle = button("Shuffle names", on_click=self.shuffle_wanted.emit, parent=self)
        wear_icon(self.shuffle, "shuffle", theme)
        self._row.addWidget(self.shuffle, 0, Qt.AlignmentFlag.AlignBottom)
        self.basis.activated.connect(self.basis_chosen)
        self.strategy.activated.connect(self._tell_strategy)
        self.size_choice.activated.connect(self._tell_size)
        self.calm.calm_chosen.connect(self.calm_chosen)
        self.strip.cuts_moved.connect(self.cuts_moved)

    def show_asked(
        self,
        asked: Asked,
        bases: Sequence[GroupingBasis],
        strip: ScoreStrip | None,
        *,
        has_earlier: bool,
    ) -> None:
        """What is asked for now; `has_earlier` when there are groups to stay calm about."""
        words = [one.words for one in bases]
        if words != [self.basis.itemText(place) for place in range(self.basis.count())]:
            self.basis.clear()
            for place, one in enumerate(words):
                self.basis.addItem(one)
                self.basis.setItemData(place, literal_tip(one), _TIP)
        self.basis.setCurrentIndex(bases.index(asked.basis) if asked.basis in bases else -1)
        self._show_strategy(asked.strategy)
        self._name_shuffle(asked.strategy)
        self._show_size(asked.size)
        for part in (self._cuts, self.strip):
            part.setVisible(strip is not None)
        self.strip.show_strip(strip)
        self._cuts.setText(_cuts_shortly(strip) if strip else "Cuts")
        self.calm.show_calm(asked.calm, is_free=has_earlier)
        # The first groups are new for everyone: nothing to ask, and nothing Tab could pass over.
        (self.calm.parentWidget() or self.calm).setVisible(has_earlier)

    def be_narrow(self, is_narrow: bool) -> None:
        """On a small window the button for other names is a sign, the slider has no words."""
        self._is_narrow = is_narrow
        self._name_shuffle(list(STRATEGY_WORDS)[max(0, self.strategy.currentIndex())])
        self.shuffle.setStyleSheet("padding: 0 6px;" if is_narrow else "")
        self.calm.be_narrow(is_narrow)
        self._how_much.setText("May change" if is_narrow else _HOW_MUCH)

    def _choice(self, says: str, *, least: int, stretch: int = 0) -> QComboBox:
        made = ElidingCombo(self)
        made.setMinimumWidth(least)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._field(says, made, stretch=stretch)
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

    def _name_shuffle(self, strategy: GroupingStrategy) -> None:
        """Where students are dealt at random, the same button deals them again."""
        is_random = strategy is GroupingStrategy.RANDOM
        says = "Shuffle again" if is_random else "Shuffle names"
        self.shuffle.setText("" if self._is_narrow else says)
        self.shuffle.setAccessibleName(says)
        tip = "Deal the students again." if is_random else _NOBODY_MOVES
        self.shuffle.setToolTip(tip)

    def _show_strategy(self, strategy: GroupingStrategy) -> None:
        self.strategy.setCurrentIndex(list(STRATEGY_WORDS).index(strategy))

    def _show_size(self, size: SizeChoice) -> None:
        """A size that is not on offer stands last while it is asked for."""
        while self.size_choice.count() > len(SIZE_CHOICES):
            self.size_choice.removeItem(len(SIZE_CHOICES))
        if size not in SIZE_CHOICES:
            self.size_choice.addItem(size.words, size)
        self.size_choice.setCurrentIndex(self.size_choice.findText(size.words))

    def _tell_strategy(self, place: int) -> None:
        self.strategy_chosen.emit(list(STRATEGY_WORDS)[place])

    def _tell_size(self, place: int) -> None:
        self.size_chosen.emit(self.size_choice.itemData(place))


def _cuts_shortly(strip: ScoreStrip) -> str:
    """“Cuts 3 and 4 of 5”, “Cuts 60 and 80 %”."""
    if strip.possible is None:
        nearly, secure = (cut_spoken(strip, one) for one in (strip.nearly, strip.secure))
        return f"Cuts {nearly.removesuffix(' %')} and {secure}"
    return f"Cuts {strip.nearly} and {strip.secure} of {strip.possible}"
