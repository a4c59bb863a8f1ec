"""Over the piles: the weeks ahead, which of them is on the table, and how often pairs meet."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.weeks import MOST_WEEKS


class WeeksBanner(QFrame):
    """How many weeks, a segment for each, and below a sentence. Hidden until asked for."""

    count_chosen = Signal(int)
    chosen = Signal(int)  # week, from 0
    keep_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hidden until `show_weeks`."""
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.segments: Segments | None = None
        self._days: tuple[date, ...] = ()
        self.count = QComboBox(self)
        self.count.setAccessibleName("How many weeks")
        for number in range(2, MOST_WEEKS + 1):
            self.count.addItem(f"{number} weeks", number)
        self.count.activated.connect(
            lambda place: self.count_chosen.emit(self.count.itemData(place))
        )
        self.keep = button("", on_click=self.keep_wanted.emit, size="small", parent=self)
        close = icon_button(
            "close", "Put the weeks away", theme=theme, on_click=self.closed.emit, size="small"
        )
        self.label = plain_label(role="small", wrap=True, parent=self)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.count)
        self._row.addStretch(1)
        self._row.addWidget(self.keep)
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 4, 6)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self.label)
        self.hide()

    def show_weeks(
        self, days: Sequence[date], *, count: int, at: int, says: str, is_ready: bool
    ) -> None:
        """`days` are the first of each week; `at` is the week on the table, -1 for none."""
        self.show()
        self.count.setCurrentIndex(count - 2)
        if tuple(days) != self._days:
            self._make_segments(days)
        if self.segments is not None:
            self.segments.setVisible(is_ready)
            if at >= 0:
                self.segments.mark(str(at))
        self.keep.setVisible(is_ready)
        keeps = f"Keep {count} weeks"
        self.keep.setText(keeps)
        self.keep.setAccessibleName(keeps)
        self.keep.setToolTip("The first week is used now, the others are drafts with their day.")
        self.label.setText(says)
        self.setAccessibleName(says)

    def _make_segments(self, days: Sequence[date]) -> None:
        self._days = tuple(days)
        if self.segments is not None:
            self._row.removeWidget(self.segments)
            self.segments.hide()
            self.segments.deleteLater()
        # Without the weekday: six of them stand side by side on a small window.
        words = {str(n): day_words(day).partition(" ")[2] for n, day in enumerate(days)}
        self.segments = Segments(words, says="Week from", parent=self)
        self.segments.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self._row.insertWidget(1, self.segments)
