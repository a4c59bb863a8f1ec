import datetime

import pytest

from plplanner.importing.formats.nwea import read_nwea
from plplanner.problems import Problem
from tests.importing.tables import a_table, shown, table_of_rows

FALL, WINTER = "Fall 2026-2027", "Winter 2026-2027"
STUDENTS = a_table(
    "TermName,StudentLastName,StudentFirstName,StudentID,Grade\n"
    f"{FALL},Li,Ann,007,6\n{FALL},Ek,Bo,8,6\n{WINTER},Li,Ann,007,6\n",
    name="StudentsBySchool.csv",
)


def result(student="007", *, term=FALL, rit="214", day="09/16/2026", goals=(), **more):
    row = {
        "TermName": term,
        "StudentID": student,
        "Subject": "Mathematics",
        "TestName": "Growth: Math 6+",
        "TestStartDate": day,
        "TestStartTime": "08:54:50",
        "TestRITScore": rit,
        "TestPercentile": "60",
        "PercentCorrect": "54",
    }
    for number, (name, score) in enumerate(goals, start=1):
        row |= {f"Goal{number}Name": name, f"Goal{number}RitScore": score}
    return row | more


def _read(*rows, others=(STUDENTS,)):
    results = table_of_rows(*rows, name="AssessmentResults.csv")
    return read_nwea((results, *others), file_name="cdf")


def test_rit_scores_and_percentile_ranks_are_neither_points_nor_percent():
    read = _read(result(goals=[("Geometry", "211")]))
    whole, goal = read.scores[0]
    assert (whole.scale_score, whole.percentile, goal.scale_score) == (214, 60, 211)
    assert (whole.points, whole.percent, goal.percentile) == (None, None, None)
    assert [a.title for a in read.assessments] == ["Growth: Math 6+", "Geometry"]
    assert read.assessments[0].date == datetime.date(2026, 9, 16)


def test_names_come_from_the_list_and_untested_students_stay():
    read = _read(result())
    assert [(s.last, s.ids["student_id"], s.grade) for s in read.students] == [
        ("Li", "007", "6"),
        ("Ek", "8", "6"),
    ]
    assert read.scores[1][0].status.value == "none"
    assert read.warnings == ()


def test_each_term_is_an_assessment_of_its_own():
    goals = [("Geometry", "211")]
    read = _read(result(goals=goals), result(term=WINTER, rit="220", day="01/12/2027", goals=goals))
    assert [a.title for a in read.assessments] == [
        f"Growth: Math 6+ ({FALL})",
        f"Geometry ({FALL})",
        f"Growth: Math 6+ ({WINTER})",
        f"Geometry ({WINTER})",
    ]
    assert shown(read.scores, "scale_score")[0] == [214, 211, 220, 211]


def test_the_fall_test_imported_alone_is_the_same_assessment():
    alone, both = _read(result()), _read(result(), result(term=WINTER))
    assert alone.assessments[0].native_id == both.assessments[0].native_id
    assert alone.assessments[0].native_id != both.assessments[1].native_id


def test_two_tests_of_one_term_stay_apart():
    reading = {"Subject": "Reading", "TestName": "Growth: Reading 6+"}
    read = _read(result(), result("8", rit="201", **reading))
    assert [a.title for a in read.assessments] == ["Growth: Math 6+", "Growth: Reading 6+"]
    assert shown(read.scores, "scale_score") == [[214, None], [None, 201]]


def test_the_latest_test_of_a_term_counts():
    read = _read(result(rit="220", day="09/20/2026"), result(rit="214"))
    assert read.scores[0][0].scale_score == 220


def test_results_alone_name_students_by_id():
    read = _read(result(), result("8"), others=())
    assert [(s.last, s.first, s.display) for s in read.students] == [
        (None, None, "007"),
        (None, None, "8"),
    ]
    assert "StudentsBySchool" in read.warnings[0].message


def test_one_combined_file_has_names_beside_the_results():
    read = _read(result(StudentLastName="Li", StudentFirstName="Ann"), others=())
    assert (read.students[0].last, read.students[0].first) == ("Li", "Ann")


def test_classes_come_from_the_list_of_classes():
    classes = a_table("TermName,StudentID,ClassName\nFall,007,Math P2\nFall,99,Art\n", name="C.csv")
    read = _read(result(), others=(classes, STUDENTS))
    assert [(s.last, s.section) for s in read.students] == [("Li", "Math P2"), ("Ek", None)]


def test_older_exports_call_the_test_otherwise():
    row = result()
    del row["TestName"], row["Subject"], row["TestPercentile"]
    read = _read(row | {"MeasurementScale": "Mathematics"})
    assert read.assessments[0].title == "Mathematics"
    assert read.scores[0][0].percentile is None


def test_a_damaged_rit_score_is_flagged():
    read = _read(result(rit="2.14E+02"))
    assert read.unread == {(0, 0)}
    assert (read.warnings[0].row, read.warnings[0].column) == (2, "TestRITScore")


def test_a_file_without_results_is_not_mine():
    assert read_nwea((STUDENTS,), file_name="cdf") is None


def test_results_without_students_are_explained():
    with pytest.raises(Problem, match="without students"):
        read_nwea((a_table("TermName,StudentID,TestRITScore\n"),), file_name="cdf")
