"""A day of a rotation over several days falls out: the rest moves to the next school days."""

from collections.abc import Collection, Container, Sequence
from datetime import date

from plplanner.calendar.school_days import is_school_day, next_school_day
from plplanner.records import record


@record(frozen=True)
class SpreadDay:
    """One day of a rotation spread over `parts` days: its plan, and which day it is, from 1.

    One more than there are parts is the day to catch up.
    """

    plan_id: int
    day: date
    part: int
    parts: int
    is_taught: bool = False


@record(frozen=True)
class FallenDay:
    """The day that falls out, and where it and the rest go: each plan's day by its id."""

    fallen: SpreadDay
    days: tuple[tuple[int, date], ...]


def run_of(days: Sequence[SpreadDay], plan_id: int) -> tuple[SpreadDay, ...]:
    """The days of the one rotation that a plan is a day of, in order; empty for any other plan."""
    in_order = sorted(days, key=lambda one: one.day)
    place = next((at for at, one in enumerate(in_order) if one.plan_id == plan_id), None)
    if place is None:
        return ()
    first = last = place
    while first > 0 and _follows(in_order[first - 1], in_order[first]):
        first -= 1
    while last + 1 < len(in_order) and _follows(in_order[last], in_order[last + 1]):
        last += 1
    return tuple(in_order[first : last + 1])


def fallen_day(
    run: Sequence[SpreadDay], *, days_off: Container[date], taken: Collection[date]
) -> FallenDay | None:
    """The first day of a rotation on which there is no school any more; None where there is."""
    fallen = next(
        (one for one in run if not one.is_taught and not is_school_day(one.day, days_off)), None
    )
    return None if fallen is None else moved_on(run, fallen, days_off=days_off, taken=taken)


def moved_on(
    run: Sequence[SpreadDay],
    fallen: SpreadDay,
    *,
    days_off: Container[date],
    taken: Collection[date],
) -> FallenDay:
    """This day and those after it on the next school days; those `taken` by other plans stay so."""
    rest = [one for one in run if one.day >= fallen.day and not one.is_taught]
    own = {one.day for one in rest}
    day, found = fallen.day, []
    for one in rest:
        day = next_school_day(day, days_off)
        while day in taken and day not in own:
            day = next_school_day(day, days_off)
        found.append((one.plan_id, day))
    return FallenDay(fallen, tuple(found))


def _follows(before: SpreadDay, after: SpreadDay) -> bool:
    return (after.parts, after.part) == (before.parts, before.part + 1)
