"""What a lesson is for, in content and in language, and what students watch before the next one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from plplanner.rotation.commands import set_goals
from plplanner.rotation.picking.queries import library_to_pick
from plplanner.rotation.rows import LessonGoals
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel

_WIDTH = 460
_ABOUT = "Goals stand on the board, on screen and on paper. What to watch stands on every slip."
_LONGEST = 200


class GoalsPanel(TypedPanel):
    """Three lines; Enter keeps them in one step, Escape leaves, a click beside keeps them too."""

    def __init__(
        self,
        known: LessonGoals,
        *,
        titles: Sequence[str],
        on_set: Callable[[LessonGoals], object],
        parent: QWidget,
    ) -> None:
        """`titles` of Resources are offered while one types what to watch."""
        super().__init__(parent)
        self.setAccessibleName("Goals")
        self.setFixedWidth(_WIDTH)
        self._on_set = on_set
        self.content = self._field("Content goal", known.content, "I can …")
        self.language = self._field("Language goal", known.language, "I can explain with “because”")
        self.watch_next = self._field(
            "Watch before the next lesson", known.watch_next, "A resource, or your own words"
        )
        found = QCompleter(list(titles), self)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.watch_next.setCompleter(found)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the goals")
        column = panel_column(self, "Goals", _ABOUT)
        for field in (self.content, self.language, self.watch_next):
            column.addWidget(plain_label(field.accessibleName(), role="field", parent=self))
            column.addWidget(field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4)))
        self.content.setFocus()

    def keep_typed(self) -> None:
        """Keep the three lines."""
        self._on_set(LessonGoals(self.content.text(), self.language.text(), self.watch_next.text()))

    def _go(self) -> None:
        self.settle()
        self.keep_typed()

    def _field(self, says: str, words: str, such: str) -> QLineEdit:
        made = QLineEdit(words, self)
        made.setAccessibleName(says)
        made.setPlaceholderText(such)
        made.setMaxLength(_LONGEST)
        made.returnPressed.connect(self._go)
        return made


def open_goals(
    model: TomorrowModel, lesson: PlannedLesson, parent: QWidget, anchor: QWidget
) -> None:
    """Open the panel for the goals of a lesson."""
    GoalsPanel(
        lesson.plan.goals,
        titles=[one.title for one in model.stage.desk.ask(library_to_pick)],
        on_set=lambda goals: keep_goals(model, goals),
        parent=parent,
    ).open_below(anchor)


def keep_goals(model: TomorrowModel, goals: LessonGoals) -> None:
    """Keep them as one step, where they changed."""
    says = "Set the goals of the lesson"
    lesson = model.lesson
    if lesson is None or goals == lesson.plan.goals:
        return
    if model.change(says, set_goals, goals=goals):
        model.stage.wishes.say.emit("The goals are on the board, on screen and on paper.")
