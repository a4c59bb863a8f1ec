"""When a class meets, on which days, and what its lessons take besides the rounds."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from plplanner.calendar.queries import lesson_time
from plplanner.calendar.rows import BellPeriodRow, LessonTime, MeetingDays
from plplanner.calendar.typed_clock import written_time
from plplanner.rotation.rows import LessonFrame
from plplanner.terms import Weekday
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.choice_field import combo_of
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.tab_order import order_by_reading
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.lesson_time import LessonTimeFields, MeetsAt, periods_now
from plplanner.ui.screens.rotation.panels.lesson_set_up import LessonSetUp, set_up_now
from plplanner.ui.stage import Stage

_WIDTH = 520
_ALWAYS, _ONCE, _NEVER = "always", "once", "never"
_DAYS = {
    Weekday.MONDAY: "Mon", Weekday.TUESDAY: "Tue", Weekday.WEDNESDAY: "Wed",
    Weekday.THURSDAY: "Thu", Weekday.FRIDAY: "Fri",
}  # fmt: skip
_FRAME = ("Launch", "Close", "Each move", "Set up devices")
_ALTERNATES = "Every other school day (A/B days)"
_SET_UP_ABOUT = "Minutes that pass at digital stations before work begins."
_NO_DAY = "Choose a day of the week on which it meets."


class LessonPanel(TypedPanel):
    """Enter sets everything in one step, Escape leaves; a click beside keeps it as well."""

    def __init__(
        self,
        known: LessonSetUp,
        *,
        class_name: str,
        day: date,
        on_set: Callable[[LessonSetUp], object],
        on_lost: Callable[[str], object],
        periods: Sequence[BellPeriodRow] = (),
        moved: str = "",
        parent: QWidget,
    ) -> None:
        """For a class on the day that is shown; `on_lost` is told why nothing was kept.

        `periods` are those it can be in; `moved` says when it meets on this day where that is not
        as usual.
        """
        super().__init__(parent)
        self.setAccessibleName("Lesson time")
        self.setFixedWidth(_WIDTH)
        self._known, self._day = known, day
        self._on_set, self._on_lost = on_set, on_lost
        self.fields = LessonTimeFields(periods)
        self._shown, self._moved = self.fields.meets_at, moved
        words = day_words(day)
        self.scope = combo_of(
            {_ALWAYS: "From now on", _ONCE: f"On {words} only", _NEVER: f"No lesson on {words}"},
            self,
        )
        self.scope.setAccessibleName("When this time counts")
        self.days = {one: self._box(says, f"Meets on {says}") for one, says in _DAYS.items()}
        self.alternates = self._box(_ALTERNATES, _ALTERNATES)
        self._first_of_alternating = known.meeting.alternates_from
        self.launch, self.close_, self.move_, self.set_up = (self._minutes(says) for says in _FRAME)
        self.set_up.setToolTip(_SET_UP_ABOUT)
        self.error = plain_label(role="fielderror", wrap=True, parent=self)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the lesson time")
        self._lay_out(class_name)
        self._show()
        order_by_reading(self)
        self.scope.currentIndexChanged.connect(self._show_time)

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        (self.fields.period if self.fields.has_periods else self.fields.starts).setFocus()

    def keep_typed(self) -> None:
        """Keep everything; what is wrong with it is told, for the panel is gone."""
        if self._meets_never():
            self._on_lost(f"The lesson time stays as it was. {_NO_DAY}")
        else:
            self._on_set(self.wanted())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter sets from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def wanted(self) -> LessonSetUp:
        """What stands in the fields."""
        scope, known = self.scope.currentData(), self._known
        lesson = self.fields.lesson
        on_day = {_ALWAYS: None, _ONCE: lesson, _NEVER: LessonTime(lesson.starts_at, 0)}[scope]
        return LessonSetUp(
            usual=self.fields.meets_at if scope == _ALWAYS else known.usual,
            on_day=on_day,
            meeting=MeetingDays(
                frozenset(one for one, box in self.days.items() if box.isChecked()),
                self._first_of_alternating,
            ),
            frame=LessonFrame(
                self.launch.value(), self.close_.value(), self.move_.value(), self.set_up.value()
            ),
        )

    def _go(self) -> None:
        if self._meets_never():
            self.error.setText(_NO_DAY)
            self.error.setVisible(True)
            fit_height(self)
            self.days[Weekday.MONDAY].setFocus()
            return
        wanted = self.wanted()
        self.settle()
        self._on_set(wanted)

    def _meets_never(self) -> bool:
        return not any(box.isChecked() for box in self.days.values())

    def _show(self) -> None:
        known = self._known
        for one, box in self.days.items():
            box.setChecked(one in known.meeting.weekdays)
        self.alternates.setChecked(known.meeting.alternates_from is not None)
        self.alternates.clicked.connect(self._alternate)
        frame = known.frame
        for field, minutes in (
            (self.launch, frame.launch), (self.close_, frame.close), (self.move_, frame.move),
            (self.set_up, frame.set_up),
        ):  # fmt: skip
            field.setValue(minutes)
        scope = _ALWAYS
        if known.on_day is not None:
            scope = _ONCE if known.on_day.minutes else _NEVER
        self.scope.setCurrentIndex(self.scope.findData(scope))
        self._show_time()
        self.error.setVisible(False)

    def _alternate(self, is_on: bool) -> None:
        """Ticked anew, the day that is shown is one of those on which the class meets."""
        self._first_of_alternating = self._day if is_on else None
        such_as = f"; {day_words(self._day)} is one" if is_on else ""
        self.alternates.setText(f"{_ALTERNATES}{such_as}")

    def _show_time(self) -> None:
        """The time of the day alone, or of all days, unless one was typed just now."""
        known, scope = self._known, self.scope.currentData()
        own = known.on_day if known.on_day is not None and known.on_day.minutes else None
        if self.fields.meets_at == self._shown:
            self._shown = MeetsAt(own) if scope == _ONCE and own is not None else known.usual
            self.fields.show_time(self._shown.lesson, self._shown.period_id)
        for field in (self.fields.period, self.fields.starts, self.fields.minutes):
            field.setEnabled(scope != _NEVER)

    def _box(self, says: str, name: str) -> QCheckBox:
        made = QCheckBox(says, self)
        made.setAccessibleName(name)
        return made

    def _minutes(self, says: str) -> QSpinBox:
        made = QSpinBox(self)
        made.setRange(0, 60)
        made.setSuffix(" min")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAccessibleName(f"{says}, minutes")
        return made

    def _lay_out(self, class_name: str) -> None:
        column = panel_column(
            self,
            "Lesson time",
            f"When {class_name} meets, and what its lessons take besides the rounds. New drafts "
            "use it; plans you have offer to follow.",
        )
        launch, close, moves, set_up = self._frame_parts()
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(10)
        lines.setColumnStretch(1, 1)
        of_bells = [("Period", (self.fields.period,))] if self.fields.has_periods else []
        on_this_day = [("", (plain_label(self._moved, role="small", parent=self),))]
        for row, (says, parts) in enumerate(
            (
                *of_bells,
                ("Starts", (self.fields.starts, plain_label("and lasts", parent=self),
                            self.fields.minutes)),
                ("Counts", (self.scope,)),
                *(on_this_day if self._moved else []),
                ("Meets", tuple(self.days.values())),
                ("", (self.alternates,)),
                ("Takes", (*launch, *close)),
                ("", (*moves, *set_up)),
            )
        ):  # fmt: skip
            lines.addWidget(plain_label(says, parent=self), row, 0)
            lines.addLayout(_side_by_side(parts), row, 1)
        column.addLayout(lines)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)

    def _frame_parts(self) -> list[tuple[QWidget, QWidget]]:
        """Each of the minutes besides the rounds with its words."""
        boxes = (self.launch, self.close_, self.move_, self.set_up)
        return [
            (plain_label(says, parent=self), box) for says, box in zip(_FRAME, boxes, strict=True)
        ]


def open_lesson_time(
    stage: Stage, parent: QWidget, anchor: QWidget, *, on_set: Callable[[LessonSetUp], object]
) -> None:
    """Open the panel for the class and day that are shown; not without a class."""
    choice, now = stage.choice, set_up_now(stage)
    if choice.school_class is not None and now is not None:
        LessonPanel(
            now,
            class_name=choice.school_class.name,
            day=choice.day,
            on_set=on_set,
            on_lost=stage.wishes.tell.emit,
            periods=periods_now(stage),
            moved=_moved_words(stage, now),
            parent=parent,
        ).open_below(anchor)


def _moved_words(stage: Stage, now: LessonSetUp) -> str:
    """When the class meets on the day that is shown, where bells or a special day move it."""
    class_id, day = stage.choice.class_id, stage.choice.day
    if class_id is None or now.on_day is not None:
        return ""
    lesson = stage.desk.ask(lesson_time, class_id=class_id, day=day)
    if lesson == now.usual.lesson or not lesson.minutes:
        return ""
    return f"{day_words(day)}: {written_time(lesson.starts_at)}, {lesson.minutes} minutes."


def _side_by_side(parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
