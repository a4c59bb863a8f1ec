"""What lies over today's plan: done, partly or not on what is past, and the line that is now."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from plplanner.terms import VisitOutcomeKind
from plplanner.ui.kit.plan_grid import PlanGrid
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.theme import Theme

OUTCOME_WORDS = {
    VisitOutcomeKind.DONE.value: "Done",
    VisitOutcomeKind.PARTLY.value: "Partly",
    VisitOutcomeKind.NOT.value: "Not",
}
_KEYS = {
    Qt.Key.Key_D: VisitOutcomeKind.DONE,
    Qt.Key.Key_P: VisitOutcomeKind.PARTLY,
    Qt.Key.Key_N: VisitOutcomeKind.NOT,
}
_HIGH, _LEFT, _BELOW, _LOW = 28, 12, 5, 22
_TALL = 84
Cell = tuple[int, int]  # line, column


class OverPlan(QObject):
    """Follows the cells of the grid wherever they move."""

    said = Signal(int, int, object)  # line, column, VisitOutcomeKind

    def __init__(self, grid: PlanGrid, theme: Theme) -> None:
        """Nothing until `show_past`."""
        super().__init__(grid)
        self._grid, self._theme = grid, theme
        self.segments: dict[Cell, Segments] = {}
        self._line = QWidget(grid.viewport())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line.hide()
        self._now: tuple[int, float] | None = None
        grid.past_key.connect(self._press)
        theme.changed.connect(self._dress_all)
        grid.viewport().installEventFilter(self)
        grid.verticalScrollBar().valueChanged.connect(self._place)

    def show_past(
        self, cells: Sequence[Cell], words: Mapping[Cell, str], outcomes: Mapping[Cell, str]
    ) -> None:
        """Ask about these cells, each called by its words, and show what was said."""
        for gone in set(self.segments) - set(cells):
            segments = self.segments.pop(gone)
            segments.hide()
            segments.deleteLater()
        for cell in cells:
            if cell not in self.segments:
                self.segments[cell] = self._make(cell, words[cell])
            _mark(self.segments[cell], outcomes.get(cell))
        self._place()

    def show_now(self, now: tuple[int, float] | None) -> None:
        """Draw the line in a column, at a share of its width from the left; None takes it away."""
        self._now = now
        ink = QColor(self._theme.palette["accent"])
        # Seen through: the words it crosses stay as easy to read.
        self._line.setStyleSheet(f"background: rgba({ink.red()}, {ink.green()}, {ink.blue()}, 90);")
        self._place_line()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The heads stretch after the grid was resized; then the cells are where they stay."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _press(self, line: int, column: int, key: int) -> None:
        """On a cell that is asked about D is done, P partly, N not."""
        outcome = _KEYS.get(Qt.Key(key))
        if outcome is not None and (line, column) in self.segments:
            self.said.emit(line, column, outcome)

    def _make(self, cell: Cell, words: str) -> Segments:
        made = Segments(OUTCOME_WORDS, says=words, parent=self._grid.viewport())
        made.setMinimumWidth(1)  # the cell says how wide
        self._dress(made)
        made.chosen.connect(lambda key: self.said.emit(*cell, VisitOutcomeKind(key)))
        made.show()
        return made

    def _dress(self, segments: Segments) -> None:
        """What is pressed has a frame: the cell below it may have the same tint."""
        accent = self._theme.palette["accent"]
        for one in segments.buttons.values():
            one.setStyleSheet(
                "QToolButton { padding: 0 2px; min-width: 0; min-height: 0; }"
                f"QToolButton:checked {{ border: 2px solid {accent}; }}"
            )

    def _dress_all(self) -> None:
        for segments in self.segments.values():
            self._dress(segments)

    def _place(self) -> None:
        for (line, column), segments in self.segments.items():
            rect = self._rect(line, column)
            wide = min(rect.width() - 2 * _LEFT, max(150, segments.sizeHint().width()))
            # On a student's line in the place of the task: the station stays in sight.
            # The task above them stays in sight.
            is_low = self._grid.table.rows.is_low or rect.height() < _TALL
            high, below = (_LOW, 2) if is_low else (_HIGH, _BELOW)
            segments.setGeometry(rect.left() + _LEFT, rect.bottom() - high - below, wide, high)
        self._place_line()

    def _place_line(self) -> None:
        self._line.setVisible(self._now is not None)
        if self._now is not None:
            column, share = self._now
            rect = self._rect(0, column)
            left = rect.left() + round(rect.width() * share)
            wanted = QRect(left, 0, 2, self._grid.viewport().height())
            if wanted != self._line.geometry():
                self._line.setGeometry(wanted)
                self._line.raise_()

    def _rect(self, line: int, column: int) -> QRect:
        return self._grid.visualRect(self._grid.table.index(line, column))


def _mark(segments: Segments, outcome: str | None) -> None:
    """Show the word taken, or none."""
    if outcome is None:
        segments.clear()
    else:
        segments.mark(outcome)
