"""What can be seen of school days."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.calendar.lesson_days import DaysWithoutLesson, left_of
from plplanner.calendar.rows import LessonTime, MeetingDays, OtherLesson, SpecialDayRow
from plplanner.calendar.school_days import is_school_day
from plplanner.models import calendar as models
from plplanner.models.calendar import BellPeriod, DayException, LessonOnDay
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
        ).order_by(DayException.day)
    )
    return [SpecialDayRow(*row) for row in found]


def lesson_time(session: Session, *, class_id: int, day: date) -> LessonTime:
    """When a class meets on a day; 60 minutes from 9:00 where nothing was said.

    What was said of this day alone stands over special days; 0 minutes is no lesson.
    """
    own = own_lesson_time(session, class_id=class_id, day=day)
    if own is not None:
        return own
    special = next((row for row in special_days(session) if row.day == day), None)
    usual = usual_lesson_time(session, class_id=class_id)
    return usual if special is None else _on_special_day(usual, special)


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
    period = session.execute(
        select(BellPeriod.starts_at, BellPeriod.minutes)
        .join(SchoolClass, SchoolClass.bell_period_id == BellPeriod.id)
        .where(SchoolClass.id == class_id)
    ).first()
    return LessonTime(*period) if period else LessonTime(USUAL_START, USUAL_MINUTES)


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
    first, second = _minute(one.starts_at), _minute(other.starts_at)
    return max(first, second) < min(first + one.minutes, second + other.minutes)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def meeting_days(session: Session, *, class_id: int) -> MeetingDays:
    """On which days a class meets: Monday to Friday where nothing was said."""
    found = session.execute(
        select(models.MeetingDays.weekdays, models.MeetingDays.alternates_from).where(
            models.MeetingDays.school_class_id == class_id
        )
    ).first()
    if found is None:
        return MeetingDays()
    weekdays, alternates_from = found
    return MeetingDays(frozenset(Weekday(int(one)) for one in weekdays), alternates_from)


def days_without_lesson(session: Session, *, class_id: int | None) -> DaysWithoutLesson:
    """The days on which a class does not meet; without a class, those without school."""
    if class_id is None:
        return DaysWithoutLesson(days_off(session))
    special = special_days(session)
    return DaysWithoutLesson(
        frozenset(_days_without_minutes(session, class_id, special)),
        meeting_days(session, class_id=class_id),
        {day: own.minutes > 0 for day, own in _own_times(session, class_id).items()},
        {row.day: row.label for row in special},
    )


def _days_without_minutes(
    session: Session, class_id: int, special: Sequence[SpecialDayRow]
) -> Iterator[date]:
    """Days without school, and those on which nothing is left of this class's lesson."""
    has_hours = any(row.closed_from or row.closed_until for row in special)
    usual = LessonTime(USUAL_START, USUAL_MINUTES)
    if has_hours:
        usual = usual_lesson_time(session, class_id=class_id)
    for row in special:
        if row.minutes == 0 or _on_special_day(usual, row).minutes == 0:
            yield row.day


def _on_special_day(usual: LessonTime, special: SpecialDayRow) -> LessonTime:
    if special.closed_from is not None or special.closed_until is not None:
        return left_of(usual, start=special.closed_from, end=special.closed_until)
    if special.minutes:
        return LessonTime(usual.starts_at, min(usual.minutes, special.minutes))
    return usual
