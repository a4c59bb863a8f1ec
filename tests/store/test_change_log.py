from plplanner.store.change_log import ChangeLog
from plplanner.store.engine import connect_to_memory

ODD_VALUES = ["nul\0inside", 0.1 + 0.2, 1e308, -0.0, b"\x00\xff", None, 2**62, "“O'Brien”; DROP"]


def a_log():
    connection = connect_to_memory()
    connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
    connection.execute(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, value,"
        " parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)"
    )
    return connection, ChangeLog(connection)


def contents(connection):
    return [
        connection.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in ("parent", "child")
    ]


def undo(connection, log):
    connection.execute("BEGIN")
    log.replay(log.take())
    connection.execute("COMMIT")


def test_every_value_comes_back_exactly_as_it_was():
    connection, log = a_log()
    connection.executemany(
        "INSERT INTO child (id, value) VALUES (?, ?)", list(enumerate(ODD_VALUES, start=1))
    )
    log.take()
    before = contents(connection)
    connection.execute("UPDATE child SET value = 'gone'")
    connection.execute("DELETE FROM child WHERE id % 2")
    undo(connection, log)
    assert contents(connection) == before
    assert [type(row[1]) for row in contents(connection)[1]] == [type(v) for v in ODD_VALUES]
    connection.close()


def test_what_a_cascade_deleted_comes_back_too():
    connection, log = a_log()
    connection.execute("INSERT INTO parent VALUES (1, 'a')")
    connection.execute("INSERT INTO child VALUES (1, 'x', 1), (2, 'y', 1)")
    log.take()
    before = contents(connection)
    connection.execute("DELETE FROM parent")
    assert contents(connection) == [[], []]
    undo(connection, log)
    assert contents(connection) == before
    connection.close()


def test_swapped_unique_names_are_swapped_back():
    connection, log = a_log()
    connection.execute("INSERT INTO parent VALUES (1, 'a'), (2, 'b')")
    log.take()
    before = contents(connection)
    for statement in ("'-' WHERE id = 1", "'a' WHERE id = 2", "'b' WHERE id = 1"):
        connection.execute(f"UPDATE parent SET name = {statement}")
    undo(connection, log)
    assert contents(connection) == before
    connection.close()


def test_a_rolled_back_change_leaves_nothing_in_the_log():
    connection, log = a_log()
    connection.execute("BEGIN")
    connection.execute("INSERT INTO parent VALUES (1, 'a')")
    connection.execute("ROLLBACK")
    assert log.take() == []
    connection.close()
