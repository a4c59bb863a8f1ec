"""What can be done with bell schedules and special days."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.calendar import rows
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.models.calendar import (
    BellPeriod,
    BellSchedule,
    DayException,
    LessonOnDay,
    MeetingDays,
)
from plplanner.models.roster import SchoolClass
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
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


@step("Mark {day:%a} {day.day} {day:%b} as “{label}”")
def mark_special_day(
    session: Session,
    *,
    day: date,
    label: str,
    minutes: int | None = None,
    closed_from: time | None = None,
    closed_until: time | None = None,
    bell_schedule_id: int | None = None,
) -> None:
    """Note a special day: `minutes` 0 for no school, None for a lesson of the usual length.

    There are no lessons from `closed_from` until `closed_until`; one of them alone reaches to the
    end or the beginning of the day. A bell schedule rings in place of the usual one. Problem for
    hours that end before they begin.
    """
    if minutes is not None and minutes < 0:
        raise Problem(f"A lesson of {minutes} minutes is not possible.", "Give 0 or more.")
    if closed_from is not None and closed_until is not None and closed_until <= closed_from:
        raise Problem("These hours end before they begin.", "Choose a later end.")
    row = session.scalars(select(DayException).where(DayException.day == day)).first()
    row = row or DayException(day=day, label=label)
    row.label, row.minutes = label, minutes
    row.closed_from, row.closed_until = closed_from, closed_until
    row.bell_schedule_id = bell_schedule_id
    session.add(row)


@step("Make {day:%a} {day.day} {day:%b} an ordinary day")
def clear_special_day(session: Session, *, day: date) -> None:
    """Forget what was special about a day."""
    row = session.scalars(select(DayException).where(DayException.day == day)).first()
    if row is not None:
        session.delete(row)


@step("Set the days of lessons")
def set_meeting_days(session: Session, *, class_id: int, meeting: rows.MeetingDays) -> None:
    """Say on which days a class meets from now on. Problem for no day at all."""
    still_there(session, SchoolClass, class_id, what="class")
    if not meeting.weekdays & rows.SCHOOL_WEEK:
        raise Problem("A class meets on one day of the week at least.", "Choose a day.")
    found = session.scalars(
        select(MeetingDays).where(MeetingDays.school_class_id == class_id)
    ).first()
    row = found or MeetingDays(school_class_id=class_id)
    row.weekdays = "".join(str(int(one)) for one in sorted(meeting.weekdays))
    row.alternates_from = meeting.alternates_from
    session.add(row)


@step("Set the lesson time of one day")
def set_lesson_on_day(
    session: Session, *, class_id: int, day: date, lesson: LessonTime | None
) -> None:
    """Say when a class meets on one day only: 0 minutes for no lesson, None as on other days."""
    still_there(session, SchoolClass, class_id, what="class")
    if lesson is not None and lesson.minutes < 0:
        raise Problem(f"A lesson of {lesson.minutes} minutes is not possible.", "Give 0 or more.")
    row = session.scalars(
        select(LessonOnDay).where(LessonOnDay.school_class_id == class_id, LessonOnDay.day == day)
    ).first()
    if lesson is None:
        if row is not None:
            session.delete(row)
        return
    row = row or LessonOnDay(school_class_id=class_id, day=day)
    row.starts_at, row.minutes = lesson.starts_at, lesson.minutes
    session.add(row)
