from datetime import date

from plplanner.importing.known_scores import StoredClass, StoredTry, with_stored
from plplanner.importing.rows import KnownAssessment, KnownClass, KnownPlanner
from plplanner.terms import ScoreStatus

KNOWN = KnownPlanner((KnownClass(7, "Math", ""), KnownClass(8, "Art", "")))
QUIZ = KnownAssessment(5, "Quiz", 5)


def a_try(row_id, attempt, points, *, day=None):
    return StoredTry(
        row_id, 1, 5, attempt, "scored", False, points, 5.0, points and points * 20, None, None,
        None, None, None, day,
    )  # fmt: skip


def test_the_newest_try_counts_and_knows_the_others():
    day = date(2026, 11, 20)
    stored = StoredClass(7, (QUIZ,), (a_try(10, 3, 4.0, day=day), a_try(11, 1, 2.0)))
    math, art = with_stored(KNOWN, [stored]).classes
    assert math.assessments == (QUIZ,)
    assert math.scores[1, 5].points == 4
    assert math.scores[1, 5].attempts == (2.0, None, 4.0)
    assert math.scores[1, 5].status is ScoreStatus.SCORED
    assert math.score_days == {(1, 5): day}
    assert art.scores == {}


def test_tries_of_a_test_without_points_are_known_by_their_scale_scores():
    tries = tuple(a_try(n, n, None)._replace(percent=None, scale_score=200.0 + n) for n in (1, 2))
    (math, _) = with_stored(KNOWN, [StoredClass(7, (), tries)]).classes
    assert (math.scores[1, 5].scale_score, math.scores[1, 5].attempts) == (202, (201, 202))


def test_a_single_try_has_no_attempts():
    (math, _) = with_stored(KNOWN, [StoredClass(7, (), (a_try(10, 1, 3.0),))]).classes
    assert math.scores[1, 5].attempts == ()
