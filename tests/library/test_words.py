import pytest

from plplanner.library.rows import ResourceRow
from plplanner.library.words import KIND_WORDS, MODE_WORDS, NEEDS_WORDS, needs_words
from plplanner.terms import GroupMode, ResourceKind


def a_row(*, device=False, internet=False):
    needs = (device, internet)
    return ResourceRow(
        1, "Strips", ResourceKind.GAME, None, "", None, "", GroupMode.ALONE, *needs, (), ()
    )


def test_every_kind_and_mode_has_words():
    assert set(KIND_WORDS) == set(ResourceKind)
    assert set(MODE_WORDS) == set(GroupMode)


@pytest.mark.parametrize(
    ("device", "internet", "words"),
    [
        (False, False, "Nothing"),
        (True, False, "Device"),
        (False, True, "Internet"),
        (True, True, "Device, internet"),
    ],
)
def test_what_must_be_at_hand_is_said_in_words(device, internet, words):
    assert needs_words(a_row(device=device, internet=internet)) == words
    said = [word for word, is_needed in (("device", device), ("internet", internet)) if is_needed]
    assert NEEDS_WORDS[" ".join(said)] == words
