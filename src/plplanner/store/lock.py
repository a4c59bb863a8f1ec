"""Who has the planner file. One program writes; a second one reads a snapshot."""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from plplanner.records import record


@record(frozen=True)
class Owner:
    """The program that has the file: on which host, for whom, since when (local time)."""

    host: str
    user: str
    since: str

    def sentence(self) -> str:
        """Who has it, for the teacher."""
        return f"open on {self.host} by {self.user} since {self.since}"


class WriterLock:
    """The right to change one planner file, held until released or the program ends."""

    def __init__(self, lock: FileLock, note: Path, *, was_left: bool) -> None:
        self._lock = lock
        self._note = note
        self.was_left = was_left
        """Whether the program that had it before ended without giving it back."""

    def release(self) -> None:
        """Let the next program write."""
        with suppress(OSError):  # a note that stays behind speaks of nobody once the lock is free
            self._note.unlink(missing_ok=True)
        self._lock.release()


def take_lock(path: Path, *, now: datetime) -> WriterLock | None:
    """The lock on a planner file, or None when another program has it.

    Raises OSError where the folder cannot be written at all.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"), mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    note, before = note_of(path), owner_of(path)
    owner = Owner(socket.gethostname(), _user(), f"{now:%Y-%m-%d %H:%M}")
    try:
        descriptor = os.open(note, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(asdict(owner), stream)
    except OSError:
        lock.release()
        raise
    # In a shared folder another computer's note may be of a program that is open there.
    was_left = before is not None and (before.host, before.user) == (owner.host, owner.user)
    return WriterLock(lock, note, was_left=was_left)


def owner_of(path: Path) -> Owner | None:
    """Who wrote the note beside a locked planner; None when it cannot be read."""
    try:
        return Owner(**json.loads(note_of(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def note_of(path: Path) -> Path:
    """Where it is noted who has a planner file open; gone once that program has closed it."""
    return path.with_name(f".{path.name}.owner")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"
