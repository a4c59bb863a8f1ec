"""Files that are wholly there or not there: written aside, flushed, then moved into place."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def flush_file(path: Path) -> None:
    """Make the bytes of a file survive a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_into_place(aside: Path, target: Path) -> None:
    """Put a finished file where it belongs, replacing what is there, in one instant."""
    aside.chmod(0o600)
    flush_file(aside)
    aside.replace(target)
    flush_folder(target.parent)


def move_into_free_place(aside: Path, target: Path) -> None:
    """Like `move_into_place`, but FileExistsError when something is there already.

    The caller holds the lock of the planner, so that no other plplanner comes in between.
    """
    # No hard link: a kill before the first name is gone would leave one planner under two names,
    # and SQLite would keep a journal for each.
    aside.chmod(0o600)
    flush_file(aside)
    if os.path.lexists(target):
        raise FileExistsError(target)
    aside.rename(target)
    flush_folder(target.parent)


def sweep_away(*leftovers: Path) -> None:
    """Remove what a killed program left half-made; one that cannot be removed does no harm."""
    for leftover in leftovers:
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def copy_aside(source: Path, aside: Path) -> None:
    """Copy a file, private to the user from its first byte."""
    aside.unlink(missing_ok=True)
    os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    shutil.copyfile(source, aside)
