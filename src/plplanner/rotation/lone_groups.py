"""Groups of which too few are here, and with which group those who are could work that day."""

from collections.abc import Collection, Mapping

from plplanner.records import record
from plplanner.rotation.rows import PlanGroupRow, PlanRow, RotationProblem

SMALLEST = 2
"""Nobody works together alone."""


@record(frozen=True)
class LoneGroup:
    """Who is left of a group, and the group of the plan that could take them in."""

    group_id: int
    word: str
    student_ids: tuple[int, ...]
    host_id: int
    host_word: str


def lone_groups(
    plan: PlanRow,
    problem: RotationProblem,
    absent: Collection[int],
    *,
    apart: Collection[frozenset[int]] = (),
) -> tuple[LoneGroup, ...]:
    """Each group with someone here but fewer than two; none where no other group can take them.

    Two who are left alone of their groups may be each other's host. A host has room at every
    station it visits and nobody in it whom a rule keeps `apart`. The same need comes first, then
    the fewest students here, then the order of the plan.
    """
    here = {
        line.group_id: tuple(one for one in line.student_ids if one not in absent)
        for line in plan.together
    }
    needs = {group.group_id: group.need for group in problem.groups}
    found = []
    for line in plan.together:
        left = here[line.group_id]
        if 0 < len(left) < SMALLEST:
            hosts = [
                other
                for other in plan.together
                if other is not line
                and here[other.group_id]
                and _has_room(other, problem, len(here[other.group_id]) + len(left))
                and not _are_kept_apart((*here[other.group_id], *left), left, apart)
            ]
            if hosts:
                host = min(hosts, key=lambda one: _order(one, line, needs, here))
                found.append(
                    LoneGroup(
                        line.group_id,
                        line.identity.word,
                        left,
                        host.group_id,
                        host.identity.word,
                    )
                )
    return tuple(found)


def _order(
    host: PlanGroupRow,
    line: PlanGroupRow,
    needs: Mapping[int, int],
    here: Mapping[int, tuple[int, ...]],
) -> tuple[int, int]:
    far = abs(needs.get(host.group_id, 0) - needs.get(line.group_id, 0))
    return far, len(here[host.group_id])


def _has_room(host: PlanGroupRow, problem: RotationProblem, size: int) -> bool:
    seats = {station.name: station.seats for station in problem.stations}
    limits = [seats.get(visit.station_name) for visit in host.visits if visit is not None]
    return all(limit is None or size <= limit for limit in limits)


def _are_kept_apart(
    together: Collection[int], guests: Collection[int], apart: Collection[frozenset[int]]
) -> bool:
    return any(len(rule.intersection(together)) > 1 and rule.intersection(guests) for rule in apart)
