"""What the checks rail says about a plan that can be run but could be better."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plplanner.rotation.rounds import RoundLength, judge_round_length, round_length_words
from plplanner.rotation.rows import Clash, GroupToRotate, RotationProblem, RoundRow, Visit
from plplanner.terms import StationKind

LARGEST_AT_TEACHER_TABLE = 6
LESSONS_A_GROUP_MAY_WAIT = 4
NOBODY_HERE = (
    " has no students today and is planned at the teacher table.",
    " have no students today and are planned at the teacher table.",
)
"""What is said of one group, and of several."""


def things_worth_a_look(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """Soft checks in a fixed order; every visit must name a known group and station.

    What concerns who goes her own way is left to `own_way_checks`.
    """
    groups = {group.group_id: group for group in problem.groups if not group.is_own_way}
    lesson = replace(problem, groups=tuple(groups.values()))
    together = [visit for visit in visits if visit.group_id in groups]
    yield from _short_rounds(problem, rounds)
    yield from _little_left_after_set_up(problem, rounds, visits)
    yield from _teacher_table_sizes(lesson, together)
    yield from _seats_at_teacher_table(lesson)
    yield from _nobody_to_work_with(lesson, together)
    yield from _no_when_done(problem, visits)
    yield from _waited_too_long(lesson, together)


def _short_rounds(problem: RotationProblem, rounds: Sequence[RoundRow]) -> Iterator[Clash]:
    shortest = min((row.minutes for row in rounds), default=None)
    if shortest is None or (words := round_length_words(shortest)) is None:
        return
    very = judge_round_length(shortest) is RoundLength.TOO_SHORT
    yield Clash(
        "very_short_round" if very else "short_round",
        f"{words} {_asked_instead(problem, len(rounds))}".strip() if very else words,
        "Use fewer rounds, or spread the rotation over two days.",
        hard=False,
    )


def _little_left_after_set_up(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """Where setting up the devices leaves a digital station less than a useful round."""
    used = {visit.station_id for visit in visits}
    digital = [
        one.name
        for one in problem.stations
        if one.kind is StationKind.DIGITAL and one.station_id in used
    ]
    shortest = min((row.minutes for row in rounds), default=0)
    left = max(0, shortest - problem.set_up)
    is_short = judge_round_length(left) is RoundLength.TOO_SHORT
    if problem.set_up and digital and is_short:
        yield Clash(
            "little_left_after_set_up",
            f"{digital[0]}: {problem.set_up} of {shortest} minutes go to setting up, and {left} "
            "are left to work.",
            "Use fewer rounds, or have the devices ready before class.",
            hard=False,
        )


def _asked_instead(problem: RotationProblem, rounds: int) -> str:
    # Seldom needed, and the window opens with these checks: so it is loaded only here.
    from plplanner.rotation.engine.time_choices import (  # noqa: PLC0415
        LessonMinutes,
        time_question,
    )

    lesson = LessonMinutes(problem.minutes, problem.launch, problem.close, problem.move)
    asked = time_question(lesson, rounds=rounds)
    return "" if asked is None else asked.words


def _teacher_table_sizes(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    for group in _at_teacher_table(problem, visits):
        if group.size > LARGEST_AT_TEACHER_TABLE:
            yield Clash(
                "large_group_at_teacher_table",
                f"{group.name} brings {group.size} students to the teacher table; "
                f"{LARGEST_AT_TEACHER_TABLE} or fewer work better.",
                "Make one more group, or call part of the group first.",
                hard=False,
            )
        elif group.size == 0:
            yield Clash(
                "nobody_at_teacher_table",
                f"{group.name}{NOBODY_HERE[0]}",
                "Let a group come that does not meet the teacher otherwise.",
                hard=False,
            )


def _seats_at_teacher_table(problem: RotationProblem) -> Iterator[Clash]:
    tables = [row for row in problem.stations if row.kind is StationKind.TEACHER_LED]
    limits = [table.seats for table in tables if table.seats is not None]
    if not tables or len(limits) < len(tables):
        return
    for group in sorted(problem.groups, key=lambda group: group.key):
        if group.size > max(limits):
            yield Clash(
                "no_seats_at_teacher_table",
                f"{group.name} has {group.size} students, and the teacher table has "
                f"{max(limits)} seats, so it cannot meet the teacher.",
                "Add seats to the teacher table, or make the group smaller.",
                hard=False,
            )


def _nobody_to_work_with(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    together = {
        station.station_id: station.name
        for station in problem.stations
        if station.kind is StationKind.COLLABORATIVE
    }
    groups = {group.group_id: group for group in problem.groups}
    for visit in sorted(visits, key=lambda row: (groups[row.group_id].key, row.round_number)):
        group = groups[visit.group_id]
        if group.size == 1 and visit.station_id in together:
            yield Clash(
                "alone_at_shared_station",
                f"{group.name} has 1 student today, at {together[visit.station_id]} in round "
                f"{visit.round_number}.",
                "Merge it with another group today, or pick a task for one.",
                hard=False,
                cells=((group.group_id, visit.round_number),),
            )


def _no_when_done(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    used = {visit.station_id for visit in visits}
    for station in sorted(problem.stations, key=lambda row: (row.kind, row.name, row.place)):
        if station.station_id in used and not station.when_done.strip():
            yield Clash(
                "no_when_done",
                f"{station.name} does not say what to do when done.",
                f"Write a “when done” line for {station.name}.",
                hard=False,
            )


def _waited_too_long(problem: RotationProblem, visits: Sequence[Visit]) -> Iterator[Clash]:
    seen = {group.group_id for group in _at_teacher_table(problem, visits)}
    for group in sorted(problem.groups, key=lambda group: group.key):
        waited = group.lessons_since_teacher
        is_due = group.size and waited is not None and waited >= LESSONS_A_GROUP_MAY_WAIT
        if group.group_id in seen or not is_due:
            continue
        yield Clash(
            "long_without_teacher",
            f"{group.name} has not met the teacher for {waited} lessons, and does not today.",
            f"Give {group.name} a round at the teacher table, or take a moment with it.",
            hard=False,
            cells=tuple(
                (one.group_id, one.round_number) for one in visits if one.group_id == group.group_id
            ),
        )


def _at_teacher_table(problem: RotationProblem, visits: Sequence[Visit]) -> list[GroupToRotate]:
    led = {row.station_id for row in problem.stations if row.kind is StationKind.TEACHER_LED}
    met = {visit.group_id for visit in visits if visit.station_id in led}
    chosen = [group for group in problem.groups if group.group_id in met]
    return sorted(chosen, key=lambda group: group.key)
