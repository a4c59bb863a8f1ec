"""School days as screens and engines see them."""

from datetime import date, time

from plplanner.records import record
from plplanner.terms import Weekday

SCHOOL_WEEK = frozenset(Weekday(number) for number in range(5))


@record(frozen=True)
class LessonTime:
    """When a class meets on a day, in clock time and whole minutes."""

    starts_at: time
    minutes: int


@record(frozen=True)
class NewPeriod:
    """A period to be added to a bell schedule."""

    name: str
    starts_at: time
    minutes: int


@record(frozen=True)
class MeetingDays:
    """On which days of the week a class meets.

    With `alternates_from` it is every other school day, and that day is one of them (A/B days).
    """

    weekdays: frozenset[Weekday] = SCHOOL_WEEK
    alternates_from: date | None = None


@record(frozen=True)
class SpecialDayRow:
    """A special day; `minutes` 0 means no school, None the usual length.

    There are no lessons from `closed_from` until `closed_until`; None is the beginning or the end
    of the day, and both None no such hours.
    """

    id: int
    day: date
    label: str
    minutes: int | None
    closed_from: time | None = None
    closed_until: time | None = None


@record(frozen=True)
class OtherLesson:
    """A lesson of another class of the same teacher."""

    class_name: str
    starts_at: time
    minutes: int
