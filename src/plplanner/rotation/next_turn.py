"""When a group that does not meet the teacher today will."""

from collections.abc import Container, Sequence
from datetime import date

from plplanner.calendar.school_days import school_day_after, school_days_between
from plplanner.rotation.rows import PlanRow, RotationProblem, RoundRow, Visit
from plplanner.rotation.turns_ahead import LONGEST_AHEAD, lessons_until_met
from plplanner.terms import StationKind


def next_turns(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    *,
    days_off: Container[date],
    kept: Sequence[PlanRow] = (),
) -> dict[int, date]:
    """The school day on which each group left out today comes to the teacher, by group id.

    Plans `kept` for days to come say it themselves; days without one are thought ahead. Holds if
    nothing changes; a group without a turn in sight is not in the answer.
    """
    planned = {
        school_days_between(problem.day, plan.day, days_off): groups_with_teacher(plan)
        for plan in kept
        if plan.day > problem.day
    }
    days = [
        school_day_after(problem.day, count=ahead, days_off=days_off)
        for ahead in range(1, LONGEST_AHEAD + 1)
    ]
    found = lessons_until_met(problem, rounds, visits, planned=planned, days=days)
    return {group_id: days[ahead - 1] for group_id, ahead in found.items()}


def last_day_ahead(day: date, *, days_off: Container[date]) -> date:
    """The last school day of which it is said that a group meets the teacher then."""
    return school_day_after(day, count=LONGEST_AHEAD, days_off=days_off)


def groups_with_teacher(plan: PlanRow) -> frozenset[int]:
    """The ids of the groups that come to the teacher in a plan."""
    return frozenset(
        line.group_id
        for line in plan.groups
        if any(
            visit is not None and visit.station_kind is StationKind.TEACHER_LED
            for visit in line.visits
        )
    )
