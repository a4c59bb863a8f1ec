"""What can be seen of school days."""

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.calendar.rows import LessonTime, SpecialDayRow
from plplanner.models.calendar import BellPeriod, DayException
from plplanner.models.roster import SchoolClass
from plplanner.store.fetch import saved_id

USUAL_START = time(9, 0)
USUAL_MINUTES = 60


def days_off(session: Session) -> frozenset[date]:
    """The days without school, besides weekends."""
    return frozenset(session.scalars(select(DayException.day).where(DayException.minutes == 0)))


def special_days(session: Session) -> list[SpecialDayRow]:
    """All special days, earliest first."""
    found = session.scalars(select(DayException).order_by(DayException.day))
    return [SpecialDayRow(saved_id(row), row.day, row.label, row.minutes) for row in found]


def lesson_time(session: Session, *, class_id: int, day: date) -> LessonTime:
    """When a class meets on a day; 60 minutes from 9:00 where nothing was said."""
    period = session.scalars(
        select(BellPeriod)
        .join(SchoolClass, SchoolClass.bell_period_id == BellPeriod.id)
        .where(SchoolClass.id == class_id)
    ).first()
    special = session.scalars(select(DayException).where(DayException.day == day)).first()
    starts_at = period.starts_at if period else USUAL_START
    minutes = period.minutes if period else USUAL_MINUTES
    if special and special.minutes:
        minutes = min(minutes, special.minutes)
    return LessonTime(starts_at, minutes)
