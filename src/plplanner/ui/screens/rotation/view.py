"""Tomorrow: the plan of a school day, drafted, looked at, made ready."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from plplanner.terms import PlanState
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.plan_grid import PlanGrid
from plplanner.ui.screen import Screen
from plplanner.ui.screens.rotation.aiming import judge_aims
from plplanner.ui.screens.rotation.changed_pages import ChangedPages
from plplanner.ui.screens.rotation.closing import Closing
from plplanner.ui.screens.rotation.day_acts import (
    TIME,
    acts_of,
    carry_out,
    open_panel,
    open_seat_of,
    same_time,
    show_board,
    toggle_lock,
)
from plplanner.ui.screens.rotation.day_bar import DayAct, DayBar
from plplanner.ui.screens.rotation.lone_group import LoneGroupLine
from plplanner.ui.screens.rotation.missing_day import show_missing
from plplanner.ui.screens.rotation.plan_banner import PlanBanner, state_of
from plplanner.ui.screens.rotation.plan_page import plan_page
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.shown_checks import (
    let_come,
    remarks_of_today,
    shown_check,
    shown_remarks,
)
from plplanner.ui.screens.rotation.side_panel import SidePanel
from plplanner.ui.screens.rotation.side_strip import SideStrip
from plplanner.ui.screens.rotation.teacher_strip import TeacherStrip
from plplanner.ui.screens.rotation.today.today import Today
from plplanner.ui.screens.rotation.turning import turn_by_arrows
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import span
from plplanner.ui.stage import Stage

if TYPE_CHECKING:
    from plplanner.ui.exports import Export

_NARROW_BELOW = 1180  # of the window, where the rail becomes narrow too
_SHORT_BELOW = 700
_NO_STRIP_BELOW = 640

_NOT_NOW = "This day has no plan for that yet."
_IS_OVER = "That round is over: what was done in it stays as it was."
_STAYS_IN_ITS_ROW = "A task moves within its own group, to another round of that row."


class TomorrowScreen(Screen):
    """Groups × rounds with checks beside and the teacher table below."""

    title = "Tomorrow"

    def __init__(self, stage: Stage) -> None:
        """Drafts when it comes up."""
        self.model = TomorrowModel(stage)
        super().__init__(stage, self.model)
        theme = stage.theme
        self.bar, self.banner = DayBar(theme), PlanBanner(theme)
        self.grid, self.closing = PlanGrid(theme), Closing()
        self.strip = TeacherStrip(theme)
        self.today = Today(stage, self.grid, self, self.model.plans)
        self.paper, self.alone = ChangedPages(stage, self), LoneGroupLine(stage)
        to_groups = partial(stage.wishes.go_to.emit, "groups")
        self.side = SidePanel(theme, on_groups=to_groups, on_print=self.model.print)
        self.badges = SideStrip(theme, on_open=self._open_side, on_print=self.model.print)
        self.acts: Sequence[DayAct] = ()
        self._pages, self._row = QStackedWidget(), QHBoxLayout()
        self._plan = plan_page((self.alone, self.banner), self.grid, self.closing, self.strip)
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """Subject and time of the lesson."""
        lesson = self.model.lesson
        if lesson is None:
            return ""
        plan = lesson.plan
        parts = (plan.subject, span(plan.starts_at, plan.minutes), f"{plan.minutes} min")
        return " · ".join(part for part in parts if part)

    def come_up(self) -> None:
        """On the day itself Tomorrow is Today."""
        self.today.come_up()
        super().come_up()
        self.paper.be_shown(True)

    def step_back(self) -> None:
        """Nothing ticks off screen."""
        super().step_back()
        self.today.step_back()
        self.paper.be_shown(False)

    def first_focus(self) -> QWidget:
        """The grid, once there is one."""
        return self.grid if self.model.lesson is not None else super().first_focus()

    def exports(self) -> "Sequence[Export]":
        """The plan, groups down and rounds across."""
        # The first screen does not wait for what leaves the program one day.
        from plplanner.sharing.file_names import file_stem  # noqa: PLC0415
        from plplanner.ui.exports import table_export  # noqa: PLC0415
        from plplanner.ui.screens.rotation.table_out import plan_out  # noqa: PLC0415

        lesson = self.model.lesson
        if lesson is None:
            return ()
        stem = file_stem(lesson.plan.class_name, "plan", lesson.plan.day.isoformat())
        table = partial(plan_out, self.model.grid())
        return [table_export("Export this table of the day", stem, table)]

    def show_rows(self) -> None:
        """The plan, or what is missing for one."""
        is_past = self.stage.choice.day < self.stage.choice.today
        self.title = "Today" if self.today.is_on else "Looking back" if is_past else "Tomorrow"
        self.setAccessibleName(self.title)
        self.bar.show_day(day_words(self.stage.choice.day))
        lesson = self.model.lesson
        today = self.today
        self.acts = acts_of(self.model, is_teaching=today.is_teaching, is_today=today.is_on)
        self.bar.show_acts(self.acts)
        if lesson is None:
            self._show_missing()
        else:
            self._show_lesson(lesson)
        self._arrange()
        self.heading_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+P here keeps the draft first, so that there is a plan to print."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Print)
            and self.model.lesson is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+P prints this plan; Escape closes the panel that lies over it."""
        if event.matches(QKeySequence.StandardKey.Print) and self.model.lesson is not None:
            self.model.print()
        elif event.key() == Qt.Key.Key_Escape and self._is_narrow() and self._over().isVisible():
            self._over().hide()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Small windows give the plan the room."""
        super().resizeEvent(event)
        self._arrange()

    # -- showing --------------------------------------------------------------------------

    def _show_lesson(self, lesson: PlannedLesson) -> None:
        model, plan = self.model, lesson.plan
        checks = lesson.checks.to_look_at
        self._pages.setCurrentWidget(self._plan)
        self.bar.show_plan(plan, model.round_choices())
        if lesson.offered is not None:
            self.banner.show_offer(lesson.offered.sign, lesson.offered.words, lesson.notes)
        else:
            self.banner.show_state(state_of(lesson, self.stage.clock()))
        self.grid.show_plan(self.today.rows_of(model.grid(self.today.held), lesson))
        self.closing.show_time(model.closing())
        self.strip.show_turns(model.turns())
        self.strip.mark(self.grid.currentIndex().row())
        self.side.heading.setText("Notes" if lesson.lived is not None else "Checks")
        self.side.show_checks(
            [shown_check(model, check, self._pick, self.do_act) for check in checks],
            lesson.checks.quiet,
            lesson.new_scores,
            shown_remarks(
                model,
                lesson,
                self.paper.remark(),
                same_time(model, self.do_act),
                open_panel=self.do_act,
            ),
        )
        self.today.notes.show_remarks(
            remarks_of_today(model, lesson, self.paper.remark(), self.today.rounds_over())
        )
        self.badges.show_changed(self.paper.remark(), self.paper.pages)
        self.alone.show_lesson(lesson if self.today.is_on else None, self.today.rounds_over())
        self.badges.show_counts(len(checks), lesson.new_scores[0])
        self._show_pages()

    def _show_missing(self) -> None:
        self.bar.show_rounds(0, 0, ())
        self.bar.offer_time(is_there=self.stage.choice.school_class is not None)
        model, theme = self.model, self.stage.theme
        show_missing(self._pages, model.missing, model.go_on, theme)

    def _show_pages(self) -> None:
        self.side.show_pages(self.model.paper.pages, is_short=self.window().height() < _SHORT_BELOW)

    # -- acting ---------------------------------------------------------------------------

    def _pick(self, line: int, place: int, typed: str) -> None:
        from plplanner.ui.screens.rotation.task_picker import task_picker  # noqa: PLC0415 - as above

        lesson = self.model.lesson
        if lesson is None:
            return
        word = lesson.plan.groups[line].identity.word
        self.grid.setCurrentIndex(self.grid.table.index(line, place + 1))
        picker = task_picker(
            title=f"{word}, round {lesson.plan.rounds[place].number}",
            known=self.model.to_pick(line, place),
            typed=typed,
            on_choice=partial(self.model.take, line, place),
            stations=self.model.stations(line, place),
            parent=self,
        )
        picker.open_at(self.grid.place_of(line, place))

    def _mark(self, state: PlanState) -> None:
        """A plan that is ready is printed next: the keyboard goes there."""
        self.model.mark(state)
        lesson = self.model.lesson
        if state is PlanState.READY and lesson is not None and lesson.plan.state is state:
            shown = self.badges if self._is_narrow() else self.side
            shown.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_act(self, key: str) -> None:
        """By its key, what stands in the menu now."""
        if open_panel(key, self.model, self, self.bar):
            return
        why_not = next((act.why_not for act in self.acts if act.key == key), _NOT_NOW)
        if why_not:
            self.stage.wishes.tell.emit(why_not)
        else:
            carry_out(self.model, key, over=self.today.rounds_over())
            lesson = self.model.lesson
            if lesson is not None and lesson.offered is not None:
                self.banner.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _over(self) -> QWidget:
        """What lies over the plan in a small window when it is wanted."""
        return self.today.notes if self.today.notes.isVisible() else self.side

    def _open_side(self) -> None:
        self.side.setVisible(not self.side.isVisible())
        self._arrange_over()

    # -- layout ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        row = self._row
        row.setSpacing(0)
        self.body.addLayout(row)
        main = QVBoxLayout()
        main.setContentsMargins(16, 12, 16, 12)
        main.setSpacing(8)
        main.addWidget(self.today.timer)
        main.addWidget(self.bar)
        main.addWidget(self._pages, 1)
        row.addLayout(main, 1)
        row.addWidget(self.side)
        row.addWidget(self.badges)
        self._pages.addWidget(self._plan)
        self.bar.take_in(self.today.line)

    def _connect(self) -> None:
        model = self.model
        self.bar.turned.connect(model.turn_page)
        self.bar.rounds_chosen.connect(model.draft_again)
        self.bar.time_wanted.connect(partial(self.do_act, TIME))
        self.bar.board_wanted.connect(partial(show_board, model, self))
        self.banner.marked.connect(self._mark)
        self.banner.drafted_again.connect(model.draft_again)
        self.banner.kept.connect(model.keep_offer)
        self.banner.left.connect(model.leave_offer)
        for over in (self.banner.kept, self.banner.left):  # the buttons are gone with the copy
            over.connect(self.grid.setFocus)
        # Once the menu has gone: an act may open a panel, or give the button another menu.
        self.bar.act_chosen.connect(self.do_act, Qt.ConnectionType.QueuedConnection)
        self.grid.pick_wanted.connect(self._pick)
        self.grid.clear_wanted.connect(lambda line, place: model.write_task(line, place, ""))
        self.grid.swap_wanted.connect(model.swap)
        self.grid.lock_wanted.connect(partial(toggle_lock, model))
        judge_aims(model, self.grid, self.banner)
        self.grid.strayed.connect(partial(self.stage.wishes.tell.emit, _STAYS_IN_ITS_ROW))
        self.grid.settled.connect(partial(self.stage.wishes.tell.emit, _IS_OVER))
        self.grid.cell_chosen.connect(self.strip.mark)
        self.grid.group_opened.connect(partial(open_seat_of, model, self, self.bar))
        model.paper.counted.connect(self._show_pages)
        self.today.moved_on.connect(self.show_rows)
        self.paper.refreshed.connect(self.show_rows)
        # Its card goes: a late Enter shall not press what comes up in its place.
        self.paper.chosen.connect(self.grid.setFocus)
        self.alone.left.connect(self._arrange)
        self.alone.come_wanted.connect(partial(let_come, model))
        turn_by_arrows(self, model.turn_page)
        board = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        board.activated.connect(self.bar.board_wanted)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(partial(self.do_act, "copy"))

    def _is_narrow(self) -> bool:
        return self.window().width() < _NARROW_BELOW

    def _arrange(self) -> None:
        narrow, teaching = self._is_narrow(), self.today.is_teaching
        there = self.model.lesson is not None and not teaching
        self.badges.setVisible(there and narrow)
        self.closing.setVisible(not teaching)
        # One line above the plan at a time: what needs a look goes first.
        self.banner.setVisible(not teaching and self.alone.isHidden())
        lesson = self.model.lesson
        has_turns = lesson is not None and bool(lesson.plan.together)
        is_high = self.window().height() >= _NO_STRIP_BELOW
        self.strip.setVisible(not teaching and has_turns and is_high)
        self.bar.be_brief(self.today.is_on)
        inside = self._row.indexOf(self.side) >= 0
        if narrow and inside:
            self._row.removeWidget(self.side)
            self.side.hide()
        elif not narrow and not inside:
            self._row.insertWidget(1, self.side)
        if not narrow:
            self.side.setVisible(there)
        elif not there:
            self.side.hide()
        self.today.arrange(self._row, is_narrow=narrow)
        self._show_pages()
        self._arrange_over()

    def _arrange_over(self) -> None:
        if self._is_narrow() and self.side.isVisible():
            left = self.width() - self.badges.width() - self.side.width()
            self.side.setGeometry(left, 0, self.side.width(), self.height())
            self.side.raise_()
