import pytest

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale, level_of_points
from plplanner.gradebook.rows import Evidence
from plplanner.grouping.rows import StudentToGroup
from plplanner.grouping.score_strip import cut_spoken, cuts_spoken, scale_at, strip_of
from plplanner.terms import MasteryLevel
from tests.grouping.builders import a_student


def a_class(*points, possible=5):
    return [a_student(number, one, possible=possible) for number, one in enumerate(points)]


def test_a_bar_for_every_point_and_none_for_who_has_no_score():
    strip = strip_of(a_class(0, 2, 2.5, 5, None), DEFAULT_SCALE)
    assert strip.bars == (1, 0, 2, 0, 0, 1)
    assert (strip.nearly, strip.secure, strip.possible) == (3, 4, 5)
    assert cuts_spoken(strip) == "Secure from 4 of 5, nearly from 3 of 5"


def test_scores_without_points_in_common_stand_in_percent():
    mixed = [
        StudentToGroup(n, str(n), str(n), Evidence(n, MasteryLevel.NEARLY, percent, count=2))
        for n, percent in enumerate((60.0, 79.9, 100.0))
    ]
    strip = strip_of(mixed, DEFAULT_SCALE)
    assert [step for step, count in enumerate(strip.bars) if count] == [12, 15, 20]
    assert (strip.possible, strip.nearly, strip.secure) == (None, 12, 16)
    assert cut_spoken(strip, 16) == "80 %"


@pytest.mark.parametrize("possible", range(1, 21))
def test_a_cut_put_at_a_point_is_the_cut_at_that_point(possible):
    strip = strip_of(a_class(1, possible=possible), DEFAULT_SCALE)
    for secure in range(1, possible + 1):
        scale = scale_at(strip, nearly=1, secure=secure)
        again = strip_of(a_class(1, possible=possible), scale)
        assert (again.nearly, again.secure) == (1, secure)
        assert level_of_points(secure, possible, scale) is MasteryLevel.SECURE
        assert level_of_points(secure - 0.5, possible, scale) is not MasteryLevel.SECURE


def test_cuts_stay_in_order_and_inside():
    strip = strip_of(a_class(1, 2), DEFAULT_SCALE)
    assert scale_at(strip, nearly=5, secure=2) == MasteryScale(secure=0.4, nearly=0.4)
    assert scale_at(strip, nearly=0, secure=9) == MasteryScale(secure=1.0, nearly=0.2)


def test_a_class_without_scores_has_an_empty_strip():
    assert sum(strip_of(a_class(None), DEFAULT_SCALE).bars) == 0
