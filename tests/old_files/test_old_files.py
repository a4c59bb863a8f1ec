"""Every planner ever released opens in this version, whole, with the contents it had then."""

import gzip
from pathlib import Path

import pytest

from plplanner.store.check import digest
from plplanner.store.engine import brief_connection
from plplanner.store.planner_file import open_planner
from tests.builders import NOW

OLD_FILES = sorted(Path(__file__).parent.glob("*.plplanner.gz"))


def test_there_is_a_file_of_every_released_version():
    assert [path.name for path in OLD_FILES] == ["0.1.0.plplanner.gz"]


def columns_of(connection):
    """The columns of every table, by table."""
    tables = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
        for (table,) in tables
    }


def rows_of(connection, columns):
    """Every row of the given tables, in the given columns alone."""
    return {
        table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id").fetchall()
        for table, names in columns.items()
    }


@pytest.mark.parametrize("packed", OLD_FILES, ids=lambda path: path.name)
def test_an_old_planner_opens_whole_and_holds_what_it_held(packed, tmp_path):
    version = packed.name.removesuffix(".plplanner.gz")
    path = tmp_path / "old.plplanner"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    with brief_connection(path) as connection:
        assert digest(connection) == packed.with_name(f"{version}.digest").read_text().strip()
        columns = columns_of(connection)
        held = rows_of(connection, columns)
    planner = open_planner(path, now=NOW)
    try:
        assert planner.why_read_only is None
        assert planner.findings() == []
    finally:
        planner.close()
    with brief_connection(path) as connection:
        assert rows_of(connection, columns) == held
