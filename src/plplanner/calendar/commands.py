"""What can be done with bell schedules and special days."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.calendar.rows import NewPeriod
from plplanner.models.calendar import BellPeriod, BellSchedule, DayException
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id
from plplanner.store.step import step


@step("Add bell schedule “{name}”")
def add_bell_schedule(session: Session, *, name: str, periods: Sequence[NewPeriod]) -> list[int]:
    """Add a bell schedule; returns the ids of its periods in the order given."""
    schedule = BellSchedule(name=name)
    session.add(schedule)
    session.flush()
    rows = [
        BellPeriod(
            bell_schedule_id=saved_id(schedule),
            name=period.name,
            starts_at=period.starts_at,
            minutes=period.minutes,
        )
        for period in periods
    ]
    session.add_all(rows)
    session.flush()
    return [saved_id(row) for row in rows]


@step("Mark {day} as “{label}”")
def mark_special_day(
    session: Session, *, day: date, label: str, minutes: int | None = None
) -> None:
    """Note a special day: `minutes` 0 for no school, None for a lesson of the usual length."""
    if minutes is not None and minutes < 0:
        raise Problem(f"A lesson of {minutes} minutes is not possible.", "Give 0 or more.")
    row = session.scalars(select(DayException).where(DayException.day == day)).first()
    row = row or DayException(day=day, label=label)
    row.label, row.minutes = label, minutes
    session.add(row)


@step("Make {day} an ordinary day")
def clear_special_day(session: Session, *, day: date) -> None:
    """Forget what was special about a day."""
    row = session.scalars(select(DayException).where(DayException.day == day)).first()
    if row is not None:
        session.delete(row)
