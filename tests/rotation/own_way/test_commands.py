from dataclasses import replace

import pytest

from plplanner.roster.commands import add_students
from plplanner.roster.rows import NewStudent
from plplanner.rotation.commands import save_plan, set_task, swap_rounds
from plplanner.rotation.draft import draft_of
from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.newcomers import ways_for_newcomers
from plplanner.rotation.own_way.commands import add_own_ways, keep_own_way_draft, send_to_station
from plplanner.rotation.own_way.queries import newcomers_to_plan, own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.stations.queries import stations_of_class
from tests.builders import MONDAY, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def own_draft(planner, groups, day=MONDAY):
    asked = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=day, groups=groups)
    draft = draft_own_ways(
        asked.problem, group_set_id=asked.group_set_id, playlists=asked.playlists
    )
    return {"class_id": groups.class_id, "draft": draft, "levels": asked.levels}


def test_a_kept_draft_has_a_line_for_each_student_called_by_her_name(planner):
    groups = saved_groups(planner)
    kept = own_draft(planner, groups)
    is_one_step(planner, keep_own_way_draft, called="Plan Monday student by student", **kept)
    plan = plan_of(planner, groups)
    assert plan.is_own_ways
    assert [line.identity.word for line in plan.groups] == ["Ada01", "Ada02", "Ada03", "Ada04"]
    assert [len(line.student_ids) for line in plan.groups] == [1, 1, 1, 1]
    assert all(visit.task for line in plan.groups for visit in line.visits)
    assert plan.group_set_id == groups.id
    lesson = planner.ask(lesson_of_plan, plan=plan)
    assert all(one.is_own_way for one in lesson.groups)
    assert planner.findings() == []


def test_it_takes_the_place_of_a_plan_for_groups_and_gives_it_back(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    planner.do(keep_own_way_draft, **own_draft(planner, groups))
    assert plan_of(planner, groups).together == ()
    planner.do(save_plan, **a_plan(planner, groups))
    assert plan_of(planner, groups).alone == ()


def test_a_student_is_sent_to_a_station_where_others_are(planner):
    groups = saved_groups(planner)
    planner.do(keep_own_way_draft, **own_draft(planner, groups))
    plan = plan_of(planner, groups)
    first, second = plan.groups[:2]
    wanted = next(
        one for one in planner.ask(stations_of_class, class_id=groups.class_id)
        if one.name == second.visits[0].station_name
    )  # fmt: skip
    said = {"plan_id": plan.id, "group_id": first.group_id, "round_number": 1, "name": "Ada01"}
    is_one_step(
        planner, send_to_station, called=f"Send Ada01 to {wanted.name}",
        station=wanted, task=" Read ", **said,
    )  # fmt: skip
    now = plan_of(planner, groups).groups[0].visits[0]
    assert (now.station_name, now.task) == (wanted.name, "Read")


def test_a_group_is_not_sent_and_its_station_is_its_own(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    stations = planner.ask(stations_of_class, class_id=groups.class_id)
    said = {"plan_id": plan.id, "round_number": 1, "task": "", "name": "River"}
    refuses(
        planner, send_to_station, saying="one group at a time",
        group_id=plan.groups[0].group_id, station=stations[0], **said,
    )  # fmt: skip


def test_one_student_swaps_rounds_though_others_are_there(planner):
    groups = saved_groups(planner)
    kept = own_draft(planner, groups)
    draft = kept["draft"]
    at = {visit.round_number: visit.station_id for visit in draft.proposal.visits}
    same = tuple(replace(one, station_id=at[one.round_number]) for one in draft.proposal.visits)
    crowded = replace(draft, proposal=replace(draft.proposal, visits=same))
    planner.do(keep_own_way_draft, **{**kept, "draft": crowded})
    plan = plan_of(planner, groups)
    line = plan.groups[0]
    planner.do(swap_rounds, plan_id=plan.id, first=1, second=2, group_ids=(line.group_id,))
    after = plan_of(planner, groups)
    assert after.groups[0].visits[0].station_name == line.visits[1].station_name
    assert after.groups[1] == plan.groups[1]
    planner.do(set_task, plan_id=plan.id, group_id=line.group_id, round_number=1, task="Draw")
    assert plan_of(planner, groups).groups[0].visits[0].task == "Draw"


def test_a_newcomer_gets_a_line_in_the_plan_that_is_there(planner):
    groups = saved_groups(planner)
    planner.do(keep_own_way_draft, **own_draft(planner, groups))
    before = plan_of(planner, groups)
    new = planner.do(
        add_students, class_id=groups.class_id, students=[NewStudent("", "Zoë")], entered_on=MONDAY
    )  # fmt: skip
    asked = planner.ask(newcomers_to_plan, plan=before, groups=groups, student_ids=new)
    lesson = planner.ask(lesson_of_plan, plan=before)
    found = ways_for_newcomers(
        lesson, before.rounds, visits_of_plan(before, lesson), asked.problem.groups
    )
    draft = draft_of(asked.problem, found, group_set_id=groups.id, playlists={})
    said = {"plan_id": before.id, "draft": draft, "levels": asked.levels, "names": "Zoë"}
    is_one_step(planner, add_own_ways, called="Add Zoë to the plan", **said)
    now = plan_of(planner, groups)
    assert {line.identity.word for line in now.groups} == {
        *(line.identity.word for line in before.groups), "Zoë",
    }  # fmt: skip
    assert set(before.groups) <= set(now.groups)
    hers = next(line for line in now.groups if line.identity.word == "Zoë")
    assert all(visit is not None and visit.task for visit in hers.visits)
    assert planner.findings() == []
    refuses(planner, add_own_ways, saying="in the plan already", **said)
    planner.do(save_plan, **a_plan(planner, groups))
    for_groups = {**said, "plan_id": plan_of(planner, groups).id}
    refuses(planner, add_own_ways, saying="for groups", **for_groups)
