"""Bell schedules and special days."""

from datetime import date, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class BellSchedule(Table):
    """When the periods of a day begin.

    One that `is_kept` was written by the teacher and rings on `weekdays`, their numbers; any other
    only holds the time of one class.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_kept: Mapped[bool] = mapped_column(default=False)
    weekdays: Mapped[str] = mapped_column(default="")


class BellPeriod(Table):
    """One period of a bell schedule."""

    __table_args__ = (UniqueConstraint("bell_schedule_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bell_schedule_id: Mapped[int] = owned_by("bell_schedule")
    name: Mapped[str]
    starts_at: Mapped[time]
    minutes: Mapped[int]


class DayException(Table):
    """A special day; `minutes` 0 means no school, None means the usual length.

    There are no lessons from `closed_from` until `closed_until`: None is the beginning or the end
    of the day, and both None no such hours. A bell schedule rings in place of the usual one.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    label: Mapped[str]
    minutes: Mapped[int | None]
    closed_from: Mapped[time | None]
    closed_until: Mapped[time | None]
    bell_schedule_id: Mapped[int | None] = points_to("bell_schedule")


class MeetingDays(Table):
    """On which days a class meets: `weekdays` are their numbers, “01234” Monday to Friday.

    With `alternates_from` it is every other school day, and that day is one of them.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = mapped_column(
        ForeignKey("school_class.id", ondelete="CASCADE"), unique=True
    )
    weekdays: Mapped[str]
    alternates_from: Mapped[date | None]


class LessonOnDay(Table):
    """When a class meets on one day only; 0 minutes is no lesson."""

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    day: Mapped[date]
    starts_at: Mapped[time]
    minutes: Mapped[int]
