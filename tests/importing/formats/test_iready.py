import datetime

import pytest

from plplanner.importing.formats.iready import read_iready
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown, table_of_rows

FALL, WINTER = "Fall (Beginning of Year - November 15)", "Winter (November 16 - March 1)"


def row(number="7", *, window=FALL, day="9/10/2026", scale="468", placement="Grade 5", **more):
    return {
        "Last Name": f"Last{number}",
        "First Name": "Ann",
        "Student ID": number,
        "Student Grade": "6",
        "Academic Year": "2026-2027",
        "Student State ID": f"S{number}",
        "User Name": "ann",
        "Class(es)": "Math 6 P2; Homeroom",
        "Completion Date": day,
        "Norming Window": window,
        "Overall Scale Score": scale,
        "Overall Placement": placement,
        "Overall Relative Placement": "1 Grade Level Below",
        "Percentile": "70",
        "Mid On Grade Level Scale Score": "616",
        **more,
    }


def math(number="7", *, geometry="479", **more):
    domain = {"Geometry Scale Score": geometry, "Geometry Placement": "Early 6"}
    return row(number, **more) | domain | {"Quantile Measure": "836Q"}


def _read(*rows, name="diagnostic_results.csv"):
    return read_iready((table_of_rows(*rows),), file_name=name)


def test_whole_test_and_domains_with_placements_as_levels():
    read = _read(math())
    assert [a.title for a in read.assessments] == ["i-Ready Diagnostic Math (Fall)", "Geometry"]
    whole, domain = read.scores[0]
    assert (whole.scale_score, whole.percentile, whole.level) == (468, 70, "Grade 5")
    assert (domain.scale_score, domain.percentile, domain.level) == (479, None, "Early 6")
    assert (whole.points, whole.percent) == (None, None)
    assert read.assessments[0].date == datetime.date(2026, 9, 10)


def test_the_state_id_is_kept_and_the_user_name_is_not():
    student = _read(math()).students[0]
    assert student.ids == {"student_id": "7", "state_id": "S7"}
    assert student.section == "Math 6 P2, Homeroom"


def test_each_window_is_an_assessment_and_a_student_is_one_person():
    later = math(window=WINTER, day="1/13/2027", scale="480", geometry="490")
    read = _read(math(), later, math("8"))
    assert len(read.students) == 2
    assert [a.title for a in read.assessments] == [
        "i-Ready Diagnostic Math (Fall)",
        "Geometry (Fall)",
        "i-Ready Diagnostic Math (Winter)",
        "Geometry (Winter)",
    ]
    assert shown(read.scores, "scale_score") == [[468, 479, 480, 490], [468, 479, None, None]]


def test_the_latest_test_of_one_window_counts():
    score = _read(math(), math(day="10/2/2026", scale="475")).scores[0][0]
    assert score.scale_score == 475


def test_reading_with_surpassed_and_unassessed_domains():
    columns = {
        "Lexile Measure": "1075L",
        "Phonological Awareness Scale Score": "",
        "Phonological Awareness Placement": "Not Assessed",
        "Comprehension: Literature Scale Score": "608",
        "Comprehension: Literature Placement": "Early 6",
        "Phonics Scale Score": "",
        "Phonics Placement": "Surpassed Level",
    }
    other = row("8") | {"Phonics Scale Score": "403", "Phonics Placement": "Grade K"}
    read = _read(row() | columns, other)
    assert [a.title for a in read.assessments] == [
        "i-Ready Diagnostic Reading (Fall)",
        "Comprehension: Literature",
        "Phonics",
    ]
    phonics = read.scores[0][2]
    assert (phonics.scale_score, phonics.level) == (None, "Surpassed Level")
    assert phonics.status is Status.SCORED


def test_columns_in_another_order_and_newer_names_do_not_matter():
    backwards = dict(reversed(list(math().items())))
    backwards["Most Recent Assessment YTD (Y/N)"] = "Y"
    assert _read(backwards).scores == _read(math()).scores[:1]


def test_without_a_window_the_title_says_none():
    read = _read(math(window=""))
    assert read.assessments[0].title == "i-Ready Diagnostic Math"


def test_the_file_name_tells_the_subject_where_no_column_does():
    assert _read(row(), name="i-Ready_ELA.csv").assessments[0].title.endswith("Reading (Fall)")
    assert _read(row(), name="x.csv").assessments[0].title == "i-Ready Diagnostic (Fall)"


def test_an_unfinished_test_is_no_score_and_a_damaged_one_is_flagged():
    read = _read(math(scale="", placement="", geometry=""), math("8", scale="4.68E+02"))
    assert read.scores[0][0].status is Status.NONE
    assert [(w.row, w.column) for w in read.warnings] == [(3, "Overall Scale Score")]


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_iready((a_table("Last Name,Score\nLi,4\n"),), file_name="a.csv") is None
    with pytest.raises(Problem, match="without students"):
        read_iready(
            (a_table("Last Name,Overall Scale Score,Overall Placement\n"),), file_name="a.csv"
        )
