"""From groups and stations to a proposed rotation: who is where in each round, and why.

First who meets the teacher and when (`teacher_turns`, `teacher_table`), then everything else
(`fill_rounds`). Every proposal passes the independent checker before it leaves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plplanner.problems import Problem
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.explain_rotation import explain_rotation
from plplanner.rotation.fill_rounds import Cell, Tables, fill_rounds, fits, seats_suffice
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import (
    GroupToRotate,
    RotationProblem,
    RotationProposal,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.teacher_table import seat_at_teacher_tables, teacher_places
from plplanner.rotation.teacher_turns import neutral_draw
from plplanner.terms import StationKind

_LAST_RESORT = (StationKind.MAKE_UP, StationKind.ASSESSMENT)


@dataclass(frozen=True)
class _Lesson:
    """The problem in an order that no id and no input order can change."""

    problem: RotationProblem
    rounds: tuple[RoundRow, ...]
    groups: tuple[GroupToRotate, ...]
    stations: tuple[StationToVisit, ...]
    teacher: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def tables(self) -> Tables:
        """The same lesson as bare numbers."""
        return Tables(
            rounds=len(self.rounds),
            sizes=tuple(group.size for group in self.groups),
            needs=tuple(group.need for group in self.groups),
            seats=tuple(station.seats for station in self.stations),
            teacher=self.teacher,
            others=self.others,
        )


def build_rotation(problem: RotationProblem) -> RotationProposal:
    """A rotation for one class and day: every group at one station in every round.

    Same problem, same answer, whatever the order and the ids of groups and stations. Raises
    Problem when rounds, stations or seats do not suffice.
    """
    _refuse_too_few_stations(problem)
    lesson = _lesson(problem)
    filled = fill_rounds(lesson.tables, _teacher_visits(lesson))
    visits = tuple(
        Visit(
            group_id=lesson.groups[group].group_id,
            round_number=lesson.rounds[index].number,
            station_id=lesson.stations[station].station_id,
        )
        for (group, index), station in sorted(filled.items())
    )
    checks = find_clashes(problem, lesson.rounds, visits)
    if any(clash.hard for clash in checks):
        raise RuntimeError(f"the rotation breaks its own rules: {checks}")
    met = {group for (group, _), station in filled.items() if station in lesson.teacher}
    left_out = [group for index, group in enumerate(lesson.groups) if index not in met]
    return RotationProposal(
        rounds=lesson.rounds,
        visits=visits,
        no_teacher=tuple(group.group_id for group in left_out),
        reasons=explain_rotation(problem, lesson.rounds, visits),
        checks=checks,
    )


def _lesson(problem: RotationProblem) -> _Lesson:
    groups = tuple(sorted(problem.groups, key=lambda row: (row.key, row.name, row.group_id)))
    stations = tuple(sorted(problem.stations, key=_station_order))
    numbers = range(len(stations))
    led = [number for number in numbers if stations[number].kind is StationKind.TEACHER_LED]
    others = [number for number in numbers if number not in led]
    others.sort(key=lambda number: _order_today(problem, stations[number]))
    return _Lesson(
        problem=problem,
        rounds=clock_rounds(problem),
        groups=groups,
        stations=stations,
        teacher=tuple(led),
        others=tuple(others),
    )


def _station_order(station: StationToVisit) -> tuple[str, str, str, int, int]:
    seats = -1 if station.seats is None else station.seats
    return station.kind, station.name, station.place, seats, station.station_id


def _order_today(problem: RotationProblem, station: StationToVisit) -> tuple[bool, int]:
    """Stations take turns at staying free; make-up and assessment are used last."""
    words = f"{station.kind}|{station.name}|{station.place}"
    drawn = neutral_draw(problem.seed, f"stations {problem.day.toordinal()}", words)
    return station.kind in _LAST_RESORT, drawn


def _teacher_visits(lesson: _Lesson) -> dict[Cell, int]:
    """Who is at which teacher table in which round, as (group, round) → station."""
    seats = [lesson.stations[table].seats for table in lesson.teacher]
    seated = seat_at_teacher_tables(
        _who_can_sit(lesson),
        lesson.rounds,
        teacher_places(lesson.rounds, seats),
        day=lesson.problem.day,
        seed=lesson.problem.seed,
    )
    return {
        (lesson.groups.index(group), place.round_index): lesson.teacher[place.table]
        for place, group in seated.items()
    }


def _who_can_sit(lesson: _Lesson) -> list[GroupToRotate]:
    """Groups with enough seats at a teacher table, and whose absence the other stations bear."""
    table_seats = [lesson.stations[table].seats for table in lesson.teacher]
    if not table_seats:
        return []
    other_seats = [lesson.stations[number].seats for number in lesson.others]
    spare_tables = sorted(table_seats, key=lambda seats: (seats is not None, -(seats or 0)))[:-1]
    return [
        group
        for index, group in enumerate(lesson.groups)
        if any(fits(group.size, seats) for seats in table_seats)
        and seats_suffice(_sizes_without(lesson.groups, index), other_seats + spare_tables)
    ]


def _sizes_without(groups: Sequence[GroupToRotate], left_out: int) -> list[int]:
    return [group.size for index, group in enumerate(groups) if index != left_out]


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
