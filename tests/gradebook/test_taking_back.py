import pytest

from plplanner.gradebook.taking_back import Fate, fate_of_score


@pytest.mark.parametrize(
    ("brought_by", "said_by", "has_memory", "fate"),
    [
        (1, 1, False, Fate.REMOVED), (1, None, False, Fate.REMOVED), (1, 1, True, Fate.PUT_BACK),
        (1, 2, False, Fate.KEPT), (1, 2, True, Fate.KEPT), (None, 1, False, Fate.EDITED),
        (None, None, True, Fate.EDITED), (None, None, False, Fate.UNTOUCHED),
        (2, 1, True, Fate.UNTOUCHED), (2, 2, False, Fate.UNTOUCHED),
    ],
)  # fmt: skip
def test_what_becomes_of_a_score_when_the_first_import_goes(brought_by, said_by, has_memory, fate):
    told = fate_of_score(1, brought_by=brought_by, said_by=said_by, has_memory=has_memory)
    assert told is fate
