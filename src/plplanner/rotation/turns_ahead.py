"""In how many lessons a group that is left out today comes to the teacher.

The lessons that follow are planned as they will be, one after the other, each knowing who was met
before: so what is said comes true as long as nothing changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from plplanner.calendar.school_days import next_school_day, school_day_after
from plplanner.problems import Problem
from plplanner.rotation.adult_hours import on_day
from plplanner.rotation.exact_plan import groups_met
from plplanner.rotation.lesson_problem import can_meet
from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import (
    GroupToRotate,
    RotationProblem,
    RoundRow,
    StudentToSee,
    Visit,
)
from plplanner.terms import StationKind

LONGEST_AHEAD = 5  # lessons: a week
_AFTER_LAST = LONGEST_AHEAD + 1


def lessons_until_met(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    *,
    planned: Mapping[int, frozenset[int]] | None = None,
    days: Sequence[date] = (),
) -> dict[int, int]:
    """In how many lessons each group left out comes to the teacher (1: the next), by group id.

    `visits` are today's plan, `planned` the groups met in those lessons ahead that have one, and
    `days` the days of the lessons ahead, weekdays in a row unless said otherwise. Holds for the
    same groups and stations, without pull-outs; a group without a turn in sight is not in the
    answer.
    """
    kept = tuple(sorted((planned or {}).items()))
    in_a_row = _weekdays_after(problem.day)
    ahead = tuple(days) if len(days) == LONGEST_AHEAD else in_a_row
    return dict(_ahead(problem, tuple(rounds), frozenset(visits), kept, ahead))


def _weekdays_after(day: date) -> tuple[date, ...]:
    return tuple(school_day_after(day, count=one, days_off=()) for one in range(1, _AFTER_LAST))


@lru_cache(maxsize=4)  # asked for the reasons, and again for the strip below the plan
def _ahead(
    problem: RotationProblem,
    rounds: tuple[RoundRow, ...],
    visits: frozenset[Visit],
    kept: tuple[tuple[int, frozenset[int]], ...],
    days: tuple[date, ...],
) -> dict[int, int]:
    met = rounds_met(problem, sorted(visits, key=lambda one: (one.group_id, one.round_number)))
    able = {group.group_id for group in problem.groups if can_meet(group, problem.stations)}
    waiting = {group.group_id for group in problem.groups} - met.keys()
    planned, ahead_of = dict(kept), dict[int, int]()
    for ahead in range(1, LONGEST_AHEAD + 1):
        if not waiting & able and ahead > max(planned, default=0):
            break
        day = days[ahead - 1]
        problem = after_lesson(problem, rounds, met)
        problem = replace(problem, day=day, stations=on_day(problem.stations, day))
        try:
            seen = planned[ahead] if ahead in planned else groups_met(problem, rounds)
        except Problem:
            break
        # Nobody knows yet who will be out, so the round does not matter.
        met = {group_id: [rounds[0].number] for group_id in seen}
        ahead_of |= dict.fromkeys(sorted(waiting & seen), ahead)
        waiting -= seen
    return ahead_of


def after_lesson(
    problem: RotationProblem, rounds: Sequence[RoundRow], met: Mapping[int, Sequence[int]]
) -> RotationProblem:
    """The class as the lesson on the next weekday sees it.

    `met` are the rounds each group met the teacher in.
    """
    by_number = {row.number: row for row in rounds}
    return replace(
        problem,
        day=next_school_day(problem.day, ()),
        must_see=(),
        locked=(),
        groups=tuple(
            _after(group, [by_number[number] for number in met.get(group.group_id, ())])
            for group in problem.groups
        ),
    )


def rounds_met(problem: RotationProblem, visits: Sequence[Visit]) -> dict[int, list[int]]:
    """The numbers of the rounds in which each group is at the teacher's table."""
    led = {row.station_id for row in problem.stations if row.kind is StationKind.TEACHER_LED}
    met: dict[int, list[int]] = {}
    for visit in visits:
        if visit.station_id in led:
            met.setdefault(visit.group_id, []).append(visit.round_number)
    return met


def _after(group: GroupToRotate, met: Sequence[RoundRow]) -> GroupToRotate:
    """Everyone is expected then; who came to the table with nobody here was not met."""
    was_met = bool(met) and group.size > 0
    return replace(
        group,
        size=group.size + sum(one.is_away for one in group.students),
        lessons_since_teacher=_since(group.lessons_since_teacher, was_met=was_met),
        pull_outs=(),
        students=tuple(_student_after(group, one, met) for one in group.students),
    )


def _student_after(
    group: GroupToRotate, student: StudentToSee, met: Sequence[RoundRow]
) -> StudentToSee:
    was_met = any(student.name not in students_out(group, row) for row in met)
    since = _since(student.lessons_since_teacher, was_met=was_met and not student.is_away)
    return StudentToSee(student.name, since)


def _since(lessons: int | None, *, was_met: bool) -> int | None:
    if was_met:
        return 0
    return None if lessons is None else lessons + 1
