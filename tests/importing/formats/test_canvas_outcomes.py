import pytest

from plplanner.importing.formats.canvas_outcomes import read_canvas_outcomes
from plplanner.importing.read_csv import read_csv
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status

PLAIN = """Student name,Student ID,Math > 6.RP.A.1 result,Math > 6.RP.A.1 mastery points
Ann Li,410,2.75,3
Bo Ek,0411,3,3
Cy Oz,412,,3
"""


def _read(text):
    return read_canvas_outcomes((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _cells(read):
    return [[(c.points, c.mastered, c.status) for c in row] for row in read.scores]


def test_a_result_is_neither_percent_nor_out_of_a_maximum():
    read = _read(PLAIN)
    assert _cells(read) == [
        [(2.75, False, Status.SCORED)],
        [(3, True, Status.SCORED)],
        [(None, None, Status.NONE)],
    ]
    assert [(c.possible, c.percent) for row in read.scores for c in row] == [(None, None)] * 3
    assert "points_or_percent" not in [question.about for question in read.questions]


def test_the_path_is_the_title_and_its_code_the_standard():
    read = _read(PLAIN)
    assert [(a.title, a.standards) for a in read.assessments] == [
        ("Math > 6.RP.A.1", ("6.RP.A.1",))
    ]
    assert [(s.last, s.ids) for s in read.students][:2] == [
        ("Li", {"canvas_id": "410"}),
        ("Ek", {"canvas_id": "0411"}),
    ]


def test_mastery_points_are_left_out_with_a_reason():
    left = _read(PLAIN).ignored_columns
    assert [(c.header, c.why[:10]) for c in left] == [
        ("Math > 6.RP.A.1 mastery points", "From where")
    ]


def test_a_school_id_may_stand_between():
    read = _read(
        "Student name,Student ID,Student SIS ID,A > B result,A > B mastery points\n"
        "Ann Li,1,007,3,4\n"
    )
    assert read.students[0].ids == {"canvas_id": "1", "sis_user_id": "007"}
    assert _cells(read) == [[(3, False, Status.SCORED)]]


def test_another_language_with_decimal_commas():
    read = _read(
        "Nombre del estudiante;ID del estudiante;Mate > 6.NS.A.1 resultado;"
        "Mate > 6.NS.A.1 puntos de dominio\nAna Luz;9;2,5;3\nBo Ek;10;3,5;3\n"
    )
    assert [a.title for a in read.assessments] == ["Mate > 6.NS.A.1"]
    assert _cells(read) == [[(2.5, False, Status.SCORED)], [(3.5, True, Status.SCORED)]]


def test_a_result_nobody_can_read_is_flagged_and_not_judged():
    read = _read(PLAIN.replace("2.75", "4-Mar"))
    assert _cells(read)[0] == [(None, None, Status.NONE)]
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Math > 6.RP.A.1")]


def test_the_test_student_is_nobody():
    assert len(_read(f"{PLAIN}Test Student,999,4,3\n").students) == 3


def test_a_table_of_quizzes_is_none():
    assert _read("Student name,Student ID,Quiz 1,Quiz 2\nAnn Li,1,4,5\n") is None


def test_headings_without_students_are_explained():
    with pytest.raises(Problem, match="no student"):
        _read("Student name,Student ID,A result,A mastery points\n")


def test_results_may_follow_the_name_at_once():
    read = _read("Student name,A > B result,A > B mastery points\nAnn Li,3,3\n")
    assert _cells(read) == [[(3, True, Status.SCORED)]]


def test_a_column_of_the_teacher_before_or_between_takes_no_outcome_away():
    read = _read(
        "Period,Student name,Student ID,A > 6.RP.A.1 result,Mine,A > 6.RP.A.1 mastery points\n"
        "2,Ann Li,410,2.75,x,3\n"
    )
    assert _cells(read) == [[(2.75, False, Status.SCORED)]]
    student = read.students[0]
    assert (student.last, student.ids, student.section) == ("Li", {"canvas_id": "410"}, "2")


def test_in_another_order_the_id_is_the_column_that_says_so():
    read = _read(
        "Student name,A > 6.RP.A.1 mastery points,A > 6.RP.A.1 result,Student ID\n"
        "Ann Li,3,2.75,410\n"
    )
    assert (read.students[0].ids, _cells(read)[0][0][0]) == ({"canvas_id": "410"}, 2.75)
