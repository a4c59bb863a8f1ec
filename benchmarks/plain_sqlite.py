"""The floor of everything that saves: the same rows into the same tables, without plplanner."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.figures import Act
from plplanner.store.engine import brief_connection

Rows = Mapping[str, Sequence[tuple[Any, ...]]]


def rows_by_table(planner: Path) -> Rows:
    """Every row of a planner file, by table."""
    with brief_connection(planner, read_only=True) as connection:
        tables = connection.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {
            table: connection.execute(f'SELECT * FROM main."{table}"').fetchall()
            for (table,) in tables
        }


def new_rows(before: Rows, after: Rows) -> Rows:
    """The rows that a step added."""
    added = {table: sorted(set(rows) - set(before[table])) for table, rows in after.items()}
    return {table: rows for table, rows in added.items() if rows}


@contextmanager
def plain_save(
    folder: Path, *, start: Path, rows: Rows, first: Callable[[], object] = lambda: None
) -> Iterator[Act]:
    """Yields the act that inserts `rows` into a copy of `start` and commits.

    The connection has the pragmas of the planner file. `first` is done within the act, before.
    """
    copy = folder / "plain.plplanner"
    shutil.copyfile(start, copy)
    with brief_connection(copy) as connection:

        def save() -> None:
            first()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for table, batch in rows.items():
                slots = ", ".join("?" * len(batch[0]))
                connection.executemany(f'INSERT INTO main."{table}" VALUES ({slots})', batch)
            connection.execute("COMMIT")

        yield save
