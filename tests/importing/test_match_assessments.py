import pytest

from plplanner.importing.match_assessments import match_assessments
from plplanner.importing.rows import AssessmentRead, KnownAssessment


def ids(read, known):
    return [planned.known_id for planned in match_assessments(read, known)]


def test_the_own_id_decides_then_title_and_points():
    read = [AssessmentRead("Quiz", 5.0), AssessmentRead("New name", 8.0, native_id="7")]
    known = [KnownAssessment(1, "Old name", 8.0, "7"), KnownAssessment(2, "quiz", 5.0)]
    assert ids(read, known) == [2, 1]


def test_a_title_alone_is_enough_when_it_is_the_only_one():
    assert ids([AssessmentRead("Quiz", 8.0)], [KnownAssessment(1, "Quiz", 5.0)]) == [1]
    assert ids([AssessmentRead("Quiz", None)], [KnownAssessment(1, "Quiz", 5.0)]) == [1]


@pytest.mark.parametrize(
    ("read", "known"),
    [
        ([AssessmentRead("Quiz", 8.0)], [("Quiz", 5.0), ("Quiz", 6.0)]),
        ([AssessmentRead("Quiz", 8.0), AssessmentRead("Quiz", 9.0)], [("Quiz", 5.0)]),
    ],
)
def test_a_title_that_several_bear_decides_nothing(read, known):
    rows = [KnownAssessment(i, *one) for i, one in enumerate(known)]
    assert ids(read, rows) == [None] * len(read)


def test_two_different_ids_speak_against_an_equal_title():
    read = [AssessmentRead("Quiz", 5.0, native_id="8")]
    assert ids(read, [KnownAssessment(1, "Quiz", 5.0, "7")]) == [None]


def test_a_column_renamed_in_the_gradebook_is_said_to_be_renamed():
    read = [AssessmentRead("Quiz 2", 5.0, native_id="7")]
    (planned,) = match_assessments(read, [KnownAssessment(1, "Quiz", 5.0, "7", "Quiz")])
    assert planned.renamed_from == "Quiz"


def test_what_the_teacher_renamed_is_found_by_its_old_title_and_keeps_hers():
    read = [AssessmentRead("Quiz", 5.0)]
    (planned,) = match_assessments(read, [KnownAssessment(1, "Ratios", 5.0, None, "Quiz")])
    assert (planned.known_id, planned.renamed_from) == (1, "")
