"""Whether everyone comes to a station after the one its work needs first.

Part of the independent checker. Groups in rotation begin anywhere: an order suits few lessons.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plplanner.rotation.few_names import few_names
from plplanner.rotation.rows import OUT_OF_ORDER, Clash, RotationProblem, Visit


def out_of_order(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    """Each station to which somebody comes before the one it needs, as one remark.

    Every visit must name a known group and station; of who is away nothing is said.
    """
    groups = {group.group_id: group for group in problem.groups if group.size}
    stations = {row.name: row for row in problem.stations}
    rounds_at: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for visit in visits:
        rounds_at[visit.group_id, visit.station_id].append(visit.round_number)
    for then in problem.stations:
        first = stations.get(then.after) if then.after else None
        if first is None:
            continue
        early = [
            (group_id, number)
            for (group_id, station_id), numbers in rounds_at.items()
            if station_id == then.station_id and group_id in groups
            for number in numbers
            if not any(one < number for one in rounds_at.get((group_id, first.station_id), ()))
        ]
        if early:
            names = few_names([groups[one].name for one in dict(sorted(early))])
            yield Clash(
                OUT_OF_ORDER,
                f"{then.name} needs {first.name} first, and {names} "
                f"{'comes' if len(dict(early)) == 1 else 'come'} without.",
                "Swap rounds, spread the work over days, or give a task anyone can begin with.",
                hard=False,
                cells=tuple(sorted(early)),
            )
