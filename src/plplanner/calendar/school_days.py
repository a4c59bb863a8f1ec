"""Which days are school days, which comes next, and how many lie between. Dates, never times."""

from collections.abc import Container
from datetime import date, timedelta

from plplanner.problems import Problem
from plplanner.terms import Weekday

_FURTHEST = 366
_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)


def is_school_day(day: date, days_off: Container[date]) -> bool:
    """Whether there is school: not on a weekend, not on a day off."""
    return day.weekday() not in _WEEKEND and day not in days_off


def next_school_day(after: date, days_off: Container[date]) -> date:
    """The first school day after `after`, which itself never counts.

    Raises Problem when the year that follows has none.
    """
    for ahead in range(1, min(_FURTHEST, (date.max - after).days) + 1):
        day = after + timedelta(days=ahead)
        if is_school_day(day, days_off):
            return day
    raise Problem(
        f"There is no school day in the year after {after:%B} {after.day}, {after.year}.",
        "Check the days off in the school year.",
    )


def school_day_before(day: date, days_off: Container[date]) -> date:
    """The last school day before `day`, which itself never counts.

    Raises Problem when the year before has none.
    """
    for back in range(1, _FURTHEST + 1):
        earlier = day - timedelta(days=back)
        if is_school_day(earlier, days_off):
            return earlier
    raise Problem(
        f"There is no school day in the year before {day:%B} {day.day}, {day.year}.",
        "Check the days off in the school year.",
    )


def school_day_after(day: date, *, count: int, days_off: Container[date]) -> date:
    """The `count`th school day after `day`; 0 gives `day` itself.

    Raises ValueError for a negative count and Problem when the days off never end.
    """
    if count < 0:
        raise ValueError("count school days forward, from 0")
    for _ in range(count):
        day = next_school_day(day, days_off)
    return day


def school_days_between(start: date, end: date, days_off: Container[date]) -> int:
    """How many school days after `start`, up to and with `end`: the age of something in lessons.

    Friday to the Monday that follows is 1; a day to itself, or back in time, is 0.
    """
    days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(is_school_day(day, days_off) for day in days)
