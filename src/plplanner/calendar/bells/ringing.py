"""When a class meets under the bells of a day. A class in a period moves with it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from plplanner.calendar.clock import clock_at, minute_of
from plplanner.calendar.lesson_days import SHORTEST_LESSON, left_of
from plplanner.calendar.rows import (
    BellPeriodRow,
    BellScheduleRow,
    ClassHabits,
    LessonTime,
    SpecialDayRow,
)
from plplanner.terms import Weekday

Schedules = Mapping[int, BellScheduleRow]
"""The bell schedules there are, by id, in the order they were written."""


def lesson_on(
    day: date, habits: ClassHabits, special: SpecialDayRow | None, schedules: Schedules
) -> LessonTime:
    """When a class meets on a day on which it does; 0 minutes where the day leaves it no lesson.

    The bells of a special day ring before those of its weekday, and these before the usual time. A
    class with a time of its own keeps it, on special days as far as their bells reach.
    """
    usual = habits.usual
    rung = schedules.get(special.bell_schedule_id or 0) if special is not None else None
    if habits.period:
        bells = rung or of_weekday(Weekday(day.weekday()), schedules)
        lesson = usual if bells is None else _in_period(habits, bells)
    else:
        lesson = usual if rung is None else _within(usual, rung)
    return lesson if special is None else _on_special_day(lesson, special)


def of_weekday(weekday: Weekday, schedules: Schedules) -> BellScheduleRow | None:
    """The bells that ring every week on this day; None where none were said."""
    return next((row for row in schedules.values() if weekday in row.weekdays), None)


def weekdays_without_period(habits: ClassHabits, schedules: Schedules) -> frozenset[Weekday]:
    """The days of the week whose bells have no period of this class: it does not meet on them."""
    if not habits.period:
        return frozenset()
    return frozenset(
        weekday
        for row in schedules.values()
        for weekday in row.weekdays
        if row.period(habits.period) is None
    )


def periods_to_choose(
    schedules: Iterable[BellScheduleRow], *, chosen: BellPeriodRow | None = None
) -> list[BellPeriodRow]:
    """The periods a class can be in, in the order of the day; the one `chosen` is among them.

    One of each name: where it rings at other times too, the class moves with it. Those too short
    for a lesson are left out.
    """
    found = {} if chosen is None else {chosen.name.casefold(): chosen}
    for row in schedules:
        for period in row.periods:
            if period.minutes >= SHORTEST_LESSON:
                found.setdefault(period.name.casefold(), period)
    return sorted(found.values(), key=lambda one: one.starts_at)


def special_lessons(
    habits: ClassHabits, special: Sequence[SpecialDayRow], schedules: Schedules
) -> frozenset[date]:
    """Special days whose bells give this class a lesson though those of the weekday would not."""
    missed = weekdays_without_period(habits, schedules)
    return frozenset(
        row.day
        for row in special
        if row.bell_schedule_id is not None
        and row.day.weekday() in missed & habits.meeting.weekdays
        and lesson_on(row.day, habits, row, schedules).minutes
    )


def _in_period(habits: ClassHabits, bells: BellScheduleRow) -> LessonTime:
    period = bells.period(habits.period)
    return LessonTime(habits.usual.starts_at, 0) if period is None else period.lesson


def _within(usual: LessonTime, bells: BellScheduleRow) -> LessonTime:
    """What is left of a lesson between the first bell and the last."""
    first = min(one.starts_at for one in bells.periods)
    last = max(minute_of(one.starts_at) + one.minutes for one in bells.periods)
    return left_of(left_of(usual, start=None, end=first), start=clock_at(last), end=None)


def _on_special_day(usual: LessonTime, special: SpecialDayRow) -> LessonTime:
    if special.closed_from is not None or special.closed_until is not None:
        return left_of(usual, start=special.closed_from, end=special.closed_until)
    if special.minutes:
        return LessonTime(usual.starts_at, min(usual.minutes, special.minutes))
    return usual
