"""Over the piles: a few good groupings, and what each trades."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from plplanner.grouping.rows import GroupingChoice
from plplanner.ui.kit.buttons import icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.theme import Theme

_WORDS = ("First", "Second", "Third")


class ChoiceBanner(QFrame):
    """Segments and a sentence. Hidden until there is a choice."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hidden until `show_choices`."""
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 3, 4, 3)
        self._row.setSpacing(12)
        self.segments: Segments | None = None
        self.label = plain_label(wrap=True, parent=self)
        self._row.addWidget(self.label, 1)
        close = icon_button(
            "close", "Put the others away", theme=theme, on_click=self.closed.emit, size="small"
        )
        self._row.addWidget(close)
        self.hide()

    def show_choices(
        self, choices: Sequence[GroupingChoice], at: int, *, is_thinking: bool
    ) -> None:
        """`at` is the one on the table, -1 when the teacher has changed it since."""
        self.setVisible(bool(choices) or is_thinking)
        count = len(choices)
        if self.segments is not None and len(self.segments.buttons) != count:
            self._row.removeWidget(self.segments)
            self.segments.hide()
            self.segments.deleteLater()
            self.segments = None
        if self.segments is None and count > 1:
            words = {str(place): _WORDS[place] for place in range(count)}
            self.segments = Segments(words, says="Grouping", parent=self)
            self.segments.chosen.connect(lambda key: self.chosen.emit(int(key)))
            self._row.insertWidget(0, self.segments)
        if self.segments is not None and at >= 0:
            self.segments.mark(str(at))
        self._say(choices, at, is_thinking=is_thinking)

    def _say(self, choices: Sequence[GroupingChoice], at: int, *, is_thinking: bool) -> None:
        if is_thinking:
            says = "Looking for other good groupings."
        elif len(choices) == 1:
            says = "No other grouping is about as good."
        else:
            says = choices[at].trades if at >= 0 else ""
        self.label.setText(says)
        self.setAccessibleName(says)
