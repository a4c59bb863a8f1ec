from datetime import date, timedelta

import pytest

from plplanner.gradebook.mastery import (
    DEFAULT_SCALE,
    MasteryScale,
    cut_words,
    evidence_on_assessment,
    evidence_on_standard,
    level_of_percent,
    level_of_points,
    no_evidence,
    points_cut,
)
from plplanner.gradebook.rows import Evidence, ScoreRow
from plplanner.terms import MasteryLevel, ScoreStatus

FRIDAY = date(2026, 11, 20)
SECURE, NEARLY, NOT_YET = MasteryLevel.SECURE, MasteryLevel.NEARLY, MasteryLevel.NOT_YET


def a_score(points=None, possible=5.0, *, days_ago=0, percent=None, status=None, **more):
    scored = points is not None or percent is not None
    return ScoreRow(
        student_id=more.get("student", 1),
        assessment_id=more.get("assessment", 1),
        points=points,
        possible=possible,
        percent=percent,
        status=status or (ScoreStatus.SCORED if scored else ScoreStatus.NONE),
        taken_on=None if days_ago is None else FRIDAY - timedelta(days=days_ago),
        mastered=more.get("mastered"),
    )


def on_assessment(*scores, scale=DEFAULT_SCALE):
    return evidence_on_assessment(scores, scale)[0]


def on_standard(*scores):
    return evidence_on_standard(scores, on=FRIDAY)[0]


@pytest.mark.parametrize(
    ("items", "secure", "nearly"),
    [(1, 1, 1), (3, 3, 2), (4, 4, 3), (5, 4, 3), (6, 5, 4), (8, 7, 5), (10, 8, 6), (20, 16, 12)],
)
def test_cuts_are_whole_items_rounded_up(items, secure, nearly):
    assert points_cut(0.80, items) == secure
    assert points_cut(0.60, items) == nearly


def test_cuts_are_exact_where_binary_fractions_are_not():
    assert points_cut(0.7, 10) == 7
    assert points_cut(0.55, 100) == 55
    assert level_of_percent(80.0) is SECURE
    assert level_of_percent(79.99) is NEARLY


def test_a_cut_is_never_above_the_points_possible():
    assert points_cut(0.80, 0.5) == 0.5


def test_the_cut_is_said_in_raw_points():
    assert cut_words(0.80, 5) == "4 of 5"
    assert cut_words(0.60, 12.5) == "8 of 12.5"


def test_half_a_point_under_the_cut_is_under_the_cut():
    assert level_of_points(4, 5) is SECURE
    assert level_of_points(3.5, 5) is NEARLY
    assert level_of_points(2.5, 5) is NOT_YET


def test_a_scale_with_cuts_out_of_order_is_refused():
    with pytest.raises(ValueError, match="cuts out of order"):
        MasteryScale(secure=0.5, nearly=0.6)


def test_another_scale_moves_the_cuts():
    strict = MasteryScale(secure=0.9, nearly=0.7)
    assert on_assessment(a_score(8, 10), scale=strict).level is NEARLY


@pytest.mark.parametrize(
    ("points", "level", "borderline"),
    [
        (0, NOT_YET, False),
        (1, NOT_YET, False),
        (2, NOT_YET, True),
        (3, NEARLY, True),
        (4, SECURE, True),
        (5, SECURE, False),
    ],
)
def test_borderline_means_one_item_either_way_changes_the_level(points, level, borderline):
    evidence = on_assessment(a_score(points))
    assert (evidence.level, evidence.borderline) == (level, borderline)


@pytest.mark.parametrize(
    ("points", "borderline"), [(74, False), (75, True), (84, True), (85, False)]
)
def test_on_a_long_test_one_item_is_a_twentieth(points, borderline):
    assert on_assessment(a_score(points, 100)).borderline is borderline


def test_a_scored_zero_is_a_score():
    evidence = on_assessment(a_score(0))
    assert evidence == Evidence(1, NOT_YET, 0.0, 0, 5.0, False, 1, FRIDAY)


@pytest.mark.parametrize("status", [one for one in ScoreStatus if one is not ScoreStatus.SCORED])
def test_every_other_status_says_nothing_whatever_stands_in_the_cell(status):
    assert on_assessment(a_score(0, status=status)) == no_evidence(1, status)


def test_a_percent_without_points_has_a_level_and_no_points():
    evidence = on_assessment(a_score(percent=62.0, possible=None))
    assert (evidence.level, evidence.percent, evidence.points) == (NEARLY, 62.0, None)
    assert evidence.borderline


def test_without_a_score_that_counts_the_reason_is_kept():
    excused = ScoreRow(1, 1, None, 5, None, ScoreStatus.EXCUSED, None)
    evidence = on_assessment(excused)
    assert (evidence.level, evidence.status) == (MasteryLevel.NO_EVIDENCE, ScoreStatus.EXCUSED)


def test_what_is_close_is_named_lower_one_first():
    assert on_assessment(a_score(3, 5)).close_to == (NOT_YET, SECURE)
    assert on_assessment(a_score(12, 20)).close_to == (NOT_YET,)
    assert on_assessment(a_score(5, 5)).close_to == ()


def test_points_without_a_possible_are_no_evidence():
    assert on_assessment(a_score(7, None)) == no_evidence(1)
    assert on_assessment(a_score(7, 0.0)) == no_evidence(1)


def test_extra_credit_is_at_most_the_whole():
    evidence = on_assessment(a_score(6, 5))
    assert (evidence.percent, evidence.points) == (100.0, 6)


def test_every_student_named_gets_one_evidence_in_order():
    scores = [a_score(5, student=2), a_score(None, student=1), a_score(1, student=3)]
    assert [one.student_id for one in evidence_on_assessment(scores)] == [2, 1, 3]


def test_one_score_on_a_standard_is_that_score():
    assert on_standard(a_score(3)) == on_assessment(a_score(3))


def test_the_estimate_is_65_newest_and_35_mean_of_the_ones_before():
    evidence = on_standard(
        a_score(1, 4, days_ago=9, assessment=1),
        a_score(2, 4, days_ago=6, assessment=2),
        a_score(3, 4, days_ago=3, assessment=3),
        a_score(3.5, 4, assessment=4),
    )
    assert evidence.percent == 2.975 / 4 * 100
    assert (evidence.points, evidence.count, evidence.taken_on) == (3.5, 4, FRIDAY)


def test_scores_stand_in_order_of_the_day_taken_not_of_the_day_entered():
    make_up_entered_late = a_score(0, days_ago=10, assessment=9)
    newest = a_score(5, days_ago=1, assessment=2)
    expected = on_standard(make_up_entered_late, newest)
    assert expected == on_standard(newest, make_up_entered_late)
    assert (expected.percent, expected.points) == (65.0, 5)


def test_exactly_at_the_cut_over_several_scores_is_secure():
    assert on_standard(a_score(4, days_ago=4, assessment=2), a_score(4)).level is SECURE


def test_four_then_three_of_five_is_nearly_and_borderline():
    evidence = on_standard(a_score(4, days_ago=4), a_score(3, assessment=2))
    assert (evidence.level, evidence.borderline) == (NEARLY, True)


def test_the_window_is_45_days_both_ends_included():
    assert on_standard(a_score(1, days_ago=45)).count == 1
    assert on_standard(a_score(1, days_ago=46)) == no_evidence(1)
    assert on_standard(a_score(1, days_ago=-1)) == no_evidence(1)


def test_only_the_last_five_scores_count():
    old = a_score(0, days_ago=30, assessment=1)
    newer = [a_score(5, days_ago=day, assessment=10 - day) for day in range(5)]
    evidence = on_standard(old, *newer)
    assert (evidence.percent, evidence.count) == (100.0, 5)


def test_an_undated_score_counts_as_the_oldest():
    evidence = on_standard(a_score(0, days_ago=None, assessment=9), a_score(5, days_ago=20))
    assert (evidence.percent, evidence.count) == (65.0, 2)


def test_an_absence_between_two_scores_is_passed_over():
    with_gap = on_standard(
        a_score(2, days_ago=8),
        a_score(None, days_ago=4, status=ScoreStatus.ABSENT),
        a_score(4, assessment=3),
    )
    assert (with_gap.count, with_gap.percent) == (2, 66.0)


def an_outcome(mastered, *, points=2.75, days_ago=0):
    scored = ScoreStatus.SCORED
    return a_score(points, None, mastered=mastered, days_ago=days_ago, status=scored)


@pytest.mark.parametrize(("mastered", "level"), [(True, SECURE), (False, NOT_YET)])
def test_an_outcome_says_itself_whether_it_is_mastered(mastered, level):
    found = on_assessment(an_outcome(mastered))
    assert found == Evidence(1, level, count=1, taken_on=FRIDAY)
    assert on_standard(an_outcome(mastered)) == found


def test_points_of_points_possible_count_before_an_outcome_s_word():
    assert on_assessment(a_score(5, mastered=False)).level is SECURE


def test_an_outcome_stands_alone_and_never_enters_an_average():
    older = a_score(5, days_ago=7)
    assert on_standard(older, an_outcome(False)) == on_standard(an_outcome(False))
    newest = a_score(3, days_ago=0, assessment=2)
    assert on_standard(an_outcome(True, days_ago=7), newest) == on_standard(newest)


def test_points_on_a_scale_nobody_knows_say_nothing():
    unknown = a_score(2.75, None)
    assert on_assessment(unknown).level is MasteryLevel.NO_EVIDENCE
