"""One line above the plan on the day: who is left alone of a group, and who comes for one away."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.roster.queries import absent_on
from plplanner.rotation.lived.commands import let_work_with
from plplanner.rotation.lone_groups import LoneGroup
from plplanner.ui.kit.banner import Banner
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.stage import Stage


@record(frozen=True)
class Suggestion:
    """What is said of groups that are away, and what doing it means; `about` tells it again."""

    about: object
    text: str
    act: Callable[[], object]


class LoneGroupLine(QWidget):
    """One suggestion at a time: do it, or leave it for today."""

    left = Signal()
    """The teacher leaves it as it is."""
    come_wanted = Signal(object)
    """A `ComesInstead` is to be carried out."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        """Hidden until a group needs it."""
        super().__init__(parent)
        self._stage = stage
        self._left: set[object] = set()
        self._shown: Suggestion | None = None
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_lesson(self, lesson: PlannedLesson | None, over: Collection[int] = ()) -> None:
        """Look at a lesson that is today's; None where nothing is to be suggested.

        Rounds that are `over` stay as they were.
        """
        found = next(self._suggestions(lesson, over), None) if lesson is not None else None
        if found is None:
            self._shown = None
            self.hide()
        elif self._shown is None or (found.about, found.text) != (
            self._shown.about,
            self._shown.text,
        ):
            self._shown = found
            self._say(found)

    def _suggestions(self, lesson: PlannedLesson, over: Collection[int]) -> Iterator[Suggestion]:
        """What is not left as it is, one after the other."""
        desk, plan = self._stage.desk, lesson.plan
        absent = desk.ask(absent_on, class_id=plan.class_id, day=plan.day)
        if lesson.draft is not None or not absent:
            return
        for one in (*self._alone(lesson), *self._instead(lesson, over)):
            if one.about not in self._left:
                yield one

    def _alone(self, lesson: PlannedLesson) -> Iterator[Suggestion]:
        # The plan is on screen sooner without the rules: they are asked for when someone is away.
        from plplanner.ui.screens.rotation.merging import left_alone, names_of  # noqa: PLC0415

        for found in left_alone(self._stage.desk, lesson):
            who = names_of(lesson, found)
            yield Suggestion(
                (found.group_id, found.student_ids),
                f"Only {who} of {found.word} is here. Work with {found.host_word} today?",
                partial(self._do, lesson.plan.id, found, who),
            )

    def _instead(self, lesson: PlannedLesson, over: Collection[int]) -> Iterator[Suggestion]:
        if all(group.size for group in lesson.problem.groups) or lesson.plan.part:
            return
        from plplanner.ui.screens.rotation.coming import coming_now  # noqa: PLC0415 - as above

        found = coming_now(lesson, over)
        if found is not None:
            instead, text = found
            yield Suggestion(instead, text, partial(self.come_wanted.emit, instead))

    def _say(self, found: Suggestion) -> None:
        if self.banner is not None:
            self._column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = Banner(
            found.text, theme=self._stage.theme, tone="warn", action=("Do it", found.act),
            parent=self,
        )  # fmt: skip
        self.banner.add_act("Leave", partial(self._leave, found.about))
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

    def _leave(self, about: object) -> None:
        self._left.add(about)
        self.hide()
        self.left.emit()
