"""Times of a day as minutes from midnight."""

from datetime import time

_DAY = 24 * 60


def minute_of(clock: time) -> int:
    """How many minutes a time of day is from midnight."""
    return clock.hour * 60 + clock.minute


def clock_at(minute: int) -> time:
    """The time of day so many minutes from midnight; its first or last minute for one beyond."""
    within = min(max(minute, 0), _DAY - 1)
    return time(within // 60, within % 60)
