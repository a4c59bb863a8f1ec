from datetime import date

from plplanner.importing.formats.powerteacher import read_powerteacher
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ScoreStatus as Status

TOP = (
    "Teacher Name:,Dana Rivera,\nClass:,Math 6 P2,\nAssignment Name:,Exit 6.RP.A.1,\n"
    "Due Date:,2026-08-25,\nPoints Possible:,7.0,\nExtra Points:,0.0,\nScore Type:,{},\n"
)
POINTS = TOP.format("POINTS")


def _read(text):
    return read_powerteacher((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _cells(read):
    return [(c.points, c.percent, c.level, c.status) for row in read.scores for c in row]


def test_points_with_a_title_a_day_and_a_class():
    read = _read(
        f"{POINTS}Student Num,Student Name,Score\n"
        "0042,Siobhán O'BRIEN,3.5\n43,Bo EK,ABS\n44,Cy OZ,\n\n"
    )
    assert [(a.title, a.points_possible, a.date, a.standards) for a in read.assessments] == [
        ("Exit 6.RP.A.1", 7, date(2026, 8, 25), ("6.RP.A.1",))
    ]
    first = read.students[0]
    assert (first.last, first.first, first.section) == ("O'Brien", "Siobhán", "Math 6 P2")
    assert first.ids == {"student_number": "0042"}
    assert _cells(read) == [
        (3.5, 50, None, Status.SCORED),
        (None, None, None, Status.ABSENT),
        (None, None, None, Status.NONE),
    ]


def test_the_grades_of_a_scale_are_levels():
    read = _read(
        f"{TOP.format('GRADESCALE')}Student Number,Student Name,Score\n"
        '1,"Li, Ann",A\n2,"Ek, Bo",B+\n3,"Oz, Cy",3\n4,"Fu, Di",Missing\n5,"Go, Ed",\n'
    )
    assert [(cell[2], cell[3]) for cell in _cells(read)] == [
        ("A", Status.SCORED),
        ("B+", Status.SCORED),
        ("3", Status.SCORED),
        (None, Status.MISSING),
        (None, Status.NONE),
    ]
    assert [cell[0] for cell in _cells(read)] == [None] * 5


def test_a_percentage_is_no_count_of_points():
    read = _read(f"{TOP.format('PERCENTAGE')}Student Num,Student Name,Score\n1,Ann LI,85\n")
    assert _cells(read) == [(None, 85, None, Status.SCORED)]


def test_a_damaged_score_is_flagged():
    read = _read(f"{POINTS}Student Num,Student Name,Score\n1,Ann LI,4-Mar\n")
    assert [(w.row, w.column) for w in read.warnings] == [(9, "Exit 6.RP.A.1")]


def test_two_people_of_one_name_stay_two():
    read = _read(f"{POINTS}Student Num,Student Name,Score\n1,Ann LI,4\n2,Ann LI,5\n")
    assert [s.ids["student_number"] for s in read.students] == ["1", "2"]


def test_another_table_is_none_of_powerteacher():
    assert _read("Student Num,Student Name,Score\n1,Ann LI,4\n") is None
    assert (
        _read("Teacher:,Rivera,\nClass:,P2,\nStudent ID,Student Name,Score\n1,Ann LI,4\n") is None
    )
