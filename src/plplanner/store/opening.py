"""The way to an open planner file: every reason to stop is found before a byte is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from plplanner.problems import Problem
from plplanner.records import record
from plplanner.store.backup import refuse_unsound_backup, take_backup
from plplanner.store.disk import copy_aside, sweep_away
from plplanner.store.engine import (
    APPLICATION_ID,
    BareConnection,
    SqliteError,
    brief_connection,
    connect,
    connect_to_memory,
    is_path_too_long,
    pragma,
)
from plplanner.store.lock import WriterLock, owner_of, take_lock
from plplanner.store.migrate import (
    bring_up_to_date,
    migrate,
    migration_scripts,
    newer_than_this_program,
)
from plplanner.store.troubles import (
    cannot_open,
    damaged,
    in_use,
    missing,
    not_writable,
    only_to_look_at,
    path_too_long,
    problem_in,
)

_HEADER = b"SQLite format 3\0"
_JOURNAL_HEADER = bytes.fromhex("d9d505f920a163d7")


@record(frozen=True)
class LeftOpen:
    """How the program ended that had the file before, without closing it.

    `saved_at` is when the last step was saved; None where a step was under way, which is undone.
    """

    saved_at: datetime | None


@record(frozen=True)
class OpenedFile:
    """A connection ready for use. Without a `lock` it is a snapshot in memory, and `why` says
    what keeps the file from being changed. `left_open` where the last program did not end well."""

    connection: BareConnection
    lock: WriterLock | None
    why: Problem | None = None
    left_open: LeftOpen | None = None

    def give_back(self) -> None:
        """Close the connection and let the next program write."""
        self.connection.close()
        if self.lock:
            self.lock.release()


def open_for_writing(path: Path, *, now: datetime) -> OpenedFile:
    """Open a planner, bringing an older version up to date; a snapshot when it is taken.

    Raises the Problem for a file that is missing, damaged, newer, not ours or out of reach.
    """
    _refuse_unreadable(path)
    try:
        lock = take_lock(path, now=now)
    except OSError:
        return _snapshot(path, not_writable(path))
    if lock is None:
        return _snapshot(path, _already_open(path))
    try:
        return open_locked(path, lock, now=now)
    except BaseException:
        lock.release()
        raise


def open_to_look(path: Path) -> OpenedFile:
    """A backup as it was when it was taken, in memory: to look at, never to change."""
    _refuse_unreadable(path)
    return _snapshot(path, only_to_look_at(path))


@contextmanager
def proven_copy(backup: Path, *, beside: Path) -> Iterator[Path]:
    """A copy of a backup this program can open, ready to take the place of a planner.

    Copied before anything else is done: thinning may remove the backup itself.
    """
    refuse_unsound_backup(backup)
    with brief_connection(backup, read_only=True) as connection:
        refuse_foreign_or_damaged(connection, backup)
    aside = beside.with_name(f"{beside.name}.restoring")
    try:
        copy_aside(backup, aside)
        yield aside
    finally:
        sweep_away(aside)


def open_locked(path: Path, lock: WriterLock, *, now: datetime) -> OpenedFile:
    """Open a planner whose lock one has already."""
    left_open = _left_open(path, now) if lock.was_left else None
    _sweep_up_after_a_kill(path)
    try:
        connection = _connect_checked(path)
        scripts = migration_scripts()
        if pragma(connection, "user_version") < len(scripts):
            take_backup(connection, path, now=now)
            connection.close()
            migrate(path, scripts)
            connection = _connect_checked(path)
    except SqliteError as error:
        problem = problem_in(error, path)
        if problem is None:
            raise
        if _is_read_only(error):
            lock.release()
            return _snapshot(path, problem)
        raise problem from error
    return OpenedFile(connection, lock, left_open=left_open)


def _left_open(path: Path, now: datetime) -> LeftOpen:
    # Before anything is opened: bringing a torn step back writes to the file.
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        return LeftOpen(saved_at=None)
    return LeftOpen(datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo))


def _sweep_up_after_a_kill(path: Path) -> None:
    # A stale journal would otherwise be rolled into the next copy of the same name.
    half_made = [f"{path.name}.{work}" for work in ("new", "migrating", "restoring")]
    names = [name + tail for name in half_made for tail in ("", "-journal")]
    sweep_away(*(path.with_name(name) for name in names))


def _connect_checked(path: Path) -> BareConnection:
    connection = connect(path)
    try:
        refuse_foreign_or_damaged(connection, path)
        # A write lock taken and given back: a file that cannot be changed is known now.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_foreign_or_damaged(connection: BareConnection, path: Path) -> None:
    """Raise the Problem for a file that is not a planner, is newer, or is damaged."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise _not_a_planner(path)
    version, newest = pragma(connection, "user_version"), len(migration_scripts())
    if version > newest:
        raise newer_than_this_program(path, version, newest)
    found = pragma(connection, "quick_check")
    if found != "ok":
        raise damaged(path, str(found).splitlines()[0][:80])


def _refuse_unreadable(path: Path) -> None:
    if is_path_too_long(path):
        raise path_too_long(path)
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_HEADER))
    except FileNotFoundError as error:
        raise missing(path) from error
    except IsADirectoryError as error:
        raise _not_a_planner(path) from error
    except OSError as error:
        raise _not_a_planner(path) if path.is_dir() else cannot_open(path) from error
    if not header:
        raise damaged(path, "it is empty")
    if header != _HEADER and not _journal_waits(path):
        raise _not_a_planner(path)


def _journal_waits(path: Path) -> bool:
    # A power cut may tear the very first page of a step; the journal then brings it back.
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as stream:
            return stream.read(len(_JOURNAL_HEADER)) == _JOURNAL_HEADER
    except OSError:
        return False


def _not_a_planner(path: Path) -> Problem:
    return Problem(
        f"“{path.name}” is not a planner file, or its beginning is damaged. It was left as it is.",
        "Open another file, or restore a backup: plplanner restore BACKUP -o PLANNER.",
    )


def _already_open(path: Path) -> Problem:
    owner = owner_of(path)
    return Problem(
        f"“{path.name}” is already {owner.sentence() if owner else 'open in another program'}. "
        "Here it can be read but not changed.",
        "Close it there, then open it again here.",
    )


def _is_read_only(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == 8


def _snapshot(path: Path, why: Problem) -> OpenedFile:
    memory = connect_to_memory()
    try:
        with brief_connection(path, read_only=True) as source:
            refuse_foreign_or_damaged(source, path)
            source.backup(memory)
        bring_up_to_date(memory)
    except SqliteError as error:
        memory.close()
        raise problem_in(error, path) or in_use(path) from error
    return OpenedFile(memory, None, why)
