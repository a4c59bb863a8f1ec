"""One rotation over several days, perhaps with a day to catch up: chosen, thought through, kept."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from plplanner.calendar.queries import days_without_lesson
from plplanner.calendar.school_days import next_school_day
from plplanner.rotation.queries import plan_on
from plplanner.rotation.spread_days import SpreadChoice, spread_choices
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import literal, plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.redrafting import to_draft
from plplanner.ui.screens.rotation.spreading import spread
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import counted, listed
from plplanner.ui.stage import Stage

_WIDTH = 360


class SpreadPanel(QFrame):
    """How many days, and whether one to catch up follows. Escape leaves."""

    def __init__(
        self,
        choices: Sequence[SpreadChoice],
        *,
        days: Sequence[date],
        planned: Sequence[date],
        on_spread: Callable[[SpreadChoice, bool], object],
        parent: QWidget,
    ) -> None:
        """`days` are the school days from the one shown; those `planned` have a plan already."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Spread it over days")
        self.setFixedWidth(_WIDTH)
        self._days, self._planned, self._on_spread = days, planned, on_spread
        self.ways = [(self._way(choice), choice) for choice in choices]
        self.catch_up = QCheckBox("And a day to catch up after them", self)
        self.catch_up.toggled.connect(self._say)
        self.says = plain_label(role="small", wrap=True, parent=self)
        self.spread = button("Spread", kind="primary", on_click=self._go, parent=self)
        self.spread.setAccessibleName("Spread the rotation over these days")
        self._lay_out()
        if self.ways:
            self.ways[0][0].setChecked(True)
        self._say()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        first = self.ways[0][0] if self.ways else self
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter spreads, as the button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self._go()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> SpreadChoice | None:
        """The way that is ticked."""
        return next((choice for box, choice in self.ways if box.isChecked()), None)

    def _way(self, choice: SpreadChoice) -> QRadioButton:
        a_day = f"{counted(choice.rounds, 'round')} a day of {choice.minutes} minutes"
        made = QRadioButton(literal(f"{choice.days} days: {a_day}"), self)
        made.toggled.connect(self._say)
        return made

    def _say(self) -> None:
        chosen = self.chosen
        self.spread.setEnabled(chosen is not None)
        self.catch_up.setVisible(chosen is not None)
        if chosen is None:
            self.says.setText("No round of ten minutes fits, or there is one group only.")
            return
        used = self._days[: chosen.days + self.catch_up.isChecked()]
        days = [day_words(day) for day in used[: chosen.days]]
        later = f", to catch up {day_words(used[-1])}" if self.catch_up.isChecked() else ""
        taken = [day_words(day) for day in used if day in self._planned]
        plans = "plan" if len(taken) == 1 else "plans"
        instead = f" In place of the {plans} of {listed(taken)}." if taken else ""
        self.says.setText(f"{listed(days)}{later}.{instead}")
        fit_height(self)

    def _go(self) -> None:
        chosen, catch_up = self.chosen, self.catch_up.isChecked()
        self.close()
        if chosen is not None:
            self._on_spread(chosen, catch_up)

    def _lay_out(self) -> None:
        about = "Every group comes to every station once, the teacher table among them."
        column = panel_column(self, "Spread it over days", about)
        boxes = QVBoxLayout()
        boxes.setSpacing(0)
        for box in (*(way for way, _ in self.ways), self.catch_up):
            boxes.addWidget(box)
        column.addLayout(boxes)
        column.addWidget(self.says)
        column.addWidget(self.spread, 0, Qt.AlignmentFlag.AlignRight)


def open_spread(
    model: TomorrowModel, lesson: PlannedLesson, parent: QWidget, anchor: QWidget
) -> None:
    """Open the panel for the newest groups from the day that is shown on."""
    stage, of = model.stage, model.stage.choice.school_class
    first = to_draft(stage.desk, lesson, of) if of is not None else None
    if of is None or first is None:
        return
    choices = spread_choices(first.problem)
    most = max((choice.days for choice in choices), default=0) + 1
    days = _school_days(stage, lesson.plan.day, most)
    SpreadPanel(
        choices,
        days=days,
        planned=[day for day in days if stage.desk.ask(plan_on, class_id=of.id, day=day)],
        on_spread=partial(spread, stage, lesson, days),
        parent=parent,
    ).open_below(anchor)


def _school_days(stage: Stage, first: date, count: int) -> list[date]:
    off = stage.desk.ask(days_without_lesson, class_id=stage.choice.class_id)
    days = [first]
    while len(days) < count:
        days.append(next_school_day(days[-1], off))
    return days
