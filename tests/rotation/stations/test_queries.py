from dataclasses import replace

import pytest

from plplanner.rotation.commands import save_plan, set_plan_state
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.stations.commands import add_stations, set_stations
from plplanner.rotation.stations.queries import in_names_of_now, stations_of_class
from plplanner.terms import PlanState
from tests.builders import a_class, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_stations_come_in_the_teacher_s_order_with_their_words(planner):
    class_id = a_class(planner)
    assert planner.ask(stations_of_class, class_id=class_id) == []
    usual = default_stations(4)[::-1]
    planner.do(add_stations, class_id=class_id, stations=usual)
    rows = planner.ask(stations_of_class, class_id=class_id)
    assert [(row.name, row.kind, row.when_done) for row in rows] == [
        (station.name, station.kind, station.when_done) for station in usual
    ]


def test_a_taught_plan_is_copied_in_the_names_its_stations_have_now(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    planner.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    plan, where = plan_of(planner, groups), {"class_id": groups.class_id}
    assert planner.ask(in_names_of_now, plan=plan) == plan
    first, second = planner.ask(stations_of_class, **where)
    wanted = [replace(first, name="Carpet"), second]
    planner.do(set_stations, wanted=wanted, groups=2, says="Rename", **where)
    now = planner.ask(in_names_of_now, plan=plan_of(planner, groups))
    visits = [visit for line in now.groups for visit in line.visits]
    assert {visit.station_name for visit in visits} == {"Carpet", second.name}
