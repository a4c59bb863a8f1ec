from plplanner.store.changes import Changes


def test_changes_name_their_tables():
    changes = Changes("Move item", frozenset({("playlist", 7), ("playlist_item", 1)}), 3)
    assert changes.tables == {"playlist", "playlist_item"}
