"""Students new to a class in a plan that exists: each a way around those that are planned already.

Nobody else is moved. A newcomer meets the teacher on the first day if there is a seat.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from plplanner.cheapest_match import cheapest_match
from plplanner.problems import Problem
from plplanner.rotation.adult_hours import is_open
from plplanner.rotation.own_ways import stations_to_use, students_on_devices
from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import (
    GroupToRotate,
    PlanRow,
    RotationProblem,
    RotationProposal,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.table_turns import seats_at
from plplanner.terms import PlanState, StationKind

_FULL, _SHUT = 10_000_000, 200_000
_AGAIN, _MET, _OUT, _NOBODY_ELSE = 10_000, 1_000, 5_000, 100


def without_line(plan: PlanRow, class_ids: Sequence[int]) -> tuple[int, ...]:
    """Who of the class is not in a plan made student by student, as long as it is not taught."""
    if not plan.is_own_ways or plan.state is PlanState.TAUGHT:
        return ()
    placed = {student_id for line in plan.groups for student_id in line.student_ids}
    return tuple(one for one in class_ids if one not in placed)


def ways_for_newcomers(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    newcomers: Sequence[GroupToRotate],
    *,
    begun: Collection[int] = (),
) -> RotationProposal:
    """The station of each newcomer in each round, beside the `visits` there are.

    `problem` is the lesson of those planned already; a station that is gone takes nobody more.
    The teacher's table comes first if a seat is free, then where fewest are; no station twice
    while another has a seat, and none that is closed then or lacks devices. In rounds that have
    `begun`, by number, nobody new meets the teacher while another station has a seat. Problem where
    no station has a seat left in some round.
    """
    stations = [one for one in stations_to_use(problem) if one.station_id > 0]
    there = _who_is_there(problem, visits)
    made: list[Visit] = []
    for newcomer in newcomers:
        shut = _shut(problem, rounds, there)
        hers = _way(newcomer, rounds, stations, there, shut=shut, begun=begun)
        there.update((visit.station_id, visit.round_number) for visit in hers)
        made += hers
    led = {one.station_id for one in stations if one.kind is StationKind.TEACHER_LED}
    met = {visit.group_id for visit in made if visit.station_id in led}
    waiting = tuple(one.group_id for one in newcomers if one.group_id not in met)
    return RotationProposal(tuple(rounds), tuple(made), waiting, (), ())


def _who_is_there(problem: RotationProblem, visits: Sequence[Visit]) -> Counter[tuple[int, int]]:
    """How many have a seat at a station in a round; who is away today keeps hers."""
    seats = {group.group_id: max(1, group.size) for group in problem.groups}
    there: Counter[tuple[int, int]] = Counter()
    for visit in visits:
        there[visit.station_id, visit.round_number] += seats[visit.group_id]
    return there


def _shut(
    problem: RotationProblem, rounds: Sequence[RoundRow], there: Counter[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Stations, by id and round, that nobody new is sent to while another has a seat.

    Their adult is not there, or all devices are in use.
    """
    devices = students_on_devices(problem)
    digital = {one.station_id for one in problem.stations if one.kind is StationKind.DIGITAL}
    in_use = Counter[int]()
    for (station_id, number), coming in there.items():
        in_use[number] += coming if station_id in digital else 0
    return frozenset(
        (one.station_id, row.number)
        for row in rounds
        for one in problem.stations
        if not is_open(one, row)
        or (one.station_id in digital and devices is not None and in_use[row.number] >= devices)
    )


def _way(
    newcomer: GroupToRotate,
    rounds: Sequence[RoundRow],
    stations: Sequence[StationToVisit],
    there: Counter[tuple[int, int]],
    *,
    shut: Collection[tuple[int, int]],
    begun: Collection[int],
) -> list[Visit]:
    # Each station once, and once more for every round, dearly: that is how it comes twice.
    columns = [(station, turn) for turn in range(len(rounds)) for station in stations]
    missed = {row.number for row in rounds if _misses(newcomer, row, begun)}
    costs = [
        [
            _cost(
                station,
                turn,
                there[station.station_id, row.number],
                misses=row.number in missed,
                is_shut=(station.station_id, row.number) in shut,
            )
            for station, turn in columns
        ]
        for row in rounds
    ]
    chosen = cheapest_match(costs) if columns else ()
    if not columns or any(costs[place][column] >= _FULL for place, column in enumerate(chosen)):
        raise Problem(
            f"No station has a seat left for {newcomer.name} in every round.",
            "Add a seat or a station, or draft the day again.",
        )
    return [
        Visit(newcomer.group_id, row.number, columns[column][0].station_id)
        for row, column in zip(rounds, chosen, strict=True)
    ]


def _cost(station: StationToVisit, turn: int, coming: int, *, misses: bool, is_shut: bool) -> int:
    """Of a round at a station where so many come; `misses` who would not be there with them."""
    limit = seats_at(station)
    if limit is not None and coming >= limit:
        return _FULL
    cost = coming + turn * _AGAIN + is_shut * _SHUT
    if station.kind is StationKind.TEACHER_LED:
        cost += _OUT if misses else _MET if turn else -_MET
    elif station.kind is StationKind.COLLABORATIVE and not coming:
        cost += _NOBODY_ELSE
    return cost


def _misses(newcomer: GroupToRotate, row: RoundRow, begun: Collection[int]) -> bool:
    """Whether a round has begun without her, or she is out of the room for some of it."""
    return row.number in begun or bool(students_out(newcomer, row))
