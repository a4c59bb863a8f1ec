"""A week in which one group was with the teacher on its Monday only."""

from dataclasses import replace
from datetime import timedelta

from plplanner.grouping.saved.queries import newest_groups
from plplanner.rotation.commands import save_plan
from plplanner.rotation.drafting.queries import lesson_of_plan, rotation_problem
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import RotationProposal
from tests.builders import MONDAY


def let_one_wait(planner):
    """Save the plan of Monday for the five days before; answers the group that has waited since.

    It is one that does not meet the teacher in that plan, but did on the first of the days.
    """
    plan = planner.ask(plan_on, class_id=1, day=MONDAY)
    groups = planner.ask(newest_groups, class_id=1)
    visits = visits_of_plan(plan, planner.ask(lesson_of_plan, plan=plan))
    waits, table, first = _without_turn(plan)
    ids = {one.group_id: one.station_id for one in visits if one.round_number == 1}
    other = {waits: ids[table], table: ids[waits]}
    for count in range(7, 2, -1):
        day = MONDAY - timedelta(days=count)
        problem = planner.ask(rotation_problem, class_id=1, day=day, groups=groups)
        held = tuple(
            replace(one, station_id=other[one.group_id])
            if count == 7 and one.round_number == 1 and one.group_id in other
            else one
            for one in visits
        )
        planner.do(
            save_plan,
            class_id=1,
            group_set_id=groups.id,
            problem=replace(problem, stations=planner.ask(lesson_of_plan, plan=plan).stations),
            proposal=RotationProposal(plan.rounds, held, (), (), ()),
            tasks={},
            when_done="",
        )
    return first


def _without_turn(plan):
    """Ids of a group without the teacher and of the one with her in round 1; the first's line."""
    led = "Teacher table"
    line = next(
        one for one in plan.groups if led not in {visit.station_name for visit in one.visits}
    )
    table = next(one.group_id for one in plan.groups if one.visits[0].station_name == led)
    return line.group_id, table, line
