from dataclasses import replace

import pytest

from plplanner.importing.rows import ScoreRead
from plplanner.importing.same_score import is_same_score
from plplanner.terms import ScoreStatus

FOUR = ScoreRead(4.0, 5.0, 80.0, ScoreStatus.SCORED)


@pytest.mark.parametrize(
    "other",
    [
        {"points": 5.0},
        {"status": ScoreStatus.EXCUSED},
        {"late": True},
        {"possible": 8.0},
        {"level": "Proficient"},
        {"percentile": 50.0},
        {"progress": 0.5},
        {"mastered": True},
        {"attempts": (4.0, 4.0)},
    ],
)
def test_what_differs_is_another_score(other):
    assert not is_same_score(replace(FOUR, **other), FOUR)


@pytest.mark.parametrize(
    "other", [{"percent": 81.0}, {"possible": None}, {"points": 4.001}, {"attempts": (4.0,)}]
)
def test_what_says_nothing_new_is_the_same(other):
    assert is_same_score(replace(FOUR, **other), FOUR)


def test_a_retest_in_scale_scores_is_new_and_the_same_file_again_is_not():
    once = ScoreRead(status=ScoreStatus.SCORED, scale_score=210.0)
    twice = replace(once, attempts=(204.0, 210.0))
    assert not is_same_score(twice, once)
    assert is_same_score(twice, twice)
    assert is_same_score(once, twice)


def test_tries_are_the_same_as_long_as_none_is_new():
    stored = replace(FOUR, attempts=(3.0, 4.0))
    assert is_same_score(replace(FOUR, attempts=(None, 4.0)), stored)
    assert is_same_score(FOUR, stored)
    assert not is_same_score(replace(FOUR, attempts=(2.0, 4.0)), stored)
    assert not is_same_score(replace(FOUR, attempts=(3.0, 4.0, 4.0)), stored)
