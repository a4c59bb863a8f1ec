"""When a class meets: its period or a time of its own, the fields, and how they are kept."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QSignalBlocker, Qt, QTime
from PySide6.QtWidgets import QComboBox, QSpinBox

from plplanner.calendar.bells.queries import bell_schedules, period_of_class
from plplanner.calendar.bells.ringing import periods_to_choose
from plplanner.calendar.bells.typed_bells import ends_at
from plplanner.calendar.commands import add_bell_schedule
from plplanner.calendar.queries import usual_lesson_time
from plplanner.calendar.rows import BellPeriodRow, LessonTime, NewPeriod
from plplanner.calendar.typed_clock import written_time
from plplanner.records import record
from plplanner.roster.commands import set_bell_period
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.clock_field import ClockField
from plplanner.ui.stage import Stage

_OWN = "A time of its own"


@record(frozen=True)
class MeetsAt:
    """When a class meets on ordinary days, and the id of its period; None for its own time."""

    lesson: LessonTime
    period_id: int | None = None


def lesson_time_now(stage: Stage) -> MeetsAt | None:
    """When the class on the rail meets on ordinary days; None without a class."""
    class_id, ask = stage.choice.class_id, stage.desk.ask
    if class_id is None:
        return None
    period = ask(period_of_class, class_id=class_id)
    return MeetsAt(ask(usual_lesson_time, class_id=class_id), period.id if period else None)


def periods_now(stage: Stage) -> list[BellPeriodRow]:
    """The periods the class on the rail can be in; none where no bells are kept."""
    class_id, ask = stage.choice.class_id, stage.desk.ask
    if class_id is None:
        return []
    return periods_to_choose(ask(bell_schedules), chosen=ask(period_of_class, class_id=class_id))


def keep_lesson_time(stage: Stage, wanted: MeetsAt) -> bool:
    """When the class on the rail meets from now on, as one step; False when nothing changed."""
    chosen = stage.choice.school_class
    if chosen is None or wanted == lesson_time_now(stage):
        return False

    def set_time(session: StepSession) -> bool:
        meet_at(session, chosen, wanted)
        return True

    return bool(stage.desk.do_together("Set the lesson time", set_time))


def meet_at(session: StepSession, of: SchoolClassRow, wanted: MeetsAt) -> None:
    """Let a class meet at this time on ordinary days, as part of a step."""
    period_id, lesson = wanted.period_id, wanted.lesson
    if period_id is None:
        period = NewPeriod(of.name, lesson.starts_at, lesson.minutes)
        (period_id,) = add_bell_schedule(session, name=of.name, periods=[period])
    set_bell_period(session, class_id=of.id, bell_period_id=period_id)


class LessonTimeFields:
    """The period, where bells are kept; start and length; the caller lays them out.

    A period writes its times into the fields; other times typed there are the class's own.
    """

    def __init__(self, periods: Sequence[BellPeriodRow] = ()) -> None:
        """Nine o’clock and an hour until `show_time`."""
        self.period = QComboBox()
        self.period.setAccessibleName("Period")
        self.starts, self.minutes = ClockField("Lesson starts"), QSpinBox()
        self.minutes.setRange(10, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" minutes")
        self.minutes.setAccessibleName("Lesson length")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.offer(periods)
        self.period.currentIndexChanged.connect(self._show_period)
        self.starts.timeChanged.connect(self._is_own)
        self.minutes.valueChanged.connect(self._is_own)

    def offer(self, periods: Sequence[BellPeriodRow]) -> None:
        """The periods there are to choose; until `show_time` the class has a time of its own."""
        self._periods = {row.id: row for row in periods}
        with QSignalBlocker(self.period):
            self.period.clear()
            self.period.addItem(_OWN, None)
            for row in periods:
                self.period.addItem(_period_words(row), row.id)

    @property
    def has_periods(self) -> bool:
        """Whether there is a period to choose."""
        return bool(self._periods)

    def show_time(self, lesson: LessonTime, period_id: int | None = None) -> None:
        """Write a time into the fields, and the period it is of."""
        place = self.period.findData(period_id) if period_id is not None else 0
        with QSignalBlocker(self.period), QSignalBlocker(self.starts), QSignalBlocker(self.minutes):
            self.starts.setTime(QTime(lesson.starts_at.hour, lesson.starts_at.minute))
            self.minutes.setValue(lesson.minutes)
            self.period.setCurrentIndex(max(0, place))

    @property
    def lesson(self) -> LessonTime:
        """What stands in the fields."""
        at = self.starts.time()
        return LessonTime(time(at.hour(), at.minute()), self.minutes.value())

    @property
    def meets_at(self) -> MeetsAt:
        """What stands in the fields, and the period chosen."""
        return MeetsAt(self.lesson, self.period.currentData())

    def _show_period(self) -> None:
        row = self._periods.get(self.period.currentData())
        if row is not None:
            self.show_time(row.lesson, row.id)

    def _is_own(self) -> None:
        row = self._periods.get(self.period.currentData())
        if row is not None and self.lesson != row.lesson:
            self.show_time(self.lesson)


def _period_words(row: BellPeriodRow) -> str:
    """`Period 3, 9:50–10:40`."""
    return f"{row.name}, {written_time(row.starts_at)}–{written_time(ends_at(row))}"
