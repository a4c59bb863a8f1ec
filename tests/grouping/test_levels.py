from plplanner.grouping.levels import shared_level
from plplanner.terms import MasteryLevel
from tests.grouping.builders import a_student


def test_a_tie_of_levels_goes_to_the_one_that_needs_more():
    assert shared_level([a_student(0, 1), a_student(1, 5)]) is MasteryLevel.NOT_YET
    assert shared_level([a_student(0, None), a_student(1, 5)]) is MasteryLevel.SECURE
    assert shared_level([a_student(0, None)]) is MasteryLevel.NO_EVIDENCE
