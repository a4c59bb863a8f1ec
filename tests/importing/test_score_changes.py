from plplanner.importing.plan import plan_import
from plplanner.importing.rows import ClassImport, KnownAssessment, KnownStudent, ScoreRead
from plplanner.importing.score_changes import Touched, changed_scores, touched_by
from plplanner.terms import ScoreStatus
from tests.importing.files import read_text

READ = read_text("Name,Quiz /5,Exit /5\nAnn Li,3,5\nBo Ek,4,5\n")
STUDENTS = (KnownStudent(1, "Li", "Ann"), KnownStudent(2, "Ek", "Bo"))


def scored(points):
    return ScoreRead(points=points, possible=5, percent=points * 20, status=ScoreStatus.SCORED)


def part_of(read, **known):
    plan = plan_import(read, known_students=STUDENTS, **known)
    return ClassImport(7, "Math", "", (0, 1), plan)


def test_every_score_that_would_be_another_is_listed_with_what_it_was():
    assessments = (KnownAssessment(5, "Quiz /5", 5), KnownAssessment(6, "Exit /5", 5))
    scores = {(1, 5): scored(2.0), (2, 5): scored(4.0), (1, 6): scored(5.0), (2, 6): scored(5.0)}
    part = part_of(READ, known_assessments=assessments, known_scores=scores)
    (change,) = changed_scores([part])
    assert (change.student.read.first, change.title) == ("Ann", "Quiz /5")
    assert (change.before.points, change.after.points) == (2, 3)
    assert touched_by([part]) == Touched(frozenset({0}), frozenset({0}))


def test_everything_of_a_first_file_is_touched():
    part = part_of(READ)
    assert changed_scores([part]) == ()
    assert touched_by([part]) == Touched(frozenset({0, 1}), frozenset({0, 1}))
