import datetime

import pytest

from plplanner.importing.formats.score_list import read_score_list
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown

KHAN = (
    "Student name,Assignment name,Due date,Status,Score at due date,Score best ever,"
    "Points possible\n"
    "Ann Li,Intro to ratios,2026-10-02,Completed,4,5,5\n"
    "Ann Li,Unit rates 6.RP.A.2,2026-10-05,Not started,,,4\n"
    "Bo Ek,Intro to ratios,2026-10-02,Completed late,,3,5\n"
    "Bo Ek,Unit rates 6.RP.A.2,2026-10-05,Completed,4,4,4\n"
)


def _read(text):
    return read_score_list((a_table(text),), file_name="scores.csv")


def test_everybody_stands_once_with_every_assignment():
    read = _read(KHAN)
    assert [s.last for s in read.students] == ["Li", "Ek"]
    assert [(a.title, a.points_possible, a.standards) for a in read.assessments] == [
        ("Intro to ratios", 5, ()),
        ("Unit rates 6.RP.A.2", 4, ("6.RP.A.2",)),
    ]
    assert read.assessments[0].date == datetime.date(2026, 10, 2)


def test_the_best_score_counts_and_what_is_not_started_is_none():
    read = _read(KHAN)
    assert shown(read.scores, "points") == [[5, None], [3, 4]]
    assert shown(read.scores, "late") == [[False, False], [True, False]]
    assert read.warnings == ()


def test_marks_stand_in_the_score_or_in_the_status():
    read = _read(
        "Student,Assignment,Score,Status\nAnn Li,Quiz,Missing,\nBo Ek,Quiz,,Excused\n"
        "Cy Oz,Quiz,4,Graded\n"
    )
    assert [row[0].status for row in read.scores] == [
        Status.MISSING,
        Status.EXCUSED,
        Status.SCORED,
    ]


def test_a_column_of_percents_has_no_points():
    read = _read("Student,Quiz name,Percent\nAnn Li,Ratios,80\nBo Ek,Ratios,60\n")
    assert shown(read.scores, "percent") == [[80], [60]]
    assert shown(read.scores, "points") == [[None], [None]]


def test_of_two_tries_the_later_counts():
    read = _read(
        "Student,Test,Date,Score\nAnn Li,Ratios,10/12/2026,3\nAnn Li,Ratios,10/20/2026,4\n"
    )
    assert (read.scores[0][0].points, read.scores[0][0].attempts) == (4, (3, 4))


def test_a_damaged_score_is_flagged_with_its_row():
    read = _read("Student,Quiz,Score\nAnn Li,Ratios,4-Mar\nBo Ek,Ratios,3\n")
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Score")]


@pytest.mark.parametrize(
    "text",
    [
        "Student,Quiz,Score\nAnn Li,4,8\nBo Ek,4,9\n",
        "Student,Quiz,Test\nAnn Li,4,8\nBo Ek,4,9\n",
        "Student,Quiz,Score\nAnn Li,Missing,8\nBo Ek,Missing,9\n",
        "Student,Assignment,Score\nAnn Li,Ratios,8\nBo Ek,Rates,9\n",
        "Quiz,Score\nRatios,4\nRatios,5\n",
    ],
)
def test_tables_with_a_column_per_assessment_are_not_mine(text):
    assert _read(text) is None


def test_a_list_of_nobody_is_explained():
    with pytest.raises(Problem, match="without students"):
        _read("Student,Assignment,Score\n,Ratios,4\n,Ratios,5\n")


def test_points_beside_scores_are_those_possible_where_no_score_is_above():
    lines = "Student,Assignment,Score,Points\nAnn,HW 1,{},5\nBo,HW 1,4,5\nBo,Quiz,1,5\n"
    assert _read(lines.format(5)).assessments[0].points_possible == 5
    assert _read(lines.format(6)).assessments[0].points_possible is None
