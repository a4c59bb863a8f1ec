"""School days as screens and engines see them."""

from datetime import date, time

from plplanner.records import record


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
class SpecialDayRow:
    """A special day; `minutes` 0 means no school, None the usual length."""

    id: int
    day: date
    label: str
    minutes: int | None
