"""What the disk and SQLite report, said in sentences a teacher can act on."""

from pathlib import Path

from plplanner.problems import Problem, WhoMends

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_READONLY_DBMOVED = _READONLY | (4 << 8)
_CONSTRAINT = 19
_MACHINE = WhoMends.MACHINE


def damaged(path: Path, detail: str = "") -> Problem:
    """The file can be read but not trusted."""
    return Problem(
        f"“{path.name}” is damaged{f' ({detail})' if detail else ''}. It was left as it is.",
        "Restore the newest backup: plplanner restore BACKUP -o PLANNER." + _backup_hint(path),
    )


def _backup_hint(path: Path) -> str:
    folder = backup_folder(path)
    return f" Backups are in “{folder}”." if folder.is_dir() else ""


def backup_folder(path: Path) -> Path:
    """Where the backups of this planner are kept: beside it."""
    return path.with_name(f"{path.stem} backups")


def missing(path: Path) -> Problem:
    """There is no such planner."""
    return Problem(
        f"There is no planner at “{path}”.",
        "Check the name, or make one: plplanner sample PLANNER, or plplanner import.",
    )


def path_too_long(path: Path) -> Problem:
    """SQLite's own limit, met before it is misread as damage."""
    return Problem(
        f"The path of “{path.name[:60]}” is too long for a planner file.",
        "Move it to a folder with a shorter path.",
    )


def moved_away(path: Path) -> Problem:
    """The file on disk is no longer the one that was opened."""
    return Problem(
        f"“{path.name}” was moved, replaced or deleted while it was open. This step was not saved.",
        "Put the file back, or save a copy of what is still open.",
    )


def gone() -> Problem:
    """A step speaks of a row that was removed since the teacher chose it."""
    return Problem(
        "Something this step is about is no longer in the planner. This step was not saved.",
        "Look at what is there now, then do it again.",
    )


def disk_full(path: Path) -> Problem:
    """No room left for this step."""
    return Problem(
        f"Could not save “{path.name}”: the disk is full. This step was not saved.",
        "Free some space, then do it again.",
        who_mends=_MACHINE,
    )


def not_writable(path: Path) -> Problem:
    """The file or its folder cannot be written."""
    return Problem(
        f"“{path.name}” can be read but not changed: the file or its folder is read-only.",
        "Copy it to a folder of your own and open it there.",
        who_mends=_MACHINE,
    )


def only_to_look_at(path: Path) -> Problem:
    """A backup that was opened to see what is in it."""
    return Problem(
        f"“{path.name}” is a backup, open to look at. Nothing can be changed in it.",
        "Go back to your planner, or restore this backup first.",
    )


def in_use(path: Path) -> Problem:
    """Another program holds the file."""
    return Problem(
        f"“{path.name}” is being changed by another program.",
        "Close it there, then try again.",
    )


def cannot_open(path: Path) -> Problem:
    """Neither damage nor a wrong name: this computer will not let us open the file."""
    return Problem(
        f"“{path.name}” cannot be opened on this computer.",
        "Check that you may read the file and its folder.",
        who_mends=_MACHINE,
    )


def disk_error(path: Path) -> Problem:
    """The disk refused to read or write."""
    return Problem(
        f"The disk reported an error with “{path.name}”. This step was not saved.",
        "Check the disk or the drive's cable, then try again.",
        who_mends=_MACHINE,
    )


def problem_in(error: BaseException, path: Path) -> Problem | None:
    """The Problem behind an SQLite or OS error, or None when the fault is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return problem_of_os(error, path) if isinstance(error, OSError) else None
    if code == _READONLY_DBMOVED:
        return moved_away(path)
    if code & 0xFF == _CONSTRAINT and "FOREIGN KEY" in str(error):  # the driver hides which one
        return gone()
    plain = {
        _BUSY: in_use, _LOCKED: in_use, _READONLY: not_writable, _IOERR: disk_error,
        _FULL: disk_full, _CANTOPEN: cannot_open, _CORRUPT: damaged, _NOTADB: damaged,
    }.get(code & 0xFF)  # fmt: skip
    return plain(path) if plain else None


def problem_of_os(error: OSError, path: Path) -> Problem:
    """What the operating system refused, in words."""
    import errno  # noqa: PLC0415 - only on the way to a sentence

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path)
    if error.errno == errno.ENAMETOOLONG:
        return path_too_long(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return not_writable(path)
    if error.errno == errno.ENOENT:
        return missing(path)
    return disk_error(path)
