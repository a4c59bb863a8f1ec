"""When a group that does not meet the teacher today will."""

from collections.abc import Collection, Sequence
from datetime import date

from plplanner.calendar.school_days import school_day_after
from plplanner.rotation.rows import RotationProblem, RoundRow, Visit
from plplanner.rotation.teacher_turns import lessons_until_met
from plplanner.terms import StationKind


def next_turns(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    *,
    days_off: Collection[date],
) -> dict[int, date]:
    """The school day on which each group left out today comes to the teacher, by group id.

    Holds if nothing changes; a group without a turn in sight is not in the answer.
    """
    tables = [row for row in problem.stations if row.kind is StationKind.TEACHER_LED]
    led = {row.station_id for row in tables}
    seats = [row.seats for row in tables]
    can_sit = [
        group
        for group in problem.groups
        if any(limit is None or group.size <= limit for limit in seats)
    ]
    ahead_of = lessons_until_met(
        can_sit,
        met={visit.group_id for visit in visits if visit.station_id in led},
        places=len(rounds) * len(tables),
        day=problem.day,
        seed=problem.seed,
    )
    return {
        group_id: school_day_after(problem.day, count=ahead, days_off=days_off)
        for group_id, ahead in ahead_of.items()
    }
