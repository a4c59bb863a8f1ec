"""Plans saved in a planner, for tests: say only what matters."""

from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.commands import save_plan
from plplanner.rotation.drafting.queries import rotation_problem
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import Visit
from plplanner.terms import StationKind
from tests.builders import MONDAY


def a_plan(planner, groups, day=MONDAY, *, task="Read page 3"):
    """The arguments that save a proposed plan of these groups."""
    problem = planner.ask(rotation_problem, class_id=groups.class_id, day=day, groups=groups)
    proposal = build_rotation(problem)
    return {
        "class_id": groups.class_id,
        "group_set_id": groups.id,
        "problem": problem,
        "proposal": proposal,
        "tasks": {(visit.group_id, visit.round_number): task for visit in proposal.visits},
        "when_done": "Read.",
    }


def plan_of(planner, groups, day=MONDAY):
    """The saved plan of these groups."""
    return planner.ask(plan_on, class_id=groups.class_id, day=day)


def cells_of(planner, groups):
    """Every visit of Monday's plan by (group id, round number)."""
    return {
        (line.group_id, visit.round_number): visit
        for line in plan_of(planner, groups).groups
        for visit in line.visits
    }


def problem_on(planner, groups, day=MONDAY, **more):
    """What a rotation of these groups has to reckon with."""
    return planner.ask(rotation_problem, class_id=groups.class_id, day=day, groups=groups, **more)


def plan_where_only(planner, groups, meets, day):
    """Save a plan of one round in which only the group at this place meets the teacher."""
    problem = problem_on(planner, groups, day)
    proposal = build_rotation(problem)
    by_kind = {station.kind: station.station_id for station in problem.stations}
    kinds = [StationKind.COLLABORATIVE, StationKind.COLLABORATIVE]
    kinds[meets], kinds[1 - meets] = StationKind.TEACHER_LED, StationKind.COLLABORATIVE
    visits = tuple(
        Visit(group.id, 1, by_kind[kind]) for group, kind in zip(groups.groups, kinds, strict=True)
    )
    planner.do(
        save_plan,
        class_id=groups.class_id,
        group_set_id=groups.id,
        problem=problem,
        proposal=type(proposal)(proposal.rounds, visits, (), (), ()),
        tasks={},
        when_done="",
    )
