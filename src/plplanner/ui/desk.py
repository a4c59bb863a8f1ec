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
from plplanner.ui.timeline import Sketched, Timeline

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
    steps_changed = Signal()  # what Undo or Redo would do is something else now
    taken_back = Signal(str)  # the name of a step; told once everything shows it
    done_again = Signal(str)  # as `taken_back`

    def __init__(self, planner: PlannerFile, parent: QObject | None = None) -> None:
        """Take over an open planner; the caller closes it."""
        super().__init__(parent)
        self.own = planner
        """The planner one works in; `planner` is what is asked, which may be a backup."""
        self.planner = planner
        self._began_at = planner.sequence
        self._timeline, self._is_turning = Timeline(), False
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

    def note(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Keep what happened outside the program; nothing Undo could take back.

        A planner that is only looked at keeps nothing.
        """
        if self.planner.why_read_only is None:
            try:
                self.planner.note(command, *args, **kwargs)
            except Problem as problem:
                self.problem.emit(problem)
            self._began_at = self.planner.sequence

    def ask(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer of one query. A Problem rises: the asking screen knows what to show."""
        return self.planner.ask(query, *args, **kwargs)

    def undo(self) -> None:
        """Take the last step back."""
        label, sketched, went = self.undo_label, self._timeline.newest, False
        with self._turning():
            if sketched is not None:
                sketched.back()
            elif self.planner.undo() is None:
                return
            self._timeline.went_back()
            went = True
        if went:
            self.taken_back.emit(label or "")

    def redo(self) -> None:
        """Do the step last undone again."""
        label, sketched, went = self.redo_label, self._timeline.newest_undone, False
        with self._turning():
            if sketched is not None:
                sketched.again()
            elif self._timeline.ends_here or self.planner.redo() is None:
                return
            self._timeline.went_on()
            went = True
        if went:
            self.done_again.emit(label or "")

    def sketch(self, step: Sketched) -> None:
        """A step was made on what nobody has saved yet; Undo takes it back in its turn."""
        self._timeline.sketched(step)
        self.steps_changed.emit()

    def forget_sketches(self, owner: object) -> None:
        """What this owner had not saved is saved now, or given up."""
        self._timeline.forget(owner)
        self.steps_changed.emit()

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
        self._timeline.forget_all()
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
        sketched = self._timeline.newest
        return sketched.label if sketched is not None else self.planner.undo_label

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again."""
        sketched = self._timeline.newest_undone
        if sketched is not None:
            return sketched.label
        return None if self._timeline.ends_here else self.planner.redo_label

    @contextmanager
    def _turning(self) -> Iterator[None]:
        self._is_turning = True
        try:
            yield
        except Problem as problem:
            self.problem.emit(problem)
        finally:
            self._is_turning = False
        self._began_at = self.planner.sequence
        self.steps_changed.emit()

    def _hear(self, changes: Changes) -> None:
        if not self._is_turning:
            self._timeline.saved()
        self.saved.emit()
        self.changed.emit(changes)
        if not self._is_turning:
            self.steps_changed.emit()
