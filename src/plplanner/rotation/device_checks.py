"""Whether as many devices work as are used at once, over all digital stations.

Part of the independent checker: it counts who comes itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from plplanner.rotation.rows import (
    TOO_FEW_DEVICES,
    Clash,
    DeviceCount,
    GroupToRotate,
    RotationProblem,
    RoundRow,
    Visit,
)
from plplanner.terms import StationKind

_NAMED = 2

# Who is at each digital station, by its id.
AtStations = Mapping[int, Sequence[GroupToRotate]]


def devices_too_few(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """The rounds in which more devices are used than work, as one remark.

    Its cells are the fewest that would have to work on paper. Every visit must name a known group,
    station and round.
    """
    count = problem.devices
    if count.working is None:
        return
    short = {
        number: at
        for number, at in _at_digital(problem, rounds, visits).items()
        if devices_taken(at, count) > count.working
    }
    if short:
        each = "" if count.students_each == 1 else f", {_SHARING[count.students_each]}"
        needs = ", ".join(_needs(number, at, count) for number, at in short.items())
        yield Clash(
            TOO_FEW_DEVICES,
            f"{_work(count.working)}{each}; {needs}.",
            "Swap rounds, let students share, or plan work on paper.",
            hard=False,
            cells=tuple(
                (group.group_id, number)
                for number, at in short.items()
                for group in _on_paper(at, count)
            ),
        )


def most_devices_at_once(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> int:
    """The devices used in the round that uses most."""
    found = _at_digital(problem, rounds, visits).values()
    return max((devices_taken(at, problem.devices) for at in found), default=0)


def devices_taken(at: AtStations, count: DeviceCount) -> int:
    """Devices that all who are at digital stations in a round take."""
    return sum(count.taken_by(sum(one.size for one in here)) for here in at.values())


def would_do_shared(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> bool:
    """Whether there are devices enough once two share one."""
    shared = DeviceCount(problem.devices.working, 2)
    enough = not any(devices_too_few(replace(problem, devices=shared), rounds, visits))
    return problem.devices.students_each == 1 and enough


_SHARING = {2: "two share one", 3: "three share one", 4: "four share one"}


def _at_digital(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> dict[int, dict[int, list[GroupToRotate]]]:
    """By round, in order: who is at each digital station, without those away or out all round."""
    groups = {group.group_id: group for group in problem.groups}
    by_number = {row.number: row for row in rounds}
    digital = {one.station_id for one in problem.stations if one.kind is StationKind.DIGITAL}
    found: defaultdict[int, defaultdict[int, list[GroupToRotate]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for visit in sorted(visits, key=lambda one: (one.round_number, one.station_id)):
        here = _in_the_room(groups[visit.group_id], by_number[visit.round_number])
        if visit.station_id in digital and here.size:
            found[visit.round_number][visit.station_id].append(here)
    return {number: dict(at) for number, at in found.items()}


def _in_the_room(group: GroupToRotate, row: RoundRow) -> GroupToRotate:
    first = datetime.combine(date.min, row.starts_at)
    ends = (first + timedelta(minutes=row.minutes)).time()
    away = {one.name for one in group.students if one.is_away}
    out = {
        window.student_name
        for window in group.pull_outs
        if window.start <= row.starts_at and ends <= window.end
    }
    return replace(group, size=max(0, group.size - len(out - away)))


def _needs(number: int, at: AtStations, count: DeviceCount) -> str:
    here = [one for some in at.values() for one in some]
    taken = devices_taken(at, count)
    if len(here) > _NAMED or any(one.is_own_way for one in here):
        students = sum(one.size for one in here)
        return f"{students} students in round {number} need {taken}"
    names = " and ".join(one.name for one in here)
    return f"{names} {'needs' if len(here) == 1 else 'need'} {taken} in round {number}"


def _work(working: int) -> str:
    if not working:
        return "No device works"
    return f"{working} device{' works' if working == 1 else 's work'}"


def _on_paper(at: AtStations, count: DeviceCount) -> Iterator[GroupToRotate]:
    """Who leaves the devices to the others: the smallest group that suffices, else the largest."""
    left = {station: list(here) for station, here in at.items()}
    while devices_taken(left, count) > (count.working or 0):
        ways = [(one.size, one.key, station, one) for station, own in left.items() for one in own]
        ways.sort(key=lambda way: way[:3])
        suffice = (way for way in ways if _without(left, way[3], count) <= (count.working or 0))
        _, _, station, leaving = next(suffice, ways[-1])
        left[station].remove(leaving)
        yield leaving


def _without(at: AtStations, leaving: GroupToRotate, count: DeviceCount) -> int:
    rest = {station: [one for one in here if one is not leaving] for station, here in at.items()}
    return devices_taken(rest, count)
