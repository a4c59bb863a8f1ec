import pytest
from PySide6.QtCore import Qt

from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind
from plplanner.ui.screens.playlists.detail import PlaylistDetail, drop_row

GAME = PlaylistItemRow(
    0, ItemRole.MUST, "<b>Match", ResourceKind.GAME, "table 3", 10, GroupMode.PAIR, True, "", None
)
TALK = PlaylistItemRow(1, ItemRole.CHECK_IN, "Show your teacher", None, "", None, None, False, "", None)  # noqa: E501 # fmt: skip
GONE = PlaylistItemRow(2, ItemRole.MAY, "", None, "", None, None, False, "", None)
STANDARD = StandardRow(1, "3.NF.A.1", "Unit fractions", "I can name a unit fraction.", {})
LIST = PlaylistRow(1, "Build", PlaylistUse.RETEACH, STANDARD, (GAME, TALK, GONE))


@pytest.fixture
def detail(theme, qtbot):
    made = PlaylistDetail(theme)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_playlist(LIST)
    made.show()
    made.activateWindow()
    made.items.setFocus()
    return made


def test_items_say_their_part_place_and_minutes():
    row = drop_row(GAME)
    assert (row.title, row.pill, row.end) == ("<b>Match", "Must do", "10 min")
    assert row.about == "table 3 · in pairs · device"
    assert drop_row(TALK).spoken == "Show your teacher, Check-in"
    assert drop_row(GONE).title == "The resource was removed. This line never prints."


def test_the_head_says_standard_use_and_sentence(detail):
    assert detail.title.field.text() == "Build"
    assert detail.about.text() == "3.NF.A.1 · to reteach · I can name a unit fraction."
    assert detail.total.text() == "10 min of must-do and checks, 1 to choose from"
    detail.show_playlist(PlaylistRow(2, "Bare", PlaylistUse.EXTEND, None, ()))
    assert detail.about.text() == "No standard · to extend"
    assert detail.total.text() == "Nothing on it yet. Add the first item below."


def test_items_are_moved_and_taken_off_by_key_and_by_button(detail, qtbot):
    told = []
    detail.item_moved.connect(lambda *what: told.append(what))
    detail.item_removed.connect(told.append)
    qtbot.keyClick(detail.items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    detail.items.setCurrentIndex(detail.items.rows.index(1))
    for act in (detail.up, detail.down, detail.off):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert told == [(0, 1), (1, 0), (1, 2), 1]


def test_an_item_is_wanted_with_its_part_and_never_without_words(detail, qtbot):
    told = []
    detail.item_wanted.connect(lambda *what: told.append(what))
    detail.role.setCurrentText("May do")
    qtbot.keyClick(detail.new_item, Qt.Key.Key_Return)
    qtbot.keyClicks(detail.new_item, "My idea")
    qtbot.keyClick(detail.new_item, Qt.Key.Key_Return)
    qtbot.mouseClick(detail.add, Qt.MouseButton.LeftButton)
    assert told == [("My idea", ItemRole.MAY)] * 2


def test_typing_an_item_completes_to_a_resource(detail):
    row = ResourceRow(
        1, "Fold", ResourceKind.GAME, None, "", None, "", GroupMode.ALONE, False, False, (), ()
    )
    detail.offer_resources((row,))
    completer = detail.new_item.completer()
    completer.setCompletionPrefix("ol")
    assert completer.currentCompletion() == "Fold"
    detail.offer_resources((row,))
    assert detail.new_item.completer() is completer, "the same resources, the same list"


def test_another_playlist_begins_at_its_first_item(detail):
    detail.items.setCurrentIndex(detail.items.rows.index(2))
    detail.show_playlist(LIST)
    assert detail.items.currentIndex().row() == 2
    detail.show_playlist(PlaylistRow(5, "Other", PlaylistUse.EXTEND, None, (GAME, TALK)))
    assert detail.items.currentIndex().row() == 0
    detail.show_playlist(None)
    assert detail.isHidden()
