import datetime
from dataclasses import replace

import pytest

from plplanner.importing.corrections import BlankMeans, Corrections, corrected, score_places
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.told_column import told_column
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus
from tests.importing.files import ANN, BO, read_rows, read_text

PLAIN = read_text('Student,ID,Section,Quiz /5,Notes\n"Li, Ann",11,P2,4,\n"Ek, Bo",12,P4,9,\n')


def told(read, place, role, **more):
    return {place: told_column(read.source.columns[place], role=role, **more)}


def test_without_corrections_the_file_says_the_same():
    for read in (read_rows((*ANN, "4"), (*BO, "")), read_text("Name,Quiz /5\nAnn,4\n")):
        assert corrected(read, Corrections()) == read


def test_a_skipped_assessment_leaves_nothing_behind():
    again = corrected(PLAIN, Corrections(columns=told(PLAIN, 3, ColumnRole.LEFT_OUT)))
    assert (again.assessments, again.scores, again.warnings) == ((), ((), ()), ())
    assert again.students == PLAIN.students


def test_points_day_title_and_standard_can_be_told():
    day = datetime.date(2026, 11, 20)
    more = {"title": "Exit", "points": "10", "taken_on": day, "standards": "3.NF.1, 3.NF.2"}
    again = corrected(PLAIN, Corrections(columns=told(PLAIN, 3, ColumnRole.SCORE, **more)))
    (assessment,) = again.assessments
    assert (assessment.title, assessment.points_possible, assessment.date) == ("Exit", 10, day)
    assert assessment.standards == ("3.NF.1", "3.NF.2")
    assert [row[0].percent for row in again.scores] == [40, 90]


def test_a_skipped_column_can_become_an_assessment():
    read = read_text("Name,Quiz /5,Phone\nAnn,4,7\nBo,5,8\n")
    again = corrected(read, Corrections(columns=told(read, 2, ColumnRole.SCORE, title="Lab")))
    assert [one.title for one in again.assessments] == ["Quiz /5", "Lab"]
    assert [row[1].points for row in again.scores] == [7, 8]


def test_another_column_can_hold_the_names():
    read = read_text("Name,Alias,Quiz /5\nAnn,Zed,4\nBo,Yan,5\n")
    again = corrected(read, Corrections(columns=told(read, 1, ColumnRole.NAME)))
    assert [student.first for student in again.students] == ["Zed", "Yan"]
    assert again.source.columns[0].role is ColumnRole.LEFT_OUT
    assert [row[0].points for row in again.scores] == [4, 5]


def test_a_file_without_names_is_refused():
    with pytest.raises(Problem, match="No column holds the names"):
        corrected(PLAIN, Corrections(columns=told(PLAIN, 0, ColumnRole.LEFT_OUT)))


def test_a_cell_typed_over_is_read_again():
    again = corrected(PLAIN, Corrections(cells={(2, 3): "3", (1, 0): "Li, Anne"}))
    assert again.scores[1][0].points == 3
    assert again.students[0].first == "Anne"
    assert PLAIN.students[0].first == "Ann"
    assert again.warnings == ()


def test_a_score_above_its_points_stays_out_until_it_is_extra_credit():
    out = corrected(PLAIN, Corrections())
    assert out.scores[1][0].status is ScoreStatus.NONE
    assert (out.unread, len(out.warnings)) == ({(1, 0)}, 1)
    let_in = corrected(PLAIN, Corrections(extra_credit=True))
    assert (let_in.scores[1][0].points, let_in.unread, let_in.warnings) == (9, frozenset(), ())


def test_the_meaning_of_blanks_and_marks_is_the_teacher_s():
    read = read_rows((*ANN, ""), (*BO, "zz"))
    answers = Corrections(blank=BlankMeans.NOT_HANDED_IN, marks={"zz": ScoreStatus.EXCUSED})
    again = corrected(read, answers)
    statuses = [row[0].status for row in again.scores]
    assert statuses == [ScoreStatus.MISSING, ScoreStatus.EXCUSED]
    assert (again.warnings, again.unread) == ((), frozenset())
    assert again.questions[1].words == ("zz",)


def test_a_format_that_does_not_tell_its_cells_can_still_leave_columns_out():
    read = replace(read_text("Name,Quiz /5,Exit /4\nAnn,4,1\nBo,5,2\n"), source=None)
    shown = corrected(read, Corrections())
    assert score_places(shown.source) == (3, 4)
    again = corrected(read, Corrections(columns=told(shown, 3, ColumnRole.LEFT_OUT)))
    assert [one.title for one in again.assessments] == ["Exit /4"]
    assert [row[0].points for row in again.scores] == [1, 2]
    more = told(shown, 4, ColumnRole.SCORE, points="2")
    assert corrected(read, Corrections(columns=more)).scores[0][1].percent == 50


def test_a_class_that_stands_in_no_column_stays_when_a_name_is_corrected():
    read = read_text(
        "Class:,Math 6 P2,\nAssignment Name:,Quiz,\nScore Type:,POINTS,\n"
        "Student Num,Student Name,Score\n1,Li,4\n2,Bo Ek,3\n"
    )
    again = corrected(read, Corrections(cells={(4, 1): "Ann Li"}))
    assert [(one.first, one.section) for one in again.students] == [
        ("Ann", "Math 6 P2"),
        ("Bo", "Math 6 P2"),
    ]


def test_items_stay_when_the_column_gets_a_title():
    read = read_text("Student,Score,Q1,Q2\nAnn Li,1,1,0\nBo Ek,2,1,1\n")
    named = told(read, 1, ColumnRole.SCORE, title="Exit ticket 4")
    again = corrected(read, Corrections(columns=named))
    assert again.assessments[0].title == "Exit ticket 4"
    assert [row[0].items for row in again.scores] == [row[0].items for row in read.scores] != [()]
    typed = corrected(read, Corrections(cells={(1, 1): "2"}))
    assert [len(row[0].items) for row in typed.scores] == [0, 2]
