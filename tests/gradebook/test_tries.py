from plplanner.gradebook.rows import ScoreToSave
from plplanner.gradebook.tries import percent_of, tries_of
from plplanner.terms import ScoreStatus
from tests.builders import NOW


def rows_of(stored=None, **score):
    new = ScoreToSave(7, 9, ScoreStatus.SCORED, **score)
    return {
        attempt: (values["points"], values["scale_score"], values["percent"])
        for attempt, values in tries_of(new, stored or {}, 1, NOW)
    }


def test_one_try_is_one_row_with_everything_the_score_says():
    ((attempt, values),) = tries_of(
        ScoreToSave(7, 9, ScoreStatus.MISSING, late=True), {}, import_id=4, entered_at=NOW
    )
    assert (attempt, values["status"], values["late"]) == (1, "missing", True)
    assert (values["gradebook_import_id"], values["last_import_id"]) == (4, 4)


def test_earlier_tries_of_points_get_their_percent():
    assert rows_of(points=5, possible=5, percent=100, attempts=(3, None, 5)) == {
        3: (5, None, 100), 1: (3, None, 60),
    }  # fmt: skip


def test_earlier_tries_of_a_test_without_points_are_scale_scores():
    assert rows_of(scale_score=210, attempts=(204, 210)) == {
        2: (None, 210, None), 1: (None, 204, None),
    }  # fmt: skip


def test_a_try_that_is_stored_just_so_is_not_written_again():
    stored = {1: ScoreToSave(7, 9, ScoreStatus.SCORED, scale_score=204)}
    assert list(rows_of(stored, scale_score=210, attempts=(204, 210))) == [2]
    assert list(rows_of(stored, scale_score=210, attempts=(205, 210))) == [2, 1]


def test_percent_needs_points_and_those_possible():
    assert percent_of(2, 3) == 66.67
    assert percent_of(None, 3) is None
    assert percent_of(2, 0) is None
