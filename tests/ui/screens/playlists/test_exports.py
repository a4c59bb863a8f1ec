from datetime import date

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.terms import ItemRole, PlaylistUse, ResourceKind
from plplanner.ui.screens.playlists.exports import items_export, items_table

VIDEO = PlaylistItemRow(
    0, ItemRole.MUST, "Fractions on a line", ResourceKind.VIDEO, "Tablets", 8, None,
    needs_device=True, address="https://x.org/f", code="AB12",
)  # fmt: skip
WORDS = PlaylistItemRow(
    1, ItemRole.CHECK, "Explain it to a partner", None, "", None, None,
    needs_device=False, address="", code=None,
)  # fmt: skip
FRACTIONS = PlaylistRow(3, "Fractions: a/b", PlaylistUse.PRACTISE, None, (VIDEO, WORDS))


def test_the_items_are_a_table_in_their_order():
    table = items_table(FRACTIONS)
    assert table.headings == ("No.", "Role", "Item", "Kind", "Minutes", "Place", "Address")
    assert table.rows == (
        (1, "Must do", "Fractions on a line", "Video", 8, "Tablets", "https://x.org/f"),
        (2, "Check", "Explain it to a partner", "", None, "", ""),
    )


def test_the_file_is_named_after_the_playlist_and_the_day():
    export = items_export(FRACTIONS, on=date(2026, 11, 20))
    assert export.says == "Export the items of “Fractions: a/b”"
    assert export.stem == "Fractions a b, playlist, 2026-11-20"
    assert export.gather()(".csv").decode("utf-8-sig").startswith("No.,Role,Item,Kind")
