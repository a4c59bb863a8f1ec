from dataclasses import replace
from datetime import time

from plplanner.playlists.rows import PlaylistItemRow
from plplanner.printing.card_items import items_of_day
from plplanner.rotation.rows import PlanRow
from plplanner.terms import GroupMode, ItemRole, PlanState
from tests.builders import MONDAY

PLAN = PlanRow(1, 1, "Math", "", MONDAY, PlanState.DRAFT, time(9), 60, (), (), "")


def item(title, role=ItemRole.MUST, *, online=False, mode=GroupMode.ALONE):
    return PlaylistItemRow(
        0, role, title, None, "", None, mode, online, "", None, needs_internet=online
    )


ITEMS = (
    item("Lab", online=True),
    item("Think", mode=GroupMode.TEACHER),
    item("Show it", ItemRole.CHECK_IN),
    item(""),
    item("Page 9", ItemRole.MAY),
    item("Film", ItemRole.MAY, online=True),
    item("Game", ItemRole.MAY),
    item("Quiz", ItemRole.CHECK, online=True),
)


def titles(items, role=ItemRole.MUST):
    return [one.title for one in items if one.role is role]


def test_on_an_ordinary_day_every_item_with_words_is_there():
    assert len(items_of_day(ITEMS, PLAN)) == len(ITEMS) - 1


def test_without_internet_a_may_do_takes_the_place_of_what_must_be_done_online():
    found = items_of_day(ITEMS, replace(PLAN, has_internet=False))
    assert titles(found) == ["Page 9", "Think"]
    assert titles(found, ItemRole.MAY) == ["Game"]
    assert titles(found, ItemRole.CHECK) == []


def test_for_a_substitute_nothing_is_left_that_needs_teaching():
    found = items_of_day(ITEMS, replace(PLAN, has_substitute=True))
    assert titles(found) == ["Lab"]
    assert titles(found, ItemRole.CHECK_IN) == []
