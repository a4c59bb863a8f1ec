import pytest

from plplanner.importing.formats.oneroster_files import find_files
from plplanner.importing.formats.oneroster_results import read_results, result_columns
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus

ITEMS = ("sourcedId", "title", "classSourcedId", "assignDate", "dueDate", "resultValueMax")
RESULTS = ("lineItemSourcedId", "studentSourcedId", "scoreStatus", "score", "scoreDate")


def _files(items, results=(), more=()):
    return find_files((Table((ITEMS, *items)), Table(((*RESULTS, *more), *results))))


def _one(*cells, more=()):
    files = _files([("i1", "Quiz", "k1", "", "", "10")], [("i1", "s1", *cells)], more)
    grid = read_results(files, result_columns(files, {"k1"}), ["s1"])
    return grid.scores[0][0], [warning.message for warning in grid.warnings]


def test_one_title_in_several_classes_is_one_assessment_and_twice_in_one_class_is_two():
    items = [
        ("i1", "Quiz", "k1", "", "2026-09-11", "10"),
        ("i2", "quiz", "k2", "", "2026-09-11T00:00:00Z", "10.0"),
        ("i3", "Quiz", "k1", "2026-10-01", "", "10"),
        ("i4", "Quiz", "k9", "", "", "10"),
    ]
    first, second = result_columns(_files(items), {"k1", "k2"})
    assert (set(first.possible), set(second.possible)) == ({"i1", "i2"}, {"i3"})
    assert (first.assessment.native_id, second.assessment.native_id) == (None, "i3")
    assert str(first.assessment.date) == "2026-09-11"
    assert str(second.assessment.date) == "2026-10-01"


@pytest.mark.parametrize(
    ("word", "cell", "status", "points"),
    [
        ("fully graded", "8.0", ScoreStatus.SCORED, 8),
        ("fully graded", "0", ScoreStatus.SCORED, 0),
        ("exempt", "", ScoreStatus.EXCUSED, None),
        ("Exempt", "5", ScoreStatus.EXCUSED, None),
        ("not submitted", "", ScoreStatus.MISSING, None),
        ("not submitted", "0", ScoreStatus.MISSING, None),
        ("submitted", "", ScoreStatus.NONE, None),
        ("", "", ScoreStatus.NONE, None),
        ("partially graded", "3", ScoreStatus.SCORED, 3),
    ],
)
def test_the_status_of_a_result_says_what_its_score_means(word, cell, status, points):
    score, _ = _one(word, cell, "")
    assert (score.status, score.points, score.possible) == (status, points, 10)


def test_a_contradiction_and_a_damaged_score_are_told():
    score, told = _one("not submitted", "6", "")
    assert (score.points, "not submitted" in told[0]) == (6, True)
    score, told = _one("fully graded", "4-Mar", "")
    assert (score.points, len(told)) == (None, 1)
    assert "may still change" in _one("partially graded", "3", "")[1][0]


def test_the_newest_of_several_results_counts_and_all_are_kept():
    rows = [
        ("i1", "s1", "fully graded", "9", "2026-09-20"),
        ("i1", "s1", "fully graded", "4", "2026-09-01"),
        ("i1", "s2", "fully graded", "1", ""),
    ]
    files = _files([("i1", "Quiz", "k1", "", "", "10")], rows)
    grid = read_results(files, result_columns(files, {"k1"}), ["s1", "s3"])
    assert (grid.scores[0][0].points, grid.scores[0][0].attempts) == (9, (4, 9))
    assert grid.scores[1][0].status is ScoreStatus.NONE


def test_columns_of_the_newer_version_count_where_there_is_no_number():
    more = ("late", "missing", "incomplete", "textScore")
    assert _one("", "7", "", "true", "", "", "", more=more)[0].late
    assert _one("", "", "", "", "true", "", "", more=more)[0].status is ScoreStatus.MISSING
    assert _one("", "", "", "", "", "true", "", more=more)[0].status is ScoreStatus.INCOMPLETE
    level = _one("fully graded", "", "", "", "", "", "Proficient", more=more)[0]
    assert (level.level, level.status) == ("Proficient", ScoreStatus.SCORED)
