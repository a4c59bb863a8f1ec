"""When one class meets: on ordinary days, on special ones, and on days that say it themselves."""

from collections.abc import Mapping
from datetime import date

from plplanner.calendar.bells.ringing import (
    Schedules,
    lesson_on,
    special_lessons,
    weekdays_without_period,
)
from plplanner.calendar.lesson_days import DaysWithoutLesson
from plplanner.calendar.rows import ClassHabits, LessonTime, SpecialDayRow
from plplanner.records import record


@record(frozen=True)
class ClassCalendar:
    """All that decides when a class meets.

    `special` are the special days of the school, `own` what was said of single days of this class
    alone, both by day; `schedules` the bells that may ring for it.
    """

    habits: ClassHabits
    special: Mapping[date, SpecialDayRow]
    own: Mapping[date, LessonTime]
    schedules: Schedules

    def lesson_on(self, day: date) -> LessonTime:
        """When it meets on a day; 0 minutes where the day leaves it no lesson.

        What was said of this day alone stands over special days and bells.
        """
        if day in self.own:
            return self.own[day]
        return lesson_on(day, self.habits, self.special.get(day), self.schedules)

    def days_without_lesson(self) -> DaysWithoutLesson:
        """The days on which it does not meet."""
        special = tuple(self.special.values())
        own = dict.fromkeys(special_lessons(self.habits, special, self.schedules), True)
        own |= {day: one.minutes > 0 for day, one in self.own.items()}
        return DaysWithoutLesson(
            frozenset(row.day for row in special if self._leaves_nothing(row)),
            self.habits.meeting,
            own,
            {row.day: row.label for row in special},
            weekdays_without_period(self.habits, self.schedules),
        )

    def _leaves_nothing(self, row: SpecialDayRow) -> bool:
        if row.minutes == 0:
            return True
        return lesson_on(row.day, self.habits, row, self.schedules).minutes == 0
