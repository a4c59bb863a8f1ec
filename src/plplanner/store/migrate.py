"""Brings a planner file to the newest version: on a copy, verified, then swapped in."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

from plplanner.problems import Problem
from plplanner.store.check import integrity_findings
from plplanner.store.disk import copy_aside, move_into_free_place, move_into_place, sweep_away
from plplanner.store.engine import (
    APPLICATION_ID,
    BareConnection,
    SqliteError,
    brief_connection,
    pragma,
)
from plplanner.store.troubles import damaged


@cache
def migration_scripts() -> tuple[str, ...]:
    """The numbered SQL files, in order; script i leads from version i to version i + 1."""
    folder = resources.files("plplanner.store.migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def make_empty_planner(path: Path) -> None:
    """A new, empty planner file at `path`; FileExistsError when something is there.

    Built aside and moved into place, so that no power cut leaves half a planner behind.
    """
    aside = path.with_name(f"{path.name}.new")
    aside.unlink(missing_ok=True)
    aside.touch(mode=0o600)
    try:
        with brief_connection(aside) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _apply(connection, migration_scripts(), start=0)
            connection.execute("PRAGMA journal_mode = DELETE")
        move_into_free_place(aside, path)
    finally:
        sweep_away(aside, aside.with_name(f"{aside.name}-journal"))


def migrate(path: Path, scripts: Sequence[str]) -> None:
    """Bring a closed planner file of an older version up to `len(scripts)`.

    The caller holds the lock and has taken a backup. Until the very last rename the old file
    stands untouched; a copy that fails its checks is dropped and the reason raised.
    """
    aside = path.with_name(f"{path.name}.migrating")
    copy_aside(path, aside)
    try:
        with brief_connection(aside) as connection:
            _apply(connection, scripts, start=pragma(connection, "user_version"))
            findings = integrity_findings(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
        if findings:
            raise damaged(path, findings[0])
        move_into_place(aside, path)
    finally:
        sweep_away(aside, aside.with_name(f"{aside.name}-journal"))


def bring_up_to_date(snapshot: BareConnection) -> None:
    """Bring a copy in memory up to the newest version; the file it came from stays as it is."""
    _apply(snapshot, migration_scripts(), start=pragma(snapshot, "user_version"))


def newer_than_this_program(path: Path, version: int, newest: int) -> Problem:
    """The file was made by a later plplanner; its bytes stay as they are."""
    return Problem(
        f"“{path.name}” was made by a newer plplanner (version {version}; "
        f"this one knows {newest}). It was left as it is.",
        "Open it with the newer plplanner.",
    )


def _apply(connection: BareConnection, scripts: Sequence[str], *, start: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version, script in enumerate(scripts[start:], start=start + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(SqliteError):  # a full disk has made SQLite roll back already
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
    if waiting.strip() and not waiting.strip().startswith("--"):
        raise ValueError(f"a migration ends in an unfinished statement: {waiting[:60]}")
