"""What can be seen of school days."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from plplanner.calendar.bells.ringing import (
    Schedules,
    lesson_on,
    special_lessons,
    weekdays_without_period,
)
from plplanner.calendar.clock import minute_of
from plplanner.calendar.lesson_days import DaysWithoutLesson
from plplanner.calendar.rows import (
    SCHOOL_WEEK,
    ClassHabits,
    LessonTime,
    MeetingDays,
    OtherLesson,
    SpecialDayRow,
)
from plplanner.calendar.school_days import is_school_day
from plplanner.models import calendar as models
from plplanner.models.calendar import BellPeriod, BellSchedule, DayException, LessonOnDay
from plplanner.models.roster import SchoolClass
from plplanner.terms import Weekday

USUAL_START = time(9, 0)
USUAL_MINUTES = 60


def days_off(session: Session) -> frozenset[date]:
    """The days without school, besides weekends."""
    return frozenset(row.day for row in special_days(session) if row.minutes == 0)


def special_days(session: Session) -> list[SpecialDayRow]:
    """All special days, earliest first."""
    found = session.execute(
        select(
            DayException.id,
            DayException.day,
            DayException.label,
            DayException.minutes,
            DayException.closed_from,
            DayException.closed_until,
            DayException.bell_schedule_id,
        ).order_by(DayException.day)
    )
    return [SpecialDayRow(*row) for row in found]


def lesson_time(session: Session, *, class_id: int, day: date) -> LessonTime:
    """When a class meets on a day; 60 minutes from 9:00 where nothing was said.

    What was said of this day alone stands over special days and bells; 0 minutes is no lesson.
    """
    own = own_lesson_time(session, class_id=class_id, day=day)
    if own is not None:
        return own
    special = next((row for row in special_days(session) if row.day == day), None)
    habits = _habits(session, class_id)
    known = _schedules_for(session, habits, [special] if special is not None else [])
    return lesson_on(day, habits, special, known)


def own_lesson_time(session: Session, *, class_id: int, day: date) -> LessonTime | None:
    """What was said of this day alone: 0 minutes for no lesson, None where nothing was said."""
    return _own_times(session, class_id).get(day)


def _own_times(session: Session, class_id: int) -> dict[date, LessonTime]:
    """What was said of single days. They are few: one question serves all who ask."""
    found = session.execute(
        select(LessonOnDay.day, LessonOnDay.starts_at, LessonOnDay.minutes).where(
            LessonOnDay.school_class_id == class_id
        )
    )
    return {day: LessonTime(starts_at, minutes) for day, starts_at, minutes in found}


def usual_lesson_time(session: Session, *, class_id: int) -> LessonTime:
    """When a class meets on ordinary days; 60 minutes from 9:00 where nothing was said."""
    return _habits(session, class_id).usual


def _habits(session: Session, class_id: int) -> ClassHabits:
    """The usual time of a class, its days, and its period where it is in one of the teacher's."""
    found = session.execute(
        select(
            models.MeetingDays.weekdays,
            models.MeetingDays.alternates_from,
            BellPeriod.starts_at,
            BellPeriod.minutes,
            case((BellSchedule.is_kept, BellPeriod.name), else_=""),
        )
        .select_from(SchoolClass)
        .outerjoin(models.MeetingDays, models.MeetingDays.school_class_id == SchoolClass.id)
        .outerjoin(BellPeriod, BellPeriod.id == SchoolClass.bell_period_id)
        .outerjoin(BellSchedule, BellSchedule.id == BellPeriod.bell_schedule_id)
        .where(SchoolClass.id == class_id)
    ).first()
    if found is None:
        return ClassHabits(LessonTime(USUAL_START, USUAL_MINUTES), MeetingDays())
    weekdays, alternates_from, starts_at, minutes, period = found
    days = SCHOOL_WEEK if weekdays is None else frozenset(Weekday(int(one)) for one in weekdays)
    usual = LessonTime(starts_at or USUAL_START, minutes or USUAL_MINUTES)
    return ClassHabits(usual, MeetingDays(days, alternates_from), period)


def _schedules_for(
    session: Session, habits: ClassHabits, special: Sequence[SpecialDayRow]
) -> Schedules:
    """The bells that may ring for a class. Most planners have none: then nothing is asked."""
    if not habits.period and all(row.bell_schedule_id is None for row in special):
        return {}
    from plplanner.calendar.bells.queries import all_schedules  # noqa: PLC0415 - as said

    return all_schedules(session)


def lessons_at_once(session: Session, *, class_id: int, day: date) -> tuple[OtherLesson, ...]:
    """The lessons of other classes that a lesson of this class overlaps on a day, by name.

    Only times that were set count: where nothing was said of a class, it does not clash.
    """
    is_set = SchoolClass.bell_period_id.is_not(None)
    set_up = session.execute(
        select(SchoolClass.id, SchoolClass.name).where(is_set).order_by(SchoolClass.name)
    ).all()
    if class_id not in {one.id for one in set_up}:
        return ()
    own = lesson_time(session, class_id=class_id, day=day)
    found = []
    for other_id, name in set_up:
        if other_id != class_id and is_school_day(
            day, days_without_lesson(session, class_id=other_id)
        ):
            other = lesson_time(session, class_id=other_id, day=day)
            if _overlap(own, other):
                found.append(OtherLesson(name, other.starts_at, other.minutes))
    return tuple(found)


def _overlap(one: LessonTime, other: LessonTime) -> bool:
    first, second = minute_of(one.starts_at), minute_of(other.starts_at)
    return max(first, second) < min(first + one.minutes, second + other.minutes)


def meeting_days(session: Session, *, class_id: int) -> MeetingDays:
    """On which days a class meets: Monday to Friday where nothing was said."""
    return _habits(session, class_id).meeting


def days_without_lesson(session: Session, *, class_id: int | None) -> DaysWithoutLesson:
    """The days on which a class does not meet; without a class, those without school."""
    if class_id is None:
        return DaysWithoutLesson(days_off(session))
    special, habits = special_days(session), _habits(session, class_id)
    known = _schedules_for(session, habits, special)
    own = dict.fromkeys(special_lessons(habits, special, known), True)
    own |= {day: one.minutes > 0 for day, one in _own_times(session, class_id).items()}
    return DaysWithoutLesson(
        frozenset(
            row.day
            for row in special
            if row.minutes == 0 or lesson_on(row.day, habits, row, known).minutes == 0
        ),
        habits.meeting,
        own,
        {row.day: row.label for row in special},
        weekdays_without_period(habits, known),
    )
