"""What can be seen of bell schedules."""

from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from plplanner.calendar.rows import BellPeriodRow, BellScheduleRow
from plplanner.models.calendar import BellPeriod, BellSchedule, DayException
from plplanner.models.roster import SchoolClass
from plplanner.terms import Weekday


def bell_schedules(session: Session) -> list[BellScheduleRow]:
    """Those the teacher keeps, in the order they were written."""
    kept = set(session.scalars(select(BellSchedule.id).where(BellSchedule.is_kept)))
    return [row for row in all_schedules(session).values() if row.id in kept]


def all_schedules(session: Session) -> dict[int, BellScheduleRow]:
    """Those kept, and those taken off the list that a special day still rings; by id."""
    on_special_days = select(DayException.bell_schedule_id).where(
        DayException.bell_schedule_id.is_not(None)
    )
    found = session.execute(
        select(
            BellSchedule.id,
            BellSchedule.name,
            BellSchedule.weekdays,
            BellPeriod.id,
            BellPeriod.name,
            BellPeriod.starts_at,
            BellPeriod.minutes,
        )
        .join(BellPeriod, BellPeriod.bell_schedule_id == BellSchedule.id)
        .where(or_(BellSchedule.is_kept, BellSchedule.id.in_(on_special_days)))
        .order_by(BellSchedule.id, BellPeriod.starts_at, BellPeriod.id)
    ).all()
    made: dict[int, BellScheduleRow] = {}
    for row_id, name, weekdays, period_id, period, starts_at, minutes in found:
        days = frozenset(Weekday(int(one)) for one in weekdays)
        before = made.get(row_id, BellScheduleRow(row_id, name, days, ()))
        new = BellPeriodRow(period_id, period, starts_at, minutes)
        made[row_id] = replace(before, periods=(*before.periods, new))
    return made


def period_of_class(session: Session, *, class_id: int) -> BellPeriodRow | None:
    """The period a class is in; None for a time of its own."""
    found = session.execute(
        select(BellPeriod.id, BellPeriod.name, BellPeriod.starts_at, BellPeriod.minutes)
        .join(SchoolClass, SchoolClass.bell_period_id == BellPeriod.id)
        .join(BellSchedule, BellSchedule.id == BellPeriod.bell_schedule_id)
        .where(SchoolClass.id == class_id, BellSchedule.is_kept)
    ).first()
    return None if found is None else BellPeriodRow(*found)
