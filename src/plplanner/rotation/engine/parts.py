"""The rules of a lesson one by one: how the teacher reads each, and what it means to drop it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from plplanner.records import record
from plplanner.rotation.engine.rows import (
    Cell,
    GroupNeed,
    LessonDay,
    LessonProblem,
    Order,
    Rule,
    StationOffer,
)

Change = Callable[[LessonProblem], LessonProblem]
# Fields of rows are replaced by name; their types are the rows' own.
_Value = Any
ANY_NUMBER = 10_000


@record(frozen=True)
class Part:
    """One rule. `name` is how the teacher reads it; `drop` is the lesson without it.

    `softer` are smaller changes, the least first, as (what the teacher would do, the change).
    """

    rule: Rule
    subject: str
    name: str
    drop: Change
    drop_words: str
    softer: tuple[tuple[str, Change], ...] = ()


def parts_of(problem: LessonProblem) -> tuple[Part, ...]:
    """Every rule that could stand in the way, in a fixed order."""
    return (
        *_fixed_cells(problem),
        *(part for one in sorted(problem.groups, key=_id) for part in _of_group(problem, one)),
        *(part for one in sorted(problem.stations, key=_id) for part in _of_station(problem, one)),
        *_orders(problem),
        *_devices(problem),
        _meetings_per_day(problem),
    )


def _id(row: GroupNeed | StationOffer) -> str:
    return row.id


def _fixed_cells(problem: LessonProblem) -> Iterator[Part]:
    groups = {one.id: one.name for one in problem.groups}
    stations = {one.id: one.name for one in problem.stations}
    for cell in sorted(problem.fixed, key=_cell):
        name = f"{groups.get(cell.group, cell.group)} at {stations.get(cell.station, cell.station)}"
        name += f" in round {cell.round + 1}{_on(problem, cell.day)}"
        subject = f"{cell.group}/{cell.day}/{cell.round}/{cell.station}"
        yield Part(Rule.FIXED, subject, name, _without_cell(cell), f"Let go of “{name}”.")


def _cell(cell: Cell) -> tuple[str, int, int, str]:
    return cell.group, cell.day, cell.round, cell.station


def _without_cell(cell: Cell) -> Change:
    return lambda problem: replace(
        problem, fixed=tuple(one for one in problem.fixed if one != cell)
    )


def _of_group(problem: LessonProblem, group: GroupNeed) -> Iterator[Part]:
    if group.least_meetings > 0:
        yield Part(
            Rule.LEAST_MEETINGS,
            group.id,
            f"{group.name} meets the teacher {times(group.least_meetings)}",
            _group(group.id, least_meetings=0),
            f"Let {group.name} do without the teacher.",
            tuple(
                (
                    f"Let {group.name} meet the teacher {times(less)}, not "
                    f"{times(group.least_meetings)}.",
                    _group(group.id, least_meetings=less),
                )
                for less in range(group.least_meetings - 1, 0, -1)
            ),
        )
    if group.each_student_seen > 0:
        yield Part(
            Rule.EACH_STUDENT_SEEN,
            group.id,
            f"every student of {group.name} meets the teacher {times(group.each_student_seen)}",
            _group(group.id, each_student_seen=0),
            f"See those of {group.name} who are out of the room at another time.",
        )
    for station_id, least in group.least:
        names = {one.id: one.name for one in problem.stations}
        station = names.get(station_id, station_id)
        kept = tuple(one for one in group.least if one[0] != station_id)
        yield Part(
            Rule.LEAST_OF_GROUP,
            f"{group.id}/{station_id}",
            f"{group.name} comes to {station} {times(least)}",
            _group(group.id, least=kept),
            f"Make {station} a may-do for {group.name}.",
        )


def _of_station(problem: LessonProblem, station: StationOffer) -> Iterator[Part]:
    yield from _room_at(problem, station)
    yield from _suits(problem, station)
    most = station.most_per_day
    if any(len(day.rounds) > most for day in problem.days):
        yield Part(
            Rule.MOST_PER_DAY,
            station.id,
            f"nobody comes to {station.name} more than {times(most)} on a day",
            _station(station.id, most_per_day=ANY_NUMBER),
            f"Let groups come to {station.name} as often as needed.",
            (
                (
                    f"Let groups come to {station.name} {times(most + 1)} on a day.",
                    _station(station.id, most_per_day=most + 1),
                ),
            ),
        )
    if station.least > 0:
        yield Part(
            Rule.LEAST,
            station.id,
            f"everyone comes to {station.name} {times(station.least)}",
            _station(station.id, least=0),
            f"Make {station.name} a may-do.",
            tuple(
                (
                    f"Ask for {station.name} {times(less)}, not {times(station.least)}.",
                    _station(station.id, least=less),
                )
                for less in range(station.least - 1, 0, -1)
            ),
        )


def _room_at(problem: LessonProblem, station: StationOffer) -> Iterator[Part]:
    everyone = sum(len(group.students) for group in problem.groups)
    if station.seats is not None and station.seats < everyone:
        seats = station.seats
        yield Part(
            Rule.SEATS,
            station.id,
            f"{station.name} seats {seats}",
            _station(station.id, seats=None),
            f"Give {station.name} as many seats as needed.",
            tuple(
                (
                    f"Give {station.name} {seats + more} seats.",
                    _station(station.id, seats=seats + more),
                )
                for more in (1, 2, 3, 4, 6, 8)
            ),
        )
    room = station.groups_at_once
    if room < len(problem.groups):
        yield Part(
            Rule.GROUPS_AT_ONCE,
            station.id,
            f"{station.name} takes {groups(room)} at once",
            _station(station.id, groups_at_once=ANY_NUMBER),
            f"Let {station.name} take everyone at once.",
            tuple(
                (
                    f"Let {station.name} take {groups(room + more)} at once.",
                    _station(station.id, groups_at_once=room + more),
                )
                for more in (1, 2)
            ),
        )


def _suits(problem: LessonProblem, station: StationOffer) -> Iterator[Part]:
    """Rules about when a station can be there at all."""
    name, own = station.name, station.id
    if station.closed:
        words = f"Open {name} when it is closed."
        yield Part(Rule.OPEN, own, f"{name} is closed at times", _station(own, closed=()), words)
    if station.adults:
        adults = {one.id: one.name for one in problem.adults}
        who = " or ".join(adults.get(one, one) for one in sorted(set(station.adults)))
        words = f"Run {name} without an adult, or find another."
        yield Part(Rule.ADULT, own, f"{name} needs {who}", _station(own, adults=()), words)
    if station.internet and not all(day.internet for day in problem.days):
        words = f"Use the task without internet at {name}."
        yield Part(
            Rule.INTERNET, own, f"{name} needs internet", _station(own, internet=False), words
        )
    lengths = [one.end - one.start for day in problem.days for one in day.rounds]
    if station.shortest is not None and min(lengths, default=0) < station.shortest:
        words = f"Use fewer rounds, spread it over two days, or plan a shorter task at {name}."
        text = f"{name} needs rounds of {station.shortest} minutes"
        yield Part(Rule.LENGTH, own, text, _station(own, shortest=None, longest=None), words)
    elif station.longest is not None and max(lengths, default=0) > station.longest:
        words = f"Use more rounds, or plan a longer task at {name}."
        text = f"{name} lasts {station.longest} minutes at most"
        yield Part(Rule.LENGTH, own, text, _station(own, shortest=None, longest=None), words)


def _orders(problem: LessonProblem) -> Iterator[Part]:
    names = {one.id: one.name for one in problem.stations}
    for order in sorted(problem.orders, key=lambda one: (one.first, one.then)):
        name = f"{names.get(order.first, order.first)} before {names.get(order.then, order.then)}"
        yield Part(
            Rule.ORDER,
            f"{order.first}/{order.then}",
            name,
            _without_order(order),
            f"Make the tasks independent of each other: let go of “{name}”.",
        )


def _without_order(order: Order) -> Change:
    return lambda problem: replace(
        problem, orders=tuple(one for one in problem.orders if one != order)
    )


def _devices(problem: LessonProblem) -> Iterator[Part]:
    for number, day in enumerate(problem.days):
        if day.devices is not None:
            on, has = _on(problem, number), day.devices
            yield Part(
                Rule.DEVICES,
                str(number),
                f"{has} devices{on}",
                _with_devices(number, None),
                f"Find devices for everyone{on}.",
                tuple(
                    (f"Find {more} more devices{on}.", _with_devices(number, has + more))
                    for more in (1, 2, 3, 4, 6, 8, 12)
                ),
            )


def _with_devices(number: int, devices: int | None) -> Change:
    def change(problem: LessonProblem) -> LessonProblem:
        days = tuple(
            replace(day, devices=devices) if place == number else day
            for place, day in enumerate(problem.days)
        )
        return replace(problem, days=days)

    return change


def _meetings_per_day(problem: LessonProblem) -> Part:
    most = problem.meetings_per_day
    return Part(
        Rule.MEETINGS_PER_DAY,
        "",
        f"nobody meets the teacher more than {times(most)} on a day",
        lambda one: replace(one, meetings_per_day=ANY_NUMBER),
        "Let groups meet the teacher as often as needed.",
        (
            (
                f"Let groups meet the teacher {times(most + 1)} on a day.",
                lambda one: replace(one, meetings_per_day=most + 1),
            ),
        ),
    )


def _group(group_id: str, **changes: _Value) -> Change:
    return lambda problem: replace(
        problem,
        groups=tuple(
            replace(one, **changes) if one.id == group_id else one for one in problem.groups
        ),
    )


def _station(station_id: str, **changes: _Value) -> Change:
    return lambda problem: replace(
        problem,
        stations=tuple(
            replace(one, **changes) if one.id == station_id else one for one in problem.stations
        ),
    )


def times(count: int) -> str:
    """“once”, “twice”, “3 times”."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def groups(count: int) -> str:
    """“1 group”, “2 groups”."""
    return "1 group" if count == 1 else f"{count} groups"


def _on(problem: LessonProblem, number: int) -> str:
    day: LessonDay = problem.days[number]
    if len(problem.days) == 1:
        return ""
    return f" on {day.name or f'day {number + 1}'}"
