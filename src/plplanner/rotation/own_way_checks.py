"""What is worth saying of students who go their own way: seats, company, who waits too long.

Part of the independent checker. What many students share is one remark, not thirty.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import time

from plplanner.rotation.few_names import few_names
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.rows import (
    Clash,
    GroupToRotate,
    RotationProblem,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.terms import StationKind

MOST_AT_TEACHER_TABLE = 6
LESSONS_A_STUDENT_MAY_WAIT = 4

# Who is at a station in a round: (station, round number) and those of them who are there today.
There = tuple[StationToVisit, int, list[GroupToRotate]]


def too_many_at_station(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    """More students than seats, with a group that may be there too."""
    sizes = _sizes(problem, visits)
    for station, number, here in _there(problem, visits):
        coming = sizes[station.station_id, number]
        if station.seats is not None and coming > station.seats:
            yield Clash(
                "too_few_seats_for_students",
                f"{station.name} has {station.seats} seats, and {coming} students come in round "
                f"{number}: {few_names([one.name for one in here])}.",
                f"Send {coming - station.seats} of them to another station, or add seats.",
                hard=True,
            )


def own_ways_worth_a_look(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """The soft checks, in a fixed order."""
    there = list(_there(problem, visits))
    yield from _out_at_teacher_table(there, rounds)
    yield from _crowd_at_teacher_table(there)
    yield from _alone_at_shared_station(there)
    yield from _again(problem, visits)
    yield from _waited_too_long(problem, there)


def not_with_teacher(problem: RotationProblem, visits: Sequence[Visit]) -> tuple[str, ...]:
    """The names of those here today who go their own way and do not meet the teacher."""
    met = {
        one.group_id
        for station, _, here in _there(problem, visits)
        if station.kind is StationKind.TEACHER_LED
        for one in here
    }
    return tuple(one.name for one in _alone(problem) if one.size and one.group_id not in met)


def _alone(problem: RotationProblem) -> list[GroupToRotate]:
    return [group for group in problem.groups if group.is_own_way]


def _there(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[There]:
    """By round and then by the order of the stations; only those who are here today."""
    alone = {group.group_id: group for group in _alone(problem)}
    at: defaultdict[tuple[int, int], list[GroupToRotate]] = defaultdict(list)
    for visit in visits:
        if visit.group_id in alone:
            at[visit.round_number, visit.station_id].append(alone[visit.group_id])
    stations = {row.station_id: row for row in problem.stations}
    for (number, station_id), here in sorted(at.items()):
        present = sorted((one for one in here if one.size), key=lambda one: one.key)
        yield stations[station_id], number, present


def _sizes(problem: RotationProblem, visits: Sequence[Visit]) -> Mapping[tuple[int, int], int]:
    size = {group.group_id: group.size for group in problem.groups}
    sizes: defaultdict[tuple[int, int], int] = defaultdict(int)
    for visit in visits:
        sizes[visit.station_id, visit.round_number] += size[visit.group_id]
    return sizes


def _out_at_teacher_table(there: Sequence[There], rounds: Sequence[RoundRow]) -> Iterator[Clash]:
    by_number = {row.number: row for row in rounds}
    for station, number, here in there:
        if station.kind is not StationKind.TEACHER_LED:
            continue
        first = _minute(by_number[number].starts_at)
        last = first + by_number[number].minutes
        for one in here:
            for window in one.pull_outs:
                if max(first, _minute(window.start)) < min(last, _minute(window.end)):
                    yield Clash(
                        "pull_out_at_teacher_table",
                        f"{one.name} is out {_at(window.start)}–{_at(window.end)}, and at "
                        f"{station.name} in round {number}.",
                        f"Swap two rounds of {one.name}, or see {one.name} at another time.",
                        hard=False,
                    )


def _crowd_at_teacher_table(there: Sequence[There]) -> Iterator[Clash]:
    for station, number, here in there:
        is_open = station.kind is StationKind.TEACHER_LED and station.seats is None
        if is_open and len(here) > MOST_AT_TEACHER_TABLE:
            yield Clash(
                "many_at_teacher_table",
                f"{len(here)} students come to {station.name} in round {number}; "
                f"{MOST_AT_TEACHER_TABLE} or fewer work better.",
                f"Send {len(here) - MOST_AT_TEACHER_TABLE} of them to another station.",
                hard=False,
            )


def _alone_at_shared_station(there: Sequence[There]) -> Iterator[Clash]:
    for station, number, here in there:
        if station.kind is StationKind.COLLABORATIVE and len(here) == 1:
            yield Clash(
                "student_alone_at_shared_station",
                f"{here[0].name} is alone at {station.name} in round {number}.",
                "Send somebody along, or pick a task for one.",
                hard=False,
            )


def _again(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    """A student at one station twice; where the lesson has too few stations that is no news."""
    others = [row for row in problem.stations if row.kind is not StationKind.TEACHER_LED]
    if len(others) < len({visit.round_number for visit in visits}):
        return
    times: defaultdict[tuple[int, int], int] = defaultdict(int)
    seats = {row.station_id for row in problem.stations if row.name == OWN_SEAT}
    for visit in visits:
        times[visit.group_id, visit.station_id] += visit.station_id not in seats
    again = {group_id for (group_id, _), count in times.items() if count > 1}
    names = [one.name for one in _alone(problem) if one.group_id in again]
    if names:
        is_one = len(names) == 1
        yield Clash(
            "student_at_station_twice",
            f"{few_names(names)} {'is' if is_one else 'are'} at one station twice.",
            "Choose another station for one of the rounds, or a different task.",
            hard=False,
        )


def _waited_too_long(problem: RotationProblem, there: Sequence[There]) -> Iterator[Clash]:
    met = {
        one.group_id
        for station, _, here in there
        if station.kind is StationKind.TEACHER_LED
        for one in here
    }
    waits = [
        one.name
        for one in _alone(problem)
        if one.size
        and one.group_id not in met
        and (one.lessons_since_teacher or 0) >= LESSONS_A_STUDENT_MAY_WAIT
    ]
    if waits:
        has, does = ("has", "does") if len(waits) == 1 else ("have", "do")
        yield Clash(
            "students_long_without_teacher",
            f"{few_names(waits)} {has} not met the teacher for {LESSONS_A_STUDENT_MAY_WAIT} "
            f"lessons or more, and {does} not today.",
            "Choose the teacher table for them in one of the rounds, or take a moment.",
            hard=False,
        )


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _at(clock: time) -> str:
    return f"{clock.hour}:{clock:%M}"
