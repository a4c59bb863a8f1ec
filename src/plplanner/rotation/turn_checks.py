"""Turns with the teacher worth a look: one that is empty, and a group that waits too long."""

from collections.abc import Sequence

from plplanner.rotation.comes_instead import turn_from_another, what_moves, who_comes_instead
from plplanner.rotation.rows import Clash, PlanRow, RotationProblem, Visit
from plplanner.rotation.swaps import ComesInstead, LongWait
from plplanner.terms import StationKind


def empty_turn(
    problem: RotationProblem, plan: PlanRow, visits: Sequence[Visit], clash: Clash
) -> tuple[str, str, ComesInstead | None]:
    """What is said of a turn to which nobody comes, what to do, and who could come.

    Of a plan over several days every group comes to every station on one of them.
    """
    if plan.part:
        return clash.text, "Every group comes to you on one of these days.", None
    found = who_comes_instead(problem, plan.rounds, visits)
    if found is not None:
        return f"{clash.text} {what_moves(problem, found)}", clash.next_step, found
    led = {row.station_id for row in problem.stations if row.kind is StationKind.TEACHER_LED}
    met = {visit.group_id for visit in visits if visit.station_id in led}
    is_anybody_left = any(group.size and group.group_id not in met for group in problem.groups)
    free = "Everyone else meets you in another round: this one is free."
    return clash.text, clash.next_step if is_anybody_left else free, None


def long_wait(
    problem: RotationProblem, plan: PlanRow, visits: Sequence[Visit], clash: Clash
) -> tuple[str, str, LongWait | None]:
    """What is said of a group that has waited long, what to do, and whose turn it could have.

    An empty turn comes before one that another group gives.
    """
    if plan.part or plan.has_substitute or plan.is_own_ways:
        return clash.text, clash.next_step, None
    group_id = clash.cells[0][0]
    found = who_comes_instead(problem, plan.rounds, visits)
    if found is None or group_id not in {one for one, _ in found.comes}:
        found = turn_from_another(problem, plan.rounds, visits, group_id)
    words = "" if found is None else f" {what_moves(problem, found)}"
    return f"{clash.text}{words}", clash.next_step, LongWait(group_id, found)
