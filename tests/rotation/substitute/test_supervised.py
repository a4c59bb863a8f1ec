from dataclasses import replace
from datetime import time

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.rotation.rows import PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.rotation.substitute.supervised import tasks_to_watch
from plplanner.terms import (
    GroupMode,
    ItemRole,
    PlanState,
    PlaylistUse,
    StationKind,
    group_identity,
)
from tests.builders import MONDAY


def item(title, role=ItemRole.MUST, mode=GroupMode.ALONE, *, device=False):
    return PlaylistItemRow(0, role, title, None, "", None, mode, device, "", None)


def a_plan(*visits):
    line = PlanGroupRow(7, group_identity("river"), (1, 2), tuple(visits))
    rounds = tuple(RoundRow(number, time(9, 10), 13) for number in range(1, len(visits) + 1))
    return PlanRow(1, 1, "Math", "", MONDAY, PlanState.DRAFT, time(9), 60, rounds, (line,), "")


LED = VisitRow(1, "Teacher table", StationKind.TEACHER_LED, "Back table", "Fractions with me")
ALONE = VisitRow(2, "On my own", StationKind.INDEPENDENT, "My desk", "Page 3")
LIST = PlaylistRow(
    1, "Sharing", PlaylistUse.PRACTISE, None,
    (
        item("Think", mode=GroupMode.TEACHER), item("Lab", device=True),
        item("Page 9", ItemRole.MAY),
        item("Page 3"), item("Page 4"), item("Reteach page"),
    ),
)  # fmt: skip


def test_where_the_teacher_leads_an_own_item_stands_in_that_needs_no_teaching_and_no_device():
    assert tasks_to_watch(a_plan(LED, ALONE), {7: LIST}) == {(7, 1): "Page 4"}


def test_no_item_stands_in_twice_and_then_plain_words_do():
    again = [replace(LED, round_number=number) for number in (1, 2, 3, 4)]
    found = tasks_to_watch(a_plan(*again), {7: LIST})
    assert list(found.values())[:3] == ["Page 3", "Page 4", "Page 9"]
    assert tasks_to_watch(a_plan(LED), {})[7, 1]


def test_an_item_made_for_the_teacher_is_replaced_wherever_it_stands():
    plan = a_plan(replace(ALONE, task="Think"))
    assert list(tasks_to_watch(plan, {7: LIST})) == [(7, 2)]


def test_the_station_of_an_adult_who_is_there_stays():
    assert tasks_to_watch(a_plan(LED), {7: LIST}, led_by_others={"Teacher table"}) == {}
