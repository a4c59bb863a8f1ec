import pytest

from plplanner.store.check import integrity_findings, rule_findings
from tests.builders import a_class, a_planner, an_assessment


def broken_by(tmp_path, statement):
    """What the check says after a statement that no command would make."""
    with a_planner(tmp_path) as planner:
        class_id = a_class(planner)
        an_assessment(planner, class_id, points=[1, 2, 3])
        assert planner.findings() == []
        connection = planner._connection
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        return integrity_findings(connection) + rule_findings(connection)


def test_a_dangling_reference_is_found(tmp_path):
    found = broken_by(tmp_path, "UPDATE score SET student_id = 99 WHERE id = 1")
    assert found[0] == "score 1 points to a missing student"


def test_a_score_of_somebody_never_in_the_class_is_found(tmp_path):
    assert "score belongs to a student" in broken_by(tmp_path, "DELETE FROM enrollment")[0]


def test_an_excused_score_with_points_is_found(tmp_path):
    found = broken_by(tmp_path, "UPDATE score SET status = 'excused'")
    assert found == ["broken rule: a score without a mark holds no number (rows 1, 2, 3)"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("progress = 1.5", "progress is a share of 1"),
        ("attempt = -id", "attempts are numbered from 1"),
        ("gradebook_import_id = 1", "last spoken of by some import"),
    ],
)
def test_a_score_that_breaks_a_rule_of_imports_is_found(tmp_path, change, rule):
    assert any(rule in found for found in broken_by(tmp_path, f"UPDATE score SET {change}"))


def test_what_was_replaced_must_come_from_an_import_that_is_there(tmp_path):
    found = broken_by(
        tmp_path,
        "INSERT INTO replaced_score (score_id, gradebook_import_id, previous_import_id, status,"
        " late, entered_at) VALUES (1, 1, 7, 'scored', 0, '2026-11-20 00:00:00.000000')",
    )
    assert any("came from an import that is there" in finding for finding in found)


def test_a_rule_outlives_the_students_it_spoke_of(tmp_path):
    found = broken_by(
        tmp_path,
        "INSERT INTO grouping_rule (school_class_id, kind, why) VALUES (1, 'apart', '')",
    )
    assert found == []


def test_a_student_in_two_groups_of_one_set_is_found(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        run = planner._connection.execute
        run(
            "INSERT INTO group_set (id, school_class_id, created_on, basis, strategy, seed)"
            " VALUES (1, 1, '2026-11-20', '', 'need', 0)"
        )
        for group in (1, 2):
            run(
                "INSERT INTO small_group (id, group_set_id, position, identity, level)"
                f" VALUES ({group}, 1, {group}, 'g{group}', 'secure')"
            )
            run(f"INSERT INTO group_member VALUES ({group}, {group}, 1, '', 'auto', 0, '')")
        assert "nobody is in two groups" in rule_findings(planner._connection)[0]


def test_an_item_with_a_result_that_there_is_not_is_found(tmp_path):
    statement = (
        "INSERT INTO item_answers (score_id, gradebook_import_id, results) VALUES (1, 1, {})"
    )
    findings = broken_by(tmp_path, statement.format("'RW-?x'"))
    assert any("every item of a test was right" in found for found in findings)
