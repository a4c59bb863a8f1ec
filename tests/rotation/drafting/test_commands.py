import pytest

from plplanner.rotation.commands import set_plan_state
from plplanner.rotation.drafting.commands import keep_draft, keep_draft_and
from plplanner.rotation.drafting.queries import rotation_problem
from plplanner.terms import PlanState
from tests.builders import MONDAY, a_planner, is_one_step, saved_groups
from tests.rotation.saved_plans import plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def a_draft(planner, groups):
    from plplanner.rotation.draft import draft_plan

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
