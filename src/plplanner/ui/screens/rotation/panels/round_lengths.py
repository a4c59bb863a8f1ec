"""How long each round of a day is, where they are not all to be alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QWidget

from plplanner.rotation.commands import set_round_lengths
from plplanner.rotation.rounds import minutes_left, round_length_words
from plplanner.rotation.rows import PlanRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import counted, listed

_WIDTH = 340
_TOO_MANY = "The lengths of the rounds stayed as they were: they do not fit in the lesson."


class RoundLengthsPanel(TypedPanel):
    """Enter sets all rounds in one step, Escape leaves; a click beside keeps what fits."""

    def __init__(
        self,
        plan: PlanRow,
        *,
        on_set: Callable[[Sequence[int]], object],
        on_lost: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """For the rounds of a plan; `on_lost` is told why nothing was kept."""
        super().__init__(parent)
        self.setAccessibleName("Length of each round")
        self.setFixedWidth(_WIDTH)
        self._plan, self._on_set, self._on_lost = plan, on_set, on_lost
        self.lengths = [self._field(row.number, row.minutes) for row in plan.rounds]
        self.says = plain_label(role="small", wrap=True, parent=self)
        self.alike = button("All alike", size="small", on_click=self._make_alike, parent=self)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the lengths of the rounds")
        self._lay_out()
        self._tell()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, the first round ready to be typed over."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        self.lengths[0].setFocus()
        self.lengths[0].selectAll()

    def keep_typed(self) -> None:
        """Keep the lengths; that they do not fit is told, for the panel is gone."""
        if self._left() < 0:
            self._on_lost(_TOO_MANY)
        else:
            self._on_set(self._wanted())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter sets from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        if self._left() >= 0:
            self.settle()
            self._on_set(self._wanted())

    def _make_alike(self) -> None:
        each = (self._left() + sum(self._wanted())) // len(self.lengths)
        for field in self.lengths:
            field.setValue(each)
        self.lengths[0].setFocus()

    def _wanted(self) -> tuple[int, ...]:
        return tuple(field.value() for field in self.lengths)

    def _left(self) -> int:
        plan = self._plan
        return minutes_left(
            self._wanted(), minutes=plan.minutes, launch=plan.launch, close=plan.close,
            move=plan.move,
        )  # fmt: skip

    def _tell(self) -> None:
        left = self._left()
        self.set.setEnabled(left >= 0)
        if left < 0:
            self.says.setText(f"{counted(-left, 'minute')} too many for this lesson.")
        else:
            left_over = f"{counted(left, 'minute')} left over." if left else "The lesson is full."
            short = round_length_words(min(self._wanted()))
            self.says.setText(f"{left_over} {short}" if short else left_over)
        self.says.setProperty("role", "fielderror" if left < 0 else "small")
        self.says.style().polish(self.says)
        fit_height(self)

    def _field(self, number: int, minutes: int) -> QSpinBox:
        made = QSpinBox(self)
        made.setRange(1, 240)
        made.setValue(minutes)
        made.setSuffix(" min")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAccessibleName(f"Round {number}, minutes")
        made.valueChanged.connect(self._tell)
        return made

    def _lay_out(self) -> None:
        plan = self._plan
        about = (
            f"{plan.minutes} minutes: launch {plan.launch}, close {plan.close}, and "
            f"{plan.move} for each move. Who is where stays."
        )
        column = panel_column(self, "Length of each round", about)
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(8)
        lines.setColumnStretch(1, 1)
        for line, field in enumerate(self.lengths):
            lines.addWidget(plain_label(f"Round {line + 1}", parent=self), line, 0)
            lines.addWidget(field, line, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(lines)
        column.addWidget(self.says)
        foot = QHBoxLayout()
        foot.addWidget(self.alike)
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)


def open_lengths(
    model: TomorrowModel, lesson: PlannedLesson, parent: QWidget, anchor: QWidget
) -> None:
    """Open the panel for the rounds of a lesson."""
    RoundLengthsPanel(
        lesson.plan,
        on_set=lambda lengths: keep_lengths(model, lengths),
        on_lost=model.stage.wishes.tell.emit,
        parent=parent,
    ).open_below(anchor)


def keep_lengths(model: TomorrowModel, lengths: Sequence[int]) -> None:
    """Keep them as one step, where they changed; a draft is kept with it."""
    lesson = model.lesson
    if lesson is None or tuple(lengths) == tuple(row.minutes for row in lesson.plan.rounds):
        return
    if model.change("Set the lengths of the rounds", set_round_lengths, lengths=lengths):
        words = listed([str(one) for one in lengths])
        model.stage.wishes.say.emit(f"The rounds last {words} minutes.")
