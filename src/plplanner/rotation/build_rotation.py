"""From groups and stations to a proposed rotation: who is where in each round, and why.

The rotation engine plans (`exact_plan`); every proposal passes its checker and the room's own
(`clashes`) before it leaves.
"""

from plplanner.problems import Problem
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.exact_plan import planned_lesson
from plplanner.rotation.explain_rotation import explain_rotation
from plplanner.rotation.fill_rounds import fits, seats_suffice
from plplanner.rotation.lesson_problem import own_order
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import RotationProblem, RotationProposal
from plplanner.terms import StationKind


def build_rotation(problem: RotationProblem) -> RotationProposal:
    """A rotation for one class and day: every group at one station in every round.

    Same problem, same answer, whatever the order and the ids of groups and stations. Raises
    Problem when rounds, stations or seats do not suffice.
    """
    _refuse_too_few_stations(problem)
    rounds = clock_rounds(problem)
    planned = planned_lesson(problem, rounds)
    visits = planned.visits
    checks = find_clashes(problem, rounds, visits)
    if any(clash.hard for clash in checks):
        raise RuntimeError(f"the rotation breaks its own rules: {checks}")
    led = {row.station_id for row in problem.stations if row.kind is StationKind.TEACHER_LED}
    met = {visit.group_id for visit in visits if visit.station_id in led}
    return RotationProposal(
        rounds=rounds,
        visits=visits,
        no_teacher=tuple(
            group.group_id
            for group in sorted(problem.groups, key=own_order)
            if group.group_id not in met
        ),
        reasons=explain_rotation(problem, rounds, visits),
        checks=checks,
        is_proven=planned.is_proven,
    )


def _refuse_too_few_stations(problem: RotationProblem) -> None:
    if not problem.groups:
        raise Problem("There are no groups to rotate.", "Make groups first.")
    groups, stations = len(problem.groups), len(problem.stations)
    if stations < groups:
        missing = groups - stations
        raise Problem(
            f"{groups} groups need {groups} stations, and there {_are(stations)}.",
            f"Add {missing} station{'' if missing == 1 else 's'}, or use {stations} groups."
            if stations > 1
            else f"Add {missing} station{'' if missing == 1 else 's'}.",
        )
    seats = [station.seats for station in problem.stations]
    if not seats_suffice([group.size for group in problem.groups], seats):
        raise _too_few_seats(problem)


def _too_few_seats(problem: RotationProblem) -> Problem:
    """Names the largest groups that cannot all have a large enough station at once."""
    seats = [station.seats for station in problem.stations]
    in_order = sorted(problem.groups, key=lambda group: (-group.size, group.key))
    tight = next(
        count
        for count in range(1, len(in_order) + 1)
        if count > sum(fits(in_order[count - 1].size, limit) for limit in seats)
    )
    names = " and ".join(group.name for group in in_order[:tight])
    size = in_order[tight - 1].size
    enough = sum(fits(size, limit) for limit in seats)
    have = "has" if tight == 1 else "have"
    return Problem(
        f"{names} {have} {size} students or more, and {enough} of the stations "
        f"{'has' if enough == 1 else 'have'} so many seats.",
        "Add seats to a station, or make the groups smaller.",
    )


def _are(count: int) -> str:
    return "is 1" if count == 1 else f"are {count}"
