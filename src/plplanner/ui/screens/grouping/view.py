"""The Groups screen: piles on the table, why each student lies where she lies, and the rules."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plplanner.grouping.history import entries_of
from plplanner.grouping.kept_rules import RuleState
from plplanner.terms import GroupingStrategy
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screen import Screen
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.choice_banner import ChoiceBanner
from plplanner.ui.screens.grouping.choosing import Choosing
from plplanner.ui.screens.grouping.controls import Controls
from plplanner.ui.screens.grouping.emptiness import empty_state
from plplanner.ui.screens.grouping.foot_row import FootRow
from plplanner.ui.screens.grouping.history_row import NOW, HistoryRow
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.panels import Panels
from plplanner.ui.screens.grouping.parts import Parts
from plplanner.ui.screens.grouping.pile_board import PileBoard, fitting
from plplanner.ui.screens.grouping.popovers import Popovers
from plplanner.ui.screens.grouping.reasoning import Reasoning
from plplanner.ui.screens.grouping.rule_acts import RuleActs
from plplanner.ui.screens.grouping.rules_row import RulesRow
from plplanner.ui.screens.grouping.shaping import ShapingActs
from plplanner.ui.screens.grouping.side_panel import SidePanel
from plplanner.ui.screens.grouping.standing_banner import StandingBanner
from plplanner.ui.screens.grouping.teacher_table import TeacherTable
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from plplanner.ui.screens.grouping.waiting_pile import WIDTH, WaitingPile
from plplanner.ui.screens.grouping.weeks import Weeks
from plplanner.ui.screens.grouping.weeks_banner import WeeksBanner
from plplanner.ui.screens.grouping.wiring import Wires, connect
from plplanner.ui.screens.grouping.without_scores import is_without_scores
from plplanner.ui.stage import Stage

_SIDE_FROM, _WORDS_FROM = 1000, 1180
_BESIDE = 2 * 16 + WIDTH + 8


class GroupsScreen(Screen):
    """Small groups proposed, shaped by hand, and used."""

    title = "Groups"

    def __init__(self, stage: Stage) -> None:
        """Filled when it is first shown."""
        self.model = GroupsModel(stage)
        self.asking, self.shaping = AskingActs(self.model), ShapingActs(self.model)
        self.rules, self.looking = RuleActs(self.model), LookingBack(self.model)
        self.reasoning, self.choosing = Reasoning(self.model), Choosing(self.model)
        self.table, self.weeks = TeacherTable(self.model), Weeks(self.model)
        super().__init__(stage, self.model)
        self._wants_side: bool | None = None
        self._empty: EmptyState | None = None
        self._make_parts()
        self._lay_out()
        connect(self._wires())

    @property
    def subtitle(self) -> str:
        """The day the groups are for."""
        return f"for {day_words(self.stage.choice.day)}"

    def first_focus(self) -> QWidget:
        """The piles, once there are any."""
        if self._empty is not None:
            return super().first_focus()
        frames = self.board.frames
        return frames[0].list if frames else self.board

    def show_rows(self) -> None:
        """Everything as the view model holds it."""
        model, shown = self.model, self.model.shown
        self._show_empty()
        self.controls.show_asked(
            model.asked,
            model.facts.bases,
            shown.strip if self._has_scores else None,
            has_earlier=model.facts.before is not None,
        )
        self.board.show_piles(
            shown.piles,
            is_read_only=model.is_read_only,
            has_scores=self._has_scores,
        )
        self.forming.setVisible(model.is_thinking and not shown.piles)
        names = {row.id: row.name for row in model.facts.roster}
        states = (*shown.rules, *(RuleState(rule) for rule in model.facts.asleep))
        self.rules_row.show_rules(states, shown.size_warnings, names)
        self.rules_row.setVisible(model.past is None)
        self._show_history()
        self.foot.show_layers(
            is_separate=self.table.is_wanted,
            is_free=bool(model.facts.bases) and model.past is None,
        )
        self._show_choices()
        self.show_side()
        self.heading_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small window the reasons open on demand, and buttons lose their words."""
        super().resizeEvent(event)
        self.controls.be_narrow(self.width() < _WORDS_FROM)
        self.foot.be_narrow(self.width() < _WORDS_FROM)
        self.show_side()

    # -- parts ----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.stage.theme
        self.controls, self.banner = Controls(theme), StandingBanner()
        self.board, self.waiting = PileBoard(theme), WaitingPile()
        self.rules_row, self.side = RulesRow(theme), SidePanel(theme)
        self.history_row, self.choices = HistoryRow(), ChoiceBanner(theme)
        self.foot, self.weeks_banner = FootRow(self.history_row), WeeksBanner(theme)
        self.forming = plain_label("Forming groups.", role="hint")
        self.forming.hide()
        self.side.hide()  # until the width is known: what is shown keeps the window wide
        self.controls.be_narrow(True)
        self._parts = parts = Parts(
            self,
            self.model,
            self.asking,
            self.shaping,
            self.rules,
            self.looking,
            self.reasoning,
            self.choosing,
            self.table,
            self.weeks,
            self.board,
            self.banner,
            self.side,
            self.rules_row,
        )
        self.popovers = Popovers(parts)
        self.panels = Panels(parts, self.popovers, on_turn=self.turn_panel)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self._whole = QWidget(self)
        across = QHBoxLayout(self._whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        table = QHBoxLayout()
        table.setSpacing(8)
        table.addWidget(self.board, 1)
        table.addWidget(self.waiting)
        column.addWidget(self.controls)
        column.addWidget(self.banner)
        column.addWidget(self.choices)
        column.addWidget(self.weeks_banner)
        column.addWidget(self.forming, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(table, 1)
        column.addWidget(self.rules_row)
        column.addWidget(self.foot)
        across.addLayout(column, 1)
        across.addWidget(self.side)
        self.body.addWidget(self._whole, 1)

    def _wires(self) -> Wires:
        return Wires(
            self._parts,
            self.popovers,
            self.controls,
            self.waiting,
            self.foot,
            self.choices,
            self.weeks_banner,
            keep_keyboard=self.keep_keyboard,
            show_side=self.show_side,
            show_told=self.show_told,
            open_side=self.open_side,
            turn_panel=self.turn_panel,
            choose_layers=self.choose_layers,
            turn_on_table=self.turn_on_table,
            copy_names=self.copy_names,
            keep_weeks=self.keep_weeks,
            close_weeks=self.close_weeks,
        )

    # -- what is shown --------------------------------------------------------------------

    def open_side(self, is_open: bool) -> None:
        """Open the panel beside the piles, or close it."""
        self._wants_side = is_open
        self.show_side()
        self.board.take_focus()

    def turn_panel(self) -> None:
        """From the moves to the reasons and back; opens the panel when it is closed."""
        has_keyboard = self.side.isAncestorOf(self.focusWidget() or self)
        self.panels.turn(is_open=self.side.isVisible())
        self._wants_side = True
        self.show_side()
        if has_keyboard:
            self.side.lead_back().setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_layers(self, is_separate: bool) -> None:
        """The list comes up beside the groups, or goes."""
        self.panels.show_list()
        if is_separate:
            self._wants_side = True
        self.table.want(is_separate)

    def copy_names(self) -> None:
        """The names of the list on the clipboard, a line each, and nothing else of anyone."""
        QGuiApplication.clipboard().setText("\n".join(self.table.names))
        self.stage.wishes.tell.emit("The names are on the clipboard, without their scores.")

    def keep_weeks(self) -> None:
        """Keep them; the keyboard goes on with what can be done now."""
        self.weeks.keep()
        self.banner.take_focus()

    def close_weeks(self) -> None:
        """Put the weeks away; the keyboard goes back to the piles."""
        self.keep_keyboard()
        self.weeks.forget()

    def turn_on_table(self, student_id: int) -> None:
        """Call a student to the teacher's table, or take her off; the list comes up."""
        self.panels.show_list()
        self._wants_side = True
        self.table.toggle(student_id)

    def _group_without_scores(self, strategy: GroupingStrategy) -> None:
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)  # it holds the keyboard for the piles
        self.asking.group_without_scores(strategy)
        self.keep_keyboard()

    def keep_keyboard(self) -> None:
        """On the piles, or where they will be."""
        if self.board.frames:
            self.board.take_focus()
        else:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_told(self) -> None:
        """Other groupings or weeks were found, or are looked for."""
        self._show_choices()
        self.show_side()

    def show_side(self) -> None:
        """The panel beside the piles and the pile that waits, as there is room."""
        has_room = self.width() >= _SIDE_FROM
        is_open = has_room if self._wants_side is None else self._wants_side
        self.side.setVisible(is_open)
        shown = self.model.shown
        self.waiting.show_waiting(
            () if self._hides_evidence() else shown.piles,
            shown.without_group,
            absent=self.model.facts.absent,
            has_room=has_room and self._fits_beside(len(shown.piles), is_side_open=is_open),
        )
        self.panels.show(is_open=is_open)

    def _fits_beside(self, piles: int, *, is_side_open: bool) -> bool:
        """Whether piles stay in one row, and readable, with the pile of who waits beside them."""
        side = self.side.minimumWidth() if is_side_open else 0
        return piles <= fitting(self.width() - side - _BESIDE, well=True)

    @property
    def _has_scores(self) -> bool:
        return not is_without_scores(self.model.facts, self.model.asked.basis)

    def _hides_evidence(self) -> bool:
        """Nobody waits for a quick check on another day, nor in groups without scores."""
        return self.model.is_read_only or not self._has_scores

    def _show_choices(self) -> None:
        choosing = self.choosing
        choosing.keep_up()
        self.choices.show_choices(choosing.choices, choosing.at, is_thinking=choosing.is_thinking)
        weeks = self.weeks
        weeks.keep_up()
        self.weeks_banner.setVisible(weeks.is_open)
        if weeks.is_open:
            self.weeks_banner.show_weeks(
                weeks.days,
                count=weeks.count,
                at=weeks.at,
                says=weeks.says,
                is_ready=weeks.plan is not None,
            )

    def _show_history(self) -> None:
        model, entries = self.model, entries_of(self.model.facts.history)
        now, newest = "Draft now", model.facts.newest
        if not model.is_draft and newest is not None:
            now = next(one.says for one in entries if one.id == newest.id)
            entries = tuple(one for one in entries if one.id != newest.id)
        self.history_row.show_history(now, entries, on_table=model.past_id or NOW)

    def _show_empty(self) -> None:
        model = self.model
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        nothing = not model.facts.roster or (not model.facts.bases and model.facts.saved is None)
        self._whole.setVisible(not nothing)
        if nothing:
            self._empty = empty_state(
                self.stage,
                has_students=bool(model.facts.roster),
                on_strategy=self._group_without_scores,
            )
            self.body.addWidget(self._empty, 1)
