from datetime import timedelta

import pytest

from plplanner.library.commands import add_resource, add_standard, remove_resource
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import add_playlist, assign_to_groups
from plplanner.playlists.queries import playlists, playlists_of_groups
from plplanner.playlists.rows import NewPlaylistItem, PlaylistItemRow
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind
from tests.builders import MONDAY, a_planner, saved_groups

FRIDAY = MONDAY + timedelta(days=4)
LAB = NewResource(
    "Fraction Lab",
    ResourceKind.APP_LESSON,
    code="FL3",
    locator="https://example.org/fl3",
    minutes=8,
    place="Chromebook",
    group_mode=GroupMode.PAIR,
    needs_device=True,
)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_playlist_comes_with_its_standard_and_the_words_of_its_resources(planner):
    standard_id = planner.do(add_standard, code="3.NF.A.1")
    resource_id = planner.do(add_resource, resource=LAB)
    items = [
        NewPlaylistItem(ItemRole.MUST, resource_id),
        NewPlaylistItem(ItemRole.CHECK_IN, text="Show your teacher", minutes=2),
    ]
    planner.do(
        add_playlist, title="Parts", standard_id=standard_id, use=PlaylistUse.EXTEND, items=items
    )
    (row,) = planner.ask(playlists)
    assert (row.title, row.use, row.standard.code) == ("Parts", PlaylistUse.EXTEND, "3.NF.A.1")
    assert row.items == (
        PlaylistItemRow(
            0,
            ItemRole.MUST,
            "Fraction Lab",
            ResourceKind.APP_LESSON,
            "Chromebook",
            8,
            GroupMode.PAIR,
            True,
            "https://example.org/fl3",
            "FL3",
        ),
        PlaylistItemRow(
            1, ItemRole.CHECK_IN, "Show your teacher", None, "", 2, None, False, "", None
        ),
    )


def test_the_item_s_own_words_and_minutes_come_before_those_of_the_resource(planner):
    resource_id = planner.do(add_resource, resource=LAB)
    item = NewPlaylistItem(ItemRole.MAY, resource_id, text="Lab, level of your choice", minutes=5)
    planner.do(add_playlist, title="Parts", items=[item])
    (row,) = planner.ask(playlists)[0].items
    assert (row.title, row.minutes) == ("Lab, level of your choice", 5)


def test_a_removed_resource_leaves_an_empty_place_on_the_playlist(planner):
    resource_id = planner.do(add_resource, resource=LAB)
    planner.do(add_playlist, title="Parts", items=[NewPlaylistItem(ItemRole.MUST, resource_id)])
    planner.do(remove_resource, resource_id=resource_id)
    (row,) = planner.ask(playlists)[0].items
    assert (row.kind, row.needs_device, row.title) == (None, False, "")


def test_playlists_come_by_title(planner):
    for title in ("Line", "Fair"):
        planner.do(add_playlist, title=title)
    assert [row.title for row in planner.ask(playlists)] == ["Fair", "Line"]


def test_a_group_works_on_a_playlist_from_its_first_to_its_last_day(planner):
    group, other = saved_groups(planner).groups
    playlist_id = planner.do(add_playlist, title="Parts")
    planner.do(
        assign_to_groups, playlists={group.id: playlist_id}, starts_on=MONDAY, ends_on=FRIDAY
    )
    asked = {"group_ids": [group.id, other.id]}
    for day in (MONDAY, FRIDAY):
        (found,) = planner.ask(playlists_of_groups, day=day, **asked).items()
        assert (found[0], found[1][0].title, found[1][1:]) == (group.id, "Parts", (MONDAY, FRIDAY))
    for day in (MONDAY - timedelta(days=1), FRIDAY + timedelta(days=1)):
        assert planner.ask(playlists_of_groups, day=day, **asked) == {}


def test_the_playlist_given_last_counts(planner):
    group = saved_groups(planner).groups[0]
    for ahead, title in enumerate(("Early", "Late")):
        playlist_id = planner.do(add_playlist, title=title)
        starts_on = MONDAY + timedelta(days=ahead)
        planner.do(
            assign_to_groups, playlists={group.id: playlist_id}, starts_on=starts_on, ends_on=FRIDAY
        )
    found = planner.ask(playlists_of_groups, group_ids=[group.id], day=FRIDAY)
    assert found[group.id][0].title == "Late"
