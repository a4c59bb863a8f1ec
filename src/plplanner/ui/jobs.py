"""Thinking off the main thread: a pure function, frozen input, an answer or nothing."""

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from types import FunctionType
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from plplanner.problems import Problem

R = TypeVar("R")


class Job(QObject):
    """One piece of thinking under way. Cancelled, its answer is dropped.

    Lives on the main thread, so that what its thread emits is heard there.
    """

    answered = Signal(object)
    refused = Signal(object)  # Problem
    failed = Signal(object)  # an error of ours
    left = Signal(object)

    def __init__(
        self,
        then: Callable[[Any], object],
        on_problem: Callable[[Problem], object] | None,
        parent: QObject,
        end: Callable[[], object] | None = None,
    ) -> None:
        """Made by `Jobs.think`."""
        super().__init__(parent)
        self.is_cancelled = False
        self.thinks: Callable[[], object] | None = None
        """Held here too: what it leans on is let go of on the main thread, with the job."""
        self._then = then
        self._on_problem = on_problem
        self._end = end
        queued = Qt.ConnectionType.QueuedConnection
        self.answered.connect(self._hear_answer, queued)
        self.refused.connect(self._hear_problem, queued)

    def cancel(self) -> None:
        """Forget about it and end what can be ended; nobody hears of the answer."""
        self.is_cancelled = True
        if self._end is not None:
            self._end()

    def _hear_answer(self, answer: object) -> None:
        self.left.emit(self)
        if not self.is_cancelled and not _is_gone(self._then):
            self._then(answer)

    def _hear_problem(self, problem: Problem) -> None:
        self.left.emit(self)
        if self._on_problem is None or self.is_cancelled or _is_gone(self._on_problem):
            return
        self._on_problem(problem)


def _is_gone(act: Callable[[Any], object]) -> bool:
    """Whether the screen that wanted to hear, or what it would hear with, is not there any more."""
    return any(isinstance(one, QObject) and not isValid(one) for one in _leaned_on(act))


def _leaned_on(act: Callable[..., object]) -> Iterator[object]:
    """What an act is of, was given beforehand, or holds from where it was written."""
    if isinstance(act, partial):
        yield from _leaned_on(act.func)
        yield from (*act.args, *act.keywords.values())
        return
    yield getattr(act, "__self__", None)
    if isinstance(act, FunctionType):
        for held in act.__closure__ or ():
            with suppress(ValueError):  # a name that stands for nothing yet
                yield held.cell_contents


class _OnAThread(QRunnable):
    def __init__(self, job: Job, think: Callable[[], object]) -> None:
        super().__init__()
        self._job = job
        self._think = think

    def run(self) -> None:
        """Called on a thread of the pool: no widget and no session is touched here."""
        job, think = self._job, self._think
        # The pool may keep this for good; the main thread has both until this has ended.
        del self._job, self._think
        try:
            answer = think()
        except Problem as problem:
            job.refused.emit(problem)
        except BaseException as fault:
            job.failed.emit(fault)
        else:
            job.answered.emit(answer)


class Jobs(QObject):
    """Runs one job at a time; answers come back on the main thread."""

    busy = Signal(bool)
    problem = Signal(object)  # Problem nobody asked to hear
    failed = Signal(object)  # an error of ours

    def __init__(self, parent: QObject | None = None) -> None:
        """One thread is enough: the teacher waits for one thing at a time."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Job] = set()
        self._left: Job | None = None

    def think(
        self,
        function: Callable[[], R],
        *,
        then: Callable[[R], object],
        on_problem: Callable[[Problem], object] | None = None,
        end: Callable[[], object] | None = None,
    ) -> Job:
        """Run a pure `function` in the background and hand its answer to `then`.

        `end` is called when the job is cancelled, and makes the function return soon.
        """
        job = Job(then, on_problem or self.problem.emit, self, end)
        job.left.connect(self._leave)
        job.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        # Garbage collected on the job's thread could take a widget along, whose timers would go on
        # without it: nothing is collected until no job runs any more.
        gc.disable()
        job.thinks = function
        self._running.add(job)
        self.busy.emit(True)
        self._pool.start(_OnAThread(job, function))
        return job

    def wait(self) -> None:
        """Wait until no thread runs any more; for closing and for tests."""
        self._pool.waitForDone()
        gc.enable()

    def cancel_all(self) -> None:
        """Drop the answers of everything under way."""
        for job in self._running:
            job.cancel()

    def _fail(self, fault: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._leave(job)
        self.failed.emit(fault)

    def _leave(self, job: Job) -> None:
        # The thread may still hold this job, and who lets go last takes along all it leans on. One
        # thread does one thing after another, so it has let go of the job before this one.
        self._running.discard(job)
        self._let_go()
        self._left = job
        if not self._running:
            self.wait()
            self._let_go()
            self.busy.emit(False)

    def _let_go(self) -> None:
        if self._left is not None:
            self._left.deleteLater()
            self._left = None
