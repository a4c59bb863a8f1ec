"""The right playlist for a group: what one does next, given where its members are."""

from collections.abc import Iterable

from plplanner.playlists.rows import PlaylistRow
from plplanner.terms import MasteryLevel, PlaylistUse

_USE_FOR_LEVEL = {
    MasteryLevel.NOT_YET: PlaylistUse.RETEACH,
    MasteryLevel.NEARLY: PlaylistUse.PRACTISE,
    MasteryLevel.SECURE: PlaylistUse.EXTEND,
    MasteryLevel.NO_EVIDENCE: PlaylistUse.PRACTISE,
}


def playlist_for_level(
    playlists: Iterable[PlaylistRow], *, standard_id: int, level: MasteryLevel
) -> PlaylistRow | None:
    """The playlist of a standard that suits a level; the nearest use where that one is missing.

    None when the standard has no playlist at all: then a card with plain steps is printed.
    """
    of_standard = [
        playlist
        for playlist in playlists
        if playlist.standard is not None and playlist.standard.id == standard_id
    ]
    wanted = _USE_FOR_LEVEL[level]
    order = list(PlaylistUse)
    return min(
        of_standard,
        key=lambda p: (abs(order.index(p.use) - order.index(wanted)), p.title, p.id),
        default=None,
    )
