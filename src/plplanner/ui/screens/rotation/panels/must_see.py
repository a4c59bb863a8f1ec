"""Who must be seen today: those named come to the teacher, the others may choose."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QWidget

from plplanner.problems import Problem
from plplanner.rotation.must_see import draft_must_see
from plplanner.rotation.rows import GroupToRotate, PlanDraft
from plplanner.rotation.table_turns import table_turns
from plplanner.rotation.turns_ahead import rounds_met
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.check_list import ROW, CheckList
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.redrafting import ToDraft, put_in_place, to_draft
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import counted, listed

_WIDTH = 360
_MOST_SHOWN = 9


class MustSeePanel(QFrame):
    """A tick for each group or student, and whether the others choose. Escape leaves."""

    def __init__(
        self,
        lines: Sequence[GroupToRotate],
        *,
        room: tuple[int, int],
        on_draft: Callable[[Sequence[int], bool], object],
        on_students: Callable[[], object] | None = None,
        ticked: int | None = None,
        parent: QWidget,
    ) -> None:
        """`room` is rounds and how many they have room for; `on_students` names single students.

        `on_draft` gets the ids that are `ticked`, and whether the others choose.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Who I must see")
        self.setFixedWidth(_WIDTH)
        self._word = "student" if lines[0].is_own_way else "group"
        self._room, self._on_draft, self._on_students = room, on_draft, on_students
        self.names = CheckList(f"The {self._word}s to see", self)
        self.names.show_choices(
            {one.group_id: f"{one.name} · {_since(one)}" for one in lines},
            () if ticked is None else (ticked,),
        )
        self.names.setCurrentRow(0)
        shown = min(len(lines), _MOST_SHOWN)
        self.names.setFixedHeight(shown * ROW + 2 * self.names.frameWidth() + 2)
        self.choose = QCheckBox("The others choose a “may do”", self)
        # A student has her own playlist; who goes with a group chooses from what all have.
        self.choose.setChecked(self._word == "group")
        self.choose.setToolTip("At every station without you")
        self.says = plain_label(role="small", wrap=True, parent=self)
        # Room for its longest words: what is said grows, and “Draft” stays below the pointer.
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.draft = button("Draft", kind="primary", on_click=self._go, parent=self)
        self.draft.setAccessibleName(f"Draft the day with these {self._word}s at the teacher table")
        self.students = button(
            "Single students", kind="quiet", size="small", on_click=self._name_students, parent=self
        )
        self.students.setToolTip("Choose who comes, from any group")
        self.students.setVisible(on_students is not None)
        self.names.ticked.connect(self._count)
        self._lay_out()
        self._count()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        start = self.draft if self.names.chosen else self.names
        start.setFocus(Qt.FocusReason.PopupFocusReason)

    def _count(self) -> None:
        rounds, room = self._room
        chosen = self.names.chosen
        left = room - len(chosen)
        self.draft.setEnabled(bool(chosen) and left >= 0)
        fits = f"{counted(rounds, 'round')}: room for {counted(room, self._word)}."
        turns = "1 turn goes" if left == 1 else f"{left} turns go"
        if left < 0:
            fits = f"{fits} Take {counted(-left, self._word)} out, or use more rounds."
        elif chosen and left:
            fits = f"{fits} {turns} by need and by who waited."
        self.says.setText(fits)
        fit_height(self)

    def _go(self) -> None:
        chosen, others = self.names.chosen, self.choose.isChecked()
        self.close()
        self._on_draft(chosen, others)

    def _name_students(self) -> None:
        self.close()
        if self._on_students is not None:
            self._on_students()

    def _lay_out(self) -> None:
        about = f"These {self._word}s come to the teacher table, whoever’s turn it is."
        column = panel_column(self, "Who I must see", about)
        column.addWidget(self.names)
        column.addWidget(self.says)
        column.addWidget(self.choose)
        row = QHBoxLayout()
        row.addWidget(self.students)
        row.addStretch(1)
        row.addWidget(self.draft)
        column.addLayout(row)


def open_must_see(
    model: TomorrowModel,
    lesson: PlannedLesson,
    parent: QWidget,
    anchor: QWidget,
    *,
    ticked: int | None = None,
) -> None:
    """Open the panel for the newest groups on the day that is shown, one of them `ticked`."""
    of = model.stage.choice.school_class
    rounds = len(lesson.plan.rounds)
    asked = to_draft(model.stage.desk, lesson, of, rounds=rounds) if of is not None else None
    if asked is None:
        return
    panel = MustSeePanel(
        sorted(asked.problem.groups, key=lambda group: group.name.casefold()),
        room=(rounds, table_turns(asked.problem, rounds)),
        on_draft=partial(draft_with_must_see, model, asked),
        on_students=model.stage.wishes.choose_who_comes.emit,
        ticked=ticked,
        parent=parent,
    )
    panel.open_below(anchor)


def draft_with_must_see(
    model: TomorrowModel, asked: ToDraft, chosen: Sequence[int], others_choose: bool
) -> None:
    """Think it through off the main thread, then put it in the place of the day's plan."""
    model.stage.jobs.think(
        partial(
            draft_must_see, asked.problem, chosen, group_set_id=asked.groups.id,
            playlists=asked.playlists, others_choose=others_choose, shape=asked.shape,
        ),
        then=partial(_put, model, asked, chosen),
        on_problem=partial(_tell, model),
    )  # fmt: skip


def _put(model: TomorrowModel, asked: ToDraft, chosen: Sequence[int], draft: PlanDraft) -> None:
    words = listed([one.name for one in asked.problem.groups if one.group_id in chosen])
    stays = put_in_place(
        model.stage.desk, draft, of=asked.of, groups=asked.groups, before=asked.before,
        label=f"See {words}",
    )  # fmt: skip
    if stays is not None:
        model.stage.wishes.say.emit(f"You see {words}{_free_turns(asked, chosen, draft)}.{stays}")


def _free_turns(asked: ToDraft, chosen: Sequence[int], draft: PlanDraft) -> str:
    """Who comes besides, where a turn was free."""
    met = rounds_met(draft.problem, draft.proposal.visits).keys() - set(chosen)
    others = [one.name for one in asked.problem.groups if one.group_id in met]
    return f", and {listed(others)} in the free turn{'s'[len(others) == 1 :]}" if others else ""


def _tell(model: TomorrowModel, problem: Problem) -> None:
    model.stage.wishes.warn.emit(problem)


def _since(group: GroupToRotate) -> str:
    since = group.lessons_since_teacher
    if since is None:
        return "not met yet"
    return "met last lesson" if since == 0 else f"not met for {counted(since, 'lesson')}"
