"""Which class and which day all screens speak of."""

from datetime import date, time

from PySide6.QtCore import QObject, Signal

from plplanner.roster.queries import classes
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import Desk
from plplanner.ui.next_lessons import NextLessons


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
        day = self._lessons().day_to_open(self.class_id)
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
                self.day = self._lessons().day_to_open(self.class_id)
            self.changed.emit()

    def _begin(self) -> None:
        self.refresh()
        lessons = self._lessons()
        if len(self.classes) > 1:
            self.school_class = min(self.classes, key=lambda row: lessons.first(row.id))
        self.day = lessons.day_to_open(self.class_id)

    def _lessons(self) -> NextLessons:
        return NextLessons(self._desk, today=self.today, at=self._at)
