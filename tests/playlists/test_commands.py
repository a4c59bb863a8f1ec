from datetime import timedelta

import pytest

from plplanner.library.commands import add_resource
from plplanner.library.queries import resources
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import (
    add_item,
    add_playlist,
    assign_to_groups,
    move_item,
    remove_item,
    remove_playlist,
    rename_playlist,
)
from plplanner.playlists.queries import playlists, playlists_of_groups
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.terms import ItemRole, ResourceKind
from tests.builders import MONDAY, a_planner, is_one_step, refuses, saved_groups

FRIDAY = MONDAY + timedelta(days=4)
ITEMS = tuple(NewPlaylistItem(ItemRole.MUST, text=text) for text in "ABCD")


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def items_of(planner):
    (playlist,) = planner.ask(playlists)
    assert [item.position for item in playlist.items] == list(range(len(playlist.items)))
    return "".join(item.title for item in playlist.items)


def test_a_playlist_is_one_step_with_its_items_in_order(planner):
    called = "Add playlist “Fair shares”"
    is_one_step(planner, add_playlist, called=called, title="Fair shares", items=ITEMS)
    assert items_of(planner) == "ABCD"


def test_a_playlist_without_a_title_is_refused(planner):
    refuses(planner, add_playlist, saying="A playlist needs a title", title=" ")


def test_renaming_a_playlist_is_one_step_and_an_empty_title_keeps_the_old(planner):
    playlist_id = planner.do(add_playlist, title="One")
    is_one_step(
        planner,
        rename_playlist,
        called="Rename playlist to “Two”",
        playlist_id=playlist_id,
        title="Two",
    )
    planner.do(rename_playlist, playlist_id=playlist_id, title="  ")
    assert planner.ask(playlists)[0].title == "Two"
    refuses(planner, rename_playlist, saying="no longer here", playlist_id=99, title="X")


@pytest.mark.parametrize(
    ("position", "to", "order"), [(0, 2, "BCAD"), (3, 0, "DABC"), (1, 99, "ACDB"), (2, -5, "CABD")]
)
def test_an_item_moves_to_its_new_place(planner, position, to, order):
    playlist_id = planner.do(add_playlist, title="One", items=ITEMS)
    is_one_step(
        planner, move_item, called="Move item", playlist_id=playlist_id, position=position, to=to
    )
    assert items_of(planner) == order


def test_an_item_that_is_not_there_cannot_be_moved(planner):
    playlist_id = planner.do(add_playlist, title="One", items=ITEMS)
    for position in (4, -1):
        refuses(
            planner,
            move_item,
            saying="no longer on the playlist",
            playlist_id=playlist_id,
            position=position,
            to=0,
        )


def test_removing_a_playlist_leaves_its_resources(planner):
    resource_id = planner.do(add_resource, resource=NewResource("Strips", ResourceKind.GAME))
    items = [NewPlaylistItem(ItemRole.MUST, resource_id)]
    playlist_id = planner.do(add_playlist, title="One", items=items)
    is_one_step(planner, remove_playlist, called="Remove playlist", playlist_id=playlist_id)
    assert (planner.ask(playlists), len(planner.ask(resources))) == ([], 1)


def test_assigning_again_from_the_same_day_replaces(planner):
    first, second = saved_groups(planner).groups
    one, two = (planner.do(add_playlist, title=title) for title in ("One", "Two"))
    is_one_step(
        planner,
        assign_to_groups,
        called="Assign playlists",
        playlists={first.id: one, second.id: one},
        starts_on=MONDAY,
        ends_on=FRIDAY,
    )
    planner.do(assign_to_groups, playlists={first.id: two}, starts_on=MONDAY, ends_on=FRIDAY)
    found = planner.ask(playlists_of_groups, group_ids=[first.id, second.id], day=FRIDAY)
    assert {group_id: row.title for group_id, (row, _, _) in found.items()} == {
        first.id: "Two",
        second.id: "One",
    }


def test_an_item_is_added_last_in_one_step(planner):
    playlist_id = planner.do(add_playlist, title="One", items=ITEMS)
    is_one_step(
        planner,
        add_item,
        called="Add item to playlist",
        playlist_id=playlist_id,
        item=NewPlaylistItem(ItemRole.MAY, text=" E "),
    )
    assert items_of(planner) == "ABCDE"
    nothing = NewPlaylistItem(ItemRole.MAY, text="  ")
    refuses(planner, add_item, saying="needs words", playlist_id=playlist_id, item=nothing)
    refuses(planner, add_item, saying="no longer here", playlist_id=99, item=nothing)


@pytest.mark.parametrize(("position", "left"), [(0, "BCD"), (1, "ACD"), (3, "ABC")])
def test_an_item_is_taken_off_and_those_below_move_up(planner, position, left):
    playlist_id = planner.do(add_playlist, title="One", items=ITEMS)
    is_one_step(
        planner,
        remove_item,
        called="Take item off playlist",
        playlist_id=playlist_id,
        position=position,
    )
    assert items_of(planner) == left
    gone = {"playlist_id": playlist_id, "position": 3}
    refuses(planner, remove_item, saying="no longer on the playlist", **gone)
