"""The planner file: the one door through which anything is changed, asked, undone or redone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from plplanner.problems import Problem
from plplanner.store.backup import restore, take_backup, write_verified_copy
from plplanner.store.change_log import ChangeLog, Reversal
from plplanner.store.changes import Changes
from plplanner.store.check import digest, has_rows, integrity_findings, rule_findings
from plplanner.store.disk import copy_aside, move_into_place
from plplanner.store.engine import (
    SqliteError,
    engine_on,
    is_path_too_long,
    tidy_away_journal,
    writing,
)
from plplanner.store.lock import take_lock
from plplanner.store.migrate import make_empty_planner
from plplanner.store.opening import (
    OpenedFile,
    open_for_writing,
    open_locked,
    open_to_look,
    proven_copy,
)
from plplanner.store.step import step_label
from plplanner.store.troubles import (
    cannot_open,
    damaged,
    in_use,
    moved_away,
    path_too_long,
    problem_in,
)

P = ParamSpec("P")
R = TypeVar("R")
Step = tuple[str, list[Reversal]]

_MOST_STEPS = 100


class PlannerFile:
    """One open planner. Steps are saved when they return; there is nothing else to save."""

    def __init__(self, path: Path, opened: OpenedFile) -> None:
        """Use `open_planner`, `create_planner` or `look_into`."""
        self.path = path
        self._listeners: list[Callable[[Changes], None]] = []
        self._sequence = 0
        self._take(opened)

    # -- what the teacher does ------------------------------------------------------------

    def do(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Carry out one command as one step: all of it is saved, or none of it."""
        with self.change(step_label(command, kwargs)) as session:
            return command(session, *args, **kwargs)

    @contextmanager
    def change(self, label: str) -> Iterator[Session]:
        """One step under a human name, for several commands that belong together.

        Leaves the file as it was when anything raises. Raises Problem for a full disk, a
        read-only or moved file and the like.
        """
        with self._saving() as (session, reversals):
            yield session
        self._did(label, reversals)

    def note(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Keep what happened outside the program, such as pages that were printed.

        Saved and told like a step, but Undo and Redo go on from where they were: no step takes
        paper back.
        """
        with self._saving() as (session, reversals):
            answer = command(session, *args, **kwargs)
        if reversals:
            self._tell(step_label(command, kwargs), reversals)
        return answer

    def ask(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer of one query: frozen rows, never live objects."""
        with self._in_words(), Session(self._engine) as session:
            return query(session, *args, **kwargs)

    def undo(self) -> Changes | None:
        """Take the last step back; None when there is none."""
        return self._replay(self._undo, self._redo, "Undo")

    def redo(self) -> Changes | None:
        """Do the step last undone again; None when there is none."""
        return self._replay(self._redo, self._undo, "Redo")

    # -- what others want to know ---------------------------------------------------------

    @property
    def undo_label(self) -> str | None:
        """The name of the step that Undo would take back."""
        return self._undo[-1][0] if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """The name of the step that Redo would do again."""
        return self._redo[-1][0] if self._redo else None

    @property
    def sequence(self) -> int:
        """Counts the steps since opening: compare to see whether the ground has moved."""
        return self._sequence

    def watch(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after every saved step, undo and redo."""
        self._listeners.append(listener)

    def findings(self) -> list[str]:
        """What is wrong with the file, in words; empty when it is sound."""
        try:
            return integrity_findings(self._connection) or rule_findings(self._connection)
        except SqliteError as error:
            return [f"it cannot be read: {error}"]

    def has_rows(self) -> bool:
        """Whether anything at all is in the file."""
        with self._in_words():
            return has_rows(self._connection)

    def digest(self) -> str:
        """A fingerprint of all contents: equal digests, equal contents."""
        with self._in_words():
            return digest(self._connection)

    # -- keeping it safe ------------------------------------------------------------------

    def back_up(self, *, now: datetime) -> Path:
        """A verified copy in the backups folder beside the file; returns where it is."""
        with self._in_words():
            return take_backup(self._connection, self.path, now=now)

    def save_copy(self, target: Path) -> None:
        """A verified copy at a free place, even when the file itself has been moved away."""
        with self._in_words():
            write_verified_copy(self._connection, target)

    def go_back_to(self, backup: Path, *, now: datetime) -> Path:
        """Go on with this planner as it was in a backup; Undo begins anew.

        As it is now it is backed up first; returns where. Problem, with nothing changed, when
        the backup is unsound or newer than this program.
        """
        if self.why_read_only:
            raise self.why_read_only
        with self._in_words():
            self._refuse_when_moved()
            with proven_copy(backup, beside=self.path) as aside:
                kept = self.back_up(now=now)
                self._swap(aside, kept, now)
        self._sequence += 1
        return kept

    def close(self, *, now: datetime | None = None) -> None:
        """Close the file. With `now`, a session that changed something leaves a backup."""
        try:
            if now is not None and self._sequence and not self.why_read_only:
                self.back_up(now=now)
        finally:
            self._leave()
            if self._lock:
                self._lock.release()

    # -- inside ---------------------------------------------------------------------------

    def _take(self, opened: OpenedFile) -> None:
        self.why_read_only = opened.why
        self.left_open = opened.left_open
        self._connection = opened.connection
        self._lock = opened.lock
        self._engine = engine_on(opened.connection)
        self._identity = None if opened.why else _identity_of(self.path)
        self._log: ChangeLog | None = None
        self._undo: list[Step] = []
        self._redo: list[Step] = []

    @contextmanager
    def _saving(self) -> Iterator[tuple[Session, list[Reversal]]]:
        """A session whose changes are saved together; how to take them back is there afterwards."""
        if self.why_read_only:
            raise self.why_read_only
        reversals: list[Reversal] = []
        with self._in_words():
            self._refuse_when_moved()
            log = self._recording()
            with writing(self._engine).begin() as connection:
                with Session(connection, expire_on_commit=False) as session:
                    yield session, reversals
                    session.flush()
                reversals += log.take()
                self._refuse_when_moved()

    def _recording(self) -> ChangeLog:
        """The change log: it comes with the first step; who only looks does not wait for it."""
        if self._log is None:
            # Before anything is written foreign keys must find their tables, whoever asks first.
            import plplanner.models.every_table  # noqa: F401, PLC0415 - reading needs few of them

            self._log = ChangeLog(self._connection)
        return self._log

    def _leave(self) -> None:
        if not self.why_read_only:
            tidy_away_journal(self._connection)
        self._engine.dispose()
        self._connection.close()

    def _swap(self, aside: Path, kept: Path, now: datetime) -> None:
        """Let another file take the place of the open one; when it does not open, back again."""
        lock = self._lock
        if lock is None:
            raise in_use(self.path)
        self._leave()
        try:
            move_into_place(aside, self.path)
            self._take(open_locked(self.path, lock, now=now))
        except BaseException:
            copy_aside(kept, aside)
            move_into_place(aside, self.path)
            self._take(open_locked(self.path, lock, now=now))
            raise

    def _did(self, label: str, reversals: list[Reversal]) -> None:
        if reversals:
            self._undo.append((label, reversals))
            del self._undo[:-_MOST_STEPS]
            self._redo.clear()
            self._tell(label, reversals)

    def _replay(self, source: list[Step], target: list[Step], word: str) -> Changes | None:
        if not source:
            return None
        label, reversals = source[-1]
        with self._in_words():
            self._refuse_when_moved()
            log = self._recording()
            with writing(self._engine).begin():
                log.replay(reversals)
                way_back = log.take()
                self._refuse_when_moved()
        source.pop()
        target.append((label, way_back))
        return self._tell(f"{word} {label}", way_back)

    def _tell(self, label: str, reversals: list[Reversal]) -> Changes:
        self._sequence += 1
        rows = frozenset((reversal.table, reversal.row_id) for reversal in reversals)
        changes = Changes(label, rows, self._sequence)
        for listener in self._listeners:
            listener(changes)
        return changes

    def _refuse_when_moved(self) -> None:
        # SQLite goes on saving into a file that was deleted or replaced; nobody would find it.
        if self._identity is not None and _identity_of(self.path) != self._identity:
            raise moved_away(self.path)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            problem = problem_in(error.orig, self.path) if error.orig else None
            if problem is None:
                raise
            raise problem from error
        except (SqliteError, OSError) as error:
            problem = problem_in(error, self.path)
            if problem is None:
                raise
            raise problem from error


def open_planner(path: Path, *, now: datetime) -> PlannerFile:
    """Open an existing planner; read-only (see `why_read_only`) when it cannot be changed."""
    try:
        opened = open_for_writing(path, now=now)
        try:
            return PlannerFile(path, opened)
        except BaseException:
            opened.give_back()
            raise
    except SqliteError as error:
        # Not even the tables can be found: damage, whatever name SQLite gives it.
        raise problem_in(error, path) or damaged(path) from error
    except OSError as error:
        raise problem_in(error, path) or cannot_open(path) from error


def look_into(backup: Path) -> PlannerFile:
    """A backup to look at: everything can be asked, nothing changed, its file stays as it is."""
    try:
        return PlannerFile(backup, open_to_look(backup))
    except SqliteError as error:
        raise problem_in(error, backup) or damaged(backup) from error


def create_planner(path: Path, *, now: datetime) -> PlannerFile:
    """Make a new, empty planner and open it. Problem when something stands there already."""
    if is_path_too_long(path):
        raise path_too_long(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = take_lock(path, now=now)
        if lock is None:
            raise in_use(path)
        try:
            make_empty_planner(path)
        finally:
            lock.release()
    except FileExistsError as error:
        raise Problem(
            f"There is already a file at “{path}”. It was left as it is.",
            "Choose another name, or open that file.",
        ) from error
    except (SqliteError, OSError) as error:
        problem = problem_in(error, path)
        if problem is None:
            raise
        raise problem from error
    return open_planner(path, now=now)


def restore_planner(backup: Path, target: Path, *, now: datetime) -> Path | None:
    """Bring the planner at `target` back from a backup; returns where the earlier one is kept.

    Problem when the backup is unsound or another program has the planner open.
    """
    try:
        lock = take_lock(target, now=now)
        if lock is None:
            raise in_use(target)
        try:
            return restore(backup, target, now=now)
        finally:
            lock.release()
    except (SqliteError, OSError) as error:
        problem = problem_in(error, target)
        if problem is None:
            raise
        raise problem from error


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
