import pytest

from plplanner.importing.read_file import read_gradebook
from plplanner.sharing.rows import SharedScore
from plplanner.sharing.score_table import score_table
from plplanner.sharing.table_files import table_file
from plplanner.terms import ScoreStatus
from tests.sharing.shared_files import DAY, a_shared_class, a_student, a_ticket

CMD = a_student(1, "", "=cmd()", ids={"email": "c@x.org", "org_defined_id": "0042"})
ANN = a_student(2, "de la Cruz", "Ann", suffix="Jr.", nickname="Bee", ids={"sis_user_id": "s9"})
BO = a_student(3, "Öz", "+Bo")
EXIT, SAME, HOME = (
    a_ticket(7, "=1+1"),
    a_ticket(8, "Exit ticket", possible=8, taken_on=None),
    a_ticket(9, "Exit ticket", possible=7.5),
)
SUFFIXES = [".csv", ".xlsx"]


def a_score(student, assessment, points=None, status=ScoreStatus.SCORED, **more):
    possible = more.pop("possible", assessment.points_possible)
    return SharedScore(student.id, assessment.id, status, points=points, possible=possible, **more)


def a_class(*scores, students=(CMD, ANN, BO), assessments=(EXIT, SAME, HOME)):
    return a_shared_class(students=students, assessments=assessments, scores=scores)


def read_back(shared, suffix):
    content = table_file(score_table(shared), suffix=suffix)
    return read_gradebook(file_name=f"Scores{suffix}", content=content)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_people_and_assessments_come_back_as_they_were(suffix):
    read = read_back(a_class(a_score(CMD, EXIT, 3.0)), suffix)
    cmd, ann, bo = read.students
    assert (cmd.last, cmd.first, cmd.display) == (None, "=cmd()", "=cmd()")
    assert cmd.ids == {"student_id": "0042", "email": "c@x.org"}
    assert (ann.last, ann.first, ann.suffix, ann.nickname) == ("de la Cruz", "Ann", "Jr.", "Bee")
    assert (bo.last, bo.first) == ("Öz", "+Bo")
    assert [(one.title, one.points_possible, one.date) for one in read.assessments] == [
        ("=1+1", 5, DAY),
        ("Exit ticket", 8, None),
        ("Exit ticket", 7.5, DAY),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_number_and_status_comes_back(suffix):
    scores = (
        a_score(CMD, EXIT, 0.0),
        a_score(ANN, EXIT, 4.5),
        a_score(BO, EXIT, status=ScoreStatus.MISSING),
        a_score(CMD, SAME, status=ScoreStatus.EXCUSED),
        a_score(ANN, SAME, 3.0, late=True),
        a_score(BO, SAME, status=ScoreStatus.INCOMPLETE),
        a_score(CMD, HOME, status=ScoreStatus.ABSENT),
        a_score(ANN, HOME, 3.0, possible=10.0),
        a_score(BO, HOME, status=ScoreStatus.NOT_ASSIGNED),
    )
    read = read_back(a_class(*scores), suffix)
    assert [[(one.status.value, one.points, one.late) for one in row] for row in read.scores] == [
        [("scored", 0, False), ("excused", None, False), ("absent", None, False)],
        [("scored", 4.5, False), ("scored", 3, True), ("scored", 3, False)],
        [("missing", None, False), ("incomplete", None, False), ("none", None, False)],
    ]
    assert read.scores[1][2].possible == 10
    assert read.ignored_columns == ()


def test_the_newest_try_counts():
    tries = (a_score(BO, EXIT, 4.0, attempt=2), a_score(BO, EXIT, 2.0, attempt=1))
    table = score_table(a_class(*tries, students=(BO,), assessments=(EXIT,)))
    assert table.rows == (
        ("Points possible", None, 5),
        ("Date", None, DAY.isoformat()),
        ("Öz", "+Bo", 4.0),
    )


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ({"percent": 62.5}, "62.5%"),
        ({"scale_score": 212.0, "percentile": 61.0}, 212.0),
        ({"level": "At Benchmark"}, "At Benchmark"),
        ({}, None),
    ],
)
def test_what_has_no_points_is_said_as_it_is_known(said, cell):
    table = score_table(a_class(a_score(BO, HOME, **said), students=(BO,), assessments=(HOME,)))
    assert table.rows[-1] == ("Öz", "+Bo", cell)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_scale_scores_come_back_as_scale_scores_and_never_as_points(suffix):
    test = a_ticket(7, "MAP Growth Fall", possible=None)
    scores = (
        a_score(CMD, test, scale_score=212.0, percentile=61.0),
        a_score(ANN, test, scale_score=98.5),
        a_score(BO, test, status=ScoreStatus.ABSENT), a_score(BO, HOME, 5.0),
    )  # fmt: skip
    shared = a_class(*scores, assessments=(test, HOME))
    assert score_table(shared).headings[-2:] == ("MAP Growth Fall (scale score)", "Exit ticket")
    read = read_back(shared, suffix)
    assert [(one.title, one.points_possible) for one in read.assessments] == [
        ("MAP Growth Fall", None), ("Exit ticket", 7.5),
    ]  # fmt: skip
    assert [(row[0].scale_score, row[0].points, row[0].status.value) for row in read.scores] == [
        (212, None, "scored"), (98.5, None, "scored"), (None, None, "absent"),
    ]  # fmt: skip
    assert (read.warnings, [one.about for one in read.questions]) == ((), ["blank"])


def test_scores_of_two_kinds_in_one_assessment_are_not_marked():
    scores = (a_score(CMD, HOME, scale_score=212.0), a_score(BO, HOME, 5.0))
    table = score_table(a_class(*scores, assessments=(HOME,)))
    assert table.headings[-1] == "Exit ticket"


def test_a_class_without_assessments_is_a_list_of_names():
    table = score_table(a_class(students=(CMD, BO), assessments=()))
    assert table.headings == ("Last name", "First name", "Student ID", "Email")
    assert table.rows == (("", "=cmd()", "0042", "c@x.org"), ("Öz", "+Bo", "", ""))
