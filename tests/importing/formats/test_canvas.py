import pytest

from plplanner.importing.formats.canvas import read_canvas
from plplanner.importing.read_csv import read_csv
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status

OLD = """LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Hw (11),Q (20 pts) (12),Final Score
,,,,,,Muted,,
    Points Possible,,,,,,10.0,20.0,(read only)
de la Cruz,Ana,1,007,ana,"A, B, and C",9.5,EX,95.0
Li,Wei,2,008,wei,A,,N/A,
Student,Test,3,,deadbeef0123456,A,,,
"""
SWEDISH = """Student;ID;SIS-inloggnings-ID;Avsnitt;Prov 1 (77);Nuvarande poäng (2026)
    Points Possible;;;;20,0;(läs endast)
Åberg, Åsa;1;aa;6A;12,5;62,5
Öst, Bo;2;bo;6A;;
"""


def _read(text):
    return read_canvas((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def test_an_old_export_with_split_names_is_read():
    read = _read(OLD)
    assert [(s.last, s.first, s.section) for s in read.students] == [
        ("de la Cruz", "Ana", "A, B, and C"),
        ("Li", "Wei", "A"),
    ]
    assert read.students[0].ids == {"canvas_id": "1", "sis_user_id": "007", "login": "ana"}
    assert [(a.title, a.points_possible, a.native_id) for a in read.assessments] == [
        ("Hw", 10.0, "11"),
        ("Q (20 pts)", 20.0, "12"),
    ]


def test_the_three_cells_that_are_no_numbers():
    first, second = _read(OLD).scores
    assert [cell.status for cell in first] == [Status.SCORED, Status.EXCUSED]
    assert [cell.status for cell in second] == [Status.NONE, Status.NOT_ASSIGNED]


def test_a_swedish_export_with_decimal_commas_is_read():
    read = _read(SWEDISH)
    assert (read.students[0].ids["login"], read.students[0].section) == ("aa", "6A")
    assert [a.title for a in read.assessments] == ["Prov 1"]
    assert (read.scores[0][0].points, read.scores[0][0].percent) == (12.5, 62.5)


def test_totals_are_left_out_with_a_reason():
    left = _read(SWEDISH).ignored_columns
    assert [(c.header, c.why) for c in left] == [
        ("Nuvarande poäng (2026)", "Worked out by Canvas.")
    ]


def test_each_column_left_out_has_the_reason_that_is_true_of_it():
    text = (
        "Student,ID,Integration ID,Root Account,Section,Notes,Seat,Ålder,Hw (11),Final Score\n"
        "Points Possible,,,,,(read only),(read only),(read only),10,(read only)\n"
        "Li,1,i,c,A,n,3,9,4,9\n"
    )
    why = {column.header: column.why for column in _read(text).source.columns if column.why}
    assert why == {
        "Root Account": "About the class or the school, not a score.",
        "Notes": "Notes, not scores.",
        "Seat": "Groups and seats are planned here.",
        "Ålder": "Read-only in Canvas: a total or notes, not an assignment.",
        "Final Score": "Worked out by Canvas.",
        "Integration ID": "An id of another system.",
    }


def test_without_a_points_row_a_total_is_still_a_total():
    text = "Student,ID,SIS Login ID,Section,Quiz (5),Current Score (2026)\nLi,1,w,A,4,80\n"
    assert [a.title for a in _read(text).assessments] == ["Quiz"]


def test_an_assignment_may_be_named_like_a_total():
    text = (
        "Student,ID,SIS Login ID,Section,Final Score (5)\n"
        '    Points Possible,,,,10\n"Li, Wei",1,w,A,4\n'
    )
    assert [a.title for a in _read(text).assessments] == ["Final Score"]


def test_a_guarded_name_is_unwrapped():
    text = 'Student,ID,SIS Login ID,Section\n"=""=Li, Wei""",1,w,A\n'
    assert _read(text).students[0].last == "=Li"


def test_another_table_is_none_of_canvas():
    assert _read("Student,ID,Quiz (5)\nLi,1,4\n") is None
    assert _read("Name,Quiz\nLi,4\n") is None


def test_a_canvas_file_without_students_is_explained():
    with pytest.raises(Problem, match="without students"):
        _read("Student,ID,SIS Login ID,Section,Quiz (5)\n    Points Possible,,,,10\n")


@pytest.mark.parametrize(
    "rows",
    [
        "Manual Posting,,,,\n    Points Possible,,,,10\n1 Li,1,a,P1,9\n",
        "1 Li,1,a,P1,9\n    Points Possible,,,,10\nOz,2,b,P1,\n",
    ],
)
def test_the_points_row_is_found_below_others_and_in_a_sorted_file(rows):
    read = _read(f"Student,ID,SIS Login ID,Section,Quiz (77)\n{rows}")
    assert read.assessments[0].points_possible == 10
    assert "Points" not in {student.last for student in read.students}


def test_the_first_column_is_the_name_in_every_language():
    read = _read('Diák,ID,SIS-login-ID,Quiz (11)\n    Points Possible,,,10\n"Li, Wei",1,wei,9\n')
    assert (read.students[0].last, read.students[0].ids["canvas_id"]) == ("Li", "1")
