from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.rows import (
    NO_INTERNET,
    PlanGroupRow,
    RotationProblem,
    StationToVisit,
    Visit,
)
from plplanner.rotation.sent_elsewhere import cells_there, with_cells
from plplanner.terms import StationKind, group_identity
from tests.builders import MONDAY
from tests.rotation.test_stand_ins import KNOWN, LIST, a_plan, visit

LED, DIGITAL, TOGETHER, ALONE = (
    StationKind.TEACHER_LED,
    StationKind.DIGITAL,
    StationKind.COLLABORATIVE,
    StationKind.INDEPENDENT,
)
STATIONS = tuple(
    StationToVisit(number, kind.value, kind, "Table", adult="Ms. R" if kind is TOGETHER else "")
    for number, kind in enumerate((LED, DIGITAL, TOGETHER), start=1)
)
LESSON = RotationProblem(MONDAY, time(9), 60, (), STATIONS)


@pytest.fixture
def plan():
    """Group 5 has the teacher in round 2; group 6, in round 1."""
    first = a_plan(visit(1, DIGITAL, "Lab"), visit(2, LED, "Think"), visit(3, TOGETHER, "Game"))
    other = PlanGroupRow(
        6,
        group_identity("maple"),
        (3, 4),
        (visit(1, LED, "Talk"), visit(2, DIGITAL, "Strips"), visit(3, LED, "Talk more")),
    )
    return replace(first, groups=(*first.groups, other))


def sent(plan, *visits, playlists=None):
    lists = {6: LIST} if playlists is None else playlists
    return cells_there(plan, LESSON, lists, visits, known=KNOWN)


def test_who_comes_has_the_work_of_her_own_list_that_she_has_in_no_other_round(plan):
    found = sent(plan, Visit(6, 2, 1))
    assert set(found) == {(6, 2)}
    there = found[6, 2]
    assert (there.round_number, there.station_name, there.station_kind) == (2, "teacher_led", LED)
    assert there.task == "Think"
    taken = with_cells(plan, {(6, 1): replace(plan.groups[1].visits[0], task="Think")})
    assert sent(taken, Visit(6, 2, 1))[6, 2].task == "Sharing"
    assert sent(plan, Visit(6, 2, 1), playlists={})[6, 2].task == "Work with the teacher"


def test_two_cells_of_a_group_do_not_get_the_same_work(plan):
    found = sent(plan, Visit(5, 1, 3), Visit(5, 2, 3), playlists={5: LIST})
    assert found[5, 1].task != found[5, 2].task


def test_what_all_groups_do_at_a_station_they_do_too(plan):
    shared = with_cells(
        plan,
        {(6, 2): visit(2, DIGITAL, "Our lab book"), (5, 1): visit(1, DIGITAL, "Our lab book")},
    )
    assert sent(shared, Visit(6, 3, 2))[6, 3].task == "Our lab book"


def test_who_is_sent_to_the_station_of_an_adult_who_is_out_works_alone_there(plan):
    out = visit(3, ALONE, "Read", TOGETHER.value, stand_in="Ms. R", planned_task="Game",
                planned_kind=TOGETHER)  # fmt: skip
    there = sent(with_cells(plan, {(5, 3): out}), Visit(6, 2, 3))[6, 2]
    assert (there.stand_in, there.station_kind, there.planned_kind) == ("Ms. R", ALONE, TOGETHER)
    assert there.planned_task == there.task == "Strips"


def test_on_a_day_without_internet_work_without_stands_in(plan):
    offline = replace(plan, has_internet=False)
    there = sent(offline, Visit(6, 1, 2))[6, 1]
    on_paper = there.task != "Saved video"
    kinds = (DIGITAL, StationKind.INDEPENDENT) if on_paper else (None, DIGITAL)
    assert (there.stand_in, there.planned_kind, there.station_kind) == (NO_INTERNET, *kinds)
    assert there.planned_task == "Lab"
    assert there.task in {"Saved video", "Pages 3–4", "Quiz"}


def test_other_cells_stay(plan):
    found = sent(plan, Visit(6, 2, 1))
    after = with_cells(plan, found)
    assert after.groups[0] == plan.groups[0]
    assert [one.task for one in after.groups[1].visits] == ["Talk", "Think", "Talk more"]
