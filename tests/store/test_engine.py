from plplanner.store.engine import brief_connection, is_path_too_long, pragma, reading_order
from tests.builders import a_planner


def test_a_planner_is_opened_with_the_promised_pragmas(tmp_path):
    with a_planner(tmp_path) as planner:
        found = {
            name: pragma(planner._connection, name)
            for name in (
                "journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store",
                "trusted_schema", "cell_size_check", "busy_timeout", "application_id",
            )
        }  # fmt: skip
    assert found == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "application_id": 0x706C706C,
    }


def test_a_brief_look_neither_writes_nor_leaves_anything(tmp_path):
    with a_planner(tmp_path) as planner:
        pass
    with brief_connection(planner.path, read_only=True) as connection:
        assert pragma(connection, "user_version") >= 1
    assert [p.name for p in tmp_path.iterdir() if p.name[0] != "."] == ["Math.plplanner"]


def test_the_limit_is_counted_in_bytes(tmp_path):
    assert not is_path_too_long(tmp_path / ("a" * 200))
    assert is_path_too_long(tmp_path / ("日" * 160))


def test_sql_sorts_numbers_in_titles_as_a_reader_does(tmp_path):
    with a_planner(tmp_path) as planner:
        pass
    with brief_connection(planner.path, read_only=True) as connection:
        found = connection.execute(
            "SELECT title FROM (SELECT 'Quiz 10' AS title UNION SELECT 'quiz 2' UNION SELECT NULL)"
            " ORDER BY reading_order(title)"
        )
        assert [title for (title,) in found] == [None, "quiz 2", "Quiz 10"]
    assert reading_order("Quiz 2") == reading_order("QUIZ 2")
