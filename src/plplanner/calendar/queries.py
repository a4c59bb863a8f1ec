"""What can be seen of school days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from plplanner.calendar.bells.ringing import Schedules
from plplanner.calendar.class_calendar import ClassCalendar
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
    return class_calendar(session, class_id=class_id).lesson_on(day)


def own_lesson_time(session: Session, *, class_id: int, day: date) -> LessonTime | None:
    """What was said of this day alone: 0 minutes for no lesson, None where nothing was said."""
    return _own_times(session, class_id)[class_id].get(day)


def class_calendar(session: Session, *, class_id: int) -> ClassCalendar:
    """When a class meets. A class nobody knows has the usual days and time."""
    habits = _habits(session, class_id)
    own = _own_times(session, class_id)[class_id]
    special = {row.day: row for row in special_days(session)}
    bells = _schedules_for(session, [habits], special.values())
    return ClassCalendar(habits, special, own, bells)


def class_calendars(session: Session) -> dict[int, ClassCalendar]:
    """When each class meets, by its id: asked at once, so that many classes hold nobody up."""
    habits, own = _habits_by_class(session), _own_times(session)
    special = {row.day: row for row in special_days(session)}
    bells = _schedules_for(session, habits.values(), special.values())
    return {key: ClassCalendar(one, special, own[key], bells) for key, one in habits.items()}


def _own_times(
    session: Session, class_id: int | None = None
) -> defaultdict[int, dict[date, LessonTime]]:
    """What was said of single days, by class. They are few: one question serves all who ask."""
    asked = select(
        LessonOnDay.school_class_id, LessonOnDay.day, LessonOnDay.starts_at, LessonOnDay.minutes
    )
    if class_id is not None:
        asked = asked.where(LessonOnDay.school_class_id == class_id)
    found: defaultdict[int, dict[date, LessonTime]] = defaultdict(dict)
    for key, day, starts_at, minutes in session.execute(asked):
        found[key][day] = LessonTime(starts_at, minutes)
    return found


def usual_lesson_time(session: Session, *, class_id: int) -> LessonTime:
    """When a class meets on ordinary days; 60 minutes from 9:00 where nothing was said."""
    return _habits(session, class_id).usual


def _habits(session: Session, class_id: int) -> ClassHabits:
    unknown = ClassHabits(LessonTime(USUAL_START, USUAL_MINUTES), MeetingDays())
    return _habits_by_class(session, class_id).get(class_id, unknown)


def _habits_by_class(session: Session, class_id: int | None = None) -> dict[int, ClassHabits]:
    """The usual time of a class, its days, and its period where it is in one of the teacher's."""
    asked = (
        select(
            SchoolClass.id,
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
    )
    if class_id is not None:
        asked = asked.where(SchoolClass.id == class_id)
    return {key: _habits_of(*said) for key, *said in session.execute(asked)}


def _habits_of(
    weekdays: str | None,
    alternates_from: date | None,
    starts_at: time | None,
    minutes: int | None,
    period: str,
) -> ClassHabits:
    days = SCHOOL_WEEK if weekdays is None else frozenset(Weekday(int(one)) for one in weekdays)
    usual = LessonTime(starts_at or USUAL_START, minutes or USUAL_MINUTES)
    return ClassHabits(usual, MeetingDays(days, alternates_from), period)


def _schedules_for(
    session: Session, habits: Iterable[ClassHabits], special: Iterable[SpecialDayRow]
) -> Schedules:
    """The bells that may ring. Most planners have none: then nothing is asked."""
    is_rung = any(one.period for one in habits) or any(row.bell_schedule_id for row in special)
    if not is_rung:
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
    calendars = class_calendars(session)
    own, found = calendars[class_id].lesson_on(day), []
    for other_id, name in set_up:
        others = calendars[other_id]
        if other_id != class_id and is_school_day(day, others.days_without_lesson()):
            other = others.lesson_on(day)
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
    return class_calendar(session, class_id=class_id).days_without_lesson()
