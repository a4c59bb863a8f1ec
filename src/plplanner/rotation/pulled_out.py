"""Who of a group is out of the room in a round, and for how long."""

from collections.abc import Iterable, Sequence

from plplanner.calendar.clock import minute_of
from plplanner.roster.rows import PullOutRow
from plplanner.rotation.rows import GroupToRotate, RoundRow, TimedRound


def students_out(group: GroupToRotate, round_row: RoundRow) -> tuple[str, ...]:
    """The names of those who are out for some of the round."""
    start = minute_of(round_row.starts_at)
    return tuple(
        window.student_name
        for window in group.pull_outs
        if minute_of(window.start) < start + round_row.minutes and start < minute_of(window.end)
    )


def minutes_out(
    outs: Iterable[PullOutRow], rounds: Sequence[TimedRound]
) -> dict[tuple[int, int], int]:
    """How many minutes of each round a student is out of the room, by student and round number."""
    found: dict[tuple[int, int], int] = {}
    for one in outs:
        for row in rounds:
            begins = max(minute_of(row.starts_at), minute_of(one.starts_at))
            ends = min(minute_of(row.ends_at), minute_of(one.ends_at))
            if begins < ends:
                cell = one.student_id, row.number
                found[cell] = found.get(cell, 0) + ends - begins
    return found
