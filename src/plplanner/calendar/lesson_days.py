"""On which days a class has no lesson, and what is left of a lesson on a special day."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time

from plplanner.calendar.clock import clock_at, minute_of
from plplanner.calendar.rows import LessonTime, MeetingDays
from plplanner.calendar.school_days import is_school_day, school_days_between
from plplanner.records import record
from plplanner.terms import Weekday

SHORTEST_LESSON = 10


@record(frozen=True)
class DaysWithoutLesson:
    """The days on which one class does not meet: asked with `day in`, weekends aside.

    `off` are days without school, or without a minute for this class. `meeting` says which of the
    others it meets on, but for days of the week whose bells are `without_period` of it; `own` are
    single days that say themselves whether a lesson is held. `labels` are what special days are
    called.
    """

    off: frozenset[date] = frozenset()
    meeting: MeetingDays = MeetingDays()
    own: Mapping[date, bool] = field(default_factory=dict)
    labels: Mapping[date, str] = field(default_factory=dict)
    without_period: frozenset[Weekday] = frozenset()

    def __contains__(self, day: object) -> bool:
        """Whether there is no lesson on a day."""
        if not isinstance(day, date):
            return False
        if day in self.own:
            return not self.own[day]
        return day in self.off or not self._is_of_pattern(day)

    def _is_of_pattern(self, day: date) -> bool:
        first = self.meeting.alternates_from
        if day.weekday() not in self.meeting.weekdays - self.without_period:
            return False
        if first is None:
            return True
        start, end = min(first, day), max(first, day)
        return school_days_between(start, end, self.off) % 2 == 0


def why_no_lesson(day: date, without: DaysWithoutLesson) -> str:
    """Why a class does not meet on a day on which there is school; empty where it does."""
    if not is_school_day(day, without.off) or day not in without:
        return ""
    if day in without.own:
        return "There is no lesson on this day alone."
    if day.weekday() in without.without_period & without.meeting.weekdays:
        return "The bells of this day of the week do not have its period."
    if without.meeting.alternates_from is not None:
        return "It meets on every other school day."
    return "It does not meet on this day of the week."


def left_of(lesson: LessonTime, *, start: time | None, end: time | None) -> LessonTime:
    """What is left of a lesson when there are none from `start` until `end`: the longer part.

    None is the beginning or the end of the day. Fewer than ten minutes are no lesson: 0 minutes.
    """
    first = minute_of(lesson.starts_at)
    last = first + lesson.minutes
    closed = (0 if start is None else minute_of(start), 24 * 60 if end is None else minute_of(end))
    before = (first, min(last, closed[0]))
    after = (max(first, closed[1]), last)
    begins, ends = max((before, after), key=lambda part: part[1] - part[0])
    if ends - begins < SHORTEST_LESSON:
        return LessonTime(lesson.starts_at, 0)
    return LessonTime(clock_at(begins), ends - begins)
