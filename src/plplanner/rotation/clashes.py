"""The independent checker: what is wrong with a rotation, whoever made it.

Written apart from the maker and sharing no search with it, so that one cannot hide the other's
mistakes. Hard clashes make a plan impossible to run; the soft ones are for the teacher to judge.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import pairwise

from plplanner.rotation.adult_checks import adults_not_there
from plplanner.rotation.rows import (
    Clash,
    GroupToRotate,
    RotationProblem,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.worth_a_look import things_worth_a_look


def find_clashes(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> tuple[Clash, ...]:
    """Every rule the plan breaks: hard ones first, each with a mend, in a fixed order."""
    readable = _readable(problem, rounds, visits)
    own = {group.group_id for group in problem.groups if group.is_own_way}
    together = [visit for visit in readable if visit.group_id not in own] if own else readable
    hard = [
        *_unknown(problem, rounds, visits),
        *_rounds_on_the_clock(problem, rounds),
        *_group_in_one_place(problem, rounds, readable),
        *_station_holds_one_group(problem, together),
        *_seats(problem, together),
    ]
    soft = [
        *_pull_outs_at_teacher_table(problem, rounds, together),
        *_same_station_again(problem, together),
        *adults_not_there(problem, rounds, readable),
        *_seldom(problem, rounds, readable),
        *_squeezed_moves(problem, rounds),
        *things_worth_a_look(problem, rounds, readable),
    ]
    if own:
        # Most lessons are for groups: the window does not wait for what few days need.
        from plplanner.rotation.own_way_checks import (  # noqa: PLC0415
            own_ways_worth_a_look,
            too_many_at_station,
        )

        hard += too_many_at_station(problem, readable)
        soft += own_ways_worth_a_look(problem, rounds, readable)
    return (*hard, *soft)


def _seldom(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """What few classes have: a number of devices, stations in an order."""
    # The window does not wait for what few classes need.
    if problem.devices.working is not None:
        from plplanner.rotation.device_checks import devices_too_few  # noqa: PLC0415

        yield from devices_too_few(problem, rounds, visits)
    if any(row.after for row in problem.stations):
        from plplanner.rotation.order_checks import out_of_order  # noqa: PLC0415

        yield from out_of_order(problem, visits)


def _readable(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> list[Visit]:
    """The visits whose group, round and station all exist; each once."""
    groups = {group.group_id for group in problem.groups}
    stations = {station.station_id for station in problem.stations}
    numbers = {round_row.number for round_row in rounds}
    return [
        visit
        for visit in dict.fromkeys(visits)
        if visit.group_id in groups
        and visit.station_id in stations
        and visit.round_number in numbers
    ]


def _unknown(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    checks = (
        ("group", {row.group_id for row in visits}, {row.group_id for row in problem.groups}),
        (
            "station",
            {row.station_id for row in visits},
            {row.station_id for row in problem.stations},
        ),
        ("round", {row.round_number for row in visits}, {row.number for row in rounds}),
    )
    for word, asked, known in checks:
        for number in sorted(asked - known):
            yield Clash(
                kind=f"unknown_{word}",
                text=f"The plan names a {word} (number {number}) that is not part of this lesson.",
                next_step="Make the rotation again.",
                hard=True,
            )


def _rounds_on_the_clock(problem: RotationProblem, rounds: Sequence[RoundRow]) -> Iterator[Clash]:
    opens = _minute(problem.starts_at)
    closes = opens + problem.minutes
    for row in rounds:
        if row.minutes < 1:
            yield Clash(
                "round_without_minutes",
                f"Round {row.number} has no minutes.",
                "Use fewer rounds or a longer lesson.",
                hard=True,
            )
        if _minute(row.starts_at) < opens or _end(row) > closes:
            yield Clash(
                "round_outside_lesson",
                f"Round {row.number} ({_span(row)}) is outside the lesson, which is "
                f"{_at(opens)}–{_at(closes)}.",
                "Make the rounds shorter or use fewer.",
                hard=True,
            )
    in_order = sorted(rounds, key=lambda row: (_minute(row.starts_at), row.number))
    for before, after in pairwise(in_order):
        if _minute(after.starts_at) < _end(before):
            yield Clash(
                "rounds_overlap",
                f"Round {after.number} ({_span(after)}) begins before round {before.number} "
                f"({_span(before)}) ends.",
                "Set the times of the rounds again.",
                hard=True,
            )
    for number, count in Counter(row.number for row in rounds).items():
        if count > 1:
            yield Clash(
                "round_twice",
                f"Round {number} is in the plan {count} times.",
                "Make the rotation again.",
                hard=True,
            )


def _group_in_one_place(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    names = {station.station_id: station.name for station in problem.stations}
    places: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for visit in visits:
        places[visit.group_id, visit.round_number].append(names[visit.station_id])
    for group in sorted(problem.groups, key=lambda row: row.key):
        for number in dict.fromkeys(row.number for row in rounds):
            at = places[group.group_id, number]
            if not at:
                yield Clash(
                    "group_without_station",
                    f"{group.name} has no station in round {number}.",
                    f"Pick a station for {group.name} in round {number}.",
                    hard=True,
                )
            elif len(at) > 1:
                yield Clash(
                    "group_in_two_places",
                    f"{group.name} is at {' and at '.join(sorted(at))} in round {number}.",
                    "Keep one of them.",
                    hard=True,
                )


def _station_holds_one_group(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    together: dict[tuple[str, int, int], list[str]] = {}
    for group, station, number in _in_order(problem, visits):
        together.setdefault((station.name, number, station.station_id), []).append(group.name)
    for (name, number, _), there in sorted(together.items()):
        if len(there) > 1:
            yield Clash(
                "two_groups_at_station",
                f"{' and '.join(there)} are both at {name} in round {number}.",
                "Move one of them to a free station.",
                hard=True,
            )


def _seats(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    for group, station, number in _in_order(problem, visits):
        if station.seats is not None and group.size > station.seats:
            yield Clash(
                "too_few_seats",
                f"{station.name} has {station.seats} seats, and {group.name} has {group.size} "
                f"students in round {number}.",
                f"Send {group.name} to a larger station, or add seats.",
                hard=True,
            )


def _pull_outs_at_teacher_table(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    by_number = {row.number: row for row in rounds}
    for group, station, number in _in_order(problem, visits):
        row = by_number[number]
        away = {one.name for one in group.students if one.is_away}
        here = [window for window in group.pull_outs if window.student_name not in away]
        for window in here if station.kind == "teacher_led" else ():
            leaves, returns = _minute(window.start), _minute(window.end)
            if max(leaves, _minute(row.starts_at)) < min(returns, _end(row)):
                yield Clash(
                    "pull_out_at_teacher_table",
                    f"{window.student_name} is out {_at(leaves)}–{_at(returns)}, when "
                    f"{group.name} is at {station.name} (round {number}, {_span(row)}).",
                    f"Swap two rounds of {group.name}, or see {window.student_name} at another "
                    "time.",
                    hard=False,
                )


def _same_station_again(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    rounds_there: dict[tuple[int, int], list[int]] = {}
    names: dict[tuple[int, int], tuple[str, str]] = {}
    for group, station, number in _in_order(problem, visits):
        if not group.size:
            continue
        pair = group.group_id, station.station_id
        rounds_there.setdefault(pair, []).append(number)
        names[pair] = group.name, station.name
    for pair, numbers in rounds_there.items():
        if len(numbers) > 1:
            group_name, station_name = names[pair]
            yield Clash(
                "same_station_twice",
                f"{group_name} is at {station_name} in rounds "
                f"{' and '.join(str(number) for number in numbers)}.",
                "Add a station or use fewer rounds, or plan a different task there.",
                hard=False,
            )


def _squeezed_moves(problem: RotationProblem, rounds: Sequence[RoundRow]) -> Iterator[Clash]:
    in_order = sorted(rounds, key=lambda row: (_minute(row.starts_at), row.number))
    for before, after in pairwise(in_order):
        gap = _minute(after.starts_at) - _end(before)
        if 0 <= gap < problem.move:
            yield Clash(
                "move_too_short",
                f"There are {gap} minutes to move between rounds {before.number} and "
                f"{after.number}; a move takes {problem.move}.",
                "Make the rounds one minute shorter or use fewer.",
                hard=False,
            )


def _in_order(
    problem: RotationProblem, visits: Sequence[Visit]
) -> Iterator[tuple[GroupToRotate, StationToVisit, int]]:
    """Visits as (group, station, round number), by the groups' own order and then by round."""
    groups = {group.group_id: group for group in problem.groups}
    stations = {station.station_id: station for station in problem.stations}
    rows = [
        (groups[visit.group_id], stations[visit.station_id], visit.round_number) for visit in visits
    ]
    yield from sorted(rows, key=lambda row: (row[0].key, row[2], row[1].name))


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _end(row: RoundRow) -> int:
    return _minute(row.starts_at) + row.minutes


def _at(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _span(row: RoundRow) -> str:
    return f"{_at(_minute(row.starts_at))}–{_at(_end(row))}"
