"""The desk: the one door between screens and the planner file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from plplanner.problems import Problem
from plplanner.store.changes import Changes
from plplanner.store.planner_file import PlannerFile, look_into

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
    turned = Signal()  # another planner, or another state of it: nothing asked before holds

    def __init__(self, planner: PlannerFile, parent: QObject | None = None) -> None:
        """Take over an open planner; the caller closes it."""
        super().__init__(parent)
        self.own = planner
        """The planner one works in; `planner` is what is asked, which may be a backup."""
        self.planner = planner
        self._began_at = planner.sequence
        planner.watch(self._hear)

    def do(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Carry out one command as one step; None when a Problem was told instead."""
        self._began_at = self.planner.sequence
        try:
            return self.planner.do(command, *args, **kwargs)
        except Problem as problem:
            self.problem.emit(problem)
            return None

    def do_together(self, label: str, act: Callable[[Session], R]) -> R | None:
        """Several commands as one step under a name of its own; None when a Problem was told."""
        self._began_at = self.planner.sequence
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
        self._began_at = self.planner.sequence

    def redo(self) -> None:
        """Do the step last undone again."""
        with self._told():
            self.planner.redo()
        self._began_at = self.planner.sequence

    # -- backups --------------------------------------------------------------------------

    @property
    def is_looking(self) -> bool:
        """Whether a backup is shown instead of the planner, to read only."""
        return self.planner is not self.own

    def look_into(self, backup: Path) -> bool:
        """Show a backup instead of the planner; False when a Problem was told."""
        try:
            shown = look_into(backup)
        except Problem as problem:
            self.problem.emit(problem)
            return False
        self._turn_to(shown)
        return True

    def stop_looking(self) -> None:
        """Show the planner again."""
        if self.is_looking:
            self._turn_to(self.own)

    def go_back_to(self, backup: Path, *, now: datetime) -> Path | None:
        """Bring the planner back as it was in a backup and go on with it.

        Returns where the planner as it was until now is backed up; None when a Problem was told.
        """
        try:
            kept = self.own.go_back_to(backup, now=now)
        except Problem as problem:
            self.problem.emit(problem)
            return None
        self.saved.emit()
        self._turn_to(self.own)
        return kept

    def _turn_to(self, planner: PlannerFile) -> None:
        before, self.planner = self.planner, planner
        self._began_at = planner.sequence
        self.turned.emit()
        if before is not self.own and before is not planner:
            before.close()

    # -- what others want to know ---------------------------------------------------------

    @property
    def did_step(self) -> bool:
        """Whether the act asked for last was a step: then Undo would take back just that."""
        return self.planner.sequence > self._began_at

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
