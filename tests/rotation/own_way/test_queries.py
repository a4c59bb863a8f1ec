import pytest

from plplanner.roster.commands import add_students
from plplanner.roster.rows import NewStudent
from plplanner.rotation.commands import save_plan
from plplanner.rotation.own_way.queries import newcomers_to_plan, own_ways_to_draft
from plplanner.terms import MasteryLevel
from tests.builders import MONDAY, a_class, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_every_student_is_asked_for_by_herself_with_what_her_group_needs(planner):
    groups = saved_groups(planner)
    asked = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=MONDAY, groups=groups)
    names = [one.name for one in asked.problem.groups]
    assert names == ["Ada01", "Ada02", "Ada03", "Ada04"]
    assert all(one.is_own_way and one.size == 1 and one.need == 1 for one in asked.problem.groups)
    assert {one.group_id for one in asked.problem.groups} == {-one for one in asked.levels}
    assert asked.group_set_id == groups.id


def test_who_is_in_no_group_is_there_without_evidence(planner):
    class_id = a_class(planner, students=5)
    groups = saved_groups(planner, class_id=class_id)
    few = type(groups)(**{**groups.__dict__, "groups": groups.groups[:1]})
    asked = planner.ask(own_ways_to_draft, class_id=class_id, day=MONDAY, groups=few)
    assert len(asked.problem.groups) == 5
    assert list(asked.levels.values()).count(MasteryLevel.NO_EVIDENCE) == 2


def test_newcomers_are_asked_for_alone_at_the_stations_the_class_has(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    first = groups.groups[0].members[0].student_id
    new = planner.do(
        add_students, class_id=groups.class_id, students=[NewStudent("", "Zoë")], entered_on=MONDAY
    )[0]
    asked = planner.ask(newcomers_to_plan, plan=plan, groups=groups, student_ids=[new, first])
    assert [one.name for one in asked.problem.groups] == ["Zoë", "Ada01"]
    assert asked.levels == {new: MasteryLevel.NO_EVIDENCE, first: groups.groups[0].level}
    assert all(one.station_id > 0 for one in asked.problem.stations)
    assert (asked.playlists, asked.problem.rounds) == ({}, len(plan.rounds))
    bare = planner.ask(newcomers_to_plan, plan=plan, groups=None, student_ids=[new])
    assert bare.levels == {new: MasteryLevel.NO_EVIDENCE}
