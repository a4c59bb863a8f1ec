"""Who of a group is out of the room in a round."""

from datetime import time

from plplanner.rotation.rows import GroupToRotate, RoundRow


def students_out(group: GroupToRotate, round_row: RoundRow) -> tuple[str, ...]:
    """The names of those who are out for some of the round."""
    start = _minute(round_row.starts_at)
    return tuple(
        window.student_name
        for window in group.pull_outs
        if _minute(window.start) < start + round_row.minutes and start < _minute(window.end)
    )


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
