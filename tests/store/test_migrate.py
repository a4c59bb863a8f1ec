import hashlib

import pytest
from sqlalchemy import Boolean, Float, Integer

from plplanner.models.every_table import TABLE_FILES
from plplanner.models.table import Table
from plplanner.problems import Problem
from plplanner.store.engine import SqliteError, brief_connection, connect_to_memory, pragma
from plplanner.store.migrate import migrate, migration_scripts
from plplanner.store.planner_file import look_into, open_planner
from tests.builders import NOW, a_class, a_planner

# A migration that was released is never edited: old planners have lived through these bytes.
FROZEN: dict[int, str] = {
    1: "ced5db573489d9216462dd05a8ed7ad6d8a168e1514251c5b74d49bf96357aa5",
}


def tables_by_models():
    assert TABLE_FILES
    return Table.metadata.sorted_tables


def affinity(column):
    if isinstance(column.type, Boolean | Integer):
        return "INTEGER"
    return "REAL" if isinstance(column.type, Float) else "TEXT"


def a_migrated_memory():
    connection = connect_to_memory()
    for script in migration_scripts():
        for statement in script.split(";\n"):
            connection.execute(statement)
    return connection


def test_the_migrations_make_exactly_the_tables_of_the_models():
    connection = a_migrated_memory()
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert {name for (name,) in found} == {table.name for table in tables_by_models()}
    for table in tables_by_models():
        columns = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert [(row[1], row[2], bool(row[3])) for row in columns] == [
            (column.name, affinity(column), not column.nullable) for column in table.columns
        ], table.name
        keys = connection.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
        assert {(row[3], row[2], row[6]) for row in keys} == {
            (key.parent.name, key.column.table.name, key.ondelete) for key in table.foreign_keys
        }, table.name
    connection.close()


def test_every_foreign_key_has_an_index():
    connection = a_migrated_memory()
    for table in tables_by_models():
        indexed = set()
        for index in connection.execute(f"PRAGMA index_list({table.name})").fetchall():
            indexed.add(connection.execute(f"PRAGMA index_info({index[1]})").fetchone()[2])
        for key in table.foreign_keys:
            assert key.parent.name in indexed, f"{table.name}.{key.parent.name}"
    connection.close()


def test_every_table_has_its_own_integer_id():
    for table in tables_by_models():
        assert [column.name for column in table.primary_key] == ["id"]


def test_released_migrations_are_frozen():
    scripts = migration_scripts()
    for number, fingerprint in FROZEN.items():
        assert hashlib.sha256(scripts[number - 1].encode()).hexdigest() == fingerprint


@pytest.fixture
def path(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
    return planner.path


def test_an_older_planner_is_migrated_on_a_copy_after_a_backup(path, monkeypatch):
    newer = (*migration_scripts(), "ALTER TABLE tag ADD COLUMN colour TEXT;\n")
    for module in ("opening", "migrate"):
        monkeypatch.setattr(f"plplanner.store.{module}.migration_scripts", lambda: newer)
    planner = open_planner(path, now=NOW)
    assert pragma(planner._connection, "user_version") == len(newer)
    assert planner.findings() == []
    planner.close()
    assert len(list(path.with_name("Math backups").iterdir())) == 1


@pytest.mark.parametrize(
    "bad", ["CREATE TABLE x (id INTEGER);\nNONSENSE;\n", "DELETE FROM school_class;\nINSERT INTO "]
)
def test_a_migration_that_fails_leaves_the_old_file_untouched(path, bad):
    before = path.read_bytes()
    with pytest.raises(Exception, match=r"syntax|unfinished"):
        migrate(path, (*migration_scripts(), bad))
    assert path.read_bytes() == before
    assert not path.with_name(f"{path.name}.migrating").exists()


def test_a_migration_that_breaks_references_is_refused(path):
    before = path.read_bytes()
    breaks = "PRAGMA defer_foreign_keys = ON;\n"
    with brief_connection(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE enrollment SET student_id = 999 WHERE id = 1")
        connection.execute("PRAGMA journal_mode = DELETE")
    broken = path.read_bytes()
    assert broken != before
    with pytest.raises(Problem, match="missing student"):
        migrate(path, (*migration_scripts(), breaks))
    assert path.read_bytes() == broken


def test_when_sqlite_has_rolled_back_by_itself_the_first_error_is_the_one_told(tmp_path):
    with a_planner(tmp_path) as planner:
        path = planner.path
    with pytest.raises(SqliteError, match="nowhere"):
        migrate(path, (*migration_scripts(), "ROLLBACK;\nSELECT * FROM nowhere;\n"))
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == [path.name]


def test_a_snapshot_of_an_older_planner_is_brought_up_to_date_in_memory(path, monkeypatch):
    before = path.read_bytes()
    newer = (*migration_scripts(), "ALTER TABLE tag ADD COLUMN colour TEXT;\n")
    monkeypatch.setattr("plplanner.store.migrate.migration_scripts", lambda: newer)
    shown = look_into(path)
    assert pragma(shown._connection, "user_version") == len(newer)
    assert shown.findings() == []
    shown.close()
    assert path.read_bytes() == before


def run(connection, script):
    for statement in script.split(";\n"):
        connection.execute(statement)


def test_what_was_said_of_a_visit_outlives_the_move_of_the_visits():
    connection = connect_to_memory()
    for script in migration_scripts()[:11]:
        run(connection, script)
    for row in (
        "school_class (id, name, subject, section) VALUES (1, 'Math', '', '')",
        "rotation_plan (id, school_class_id, day, state, starts_at, minutes, launch, close, move,"
        " when_done) VALUES (1, 1, '2026-11-23', 'draft', '09:00', 60, 8, 5, 2, '')",
        "round (id, rotation_plan_id, number, starts_at, minutes) VALUES (1, 1, 1, '09:10', 13)",
        "group_set (id, school_class_id, created_on, basis, strategy, seed)"
        " VALUES (1, 1, '2026-11-20', '', 'need', 0)",
        "small_group (id, group_set_id, position, identity, level)"
        " VALUES (1, 1, 0, 'river', 'nearly')",
        "station_visit (id, round_id, small_group_id, station_name, station_kind, place, task)"
        " VALUES (7, 1, 1, 'Digital', 'digital', '', 'Lab')",
        "visit_outcome VALUES (3, 7, 'partly')",
    ):
        connection.execute(f"INSERT INTO {row}")
    run(connection, migration_scripts()[11])
    kept = connection.execute("SELECT id, station_name, task FROM station_visit").fetchall()
    assert [tuple(row) for row in kept] == [(7, "Digital", "Lab")]
    said = connection.execute("SELECT * FROM visit_outcome").fetchall()
    assert [tuple(row) for row in said] == [(3, 7, "partly")]
    connection.close()
