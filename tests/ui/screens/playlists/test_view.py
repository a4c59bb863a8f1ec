from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from plplanner.ui.screens.playlists.view import PlaylistsScreen

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen_on(list_screen_on):
    return partial(list_screen_on, PlaylistsScreen)


@pytest.fixture
def screen(screen_on, sample_planner):
    return screen_on(sample_planner)


def buttons(screen):
    return {one.text(): one for one in screen.findChildren(QPushButton) if one.isVisible()}


def items(screen):
    return [row.title for row in screen.detail.items.rows.rows]


def test_the_first_playlist_is_shown_and_arrows_go_on(screen, qtbot):
    assert (screen.subtitle, screen.pane.count.text()) == ("9", "9 playlists")
    assert screen.detail.title.field.text() == "Build unit fractions"
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Down)
    assert screen.detail.title.field.text() == "Fair shares of a whole"


@pytest.mark.long
def test_an_item_moves_by_keyboard_and_stays_under_the_hand(screen, qtbot):
    before, drops = items(screen), screen.detail.items
    drops.setFocus()
    for _ in range(2):
        qtbot.keyClick(drops, Qt.Key.Key_Down, ALT)
    assert items(screen) == [before[1], before[2], before[0], *before[3:]]
    assert (drops.currentIndex().row(), drops.hasFocus()) == (2, True)
    screen.stage.desk.undo()
    screen.stage.desk.undo()
    assert items(screen) == before


@pytest.mark.long
def test_a_title_is_typed_over_in_the_list_and_in_the_head(screen, qtbot):
    view = screen.pane.view
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Fold fractions")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    field = screen.detail.title.field
    assert field.text() == "Fold fractions"
    field.selectAll()
    qtbot.keyClicks(field, "Cut fractions")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert screen.model.chosen.title == "Cut fractions"


@pytest.mark.long
def test_items_are_added_and_taken_off(screen, qtbot):
    before = items(screen)
    qtbot.keyClicks(screen.detail.new_item, "My idea")
    qtbot.keyClick(screen.detail.new_item, Qt.Key.Key_Return)
    assert items(screen) == [*before, "My idea"]
    assert screen.detail.new_item.text() == ""
    assert screen.detail.items.currentIndex().row() == len(before)
    screen.detail.items.setFocus()
    qtbot.keyClick(screen.detail.items, Qt.Key.Key_Delete)
    assert items(screen) == before


@pytest.mark.long
def test_a_playlist_is_added_and_removed(screen, qtbot):
    qtbot.mouseClick(buttons(screen)["Add a playlist"], Qt.MouseButton.LeftButton)
    screen.standard.setCurrentIndex(2)
    qtbot.keyClicks(screen.new_title, "Number lines")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.detail.about.text().startswith("3.NF.A.2 · to practice")
    qtbot.mouseClick(screen.detail.remove, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Delete)
    assert screen.pane.count.text() == "8 playlists"


@pytest.mark.long
def test_when_nothing_is_found_the_playlist_goes_too(screen):
    screen.pane.filter.setText("zebra")
    assert screen.detail.isHidden()
    screen.pane.clear_filter()
    assert screen.detail.isVisible()


def test_without_playlists_ways_on_are_offered(screen_on, empty_planner, qtbot):
    screen = screen_on(empty_planner)
    assert list(buttons(screen)) == ["Add a playlist", "Try the sample class"]
    qtbot.mouseClick(buttons(screen)["Add a playlist"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.new_title, "One")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.detail.title.field.text() == "One"


@pytest.mark.long
def test_the_items_of_the_playlist_one_stands_on_can_be_saved_too(screen):
    says = [export.says for export in screen.exports()]
    title = screen.model.chosen.title
    assert says == ["Export this table of playlists", f"Export the items of “{title}”"]


def test_one_who_lacks_a_playlist_finds_its_standard_ready(screen):
    wanted = screen.model.standards[1]
    screen.begin_for(wanted.id)
    assert screen.adding.isVisible()
    assert screen.new_title.hasFocus()
    assert screen.standard.currentText() == wanted.code
