import io
import zipfile

import pytest

from plplanner.importing.read_file import read_gradebook
from plplanner.sharing.oneroster import oneroster_zip
from plplanner.sharing.rows import SharedScore
from plplanner.terms import ScoreStatus
from tests.sharing.shared_files import DAY, a_shared_class, a_student, a_ticket

ANN = a_student(1, "Li", "Ann", ids={"email": "ann@x.org", "canvas_id": "0042", "login": "ali"})
BO = a_student(2, "Öz, de", "Bo", suffix="Jr.", nickname="Bobo", ids={"sourced_id": "s9"})
QUIZ = a_ticket(7, "Exit ticket 3.NF.1", standards=("3.NF.1", "3.NF.2"))
MAP = a_ticket(8, "MAP, fall", possible=None)


def _read(shared):
    return read_gradebook(file_name="out.zip", content=oneroster_zip(shared, on=DAY))


def _score_back(**said):
    score = SharedScore(student_id=1, assessment_id=7, **{"possible": 5.0, **said})
    read = _read(a_shared_class(students=(ANN,), assessments=(QUIZ,), scores=(score,)))
    return read.scores[0][0]


def test_people_come_back_with_all_their_names_and_ids():
    ann, bo = _read(a_shared_class(students=(ANN, BO))).students
    assert (ann.last, ann.first, ann.section) == ("Li", "Ann", "Math 6")
    assert ann.ids == ANN.ids
    assert (bo.first, bo.suffix, bo.nickname, bo.ids) == ("Bo", "Jr.", "Bobo", {"sourced_id": "s9"})


def test_assessments_come_back_with_points_day_and_standards():
    quiz, test = _read(a_shared_class(students=(ANN,), assessments=(QUIZ, MAP))).assessments
    assert (quiz.title, quiz.points_possible, quiz.date) == ("Exit ticket 3.NF.1", 5, DAY)
    assert (quiz.standards, quiz.native_id) == (("3.NF.1", "3.NF.2"), None)
    assert (test.title, test.points_possible) == ("MAP, fall", None)


@pytest.mark.parametrize(
    "status",
    [
        ScoreStatus.EXCUSED,
        ScoreStatus.MISSING,
        ScoreStatus.ABSENT,
        ScoreStatus.INCOMPLETE,
        ScoreStatus.NOT_ASSIGNED,
        ScoreStatus.NONE,
    ],
)
def test_a_status_without_a_number_comes_back(status):
    back = _score_back(status=status)
    assert (back.status, back.points, back.possible) == (status, None, 5)


@pytest.mark.parametrize(
    "said",
    [
        {"points": 3.5, "percent": 70.0},
        {"points": 0.0, "percent": 0.0, "late": True},
        {"points": 4.0, "possible": 8.0, "percent": 50.0},
        {"percent": 62.5},
        {"scale_score": 212.0, "percentile": 61.0},
        {"level": "At Benchmark"},
        {"progress": 0.5, "mastered": False},
    ],
)
def test_every_kind_of_number_comes_back_as_what_it_is(said):
    back = _score_back(status=ScoreStatus.SCORED, **said)
    assert back.status is ScoreStatus.SCORED
    assert {name: getattr(back, name) for name in said} == said
    kinds = {"points", "percent", "scale_score", "percentile", "level", "progress"}
    assert all(getattr(back, name) is None for name in kinds - set(said))


def test_earlier_tries_come_back_and_the_newest_counts():
    tries = tuple(
        SharedScore(1, 7, ScoreStatus.SCORED, attempt=n, points=points, possible=5.0)
        for n, points in ((2, 4.0), (1, 2.0))
    )
    read = _read(a_shared_class(students=(ANN,), assessments=(QUIZ,), scores=tries))
    assert (read.scores[0][0].points, read.scores[0][0].attempts) == (4, (2, 4))


def test_the_same_class_gives_the_same_bytes():
    shared = a_shared_class(students=(ANN, BO), assessments=(QUIZ,))
    assert oneroster_zip(shared, on=DAY) == oneroster_zip(shared, on=DAY)


def test_every_file_of_the_manifest_is_there():
    packed = oneroster_zip(a_shared_class(students=(ANN,)), on=DAY)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        manifest = archive.read("manifest.csv").decode()
        bulk = {line[5:-5] for line in manifest.splitlines() if line.endswith(",bulk")}
        assert {name.removesuffix(".csv") for name in archive.namelist()} == bulk | {"manifest"}
        assert "2026-07-01" in archive.read("academicSessions.csv").decode()


def test_scores_of_people_who_are_not_handed_over_stay_here():
    score = SharedScore(99, 7, ScoreStatus.SCORED, points=1.0)
    read = _read(a_shared_class(students=(ANN,), assessments=(QUIZ,), scores=(score,)))
    assert read.scores[0][0].status is ScoreStatus.NONE
