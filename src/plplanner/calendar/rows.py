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
class BellPeriodRow:
    """A period of a bell schedule."""

    id: int
    name: str
    starts_at: time
    minutes: int

    @property
    def lesson(self) -> LessonTime:
        """When a class of this period meets."""
        return LessonTime(self.starts_at, self.minutes)


@record(frozen=True)
class BellScheduleRow:
    """A bell schedule the teacher wrote; its periods are in the order of the day.

    It rings every week on its `weekdays`, and on special days that say so.
    """

    id: int
    name: str
    weekdays: frozenset[Weekday]
    periods: tuple[BellPeriodRow, ...]

    def period(self, name: str) -> BellPeriodRow | None:
        """The period of a name, whatever its capitals."""
        wanted = name.casefold()
        return next((one for one in self.periods if one.name.casefold() == wanted), None)


@record(frozen=True)
class MeetingDays:
    """On which days of the week a class meets.

    With `alternates_from` it is every other school day, and that day is one of them (A/B days).
    """

    weekdays: frozenset[Weekday] = SCHOOL_WEEK
    alternates_from: date | None = None


@record(frozen=True)
class ClassHabits:
    """When a class meets on ordinary days, and the name of its period; empty for its own time."""

    usual: LessonTime
    meeting: MeetingDays
    period: str = ""


@record(frozen=True)
class SpecialDayRow:
    """A special day; `minutes` 0 means no school, None the usual length.

    There are no lessons from `closed_from` until `closed_until`; None is the beginning or the end
    of the day, and both None no such hours. A bell schedule rings in place of the usual one.
    """

    id: int
    day: date
    label: str
    minutes: int | None
    closed_from: time | None = None
    closed_until: time | None = None
    bell_schedule_id: int | None = None


@record(frozen=True)
class OtherLesson:
    """A lesson of another class of the same teacher."""

    class_name: str
    starts_at: time
    minutes: int
