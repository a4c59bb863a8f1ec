"""When a class meets: the two fields, and a panel with them beside the lesson they are about."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from plplanner.calendar.commands import add_bell_schedule
from plplanner.calendar.queries import lesson_time
from plplanner.calendar.rows import LessonTime, NewPeriod
from plplanner.roster.commands import set_bell_period
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.stage import Stage


def lesson_time_now(stage: Stage) -> LessonTime | None:
    """When the class on the rail meets on the day being planned; None without a class."""
    class_id, day = stage.choice.class_id, stage.choice.day
    return stage.desk.ask(lesson_time, class_id=class_id, day=day) if class_id else None


def keep_lesson_time(stage: Stage, wanted: LessonTime) -> bool:
    """When the class on the rail meets from now on, as one step; False when nothing changed."""
    chosen = stage.choice.school_class
    if chosen is None or wanted == lesson_time_now(stage):
        return False
    period = NewPeriod(chosen.name, wanted.starts_at, wanted.minutes)

    def set_time(session: StepSession) -> bool:
        (period_id,) = add_bell_schedule(session, name=chosen.name, periods=[period])
        set_bell_period(session, class_id=chosen.id, bell_period_id=period_id)
        return True

    return bool(stage.desk.do_together("Set the lesson time", set_time))


class LessonTimeFields:
    """Start and length; the caller lays them out."""

    def __init__(self) -> None:
        """Nine o’clock and an hour until `show_time`."""
        self.starts, self.minutes = QTimeEdit(), QSpinBox()
        self.starts.setDisplayFormat("H:mm")
        self.starts.setAccessibleName("Lesson starts")
        self.minutes.setRange(10, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" minutes")
        self.minutes.setAccessibleName("Lesson length")
        for box in (self.starts, self.minutes):
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_time(self, lesson: LessonTime) -> None:
        """Write a time into the fields."""
        self.starts.setTime(QTime(lesson.starts_at.hour, lesson.starts_at.minute))
        self.minutes.setValue(lesson.minutes)

    @property
    def lesson(self) -> LessonTime:
        """What stands in the fields."""
        at = self.starts.time()
        return LessonTime(time(at.hour(), at.minute()), self.minutes.value())


class LessonTimePopover(QFrame):
    """Enter sets the time, Escape leaves it."""

    def __init__(
        self,
        lesson: LessonTime,
        *,
        class_name: str,
        on_set: Callable[[LessonTime], object],
        parent: QWidget,
    ) -> None:
        """`on_set` gets what stands in the fields."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Lesson time")
        self._on_set = on_set
        self.fields = LessonTimeFields()
        self.fields.show_time(lesson)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the lesson time")
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (
            plain_label("Starts", parent=self), self.fields.starts,
            plain_label("and lasts", parent=self), self.fields.minutes, self.set,
        ):  # fmt: skip
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Lesson time", role="section", parent=self))
        column.addWidget(plain_label(f"When {class_name} meets, from now on.", role="small"))
        column.addLayout(row)
        self.fields.starts.setFocus()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter sets from either field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        wanted = self.fields.lesson
        self.close()
        self._on_set(wanted)
