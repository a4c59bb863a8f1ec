from datetime import timedelta

from plplanner.rotation.commands import save_plan
from plplanner.rotation.fallen_days import SpreadDay
from plplanner.rotation.spreads.queries import spread_days_around
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan


def test_days_of_a_rotation_are_told_from_other_days_with_a_plan(tmp_path):
    tuesday, far = MONDAY + timedelta(days=1), MONDAY + timedelta(days=60)
    with a_planner(tmp_path) as planner:
        groups = saved_groups(planner)
        plan_id = planner.do(save_plan, **a_plan(planner, groups), of_days=(1, 2))
        for day in (tuesday, far):
            planner.do(save_plan, **a_plan(planner, groups, day))
        found, days = planner.ask(spread_days_around, class_id=groups.class_id, day=tuesday)
        assert found == [SpreadDay(plan_id, MONDAY, 1, 2)]
        assert days == {MONDAY, tuesday}
