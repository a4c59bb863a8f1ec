"""Why the rotation is as it is, in sentences a teacher can check."""

from collections.abc import Iterator, Sequence
from math import inf
from operator import or_

from plplanner.rotation.adult_hours import hours_words, is_open
from plplanner.rotation.lesson_problem import can_meet
from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import (
    GroupToRotate,
    PullOutWindow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.turns_ahead import lessons_until_met
from plplanner.terms import StationKind


def explain_rotation(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> tuple[str, ...]:
    """Who does not meet the teacher, why, and when next; why this order; what stays free."""
    return (
        *_without_teacher(problem, rounds, visits),
        *_moved_by_pull_outs(problem, rounds, visits),
        *_order(problem, visits),
        *_teacher_free(problem, rounds, visits),
        *_closed(problem, rounds),
        *_stations_free(problem, visits),
    )


def _without_teacher(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[str]:
    tables = _tables(problem)
    if not tables:
        yield "No station is led by the teacher today."
        return
    met = {visit.group_id for visit in visits if visit.station_id in _ids(tables)}
    ahead_of = lessons_until_met(problem, rounds, visits)
    for group in sorted(problem.groups, key=lambda group: group.key):
        if group.group_id in met:
            continue
        start = f"{group.name} does not meet the teacher today: "
        ahead = ahead_of.get(group.group_id)
        if not group.size:
            yield f"{start}it has no students. {_next_turn(ahead) if ahead else ''}".rstrip()
        elif can_meet(group, tables):
            words = _scarcity(problem, rounds, tables)
            why = _before_it(group, [one for one in problem.groups if one.group_id in met])
            yield f"{start}{words}{why}. {_next_turn(ahead)}"
        else:
            yield f"{start}the teacher table has too few seats for {_students(group.size)}."


def _scarcity(
    problem: RotationProblem, rounds: Sequence[RoundRow], tables: Sequence[StationToVisit]
) -> str:
    parts = [_count(len(rounds), "round")]
    if len(tables) > 1:
        parts.append(_count(len(tables), "teacher table"))
    return ", ".join([*parts, _count(len(problem.groups), "group")])


def _before_it(group: GroupToRotate, met: Sequence[GroupToRotate]) -> str:
    """What every group that is met has before one that is not; nothing where some have nothing."""
    needs_more = [one.need > group.need for one in met]
    waits_longer = [_waited(one) > _waited(group) for one in met]
    if met and all(needs_more):
        return ", and the others need the teacher more"
    if met and all(waits_longer):
        return ", and the others have waited longer"
    if met and all(map(or_, needs_more, waits_longer)):
        return ", and the others need the teacher more or have waited longer"
    return ""


def _waited(group: GroupToRotate) -> float:
    since = group.lessons_since_teacher
    return inf if since is None else since


def _order(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[str]:
    led = _ids(_tables(problem))
    if len({visit.group_id for visit in visits if visit.station_id in led}) > 1:
        yield "Who comes first to the teacher moves on every day, whatever a group needs."


def _next_turn(ahead: int | None) -> str:
    if ahead == 1:
        return "It is first in line next lesson."
    if ahead is None:
        return "Take a moment with it during the lesson."
    return f"If nothing changes, it meets the teacher in {ahead} lessons."


def _moved_by_pull_outs(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[str]:
    led = _ids(_tables(problem))
    at_table = {visit.group_id: visit.round_number for visit in visits if visit.station_id in led}
    by_number = {row.number: row for row in rounds}
    for group in sorted(problem.groups, key=lambda group: group.key):
        number = at_table.get(group.group_id)
        if number is None or students_out(group, by_number[number]):
            continue
        if any(students_out(group, row) for row in rounds):
            out = ", ".join(_out(window) for window in group.pull_outs)
            yield f"{group.name} meets the teacher in round {number}, around pull-outs: {out}."


def _teacher_free(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[str]:
    for table in sorted(_tables(problem), key=lambda row: (row.name, row.place)):
        busy = {row.round_number for row in visits if row.station_id == table.station_id}
        free = [str(row.number) for row in rounds if row.number not in busy and is_open(table, row)]
        if free:
            words = "round" if len(free) == 1 else "rounds"
            yield f"{table.name} is free in {words} {' and '.join(free)}."


def _closed(problem: RotationProblem, rounds: Sequence[RoundRow]) -> Iterator[str]:
    for station in sorted(problem.stations, key=lambda row: (row.name, row.place)):
        shut = [str(row.number) for row in rounds if not is_open(station, row)]
        if shut:
            words = "round" if len(shut) == 1 else "rounds"
            yield (
                f"{station.adult} is at {station.name} {hours_words(station)}: "
                f"not in {words} {' and '.join(shut)}."
            )


def _stations_free(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[str]:
    used = {visit.station_id for visit in visits}
    free = sorted(
        station.name
        for station in problem.stations
        if station.station_id not in used and station.kind is not StationKind.TEACHER_LED
    )
    if free:
        yield f"Not needed today: {', '.join(free)}."


def _tables(problem: RotationProblem) -> list[StationToVisit]:
    return [row for row in problem.stations if row.kind is StationKind.TEACHER_LED]


def _ids(stations: Sequence[StationToVisit]) -> set[int]:
    return {station.station_id for station in stations}


def _out(window: PullOutWindow) -> str:
    start, end = window.start, window.end
    return f"{window.student_name} {start.hour}:{start:%M}–{end.hour}:{end:%M}"


def _students(count: int) -> str:
    return _count(count, "student")


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
