"""Verified backups: taken, proven, then counted; and the way back from one.

Keeps everything of today and yesterday, then 12 daily, 10 weekly and 9 monthly ones.
"""

import re
from collections.abc import Collection, Hashable
from datetime import datetime, timedelta
from pathlib import Path

from plplanner.problems import Problem
from plplanner.store.check import digest, integrity_findings
from plplanner.store.disk import (
    copy_aside,
    flush_file,
    flush_folder,
    move_into_free_place,
    move_into_place,
    sweep_away,
)
from plplanner.store.engine import (
    APPLICATION_ID,
    BareConnection,
    SqliteError,
    brief_connection,
    is_path_too_long,
    pragma,
)
from plplanner.store.troubles import backup_folder, damaged, missing, path_too_long, problem_in

_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \d+)?\.plplanner$")
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9


def take_backup(connection: BareConnection, path: Path, *, now: datetime) -> Path:
    """A verified copy of the open planner at `path`, in the folder beside it.

    The copy is written aside, compared row by row with the original, and only then named; older
    backups are thinned afterwards, never before.
    """
    folder = backup_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = _free_name(folder, path.stem, now)
    write_verified_copy(connection, target)
    thin(folder, now=now, newest=target)
    return target


def write_verified_copy(connection: BareConnection, target: Path) -> None:
    """Write the open planner to `target`, which must be free, and prove the copy."""
    aside = target.with_name(f"{target.name}.tmp")
    aside.unlink(missing_ok=True)
    try:
        expected = digest(connection)
        connection.execute("VACUUM INTO ?", (str(aside),))
        verify_copy(aside, expected)
        move_into_free_place(aside, target)
    finally:
        aside.unlink(missing_ok=True)


def verify_copy(copy: Path, expected_digest: str) -> None:
    """Raise `damaged` unless the copy is sound and holds exactly the expected rows.

    Touches only the copy, so it may run in a worker.
    """
    with brief_connection(copy, read_only=True) as connection:
        findings = integrity_findings(connection)
        if not findings and digest(connection) != expected_digest:
            findings = ["it does not hold the same rows"]
    if findings:
        raise damaged(copy, findings[0])


def restore(backup: Path, target: Path, *, now: datetime) -> Path | None:
    """Bring `target` back from a backup. Returns where what stood there before is kept.

    The backup is proven first; what stands at `target`, sound or damaged, is kept beside it.
    The caller holds the lock of `target`.
    """
    refuse_unsound_backup(backup)
    if is_path_too_long(target):
        raise path_too_long(target)
    aside = target.with_name(f"{target.name}.restoring")
    kept = None
    try:
        copy_aside(backup, aside)
        if target.exists():
            kept = _free_name(target.parent, f"{target.stem} before restore", now)
            _keep_with_journal(target, kept)
        move_into_place(aside, target)
    finally:
        aside.unlink(missing_ok=True)
    return kept


def _keep_with_journal(target: Path, kept: Path) -> None:
    # A journal left by a crash belongs to the old bytes: it must follow them, and it must not
    # be rolled into the restored file.
    copy_aside(target, kept)
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():
        journal.replace(kept.with_name(f"{kept.name}-journal"))
    flush_file(kept)
    flush_folder(kept.parent)


def refuse_unsound_backup(backup: Path) -> None:
    """Raise the Problem for a backup that is missing, foreign or damaged."""
    if not backup.is_file():
        raise missing(backup)
    try:
        with brief_connection(backup, read_only=True) as connection:
            if pragma(connection, "application_id") != APPLICATION_ID:
                raise Problem(
                    f"“{backup.name}” is not a plplanner backup.",
                    "Choose a file from the backups folder beside your planner.",
                )
            findings = integrity_findings(connection)
    except SqliteError as error:
        raise problem_in(error, backup) or damaged(backup) from error
    if findings:
        raise Problem(
            f"The backup “{backup.name}” is damaged ({findings[0]}). Nothing was changed.",
            "Choose an older backup.",
        )


def thin(folder: Path, *, now: datetime, newest: Path) -> None:
    """Remove backups the rule no longer keeps, and half-made ones; never the newest one."""
    stem = _NAME.sub("", newest.name)
    sweep_away(*(p for p in folder.glob("*.plplanner.tmp") if p.name.startswith(f"{stem} ")))
    taken = {
        path: moment
        for path in folder.glob("*.plplanner")
        if (moment := moment_of(path)) and _NAME.sub("", path.name) == stem
    }
    keep = moments_to_keep(taken.values(), now.replace(tzinfo=None))
    for path, moment in taken.items():
        if moment not in keep and path != newest:
            path.unlink(missing_ok=True)


def moment_of(backup: Path) -> datetime | None:
    """When a backup was taken, as its name says (local time); None for another file."""
    match = _NAME.search(backup.name)
    return datetime.strptime(match[1], _STAMP) if match else None


def moments_to_keep(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: today's and yesterday's, then the newest of 12 days, 10 weeks, 9 months.

    A moment in the future (a clock that was set back) is kept too.
    """
    keep = {moment for moment in moments if moment.date() >= now.date() - timedelta(days=1)}
    room = {"day": _DAILY, "week": _WEEKLY, "month": _MONTHLY}
    seen: set[Hashable] = set()
    for moment in sorted(set(moments) - keep, reverse=True):
        spans = {
            "day": moment.date(),
            "week": moment.isocalendar()[:2],
            "month": ("month", moment.year, moment.month),
        }
        kind = next((k for k, span in spans.items() if room[k] and span not in seen), None)
        if kind is not None:
            room[kind] -= 1
            keep.add(moment)
            seen.update(spans.values())
    return keep


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    name = f"{stem} {now.strftime(_STAMP)}"
    candidates = (f"{name}{f' {n}' if n else ''}.plplanner" for n in range(1000))
    return next(folder / candidate for candidate in candidates if not (folder / candidate).exists())
