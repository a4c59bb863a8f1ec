"""Which class and which day all screens speak of."""

from datetime import date, time, timedelta

from PySide6.QtCore import QObject, Signal

from plplanner.calendar.queries import days_without_lesson, lesson_time
from plplanner.calendar.school_days import is_school_day, next_school_day
from plplanner.problems import Problem
from plplanner.roster.queries import classes
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import Desk


class LessonChoice(QObject):
    """The class chosen at the top of the rail, and the school day being planned."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        today: date,
        at: time | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Start with the class that meets next, and the day it does.

        `at` is the time of day: as long as a lesson of today is not over, it is today's. Classes
        that meet at the same time come in the order of their names.
        """
        super().__init__(parent)
        self._desk = desk
        self.today = today
        self._at = at
        self.classes: list[SchoolClassRow] = []
        self.school_class: SchoolClassRow | None = None
        self._begin()
        desk.changed.connect(self._hear)

    @property
    def class_id(self) -> int | None:
        """The class chosen; None while there is none."""
        return self.school_class.id if self.school_class else None

    @property
    def is_lesson_today(self) -> bool:
        """Whether a lesson of today, which is not over yet, is spoken of."""
        return self.class_id is not None and self.day == self.today

    def choose_class(self, class_id: int) -> None:
        """Speak of another class."""
        self.school_class = next((row for row in self.classes if row.id == class_id), None)
        self.changed.emit()

    def choose_day(self, day: date) -> None:
        """Speak of another day."""
        self.day = day
        self.changed.emit()

    def choose_next_day(self) -> None:
        """Speak of today, or of the next school day, as at the start."""
        day = self._first_day()
        if day != self.day:
            self.choose_day(day)

    def start_over(self) -> None:
        """Another planner is asked from now on: its classes, and its next school day."""
        self.school_class = None
        self._begin()
        self.changed.emit()

    def refresh(self) -> None:
        """Ask for the classes again, keeping the one chosen."""
        chosen = self.class_id
        self.classes = self._desk.ask(classes)
        by_id = {row.id: row for row in self.classes}
        first = self.classes[0] if self.classes else None
        self.school_class = by_id.get(chosen, first) if chosen is not None else first

    def _hear(self, changes: object) -> None:
        if getattr(changes, "tables", frozenset()) & {"school_class", "enrollment"}:
            had_none = not self.classes
            self.refresh()
            if had_none and self.classes:  # the first class there is may meet today
                self.day = self._first_day()
            self.changed.emit()

    def _begin(self) -> None:
        self.refresh()
        if len(self.classes) > 1:
            self.school_class = min(self.classes, key=self._meets)
        self.day = self._first_day()

    def _meets(self, row: SchoolClassRow) -> tuple[date, time]:
        """When a class meets next, today or on a day to come."""
        day = self.today if self._is_ahead(row.id) else self._next_day(row.id)
        return day, self._desk.ask(lesson_time, class_id=row.id, day=day).starts_at

    def _first_day(self) -> date:
        """Today, as long as any class has a lesson ahead; then the next day of the one chosen."""
        is_today = self._meets_today(self.class_id) and any(
            self._is_ahead(row.id) for row in self.classes
        )
        return self.today if is_today else self._next_day(self.class_id)

    def _meets_today(self, class_id: int | None) -> bool:
        return is_school_day(self.today, self._desk.ask(days_without_lesson, class_id=class_id))

    def _next_day(self, class_id: int | None) -> date:
        try:
            off = self._desk.ask(days_without_lesson, class_id=class_id)
            return next_school_day(self.today, off)
        except Problem:
            return self.today

    def _is_ahead(self, class_id: int) -> bool:
        """Whether a lesson of today is not over yet, by its bell or by how it is held."""
        if self._at is None or not self._meets_today(class_id):
            return False
        one = self._desk.ask(lesson_time, class_id=class_id, day=self.today)
        now = timedelta(hours=self._at.hour, minutes=self._at.minute)
        if now < timedelta(hours=one.starts_at.hour, minutes=one.starts_at.minute + one.minutes):
            return True
        # The first screen waits for what became of a lesson only where that matters.
        from plplanner.rotation.lived.queries import held_until  # noqa: PLC0415

        held = self._desk.ask(held_until, class_id=class_id, day=self.today)
        return held is not None and self._at < held
