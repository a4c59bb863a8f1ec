"""The desk: the one door between screens and the planner file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from plplanner.problems import Problem
from plplanner.store.changes import Changes
from plplanner.store.planner_file import PlannerFile

P = ParamSpec("P")
R = TypeVar("R")

# A step under way, as `do_together` hands it to its act: passed on to commands, never looked into.
StepSession = Session


class Desk(QObject):
    """Does commands, asks queries, undoes and redoes; tells everyone what changed.

    A Problem never leaves the desk: it is told through `problem`, and the call answers None.
    """

    changed = Signal(object)  # Changes
    problem = Signal(object)  # Problem
    saved = Signal()

    def __init__(self, planner: PlannerFile, parent: QObject | None = None) -> None:
        """Take over an open planner; the caller closes it."""
        super().__init__(parent)
        self.planner = planner
        planner.watch(self._hear)

    def do(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Carry out one command as one step; None when a Problem was told instead."""
        try:
            return self.planner.do(command, *args, **kwargs)
        except Problem as problem:
            self.problem.emit(problem)
            return None

    def do_together(self, label: str, act: Callable[[Session], R]) -> R | None:
        """Several commands as one step under a name of its own; None when a Problem was told."""
        try:
            with self.planner.change(label) as session:
                return act(session)
        except Problem as problem:
            self.problem.emit(problem)
            return None

    def ask(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer of one query. A Problem rises: the asking screen knows what to show."""
        return self.planner.ask(query, *args, **kwargs)

    def undo(self) -> None:
        """Take the last step back."""
        with self._told():
            self.planner.undo()

    def redo(self) -> None:
        """Do the step last undone again."""
        with self._told():
            self.planner.redo()

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back."""
        return self.planner.undo_label

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again."""
        return self.planner.redo_label

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except Problem as problem:
            self.problem.emit(problem)

    def _hear(self, changes: Changes) -> None:
        self.saved.emit()
        self.changed.emit(changes)
