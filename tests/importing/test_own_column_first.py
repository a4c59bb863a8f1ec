from dataclasses import replace

from plplanner.importing.own_column_first import with_own_column_last
from tests.importing.files import read_text
from tests.importing.tables import a_table


def test_a_first_column_of_classes_is_moved_behind_the_others():
    table = a_table("Period,Student,Quiz\n2,Ann\n")
    (moved,) = with_own_column_last([replace(table, dates=frozenset({(1, 0), (1, 1)}))])
    assert moved.rows == (("Student", "Quiz", "Period"), ("Ann", "", "2"))
    assert moved.dates == {(1, 2), (1, 0)}


def test_a_table_that_begins_otherwise_is_left_alone():
    assert with_own_column_last([a_table("Student,Period\nAnn,2\n")]) == ()


def test_a_canvas_file_stays_one():
    read = read_text(
        "Period,Student,ID,SIS Login ID,Section,Quiz (11)\n,    Points Possible,,,,10\n"
        '2,"Li, Wei",1,wei,6A,9\n'
    )
    assert (read.format, read.assessments[0].title) == ("canvas_gradebook", "Quiz")
    assert (read.students[0].section, read.scores[0][0].points) == ("6A", 9)


def test_fractions_of_open_edx_stay_fractions():
    read = read_text(
        "Period,Student ID,Email,Username,Grade,Homework 1: A,Cohort Name,Enrollment Track,"
        "Certificate Eligible,Enrollment Status\n2,7,a@x.org,ali,0.7,0.8,,audit,N,enrolled\n"
    )
    assert (read.format, read.scores[0][0].percent) == ("openedx_grade_report", 80)
