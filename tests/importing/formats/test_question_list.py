import pytest

from plplanner.importing.formats.question_list import read_question_list
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import shown, table_of_rows


def answer(first, number, points, *, possible="1", standards="6.RP.A.1", **more):
    return {
        "First Name": first,
        "Last Name": "Li",
        "Unique User ID": f"id-{first}",
        "Question": f"Question text {number}",
        "Position Number": number,
        "Standards": standards,
        "Answer Submission": "A",
        "Points Received": points,
        "Points Possible": possible,
        **more,
    }


def _read(*rows):
    return read_question_list((table_of_rows(*rows),), file_name="answers.csv")


def test_points_are_added_up_whole_and_by_standard():
    read = _read(
        answer("Ann", "1", "1"),
        answer("Ann", "2", "0.5", standards="6.RP.A.1; 6.RP.A.2", possible="2"),
        answer("Bo", "1", "0"),
        answer("Bo", "2", "2", standards="6.RP.A.1; 6.RP.A.2", possible="2"),
    )
    assert [(a.title, a.points_possible, a.standards) for a in read.assessments] == [
        (None, 3, ()),
        ("6.RP.A.1", 3, ("6.RP.A.1",)),
        ("6.RP.A.2", 2, ("6.RP.A.2",)),
    ]
    assert shown(read.scores, "points") == [[1.5, 1.5, 0.5], [2, 2, 2]]
    assert shown(read.scores, "percent")[0] == [50, 50, 25]


def test_several_tests_keep_their_standards_apart():
    read = _read(
        *(answer(who, "1", "1", Quiz="Ratios") for who in ("Ann", "Bo")),
        *(answer(who, "1", "1", Quiz="Rates") for who in ("Ann", "Bo")),
    )
    assert [a.title for a in read.assessments] == [
        "Ratios",
        "6.RP.A.1 (Ratios)",
        "Rates",
        "6.RP.A.1 (Rates)",
    ]


def test_a_question_without_points_leaves_its_sums_open():
    read = _read(
        answer("Ann", "1", "1"),
        answer("Ann", "2", "", standards="6.RP.A.2"),
        answer("Bo", "1", "1"),
        answer("Bo", "2", "1", standards="6.RP.A.2"),
    )
    assert [one.status for one in read.scores[0]] == [Status.NONE, Status.SCORED, Status.NONE]
    assert [(w.row, w.column) for w in read.warnings] == [(3, "Points Received")]


def test_a_question_that_stands_there_twice_counts_once():
    read = _read(answer("Ann", "1", "0"), answer("Ann", "1", "1"), answer("Bo", "1", "1"))
    assert shown(read.scores, "points") == [[1, 1], [1, 1]]


def test_other_tables_are_not_mine_and_one_of_nobody_is_explained():
    assert _read({"Student": "Ann Li", "Quiz": "4"}) is None
    nobody = answer("", "1", "1", **{"Last Name": "", "Unique User ID": ""})
    with pytest.raises(Problem, match="without students"):
        _read(nobody, nobody)
