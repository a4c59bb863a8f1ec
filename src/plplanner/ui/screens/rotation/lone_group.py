"""One line above the plan on the day: a group with too few here, and who could take them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.roster.queries import absent_on
from plplanner.rotation.lived.commands import let_work_with
from plplanner.rotation.lone_groups import LoneGroup, lone_groups
from plplanner.terms import RuleKind
from plplanner.ui.kit.banner import Banner
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


class LoneGroupLine(QWidget):
    """One suggestion at a time: do it, or leave it for today."""

    left = Signal()
    """The teacher leaves it as it is."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        """Hidden until a group needs it."""
        super().__init__(parent)
        self._stage = stage
        self._left: set[tuple[int, tuple[int, ...]]] = set()
        self._shown: LoneGroup | None = None
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_lesson(self, lesson: PlannedLesson | None) -> None:
        """Look at a lesson that is today's; None where nothing is to be suggested."""
        found = self._alone(lesson) if lesson is not None else None
        if lesson is None or found is None:
            self._shown = None
            self.hide()
        elif found != self._shown:
            self._shown = found
            self._say(lesson, found)

    def _alone(self, lesson: PlannedLesson) -> LoneGroup | None:
        desk, plan = self._stage.desk, lesson.plan
        absent = desk.ask(absent_on, class_id=plan.class_id, day=plan.day)
        if lesson.draft is not None or not absent:
            return None
        # The plan is on screen sooner without the rules: they are asked for when someone is away.
        from plplanner.grouping.queries import rules_of_class  # noqa: PLC0415

        rules = desk.ask(
            rules_of_class, class_id=plan.class_id, students=lesson.students, on=plan.day
        )
        apart = [frozenset(rule.student_ids) for rule in rules if rule.kind is RuleKind.APART]
        alone = lone_groups(plan, lesson.problem, absent, apart=apart)
        return next((one for one in alone if _key(one) not in self._left), None)

    def _say(self, lesson: PlannedLesson, found: LoneGroup) -> None:
        names = {row.id: row.name for row in lesson.students}
        who = listed([names[one] for one in found.student_ids if one in names])
        text = f"Only {who} of {found.word} is here. Work with {found.host_word} today?"
        act = partial(self._do, lesson.plan.id, found, who)
        if self.banner is not None:
            self._column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = Banner(
            text, theme=self._stage.theme, tone="warn", action=("Do it", act), parent=self
        )
        self.banner.add_act("Leave", partial(self._leave, found))
        self._column.addWidget(self.banner)
        self.show()

    def _do(self, plan_id: int, found: LoneGroup, who: str) -> None:
        self._stage.desk.do(
            let_work_with,
            plan_id=plan_id,
            student_ids=found.student_ids,
            group_id=found.host_id,
            names=who,
            word=found.host_word,
        )
        self._stage.wishes.say.emit(f"{who} works with {found.host_word} today.")

    def _leave(self, found: LoneGroup) -> None:
        self._left.add(_key(found))
        self.hide()
        self.left.emit()


def _key(found: LoneGroup) -> tuple[int, tuple[int, ...]]:
    return found.group_id, found.student_ids
