from plplanner.gradebook.rows import Evidence
from plplanner.grouping.student_values import rank_of, value_of
from plplanner.terms import MasteryLevel


def test_half_a_percent_rounds_up_and_a_bare_level_has_a_place():
    assert value_of(Evidence(1, MasteryLevel.NEARLY, 62.5)) == 63
    assert value_of(Evidence(1, MasteryLevel.NEARLY)) == 70
    assert value_of(Evidence(1, MasteryLevel.NO_EVIDENCE)) is None


def test_levels_are_ranked_and_no_evidence_is_the_lowest():
    levels = (MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE)
    assert [rank_of(Evidence(1, level)) for level in levels] == [0, 1, 2]
    assert rank_of(Evidence(1, MasteryLevel.NO_EVIDENCE)) == 0
