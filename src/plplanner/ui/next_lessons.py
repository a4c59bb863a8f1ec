"""When each class meets next: the window opens with the one whose turn it is."""

from collections.abc import Mapping
from datetime import date, time
from functools import cached_property

from plplanner.calendar.clock import minute_of
from plplanner.calendar.lesson_days import DaysWithoutLesson
from plplanner.calendar.queries import class_calendars, days_without_lesson
from plplanner.calendar.school_days import is_school_day, next_school_day
from plplanner.problems import Problem
from plplanner.ui.desk import Desk


class NextLessons:
    """The lessons of all classes from a moment on, asked at once: the first screen waits for it.

    `at` is the time of `today`; without one the lessons of today are over.
    """

    def __init__(self, desk: Desk, *, today: date, at: time | None) -> None:
        """Holds for what the planner knows now."""
        self._desk, self._today, self._at = desk, today, at
        self._calendars = desk.ask(class_calendars)
        self._off: dict[int | None, DaysWithoutLesson] = {
            key: one.days_without_lesson() for key, one in self._calendars.items()
        }

    def first(self, class_id: int) -> tuple[date, time]:
        """When a class meets next, today or on a day to come."""
        day = self._today if self.is_ahead(class_id) else self.next_day(class_id)
        return day, self._calendars[class_id].lesson_on(day).starts_at

    def day_to_open(self, class_id: int | None) -> date:
        """Today, as long as any class has a lesson ahead; then the next day of the one given."""
        is_today = self._meets_today(class_id) and any(map(self.is_ahead, self._calendars))
        return self._today if is_today else self.next_day(class_id)

    def next_day(self, class_id: int | None) -> date:
        """The first day after today on which a class meets; today where there is none."""
        try:
            return next_school_day(self._today, self._off_of(class_id))
        except Problem:
            return self._today

    def is_ahead(self, class_id: int) -> bool:
        """Whether a lesson of today is not over yet, by its bell or by how it is held."""
        if self._at is None or not self._meets_today(class_id):
            return False
        lesson = self._calendars[class_id].lesson_on(self._today)
        if minute_of(self._at) < minute_of(lesson.starts_at) + lesson.minutes:
            return True
        return class_id in self._held and self._at < self._held[class_id]

    @cached_property
    def _held(self) -> Mapping[int, time]:
        # What became of a lesson is asked only where that matters.
        from plplanner.rotation.lived.queries import held_until  # noqa: PLC0415

        return self._desk.ask(held_until, day=self._today)

    def _meets_today(self, class_id: int | None) -> bool:
        return is_school_day(self._today, self._off_of(class_id))

    def _off_of(self, class_id: int | None) -> DaysWithoutLesson:
        if class_id not in self._off:
            self._off[class_id] = self._desk.ask(days_without_lesson, class_id=class_id)
        return self._off[class_id]
