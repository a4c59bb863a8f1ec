"""What the Playlists room saves as a file beside its list: the items of one playlist."""

from datetime import date
from functools import partial

from plplanner.library.words import KIND_WORDS
from plplanner.playlists.rows import PlaylistRow
from plplanner.sharing.file_names import file_stem
from plplanner.sharing.table_files import TableToShare
from plplanner.ui.exports import Export, table_export
from plplanner.ui.screens.playlists.detail import ROLE_WORDS

_HEADINGS = ("No.", "Role", "Item", "Kind", "Minutes", "Place", "Address")


def items_export(playlist: PlaylistRow, *, on: date) -> Export:
    """The items in order, under the name of the playlist and the day."""
    stem = file_stem(playlist.title, "playlist", on.isoformat())
    says = f"Export the items of “{playlist.title}”"
    return table_export(says, stem, partial(items_table, playlist))


def items_table(playlist: PlaylistRow) -> TableToShare:
    """One row per item; what an item does not say is blank."""
    return TableToShare(
        _HEADINGS,
        tuple(
            (
                number,
                ROLE_WORDS[item.role],
                item.title,
                KIND_WORDS[item.kind] if item.kind else "",
                item.minutes,
                item.place,
                item.address,
            )
            for number, item in enumerate(playlist.items, start=1)
        ),
    )
