from datetime import timedelta

import pytest

from plplanner.playlists.commands import add_playlist, assign_to_groups
from plplanner.playlists.queries import playlists_of_groups
from plplanner.rotation.commands import save_plan, set_plan_state
from plplanner.rotation.spreads.commands import move_plans
from plplanner.terms import PlanState
from tests.builders import MONDAY, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of

TUESDAY, WEDNESDAY, NEXT = (MONDAY + timedelta(days=n) for n in (1, 2, 7))


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture
def spread(planner):
    groups = saved_groups(planner)
    ids = [
        planner.do(save_plan, **a_plan(planner, groups, day), of_days=(part, 2))
        for part, day in enumerate((MONDAY, TUESDAY), start=1)
    ]
    return groups, ids


def test_two_days_move_on_in_one_step_and_stay_what_they_were(planner, spread):
    groups, (first, second) = spread
    before = plan_of(planner, groups, TUESDAY)
    said = "Move the rest of the rotation on"
    is_one_step(planner, move_plans, called=said, days={first: TUESDAY, second: WEDNESDAY})
    assert plan_of(planner, groups) is None
    assert (plan_of(planner, groups, TUESDAY).id, plan_of(planner, groups, TUESDAY).part) == (
        first, 1,
    )  # fmt: skip
    after = plan_of(planner, groups, WEDNESDAY)
    assert (after.groups, after.part) == (before.groups, 2)


def test_cards_come_along_into_another_week(planner, spread):
    groups, (first, _) = spread
    group = groups.groups[0].id
    card = planner.do(add_playlist, title="Shares")
    planner.do(assign_to_groups, playlists={group: card}, starts_on=MONDAY, ends_on=WEDNESDAY)
    planner.do(move_plans, days={first: NEXT})
    found = planner.ask(playlists_of_groups, group_ids=[group], day=NEXT)
    assert found[group][0].title == "Shares"
    assert found[group][2] == NEXT + timedelta(days=4)


def test_a_taught_day_and_a_day_with_another_plan_are_refused(planner, spread):
    groups, (first, second) = spread
    planner.do(save_plan, **a_plan(planner, groups, WEDNESDAY))
    refuses(planner, move_plans, saying="has a plan already", days={second: WEDNESDAY})
    planner.do(set_plan_state, plan_id=first, state=PlanState.TAUGHT)
    refuses(planner, move_plans, saying="taught already", days={first: NEXT})
    refuses(planner, move_plans, saying="plan", days={99: NEXT})
