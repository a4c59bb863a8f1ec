from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.rotation.commands import save_plan, set_plan_state
from plplanner.rotation.lived.commands import let_stand_in, take_back_stand_ins
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.rows import OUTSIDE_HOURS, StationToVisit
from plplanner.rotation.stations.commands import (
    add_stations,
    remove_station,
    set_stations,
)
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.day_shape import shape_of
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.terms import PlanState, StationKind, VoiceLevel, Weekday
from tests.builders import MONDAY, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of

TUESDAY = MONDAY + timedelta(days=1)


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


def stations(planner, groups):
    return planner.ask(stations_of_class, class_id=groups.class_id)


@pytest.fixture
def planned(planner):
    """A class of two groups, with two stations and a plan for Monday."""
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    return planner, groups


def asked(groups, wanted, says="Set up stations"):
    return {"class_id": groups.class_id, "wanted": wanted, "groups": 2, "says": says}


def test_a_station_is_set_up_in_one_step_and_plans_to_come_tell_its_place_and_voice(planned):
    planner, groups = planned
    first, *rest = stations(planner, groups)
    anew = replace(
        first, place=" Back  table", seats=5, when_done="Read", adult=" Ms.  R",
        voice=VoiceLevel.WHISPER,
    )  # fmt: skip
    is_one_step(planner, set_stations, called="Set up", **asked(groups, [anew, *rest], "Set up"))
    now = stations(planner, groups)[0]
    assert (now.place, now.seats, now.when_done) == ("Back table", 5, "Read")
    assert (now.adult, now.voice) == ("Ms. R", VoiceLevel.WHISPER)
    visits = [v for line in plan_of(planner, groups).groups for v in line.visits if v]
    hers = {(v.place, v.voice) for v in visits if v.station_name == first.name}
    assert hers == {("Back table", VoiceLevel.WHISPER)}
    without = [replace(anew, seats=0), *rest]
    refuses(planner, set_stations, saying="needs a seat", **asked(groups, without))


def test_a_renamed_station_is_called_so_in_plans_to_come_and_templates_but_not_in_taught_ones(
    planned,
):
    planner, groups = planned
    plan = plan_of(planner, groups)
    planner.do(
        save_template, class_id=groups.class_id, name="Mondays", shape=shape_of(plan, ()),
    )  # fmt: skip
    planner.do(save_plan, **a_plan(planner, groups, TUESDAY))
    planner.do(set_plan_state, plan_id=plan.id, state=PlanState.TAUGHT)
    first, second, *rest = stations(planner, groups)
    # each takes the other's name
    anew = [replace(first, name=second.name), replace(second, name=f" {first.name} "), *rest]
    is_one_step(planner, set_stations, called="Swap", **asked(groups, anew, "Swap"))
    assert [row.name for row in stations(planner, groups)][:2] == [second.name, first.name]
    assert kinds(plan_of(planner, groups))[first.name] is first.kind
    assert kinds(plan_of(planner, groups, TUESDAY))[second.name] is first.kind
    shape = planner.ask(templates_of_class, class_id=groups.class_id)[0].shape
    assert {row.name: row.kind for row in shape.stations}[second.name] is first.kind


def kinds(plan):
    visits = [visit for line in plan.groups for visit in line.visits if visit]
    return {visit.station_name: visit.station_kind for visit in visits}


def test_one_station_goes_and_another_comes_in_one_step(planned):
    planner, groups = planned
    plan = plan_of(planner, groups)
    first, second = stations(planner, groups)
    planner.do(
        save_template, class_id=groups.class_id, name="Mondays", shape=shape_of(plan, ()),
    )  # fmt: skip
    makers = StationToVisit(-1, " Makers ", StationKind.HANDS_ON, "Rug", 6, "Tidy up", "Mr. B")
    is_one_step(planner, set_stations, called="Both",
                **asked(groups, [makers, first], "Both"))  # fmt: skip
    now = stations(planner, groups)
    assert [(row.name, row.adult, row.is_new) for row in now] == [
        ("Makers", "Mr. B", True), (first.name, "", False),
    ]  # fmt: skip
    assert plan_of(planner, groups) == plan
    shape = planner.ask(templates_of_class, class_id=groups.class_id)[0].shape
    assert second.name not in {row.name for row in shape.stations}
    gone = [replace(makers, station_id=now[0].station_id, name=second.name), *now[1:]]
    refuses(planner, set_stations, saying="still has a station called", **asked(groups, gone))


@pytest.mark.parametrize("keep", [0, 1])
def test_what_a_class_cannot_be_without_stays(planned, keep):
    planner, groups = planned
    left = stations(planner, groups)[keep : keep + 1]
    saying = "groups need" if left[0].kind is StationKind.TEACHER_LED else "only station led"
    refuses(planner, set_stations, saying=saying, **asked(groups, left))


def test_hours_of_an_adult_are_kept_and_go_with_her_name(planner):
    groups = saved_groups(planner)
    planner.do(add_stations, class_id=groups.class_id, stations=default_stations(3))
    before = stations(planner, groups)
    days = frozenset({Weekday.MONDAY, Weekday.THURSDAY})
    hours = {"adult_from": time(9, 10), "adult_until": time(9, 40), "adult_days": days}
    helped = [*before[:2], replace(before[2], adult="Ms. R", needs_adult=True, **hours)]
    asked = {"class_id": groups.class_id, "groups": 2, "says": "Set up stations"}
    is_one_step(planner, set_stations, called="Set up stations", wanted=helped, **asked)
    assert stations(planner, groups) == helped
    alone = [*before[:2], replace(helped[2], adult="", needs_adult=False)]
    planner.do(set_stations, wanted=alone, **asked)
    assert stations(planner, groups) == before


def test_other_hours_take_back_who_works_alone_because_of_them(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    cells = [(line.group_id, one.round_number) for line in before.groups for one in line.visits]
    alone = {"plan_id": plan_id, "why": OUTSIDE_HOURS, "says": ""}
    planner.do(let_stand_in, tasks=dict.fromkeys(cells, "Draw it"), **alone)
    had = stations(planner, groups)
    asked = {"class_id": groups.class_id, "groups": 2, "says": "Set up stations"}
    planner.do(set_stations, wanted=had, **asked)
    visits = [one for line in plan_of(planner, groups).groups for one in line.visits]
    assert {one.stand_in for one in visits} == {OUTSIDE_HOURS}
    helped = [replace(one, adult=f"Adult {one.station_id}", adult_from=time(9)) for one in had]
    planner.do(set_stations, wanted=helped, **asked)
    assert plan_of(planner, groups) == before


def test_another_kind_is_told_by_plans_to_come_and_templates_but_not_by_taught_ones(planned):
    planner, groups = planned
    plan = plan_of(planner, groups)
    planner.do(
        save_template, class_id=groups.class_id, name="Mondays", shape=shape_of(plan, ()),
    )  # fmt: skip
    planner.do(save_plan, **a_plan(planner, groups, TUESDAY))
    planner.do(set_plan_state, plan_id=plan.id, state=PlanState.TAUGHT)
    first, second, *rest = stations(planner, groups)
    anew = [first, replace(second, kind=StationKind.HANDS_ON), *rest]
    is_one_step(planner, set_stations, called="Another kind",
                **asked(groups, anew, "Another kind"))  # fmt: skip
    assert stations(planner, groups)[1].kind is StationKind.HANDS_ON
    assert kinds(plan_of(planner, groups))[second.name] is second.kind
    assert kinds(plan_of(planner, groups, TUESDAY))[second.name] is StationKind.HANDS_ON
    shape = planner.ask(templates_of_class, class_id=groups.class_id)[0].shape
    assert {row.name: row.kind for row in shape.stations}[second.name] is StationKind.HANDS_ON


def test_what_stands_in_for_the_day_keeps_its_kind_until_it_is_taken_back(planned):
    planner, groups = planned
    plan = plan_of(planner, groups)
    led, second, *rest = stations(planner, groups)
    assert led.kind is StationKind.TEACHER_LED
    line, visit = next(
        (line, visit)
        for line in plan.groups
        for visit in line.visits
        if visit.station_name == led.name
    )
    out = {"plan_id": plan.id, "why": "Ms. R", "says": "Out"}
    planner.do(let_stand_in, tasks={(line.group_id, visit.round_number): "Read"}, **out)
    anew = [replace(led, kind=StationKind.DIGITAL), replace(second, kind=led.kind), *rest]
    planner.do(set_stations, **asked(groups, anew))

    def kind_there():
        now = next(one for one in plan_of(planner, groups).groups if one.group_id == line.group_id)
        return next(
            one.station_kind for one in now.visits if one.round_number == visit.round_number
        )

    assert kind_there() is StationKind.INDEPENDENT
    planner.do(take_back_stand_ins, plan_id=plan.id, why="Ms. R", says="Back")
    assert kind_there() is StationKind.DIGITAL


def test_one_station_comes_after_another_through_new_names_until_it_goes(planned):
    planner, groups = planned
    first, second = stations(planner, groups)
    renamed, later = replace(first, name="Front table"), replace(second, after="Front table")
    wanted = [renamed, later, StationToVisit(-1, "Makers", StationKind.HANDS_ON, "")]
    is_one_step(planner, set_stations, called="Set up", **asked(groups, wanted, "Set up"))
    assert [one.after for one in stations(planner, groups)] == ["", "Front table", ""]
    assert planner.findings() == []
    around = [replace(renamed, after=second.name), later]
    refuses(planner, set_stations, saying="after itself", **asked(groups, around))
    left, makers = stations(planner, groups)[1:]
    gone = [replace(left, kind=StationKind.TEACHER_LED), makers]
    planner.do(set_stations, **asked(groups, gone))
    assert [one.after for one in stations(planner, groups)] == ["", ""]
