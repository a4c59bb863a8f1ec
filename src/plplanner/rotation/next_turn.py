"""When a group that does not meet the teacher today will."""

from collections.abc import Collection, Sequence
from datetime import date

from plplanner.calendar.school_days import school_day_after
from plplanner.rotation.rows import RotationProblem, RoundRow, Visit
from plplanner.rotation.turns_ahead import lessons_until_met


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
    return {
        group_id: school_day_after(problem.day, count=ahead, days_off=days_off)
        for group_id, ahead in lessons_until_met(problem, rounds, visits).items()
    }
