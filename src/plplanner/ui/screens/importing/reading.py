"""Files read in the background, one read at a time; a read that takes long says so."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.importing.read_apart import FileReader
from plplanner.problems import Problem
from plplanner.ui.jobs import Job
from plplanner.ui.screens.importing.dropped import Reader
from plplanner.ui.stage import Stage

R = TypeVar("R")

_SLOW_MILLISECONDS = 300


class FileReading(QObject):
    """What reads is made anew for every read by `new_reader`, and ended when nobody waits."""

    became_slow = Signal()

    def __init__(
        self,
        stage: Stage,
        on_problem: Callable[[Problem], object],
        parent: QObject | None = None,
    ) -> None:
        """`on_problem` hears why a file was not read."""
        super().__init__(parent)
        self.new_reader: Callable[[], Reader] = FileReader
        self._jobs, self._on_problem = stage.jobs, on_problem
        self.is_slow = False
        self._job: Job | None = None
        self._then: Callable[[Any], object] | None = None
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._say_slow)

    @property
    def is_under_way(self) -> bool:
        """Somebody waits for a file."""
        return self._job is not None

    def begin(self, read: Callable[[Reader], R], then: Callable[[R], object]) -> None:
        """Read in the background; what was under way is ended."""
        self.stop()
        reader = self.new_reader()
        self._then = then
        self._slow.start()
        self._job = self._jobs.think(
            partial(read, reader),
            then=self._hear_answer,
            on_problem=self._hear_problem,
            end=reader.end,
        )

    def stop(self) -> None:
        """End what is under way; nobody hears of it."""
        if self._job is not None:
            self._job.cancel()
        self.calm_down()

        self._job = None
        self.calm_down()

    def calm_down(self) -> None:
        """What was read is on screen: nothing takes long any more."""
        self._slow.stop()
        self.is_slow = False

    def _hear_answer(self, answer: object) -> None:
        """The answer; it may still be slow to show."""
        self._job = None
        if self._then is not None:
            self._then(answer)

    def _hear_problem(self, problem: Problem) -> None:
        self._job = None
        self.calm_down()
        self._on_problem(problem)

    def _say_slow(self) -> None:
        self.is_slow = True
        self.became_slow.emit()
