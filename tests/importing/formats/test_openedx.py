from plplanner.importing.formats.openedx import read_openedx
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ScoreStatus as Status

WHO = "Student ID,Email,Username"
ABOUT = "Cohort Name,Enrollment Track,Certificate Eligible,Enrollment Status"


def _read(text):
    return read_openedx((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _cells(read):
    return [[(c.points, c.possible, c.percent, c.status) for c in row] for row in read.scores]


def test_fractions_are_percents_and_no_points():
    read = _read(
        f"{WHO},Grade,Homework 1: Ratios,Homework (Avg),Final Exam,{ABOUT}\n"
        "007,a@x.org,ali,0.71,0.8333333333,0.7,1.0,,audit,N,enrolled\n"
        "8,b@x.org,bek,0.71,Not Attempted,0.7,0,,audit,N,enrolled\n"
    )
    assert [a.title for a in read.assessments] == ["Homework 1: Ratios", "Final Exam"]
    assert _cells(read) == [
        [(None, None, 83.33, Status.SCORED), (None, None, 100, Status.SCORED)],
        [(None, None, None, Status.NONE), (None, None, 0, Status.SCORED)],
    ]
    assert read.questions == ()
    student = read.students[0]
    assert (student.last, student.first, student.display) == (None, None, "ali")
    assert student.ids == {"edx_id": "007", "email": "a@x.org", "username": "ali"}


def test_a_number_above_one_is_no_fraction():
    read = _read(f"{WHO},Grade,Homework,{ABOUT}\n7,a@x.org,ali,0.71,85,,audit,N,enrolled\n")
    assert read.scores[0][0].status is Status.NONE
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Homework")]


def test_an_older_report_in_small_letters():
    read = _read(
        "id,email,username,grade,HW 1: A,Enrollment Status\n7,a@x.org,ali,0.5,0.25,enrolled\n"
    )
    assert _cells(read) == [[(None, None, 25, Status.SCORED)]]


def test_problems_have_points_earned_and_possible():
    read = _read(
        f"{WHO},Enrollment Status,Grade,HW 1: A - P1 (Earned),HW 1: A - P1 (Possible),"
        "HW 1: A - P2 (Earned),HW 1: A - P2 (Possible)\n"
        "7,a@x.org,ali,enrolled,0.5,3.0,4.0,Not Attempted,2.0\n"
        "8,b@x.org,bek,enrolled,0.5,1.0,4.0,Not Available,Not Available\n"
    )
    assert read.format == "openedx_problem_grade_report"
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("HW 1: A - P1", 4),
        ("HW 1: A - P2", 2),
    ]
    assert _cells(read) == [
        [(3, 4, 75, Status.SCORED), (None, 2, None, Status.NONE)],
        [(1, 4, 25, Status.SCORED), (None, 2, None, Status.NONE)],
    ]


def test_a_problem_may_give_other_points_to_others():
    read = _read(
        f"{WHO},Enrollment Status,Grade,P (Earned),P (Possible)\n"
        "7,a@x.org,ali,enrolled,0.5,3,4\n8,b@x.org,bek,enrolled,0.5,3,6\n"
    )
    assert read.assessments[0].points_possible is None
    assert [row[0][:3] for row in _cells(read)] == [(3, 4, 75), (3, 6, 50)]


def test_another_table_is_none_of_open_edx():
    assert _read("Student ID,Email,Username,Grade,Quiz\n7,a@x.org,ali,6,4\n") is None


def test_a_column_of_nothing_but_words_is_no_subsection():
    read = _read(
        f"{WHO},Grade,Homework 1: Ratios,My notes,{ABOUT}\n7,a@x.org,a,0.7,0.8,call,,,N,x\n"
    )
    assert [a.title for a in read.assessments] == ["Homework 1: Ratios"]


def test_columns_in_another_order_are_still_its_own():
    read = _read(
        f"Homework 1: Ratios,{ABOUT},Email,Grade,Username,Student ID\n"
        "0.8,,audit,N,enrolled,a@x.org,0.7,ali,7\n"
    )
    assert (read.scores[0][0].percent, read.students[0].ids["edx_id"]) == (80, "7")
