import pytest

from plplanner.library.codes import is_same_standard, search_code


@pytest.mark.parametrize(
    "spelling",
    ["CCSS.MATH.CONTENT.6.RP.A.1", "6.RP.A.1", "6-RP-A-1", "6 rp a 1", " 6.RP.A.1. ", "6.RP.A(1)"],
)
def test_every_spelling_folds_to_one(spelling):
    assert search_code(spelling) == "6.RP.A.1"


@pytest.mark.parametrize(
    ("one", "other"),
    [("6.RP.1", "6.RP.A.1"), ("6.RP.A.1", "6.rp.1"), ("CCSS.ELA-LITERACY.RL.3.1", "RL.3.1")],
)
def test_the_cluster_letter_may_be_left_out(one, other):
    assert is_same_standard(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("6.RP.A.1", "6.RP.B.1"),
        ("6.RP.A.1", "6.RP.A.2"),
        ("6.RP.A.1", "6.RP.A.1.B.C"),
        ("6.RP", "6.RP.1"),
        ("6.RP.1", "6.NS.1"),
    ],
)
def test_different_standards_stay_different(one, other):
    assert not is_same_standard(one, other)
