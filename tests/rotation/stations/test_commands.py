from dataclasses import replace

import pytest

from plplanner.rotation.commands import save_plan
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.stations.commands import (
    add_stations,
    remove_station,
    set_station_adult,
    set_up_station,
)
from plplanner.rotation.stations.queries import stations_of_class
from tests.builders import a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_stations_are_added_once_and_a_name_that_is_taken_stays(planner):
    groups = saved_groups(planner)
    stations = default_stations(3)
    asked = {"class_id": groups.class_id}
    is_one_step(planner, add_stations, called="Add stations", stations=stations, **asked)
    moved = [replace(station, place="Hall") for station in default_stations(4)]
    planner.do(add_stations, stations=moved, **asked)
    rows = planner.ask(stations_of_class, **asked)
    assert [row.name for row in rows] == [station.name for station in default_stations(4)]
    assert [row.place == "Hall" for row in rows] == [False, False, False, True]


def test_a_removed_station_stays_in_the_words_of_the_plan(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    station = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    is_one_step(planner, remove_station, called="Remove station", station_id=station.station_id)
    assert plan_of(planner, groups) == before
    refuses(planner, remove_station, saying="no longer", station_id=station.station_id)


def test_a_station_knows_the_adult_who_helps_there(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    station = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    is_one_step(
        planner, set_station_adult, called=f" Ms.  R helps at {station.name}",
        station_id=station.station_id, adult=" Ms.  R", name=station.name,
    )  # fmt: skip
    assert planner.ask(stations_of_class, class_id=groups.class_id)[0].adult == "Ms. R"


def test_a_station_is_set_up_in_one_step_and_plans_to_come_tell_its_place(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    station = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    it = {"station_id": station.station_id, "name": station.name}
    is_one_step(
        planner, set_up_station, called=f"Set up {station.name}",
        place=" Back  table", seats=5, when_done="Read", **it,
    )  # fmt: skip
    now = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    assert (now.place, now.seats, now.when_done) == ("Back table", 5, "Read")
    visits = [v for line in plan_of(planner, groups).groups for v in line.visits if v]
    assert {v.place for v in visits if v.station_name == station.name} == {"Back table"}
    refuses(planner, set_up_station, saying="needs a seat", place="", seats=0, when_done="", **it)
