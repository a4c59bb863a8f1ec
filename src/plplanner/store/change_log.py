"""Records what a step did to the planner file, so that it can be taken back exactly.

Temporary triggers write every insert, update and delete into a temporary table, with the old
values as SQLite holds them (no text round trip, so a float or a NUL comes back as it was).
The log lives in the same transaction as the change: what is rolled back leaves no trace here.
House rules it needs: every table has its own integer `id`; nothing uses INSERT OR REPLACE.
"""

from itertools import groupby
from typing import Any

from plplanner.records import record
from plplanner.store.engine import BareConnection


@record(frozen=True)
class Reversal:
    """One row's way back: what to do in `table` to undo one insert, update or delete."""

    table: str
    act: str
    row_id: int
    values: tuple[Any, ...]


class ChangeLog:
    """The change log of one open planner file."""

    def __init__(self, connection: BareConnection) -> None:
        """Install the log on a connection; `connection` is a bare SQLite connection."""
        self._connection = connection
        self._columns = _columns_by_table(connection)
        self._install()

    def take(self) -> list[Reversal]:
        """The reversals of everything since the last take, newest first; empties the log."""
        rows = self._connection.execute("SELECT * FROM change_log ORDER BY seq DESC").fetchall()
        self._connection.execute("DELETE FROM change_log")
        return [
            Reversal(table, act, row_id, tuple(values[: len(self._columns[table])]))
            for _, table, act, row_id, *values in rows
        ]

    def replay(self, reversals: list[Reversal]) -> None:
        """Carry out reversals in order. Foreign keys are checked when the step ends."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for (table, act), batch in groupby(reversals, key=lambda r: (r.table, r.act)):
            self._connection.executemany(self._statement(table, act), map(_parameters, batch))

    def _statement(self, table: str, act: str) -> str:
        columns = self._columns[table]
        if act == "delete":
            return f'DELETE FROM main."{table}" WHERE id = ?'
        if act == "restore":
            assignments = ", ".join(f'"{column}" = ?' for column in columns)
            return f'UPDATE main."{table}" SET {assignments} WHERE id = ?'
        names = ", ".join(f'"{column}"' for column in columns)
        return f'INSERT INTO main."{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'

    def _install(self) -> None:
        widest = max((len(columns) for columns in self._columns.values()), default=0)
        slots = "".join(f", v{i}" for i in range(widest))
        statements = [
            "CREATE TEMP TABLE change_log"
            f" (seq INTEGER PRIMARY KEY, table_name TEXT, act TEXT, row_id INTEGER{slots})"
        ]
        for table, columns in self._columns.items():
            statements += _triggers(table, columns)
        # In one transaction: a hundred small ones would be half of the time a planner opens in.
        self._connection.executescript(";\n".join(("BEGIN", *statements, "COMMIT")))


def _columns_by_table(connection: BareConnection) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        "SELECT tables.name, columns.name FROM main.sqlite_schema AS tables,"
        " pragma_table_info(tables.name, 'main') AS columns"
        " WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'"
        " ORDER BY tables.rowid, columns.cid"
    ).fetchall()
    return {
        table: tuple(column for _, column in columns)
        for table, columns in groupby(rows, key=lambda row: row[0])
    }


def _triggers(table: str, columns: tuple[str, ...]) -> tuple[str, str, str]:
    slots = ", ".join(f"v{i}" for i in range(len(columns)))
    old = ", ".join(f'old."{column}"' for column in columns)
    keep_old = f"INSERT INTO change_log (table_name, act, row_id, {slots}) VALUES ('{table}',"
    return (
        f'CREATE TEMP TRIGGER "{table}_inserted" AFTER INSERT ON main."{table}" BEGIN'
        " INSERT INTO change_log (table_name, act, row_id)"
        f" VALUES ('{table}', 'delete', new.id); END",
        f'CREATE TEMP TRIGGER "{table}_updated" AFTER UPDATE ON main."{table}" BEGIN'
        f" {keep_old} 'restore', new.id, {old}); END",
        f'CREATE TEMP TRIGGER "{table}_deleted" BEFORE DELETE ON main."{table}" BEGIN'
        f" {keep_old} 'insert', old.id, {old}); END",
    )


def _parameters(reversal: Reversal) -> tuple[Any, ...]:
    if reversal.act == "delete":
        return (reversal.row_id,)
    if reversal.act == "restore":
        return (*reversal.values, reversal.row_id)
    return reversal.values
