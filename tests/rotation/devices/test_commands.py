from datetime import timedelta

import pytest

from plplanner.rotation.commands import save_plan, set_plan_state, swap_rounds
from plplanner.rotation.devices.commands import set_devices
from plplanner.rotation.devices.queries import devices_of_class
from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.rows import NO_DEVICES, DeviceCount, DevicesOfClass
from plplanner.terms import PlanState, StationKind
from tests.builders import MONDAY, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, cells_of, plan_of, problem_on

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture
def groups(planner):
    return saved_groups(planner)


def numbers(groups, every_day=None, of_day=None, day=MONDAY):
    return {
        "class_id": groups.class_id, "day": day, "every_day": DeviceCount(every_day),
        "of_day": of_day if of_day is None else DeviceCount(of_day, 2), "says": "Set the devices",
    }  # fmt: skip


def test_the_devices_of_every_day_and_of_one_are_set_and_taken_back(planner, groups):
    is_one_step(planner, set_devices, called="Set the devices", **numbers(groups, 24, 6))
    assert planner.findings() == []
    is_one_step(planner, set_devices, called="Set the devices", **numbers(groups, 20, 5))
    is_one_step(planner, set_devices, called="Set the devices", **numbers(groups, 20))
    known = planner.ask(devices_of_class, class_id=groups.class_id, day=MONDAY)
    assert known == DevicesOfClass(DeviceCount(20))
    is_one_step(planner, set_devices, called="Set the devices", **numbers(groups))
    known = planner.ask(devices_of_class, class_id=groups.class_id, day=MONDAY)
    assert known == DevicesOfClass()


@pytest.mark.parametrize("wrong", [DeviceCount(-1), DeviceCount(3, 0), DeviceCount(3, 5)])
def test_numbers_that_cannot_be_are_refused(planner, groups, wrong):
    asked = {**numbers(groups), "of_day": wrong}
    refuses(planner, set_devices, saying="So many devices cannot be.", **asked)


def test_drafts_and_plans_know_the_devices_of_their_day(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    planner.do(set_devices, **numbers(groups, 24, 6))
    plan = plan_of(planner, groups)
    assert planner.ask(lesson_of_plan, plan=plan).devices == DeviceCount(6, 2)
    assert problem_on(planner, groups).devices == DeviceCount(6, 2)
    assert problem_on(planner, groups, day=TUESDAY).devices == DeviceCount(24)


def on_paper(planner, groups):
    plan_id = plan_of(planner, groups).id
    cell = next(iter(cells_of(planner, groups)))
    planner.do(let_stand_in, plan_id=plan_id, why=NO_DEVICES, tasks={cell: "Draw it"}, says="")
    visit = cells_of(planner, groups)[cell]
    assert (visit.task, visit.station_kind) == ("Draw it", StationKind.INDEPENDENT)
    return plan_id, cell


def test_who_worked_on_paper_has_the_planned_work_again_when_the_number_changes(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    planned = cells_of(planner, groups)
    on_paper(planner, groups)
    planner.do(set_devices, **numbers(groups, of_day=3, day=TUESDAY))
    assert cells_of(planner, groups) != planned
    planner.do(set_devices, **numbers(groups, of_day=9))
    assert cells_of(planner, groups) == planned
    on_paper(planner, groups)
    planner.do(set_devices, **numbers(groups, 30, 9))
    assert cells_of(planner, groups) == planned


def test_a_taught_lesson_stays_as_it_was(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    plan_id, _ = on_paper(planner, groups)
    planner.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    before = cells_of(planner, groups)
    planner.do(set_devices, **numbers(groups, 30))
    assert cells_of(planner, groups) == before


def test_a_swap_brings_back_what_was_planned(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    planned = {visit.task for visit in cells_of(planner, groups).values()}
    plan_id, _ = on_paper(planner, groups)
    ids = [line.group_id for line in plan_of(planner, groups).groups]
    planner.do(swap_rounds, plan_id=plan_id, first=1, second=2, group_ids=ids)
    after = cells_of(planner, groups).values()
    assert {visit.stand_in for visit in after} == {""}
    assert {visit.task for visit in after} == planned
