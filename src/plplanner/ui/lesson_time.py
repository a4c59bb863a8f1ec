"""When a class meets: the two fields, and how they are kept."""

from datetime import time

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QSpinBox

from plplanner.calendar.commands import add_bell_schedule
from plplanner.calendar.queries import usual_lesson_time
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.roster.commands import set_bell_period
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.clock_field import ClockField
from plplanner.ui.stage import Stage


def lesson_time_now(stage: Stage) -> LessonTime | None:
    """When the class on the rail meets on ordinary days; None without a class."""
    class_id = stage.choice.class_id
    return stage.desk.ask(usual_lesson_time, class_id=class_id) if class_id else None


def keep_lesson_time(stage: Stage, wanted: LessonTime) -> bool:
    """When the class on the rail meets from now on, as one step; False when nothing changed."""
    chosen = stage.choice.school_class
    if chosen is None or wanted == lesson_time_now(stage):
        return False

    def set_time(session: StepSession) -> bool:
        meet_at(session, chosen, wanted)
        return True

    return bool(stage.desk.do_together("Set the lesson time", set_time))


def meet_at(session: StepSession, of: SchoolClassRow, wanted: LessonTime) -> None:
    """Let a class meet at this time on ordinary days, as part of a step."""
    period = NewPeriod(of.name, wanted.starts_at, wanted.minutes)
    (period_id,) = add_bell_schedule(session, name=of.name, periods=[period])
    set_bell_period(session, class_id=of.id, bell_period_id=period_id)


class LessonTimeFields:
    """Start and length; the caller lays them out."""

    def __init__(self) -> None:
        """Nine o’clock and an hour until `show_time`."""
        self.starts, self.minutes = ClockField("Lesson starts"), QSpinBox()
        self.minutes.setRange(10, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" minutes")
        self.minutes.setAccessibleName("Lesson length")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_time(self, lesson: LessonTime) -> None:
        """Write a time into the fields."""
        self.starts.setTime(QTime(lesson.starts_at.hour, lesson.starts_at.minute))
        self.minutes.setValue(lesson.minutes)

    @property
    def lesson(self) -> LessonTime:
        """What stands in the fields."""
        at = self.starts.time()
        return LessonTime(time(at.hour(), at.minute()), self.minutes.value())
