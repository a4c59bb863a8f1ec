from plplanner.importing.answers import is_above, settle_scores
from plplanner.importing.rows import ScoreRead
from plplanner.terms import ScoreStatus
from tests.importing.files import ANN, BO, CY, read_rows

PLAIN = {
    "blank": ScoreStatus.NONE,
    "marks": {},
    "percent": False,
    "extra_credit": False,
}


def settled(read, **answers):
    return settle_scores(read, read.source, (3,), **{**PLAIN, **answers})


def test_without_answers_every_score_is_the_very_same():
    read = read_rows((*ANN, "4"), (*BO, ""))
    found = settled(read)
    assert [row[0] is before[0] for row, before in zip(found.scores, read.scores, strict=True)]
    assert not found.cells and not found.left_out


def test_a_blank_may_mean_not_handed_in_or_zero():
    read = read_rows((*ANN, ""), (*BO, "5"))
    missing = settled(read, blank=ScoreStatus.MISSING).scores
    assert [row[0].status for row in missing] == [ScoreStatus.MISSING, ScoreStatus.SCORED]
    zero = settled(read, blank=ScoreStatus.SCORED).scores[0][0]
    assert (zero.points, zero.percent, zero.possible) == (0, 0, 5)


def test_a_mark_means_what_the_teacher_says_and_is_settled():
    read = read_rows((*ANN, "zz"), (*BO, "5"))
    found = settled(read, marks={"zz": ScoreStatus.ABSENT})
    assert found.scores[0][0].status is ScoreStatus.ABSENT
    assert found.cells == {(0, 0)}
    assert found.warnings == {(3, "Exit ticket")}


def test_scores_above_the_points_stay_out_unless_they_are_extra_credit():
    read = read_rows((*ANN, "6"), (*BO, "5"), (*CY, "2"))
    assert settled(read).left_out == {(0, 0)}
    assert settled(read).scores[0][0] == ScoreRead(possible=5)
    assert settled(read, extra_credit=True).scores[0][0].points == 6


def test_bare_numbers_may_be_percents():
    read = read_rows((*ANN, "80"), (*BO, "50"), possible="")
    score = settled(read, percent=True).scores[0][0]
    assert (score.points, score.percent) == (None, 80)


def test_above_needs_both_numbers():
    assert is_above(ScoreRead(points=6, possible=5))
    assert not is_above(ScoreRead(points=6))
    assert not is_above(ScoreRead(points=5, possible=5))
