"""Which class and which day all screens speak of."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from plplanner.calendar.queries import days_off
from plplanner.calendar.school_days import next_school_day
from plplanner.problems import Problem
from plplanner.roster.queries import classes
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import Desk


class LessonChoice(QObject):
    """The class chosen at the top of the rail, and the school day being planned."""

    changed = Signal()

    def __init__(self, desk: Desk, *, today: date, parent: QObject | None = None) -> None:
        """Start with the first class and the next school day after `today`."""
        super().__init__(parent)
        self._desk = desk
        self.today = today
        self.classes: list[SchoolClassRow] = []
        self.school_class: SchoolClassRow | None = None
        self.day = self._first_day()
        self.refresh()
        desk.changed.connect(self._hear)

    @property
    def class_id(self) -> int | None:
        """The class chosen; None while there is none."""
        return self.school_class.id if self.school_class else None

    def choose_class(self, class_id: int) -> None:
        """Speak of another class."""
        self.school_class = next((row for row in self.classes if row.id == class_id), None)
        self.changed.emit()

    def choose_day(self, day: date) -> None:
        """Speak of another day."""
        self.day = day
        self.changed.emit()

    def start_over(self) -> None:
        """Another planner is asked from now on: its classes, and its next school day."""
        self.day = self._first_day()
        self.refresh()
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
            self.refresh()
            self.changed.emit()

    def _first_day(self) -> date:
        try:
            return next_school_day(self.today, self._desk.ask(days_off))
        except Problem:
            return self.today
