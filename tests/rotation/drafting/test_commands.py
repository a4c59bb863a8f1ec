from dataclasses import replace

import pytest

from plplanner.roster.queries import classes
from plplanner.rotation.commands import set_plan_state, set_task
from plplanner.rotation.draft import draft_as_plan, draft_plan
from plplanner.rotation.drafting.commands import keep_draft, keep_draft_and
from plplanner.rotation.drafting.queries import rotation_problem
from plplanner.rotation.own_way.queries import own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.terms import PlanState
from tests.builders import MONDAY, a_planner, is_one_step, saved_groups
from tests.rotation.saved_plans import plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def a_draft(planner, groups):
    problem = planner.ask(rotation_problem, class_id=groups.class_id, day=MONDAY, groups=groups)
    return draft_plan(problem, group_set_id=groups.id, playlists={})


def test_a_draft_is_kept_as_one_step(planner):
    groups = saved_groups(planner)
    draft = a_draft(planner, groups)
    asked = {"class_id": groups.class_id, "draft": draft}
    is_one_step(planner, keep_draft, called="Plan Monday", **asked)
    plan = plan_of(planner, groups)
    assert (plan.group_set_id, plan.launch, plan.when_done) == (groups.id, 8, draft.when_done)
    tasks = {
        (line.group_id, visit.round_number): visit.task
        for line in plan.groups
        for visit in line.visits
        if visit
    }
    assert tasks == dict(draft.tasks)


def test_a_draft_kept_with_a_change_is_one_step_named_after_the_change(planner):
    groups = saved_groups(planner)
    is_one_step(
        planner,
        keep_draft_and,
        called="Mark the plan as ready",
        label="Mark the plan as ready",
        class_id=groups.class_id,
        draft=a_draft(planner, groups),
        then=lambda session, plan_id: set_plan_state(
            session, plan_id=plan_id, state=PlanState.READY
        ),
    )
    assert plan_of(planner, groups).state is PlanState.READY


def a_draft_of_ways(planner, groups):
    """As a copy is: its lines have no places yet."""
    asked = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=MONDAY, groups=groups)
    made = draft_own_ways(asked.problem, group_set_id=groups.id, playlists={})
    return replace(made, levels=asked.levels)


def test_lines_of_students_get_their_places_when_their_draft_is_kept(planner):
    groups = saved_groups(planner)
    draft = a_draft_of_ways(planner, groups)
    shown = draft_as_plan(draft, groups=groups, of=planner.ask(classes)[0])
    assert shown.is_own_ways
    assert {line.group_id for line in shown.groups} == {-one for one in draft.levels}
    asked = {"class_id": groups.class_id, "draft": draft}
    is_one_step(planner, keep_draft, called="Plan Monday", **asked)
    kept = plan_of(planner, groups)
    assert all(line.group_id > 0 for line in kept.groups)
    said = [(line.identity, line.student_ids, line.visits) for line in shown.groups]
    assert [(line.identity, line.student_ids, line.visits) for line in kept.groups] == said
    assert planner.findings() == []


def test_a_change_that_keeps_them_is_said_of_the_lines_that_are_kept(planner):
    groups = saved_groups(planner)
    draft = a_draft_of_ways(planner, groups)
    line = draft.problem.groups[1]
    is_one_step(
        planner,
        keep_draft_and,
        called="Change a task",
        label="Change a task",
        class_id=groups.class_id,
        draft=draft,
        then=set_task,
        said={"group_id": line.group_id, "round_number": 2, "task": "Build a bridge"},
    )
    hers = next(one for one in plan_of(planner, groups).groups if one.identity.word == line.name)
    assert [visit.task for visit in hers.visits if visit.is_locked] == ["Build a bridge"]
    assert hers.visits[1].task == "Build a bridge"
