"""How far the plan has come, and the one act that takes it on."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from plplanner.records import record
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.lived.taught import act_on, is_over
from plplanner.terms import PlanState
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.words import counted

_ICONS = {PlanState.DRAFT: "note"}
_PRINT = "Print it when you like."
_STATE_WORDS = {PlanState.DRAFT: "Draft.", PlanState.READY: "Ready.", PlanState.TAUGHT: "Taught."}


@record(frozen=True)
class ShownState:
    """How far a plan has come, and what of it the line above it says.

    A draft was made in the shape of `template`; `part` is which day of a spread rotation it is;
    `notes` say in whole sentences what is not as it was.
    """

    state: PlanState
    is_kept: bool = True
    is_over: bool = False
    has_newer_groups: bool = False
    to_look_at: int = 0
    template: str = ""
    part: str = ""
    notes: Sequence[str] = ()


class PlanBanner(QFrame):
    """A neutral line: a draft is nothing to warn of. Notes go on in the next line, whole."""

    marked = Signal(object)  # PlanState
    drafted_again = Signal()
    kept = Signal()  # the copy that is shown
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until told the state."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(8)
        self._sign = QLabel(self)
        self.state = plain_label(role="strong", parent=self)
        self.words = plain_label(parent=self)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = button(
            "Draft again", on_click=self.drafted_again.emit, size="small", parent=self
        )
        self.mark = button("Mark as ready", size="small", parent=self)
        self.keep = button("Keep it", on_click=self.kept.emit, size="small", parent=self)
        self.leave = button("Leave it", on_click=self.left.emit, size="small", parent=self)
        self._next = PlanState.READY
        self._before_aim: tuple[str, str] | None = None
        self._icon = "note"
        self.mark.clicked.connect(self._mark)
        for widget, stretch in (
            (self._sign, 0), (self.state, 0), (self.words, 1), (self.again, 0), (self.mark, 0),
            (self.leave, 0), (self.keep, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)

    def show_state(self, shown: ShownState) -> None:
        """Say how far the plan has come and what comes next."""
        act = act_on(shown.state, is_over=shown.is_over)
        self._next = act.state
        words = " ".join((*filter(None, [shown.part]), _words(shown), *shown.notes))
        self._show(_STATE_WORDS[shown.state], words, _ICONS.get(shown.state, "check"))
        self.words.setWordWrap(bool(shown.notes))
        self.mark.setText(act.says)
        self.mark.setAccessibleName(act.says)
        can_be_made_anew = shown.has_newer_groups and not _is_past(shown)
        self._show_buttons(*([self.again] if can_be_made_anew else []), self.mark)

    def show_offer(self, sign: str, words: str, notes: Sequence[str]) -> None:
        """Say from where the plan shown is, and what is not as it was there."""
        self._show(sign, f"{words}, not kept yet. {' '.join(notes)}".strip(), "copy")
        self.words.setWordWrap(bool(notes))
        self._show_buttons(self.leave, self.keep)

    def show_aim(self, words: str, *, warns: bool) -> None:
        """While a task is held over another round: what would come of it."""
        if self._before_aim is None:
            self._before_aim = self.state.text(), self.words.text()
            self.setMinimumHeight(self.height())  # the plan stays where it is under the mouse
        self._say("Then:", words)
        self._wear("warn" if warns else "swap", "warnink" if warns else "ink2")

    def end_aim(self) -> None:
        """What the line said before."""
        if self._before_aim is not None:
            self._say(*self._before_aim)
            self._before_aim = None
            self._wear(self._icon, "ink2")
            self.setMinimumHeight(0)

    def _show(self, state: str, words: str, icon: str) -> None:
        self._before_aim, self._icon = None, icon
        self._say(state, words)
        self._wear(icon, "ink2")

    def _say(self, state: str, words: str) -> None:
        self.state.setText(state)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.setAccessibleName(f"{state} {words}")

    def _wear(self, icon: str, ink: str) -> None:
        self._sign.setPixmap(icon_picture(icon, self._theme.palette[ink], 18, 2.0))
        self._sign.setAccessibleName(self.state.text())

    def _show_buttons(self, *shown: QPushButton) -> None:
        for made in (self.again, self.mark, self.leave, self.keep):
            made.setVisible(made in shown)

    def _mark(self) -> None:
        self.marked.emit(self._next)


def state_of(lesson: PlannedLesson, now: datetime) -> ShownState:
    """What the line says of a lesson; `now` has its time zone."""
    part = ""
    if lesson.plan.part:  # few are: the others do not wait for what spreads a rotation
        from plplanner.rotation.spread_days import part_words  # noqa: PLC0415

        part = part_words(lesson.plan)
    return ShownState(
        lesson.plan.state,
        is_kept=lesson.draft is None,
        is_over=is_over(planned_times(lesson.plan), now),
        has_newer_groups=lesson.has_newer_groups,
        to_look_at=len(lesson.checks.to_look_at) + (lesson.moved is not None),
        template=lesson.template,
        part=f"{part}." if part else "",
        notes=(*filter(None, [lesson.not_counted]), *lesson.notes),
    )


def _is_past(shown: ShownState) -> bool:
    return shown.is_over or shown.state is PlanState.TAUGHT


def _words(shown: ShownState) -> str:
    if shown.state is PlanState.TAUGHT:
        return "Printed again, its pages stay as they were."
    if shown.is_over:
        return "The lesson is over. If it was held, mark it as taught."
    if shown.has_newer_groups:
        return "You have made newer groups since. This plan still uses the ones before."
    things = counted(shown.to_look_at, "thing")
    if shown.state is PlanState.READY:
        first = f"Look at {things} before you print it." if shown.to_look_at else _PRINT
        return f"{first} You can still change every cell."
    like = f" and “{shown.template}”" if shown.template else ""
    made = "This plan is saved." if shown.is_kept else f"Made from your newest groups{like}."
    if not shown.to_look_at:
        return f"{made} Nothing is in the way: it can be marked as ready."
    return f"{made} Look at {things}, then it is ready."
