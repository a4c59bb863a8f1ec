"""Whether a planner file is whole: its pages, its references, and the rules across tables."""

import hashlib

from plplanner.store.engine import BareConnection

# Each rule: its name for a report, and a query that answers the ids of rows that break it.
_RULES_ACROSS_TABLES: tuple[tuple[str, str], ...] = (
    (
        "every score belongs to a student who is or was in the class",
        "SELECT score.id FROM score JOIN assessment ON assessment.id = score.assessment_id"
        " LEFT JOIN enrollment ON enrollment.student_id = score.student_id"
        "  AND enrollment.school_class_id = assessment.school_class_id"
        " WHERE enrollment.id IS NULL",
    ),
    (
        "a score without a mark holds no number",
        "SELECT id FROM score WHERE status <> 'scored' AND"
        " (points IS NOT NULL OR percent IS NOT NULL)",
    ),
    (
        "progress is a share of 1",
        "SELECT id FROM score WHERE progress NOT BETWEEN 0 AND 1",
    ),
    (
        "a score an import brought was last spoken of by some import",
        "SELECT id FROM score WHERE gradebook_import_id IS NOT NULL AND last_import_id IS NULL",
    ),
    (
        "what an import replaced came from an import that is there, or from nobody's",
        "SELECT replaced_score.id FROM replaced_score LEFT JOIN gradebook_import"
        " ON gradebook_import.id = replaced_score.previous_import_id"
        " WHERE replaced_score.previous_import_id IS NOT NULL AND gradebook_import.id IS NULL",
    ),
    (
        "attempts are numbered from 1",
        "SELECT id FROM score WHERE attempt < 1",
    ),
    (
        "every item of a test was right, wrong, not answered, or has no result",
        "SELECT id FROM item_answers WHERE results GLOB '*[^RW?-]*'",
    ),
    (
        "nobody is in two groups of one set",
        "SELECT min(group_member.id) FROM group_member"
        " JOIN small_group ON small_group.id = group_member.small_group_id"
        " GROUP BY small_group.group_set_id, group_member.student_id HAVING count(*) > 1",
    ),
    (
        "everyone in a group is or was in the class",
        "SELECT group_member.id FROM group_member"
        " JOIN small_group ON small_group.id = group_member.small_group_id"
        " JOIN group_set ON group_set.id = small_group.group_set_id"
        " LEFT JOIN enrollment ON enrollment.student_id = group_member.student_id"
        "  AND enrollment.school_class_id = group_set.school_class_id"
        " WHERE enrollment.id IS NULL",
    ),
    (
        "a plan only moves groups of its own set",
        "SELECT station_visit.id FROM station_visit"
        " JOIN round ON round.id = station_visit.round_id"
        " JOIN rotation_plan ON rotation_plan.id = round.rotation_plan_id"
        " JOIN small_group ON small_group.id = station_visit.small_group_id"
        " WHERE rotation_plan.group_set_id IS NOT NULL"
        "  AND small_group.group_set_id <> rotation_plan.group_set_id"
        "  AND NOT EXISTS (SELECT 1 FROM group_set WHERE group_set.id = small_group.group_set_id"
        "   AND group_set.state = 'own_ways'"
        "   AND group_set.school_class_id = rotation_plan.school_class_id)",
    ),
    (
        "no two groups are at one station at once",
        "SELECT min(station_visit.id) FROM station_visit"
        " JOIN small_group ON small_group.id = station_visit.small_group_id"
        " JOIN group_set ON group_set.id = small_group.group_set_id"
        " WHERE group_set.state <> 'own_ways'"
        " GROUP BY station_visit.round_id, station_visit.station_name HAVING count(*) > 1",
    ),
)


def integrity_findings(connection: BareConnection) -> list[str]:
    """What SQLite itself finds wrong: damaged pages, dangling references. Empty when sound."""
    pages = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    findings = [page for page in pages if page != "ok"]
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        findings.append(f"{table} {row_id} points to a missing {parent}")
    return findings


def rule_findings(connection: BareConnection) -> list[str]:
    """The rules across tables that do not hold, with the ids of the rows. Empty when sound."""
    findings = []
    for name, query in _RULES_ACROSS_TABLES:
        ids = [row[0] for row in connection.execute(query)]
        if ids:
            findings.append(f"broken rule: {name} (rows {', '.join(map(str, ids[:5]))})")
    return findings


def digest(connection: BareConnection) -> str:
    """A fingerprint of every row of every table: equal digests, equal contents."""
    fingerprint = hashlib.sha256()
    for table in _tables(connection):
        fingerprint.update(table.encode())
        for row in connection.execute(f'SELECT * FROM main."{table}" ORDER BY id'):
            fingerprint.update(repr(row).encode("utf-8", "surrogatepass"))
    return fingerprint.hexdigest()


def has_rows(connection: BareConnection) -> bool:
    """Whether any table holds anything."""
    return any(
        connection.execute(f'SELECT 1 FROM main."{table}" LIMIT 1').fetchone()
        for table in _tables(connection)
    )


def _tables(connection: BareConnection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    return [name for (name,) in found.fetchall()]
