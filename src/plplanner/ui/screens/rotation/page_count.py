"""How many pages the plan takes on paper: counted off the main thread, and only in a pause."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.printing.lesson_paper import PaperWishes, Sheet, paper_pdf, sheets_of
from plplanner.rotation.rows import LessonToPrint
from plplanner.terms import Paper, PlanState
from plplanner.ui.jobs import Job
from plplanner.ui.screens.rotation.words import pages_in
from plplanner.ui.stage import Stage

_CALM_MILLISECONDS = 500


class PageCount(QObject):
    """The pages of each sheet of one lesson; none while they are counted."""

    counted = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        """Nothing is counted before there is a lesson."""
        super().__init__(parent)
        self._stage = stage
        self.pages: Mapping[Sheet, int] = {}
        self._lesson: LessonToPrint | None = None
        self._counting: Job | None = None
        # Half a second of work for a number on a button: only when the teacher pauses.
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self._start)

    def be_shown(self, is_shown: bool) -> None:
        """Off screen nothing is counted."""
        if not is_shown:
            self._calm.stop()
        elif self._lesson is not None and not self.pages:
            self._calm.start()

    def count(self, lesson: LessonToPrint) -> None:
        """Count the pages of a lesson, unless it reads as the one before."""
        # Whether the plan is saved, and how far it has come, is not on paper.
        same = replace(lesson, plan=replace(lesson.plan, id=0, state=PlanState.DRAFT))
        if same == self._lesson:
            return
        if self._counting is not None:
            self._counting.cancel()
        self._lesson, self.pages = same, {}
        self._calm.start()

    def _start(self) -> None:
        if self._lesson is not None:
            count = partial(pages_of, self._lesson, self._stage.preferences.paper)
            self._counting = self._stage.jobs.think(
                count, then=self._take, on_problem=lambda _: None
            )

    def _take(self, pages: Mapping[Sheet, int]) -> None:
        self._counting = None
        self.pages = pages
        self.counted.emit()


def pages_of(lesson: LessonToPrint, paper: Paper) -> dict[Sheet, int]:
    """How many pages each sheet takes: all of them print unasked. Counted on the real paper."""
    wishes = PaperWishes(paper)
    return {
        sheet: pages_in(paper_pdf(lesson, wishes, sheets=(sheet,))) for sheet in sheets_of(lesson)
    }
