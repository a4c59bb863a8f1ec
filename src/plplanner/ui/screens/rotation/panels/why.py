"""Why the plan of a day is as it is, in sentences."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from plplanner.rotation.explain_rotation import explain_rotation
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson

_WIDTH = 420
_ABOUT = "Who meets you, who does not and when next, and why. For you alone."
_NOTHING = "Everyone meets you, and nothing was in the way."


class WhyPanel(QFrame):
    """One sentence below the other. Enter and Escape leave."""

    def __init__(self, reasons: Sequence[str], *, parent: QWidget) -> None:
        """Empty reasons say that nothing was in the way."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Why this plan")
        self.setFixedWidth(_WIDTH)
        column = panel_column(self, "Why this plan", _ABOUT)
        for words in reasons or (_NOTHING,):
            column.addWidget(plain_label(words, wrap=True, parent=self))
        self.done = button("Close", kind="quiet", on_click=self.close, parent=self)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4)))
        self.done.setFocus()


def reasons_of(lesson: PlannedLesson) -> tuple[str, ...]:
    """Why a plan is as it is: its draft says so, or it is thought through again."""
    if lesson.draft is not None:
        return lesson.draft.proposal.reasons
    plan = lesson.plan
    ids = {line.group_id for line in plan.together}
    problem = replace(
        lesson.problem, groups=tuple(one for one in lesson.problem.groups if one.group_id in ids)
    )
    visits = [one for one in visits_of_plan(plan, lesson.problem) if one.group_id in ids]
    return explain_rotation(problem, plan.rounds, visits)


def open_why(lesson: PlannedLesson, parent: QWidget, anchor: QWidget) -> None:
    """Open the panel for the plan that is shown."""
    WhyPanel(reasons_of(lesson), parent=parent).open_below(anchor)
