"""Bell schedules and special days."""

from datetime import date, time

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by


class BellSchedule(Table):
    """When the periods of an ordinary day begin."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class BellPeriod(Table):
    """One period of a bell schedule."""

    __table_args__ = (UniqueConstraint("bell_schedule_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bell_schedule_id: Mapped[int] = owned_by("bell_schedule")
    name: Mapped[str]
    starts_at: Mapped[time]
    minutes: Mapped[int]


class DayException(Table):
    """A special day; `minutes` 0 means no school, None means the usual length."""

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    label: Mapped[str]
    minutes: Mapped[int | None]
