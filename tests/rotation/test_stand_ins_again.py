from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.rows import NO_INTERNET, SUBSTITUTE, RotationProblem, StationToVisit
from plplanner.rotation.stand_ins_again import stand_ins_again
from plplanner.terms import StationKind
from tests.builders import MONDAY
from tests.rotation.test_stand_ins import KNOWN, LIST, a_plan, visit

LED, DIGITAL, TOGETHER = (
    StationKind.TEACHER_LED, StationKind.DIGITAL, StationKind.COLLABORATIVE,
)  # fmt: skip
DRAFTED = a_plan(visit(1, LED, "Think"), visit(2, DIGITAL, "Lab"), visit(3, TOGETHER, "Game"))
LESSON = RotationProblem(
    MONDAY, time(9), 60, (),
    (
        StationToVisit(1, LED.value, LED, "Back table"),
        StationToVisit(2, DIGITAL.value, DIGITAL, "Chromebooks"),
        StationToVisit(3, TOGETHER.value, TOGETHER, "Rug", adult="Ms. R"),
    ),
)  # fmt: skip


def again(before):
    return stand_ins_again(before, DRAFTED, LESSON, {5: LIST}, KNOWN)


def test_an_ordinary_day_needs_nothing():
    assert again(a_plan(visit(1, LED, "Think"))) == {}


def test_a_day_without_internet_stays_one_even_where_nothing_needs_it():
    before = a_plan(visit(1, LED, "Think"), has_internet=False)
    assert again(before) == {NO_INTERNET: {(5, 2): "Strips"}}
    plain = replace(DRAFTED, groups=())
    assert stand_ins_again(before, plain, LESSON, {}, KNOWN) == {NO_INTERNET: {}}


def test_who_is_out_is_out_in_the_new_draft_too():
    before = a_plan(visit(1, TOGETHER, "Read", stand_in="Ms. R", planned_task="Game"))
    assert again(before) == {"Ms. R": {(5, 3): "Game"}}


@pytest.mark.parametrize("has_internet", [True, False])
def test_no_work_stands_in_twice_for_a_group(has_internet):
    before = replace(a_plan(visit(1, LED, "Think")), has_substitute=True, has_internet=has_internet)
    found = again(before)
    tasks = [task for cells in found.values() for task in cells.values()]
    assert set(found[SUBSTITUTE]) == {(5, 1)}
    assert (NO_INTERNET in found) is not has_internet
    assert len(tasks) == len(set(tasks)) == 1 + (not has_internet)
