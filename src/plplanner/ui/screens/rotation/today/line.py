"""The line of the day: how far the lesson is, who is here, and who is not."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plplanner.rotation.lesson_clock import LessonPart
from plplanner.terms import AttendanceKind, PlanState
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.screens.rotation.today.words import here_words

_OUTSIDE = (LessonPart.BEFORE, LessonPart.OVER)


class TodayLine(QWidget):
    """`Teaching now · 27 here · 1 absent`; after class whether the lesson is marked as taught."""

    away_wanted = Signal()
    marked = Signal(object)  # PlanState

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until told."""
        super().__init__(parent)
        self.here = plain_label(role="small", parent=self)
        self.pill = pill("Teaching now", tone="news", parent=self)
        self.absent = button(
            "Absent or late", size="small", on_click=self.away_wanted.emit, parent=self
        )
        self.absent.setToolTip("Type a name, then A for absent or L for late (/)")
        self.taught = button("Mark as taught", size="small", on_click=self._mark, parent=self)
        self.taught.setToolTip("To take it back: Undo, or “Not taught after all” under ⋯")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.pill, self.here, self.absent, self.taught):
            row.addWidget(part)

    def show_here(self, names: Collection[str], away: Mapping[int, AttendanceKind]) -> None:
        """Say how many are here."""
        self.here.setText(here_words(len(names), away))

    def show_part(self, part: LessonPart, state: PlanState, *, is_kept: bool) -> None:
        """Say how far the lesson is; once it is over, whether it was taught."""
        is_done = part in (LessonPart.CLOSE, LessonPart.OVER) and is_kept
        is_taught = state is PlanState.TAUGHT
        self.pill.setText("Taught" if is_taught else "Teaching now")
        # After the last round the button says how far it is; the line has no room for both.
        self.pill.setVisible(not is_done and (is_taught or part not in _OUTSIDE))
        self.taught.setVisible(is_done)
        # A tap on the plan may have said so already: no press on its way takes that back.
        self.taught.setEnabled(not is_taught)
        says = "Taught" if is_taught else "Mark as taught"
        self.taught.setText(says)
        self.taught.setAccessibleName(says)

    def _mark(self) -> None:
        self.marked.emit(PlanState.TAUGHT)
