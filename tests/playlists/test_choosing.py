import pytest

from plplanner.library.rows import StandardRow
from plplanner.playlists.choosing import playlist_for_level
from plplanner.playlists.rows import PlaylistRow
from plplanner.terms import MasteryLevel, PlaylistUse

STANDARD = StandardRow(1, "3.NF.A.1", "", None, {})
OTHER = StandardRow(2, "3.NF.A.2", "", None, {})


def a_playlist(number, use, standard=STANDARD):
    return PlaylistRow(number, f"List {number}", use, standard, ())


ALL = tuple(a_playlist(n, use) for n, use in enumerate(PlaylistUse, 1))


@pytest.mark.parametrize(
    ("level", "use"),
    [
        (MasteryLevel.NOT_YET, PlaylistUse.RETEACH),
        (MasteryLevel.NEARLY, PlaylistUse.PRACTISE),
        (MasteryLevel.SECURE, PlaylistUse.EXTEND),
        (MasteryLevel.NO_EVIDENCE, PlaylistUse.PRACTISE),
    ],
)
def test_a_level_decides_what_one_does_next(level, use):
    for order in (ALL, ALL[::-1]):
        assert playlist_for_level(order, standard_id=1, level=level).use is use


def test_the_nearest_use_stands_in_for_one_that_is_missing():
    found = playlist_for_level(ALL[:2], standard_id=1, level=MasteryLevel.SECURE)
    assert found.use is PlaylistUse.PRACTISE


def test_of_two_that_fit_the_first_title_is_taken_whatever_their_order():
    twins = (a_playlist(8, PlaylistUse.EXTEND), a_playlist(7, PlaylistUse.EXTEND))
    for order in (twins, twins[::-1]):
        assert playlist_for_level(order, standard_id=1, level=MasteryLevel.SECURE).id == 7


def test_a_standard_without_a_playlist_has_none():
    others = (a_playlist(1, PlaylistUse.RETEACH, OTHER), a_playlist(2, PlaylistUse.RETEACH, None))
    assert playlist_for_level(others, standard_id=1, level=MasteryLevel.NOT_YET) is None
