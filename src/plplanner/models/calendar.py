"""Bell schedules and special days."""

from datetime import date, time

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by


class BellSchedule(Table, table=True):
    """When the periods of an ordinary day begin."""

    id: int | None = Field(default=None, primary_key=True)
    name: str


class BellPeriod(Table, table=True):
    """One period of a bell schedule."""

    __table_args__ = (UniqueConstraint("bell_schedule_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    bell_schedule_id: int = owned_by("bell_schedule")
    name: str
    starts_at: time
    minutes: int


class DayException(Table, table=True):
    """A special day; `minutes` 0 means no school, None means the usual length."""

    id: int | None = Field(default=None, primary_key=True)
    day: date = Field(unique=True)
    label: str
    minutes: int | None = None
