"""What is thought through for a day while its plan waits; told only when it takes a moment."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.problems import Problem
from plplanner.ui.jobs import Job
from plplanner.ui.screens.rotation.planned_lesson import NoLesson
from plplanner.ui.stage import Stage

_A_MOMENT = 300  # milliseconds after which one would wonder
R = TypeVar("R")


class Waiting(QObject):
    """One piece of thinking at a time. `says` is there once it has taken a moment."""

    changed = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        """Nothing is under way."""
        super().__init__(parent)
        self._stage = stage
        self._job: Job | None = None
        self._about: NoLesson | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_A_MOMENT)
        self._timer.timeout.connect(self.changed)
        # Another class or day is looked at: nothing comes about behind the teacher's back.
        stage.choice.changed.connect(self.cancel)

    @property
    def says(self) -> NoLesson | None:
        """What stands in place of the plan; None while nothing is worth saying."""
        return self._about if self._job is not None and not self._timer.isActive() else None

    def think(
        self,
        about: NoLesson,
        function: Callable[[], R],
        *,
        then: Callable[[R], object],
        end: Callable[[], object],
    ) -> None:
        """Think it through off the main thread; `end` makes the function return soon."""
        self.cancel()
        self._about = about
        self._timer.start()
        self._job = self._stage.jobs.think(
            function, then=partial(self._take, then), on_problem=self._warn, end=end
        )

    def cancel(self) -> bool:
        """Forget about it; False when nothing was under way."""
        job = self._job
        self._leave()
        if job is not None:
            job.cancel()
        return job is not None

    def _take(self, then: Callable[[R], object], answer: R) -> None:
        was_told = self.says is not None
        self._leave()
        then(answer)
        if was_told:
            self.changed.emit()

    def _warn(self, problem: Problem) -> None:
        self._leave()
        self._stage.wishes.warn.emit(problem)
        self.changed.emit()

    def _leave(self) -> None:
        self._job = None
        self._timer.stop()
