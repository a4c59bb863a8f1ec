"""The plan of a day, asked once for everything on a screen that shows it."""

from datetime import date, tzinfo

from PySide6.QtCore import QObject, Signal

from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.screens.rotation.drafts import Drafts
from plplanner.ui.screens.rotation.planned_lesson import NoLesson, PlannedLesson, lesson_on
from plplanner.ui.stage import Stage


class DayPlans(QObject):
    """The newest answer holds until a step is saved or another planner is shown."""

    ready = Signal()
    """A draft that was thought through off the main thread is there."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        """Nothing is asked before someone wants it."""
        super().__init__(parent)
        self._stage = stage
        self.drafts = Drafts(stage, self)
        self.drafts.ready.connect(self.ready)
        self._newest: tuple[object, PlannedLesson | NoLesson] | None = None

    def of(
        self, school_class: SchoolClassRow, day: date, *, zone: tzinfo | None
    ) -> PlannedLesson | NoLesson | None:
        """The plan of a class and day, saved or drafted; None while it is drafted."""
        desk = self._stage.desk
        ground = (desk.planner, desk.planner.sequence, school_class, day, zone)
        if self._newest is not None and self._newest[0] == ground:
            return self._newest[1]
        found = lesson_on(
            desk, school_class, day,
            zone=zone, drafted=self.drafts.of, today=self._stage.choice.today,
        )  # fmt: skip
        if found is not None:
            self._newest = ground, found
        return found
