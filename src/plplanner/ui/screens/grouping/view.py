"""The Groups screen: piles on the table, why each student lies where she lies, and the rules."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
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
from plplanner.ui.screens.grouping.history_row import NOW, HistoryRow
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.panels import Panels
from plplanner.ui.screens.grouping.parts import Parts
from plplanner.ui.screens.grouping.pile_board import PileBoard
from plplanner.ui.screens.grouping.pile_frame import Verdict
from plplanner.ui.screens.grouping.popovers import Popovers
from plplanner.ui.screens.grouping.reasoning import Reasoning
from plplanner.ui.screens.grouping.rule_acts import RuleActs
from plplanner.ui.screens.grouping.rules_row import RulesRow
from plplanner.ui.screens.grouping.shaping import ShapingActs
from plplanner.ui.screens.grouping.side_panel import SidePanel
from plplanner.ui.screens.grouping.standing_banner import StandingBanner
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from plplanner.ui.screens.grouping.waiting_pile import WaitingPile
from plplanner.ui.screens.grouping.without_scores import is_without_scores
from plplanner.ui.stage import Stage

_SIDE_FROM, _WORDS_FROM = 1000, 1180


class GroupsScreen(Screen):
    """Small groups proposed, shaped by hand, and used."""

    title = "Groups"

    def __init__(self, stage: Stage) -> None:
        """Filled when it is first shown."""
        self.model = GroupsModel(stage)
        self.asking, self.shaping = AskingActs(self.model), ShapingActs(self.model)
        self.rules, self.looking = RuleActs(self.model), LookingBack(self.model)
        self.reasoning, self.choosing = Reasoning(self.model), Choosing(self.model)
        super().__init__(stage, self.model)
        self._wants_side: bool | None = None
        self._empty: EmptyState | None = None
        self._make_parts()
        self._lay_out()
        self._connect()

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
            None if is_without_scores(model.facts) else shown.strip,
            has_earlier=model.facts.before is not None,
        )
        self.board.show_piles(
            shown.piles,
            is_read_only=model.is_read_only,
            has_scores=not is_without_scores(model.facts),
        )
        self.forming.setVisible(model.is_thinking and not shown.piles)
        names = {row.id: row.name for row in model.facts.roster}
        states = (*shown.rules, *(RuleState(rule) for rule in model.facts.asleep))
        self.rules_row.show_rules(states, shown.size_warnings, names)
        self.rules_row.setVisible(model.past is None)
        self._show_history()
        self._show_choices()
        self._show_side()
        self.heading_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small window the reasons open on demand, and buttons lose their words."""
        super().resizeEvent(event)
        self.controls.be_narrow(self.width() < _WORDS_FROM)
        self._show_side()

    # -- parts ----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.stage.theme
        self.controls, self.banner = Controls(theme), StandingBanner()
        self.board, self.waiting = PileBoard(theme), WaitingPile()
        self.rules_row, self.side = RulesRow(theme), SidePanel(theme)
        self.history_row, self.choices = HistoryRow(), ChoiceBanner(theme)
        self.forming = plain_label("Forming groups.", role="hint")
        self.forming.hide()
        self.side.hide()  # until the width is known: what is shown keeps the window wide
        self.controls.be_narrow(True)
        parts = Parts(
            self,
            self.model,
            self.asking,
            self.shaping,
            self.rules,
            self.looking,
            self.reasoning,
            self.choosing,
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
        column.addWidget(self.forming, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(table, 1)
        column.addWidget(self.rules_row)
        column.addWidget(self.history_row)
        across.addLayout(column, 1)
        across.addWidget(self.side)
        self.body.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self._connect_asking()
        self.banner.let_go.connect(self._keep_keyboard)
        board, side, shaping, popovers = self.board, self.side, self.shaping, self.popovers
        board.chosen.connect(lambda _student: self._show_side())
        board.moved.connect(shaping.move_student)
        board.move_wanted.connect(popovers.ask_where)
        board.lock_wanted.connect(shaping.toggle_lock)
        board.absent_wanted.connect(shaping.toggle_absent)
        board.why_wanted.connect(lambda _student: self.turn_panel())
        self.waiting.chosen.connect(board.choose)
        self.waiting.move_wanted.connect(popovers.ask_where)
        self.waiting.back_wanted.connect(shaping.toggle_absent)
        self.history_row.chosen.connect(self.looking.look_at)
        self.board.say_of = lambda one, key: Verdict(*self.reasoning.said_of(one, key))
        self.reasoning.told.connect(self._show_side)
        self.choosing.told.connect(self._show_told)
        self.choices.chosen.connect(self.choosing.take)
        self.choices.closed.connect(self.choosing.forget)
        side.closed.connect(lambda: self.open_side(False))
        side.why.move_wanted.connect(popovers.ask_where)
        side.why.move_back_wanted.connect(shaping.move_back)
        side.why.lock_wanted.connect(shaping.toggle_lock)
        side.changes.ticked.connect(lambda one, moves: shaping.let_move(one, moves=moves))
        side.changes.chosen.connect(board.choose)
        self.rules_row.add_wanted.connect(popovers.ask_for_rule)
        self.rules_row.remove_wanted.connect(self.rules.remove_rule)
        self.rules_row.mend_wanted.connect(self.rules.mend)
        self.rules_row.reasons_wanted.connect(lambda: self.open_side(True))

    def _connect_asking(self) -> None:
        controls, asking = self.controls, self.asking
        controls.basis_chosen.connect(asking.choose_basis)
        controls.strategy_chosen.connect(asking.choose_strategy)
        controls.size_chosen.connect(asking.choose_size)
        controls.cuts_moved.connect(
            lambda nearly, secure: asking.move_cuts(nearly=nearly, secure=secure)
        )
        controls.calm_chosen.connect(asking.choose_calm)
        controls.shuffle_wanted.connect(asking.shuffle_names)

    # -- what is shown --------------------------------------------------------------------

    def open_side(self, is_open: bool) -> None:
        """Open the panel beside the piles, or close it."""
        self._wants_side = is_open
        self._show_side()
        self.board.take_focus()

    def turn_panel(self) -> None:
        """From the moves to the reasons and back; opens the panel when it is closed."""
        has_keyboard = self.side.isAncestorOf(self.focusWidget() or self)
        self.panels.turn(is_open=self.side.isVisible())
        self._wants_side = True
        self._show_side()
        if has_keyboard:
            self.side.lead_back().setFocus(Qt.FocusReason.OtherFocusReason)

    def _group_without_scores(self, strategy: GroupingStrategy) -> None:
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)  # it holds the keyboard for the piles
        self.asking.group_without_scores(strategy)
        self._keep_keyboard()

    def _keep_keyboard(self) -> None:
        """On the piles, or where they will be."""
        if self.board.frames:
            self.board.take_focus()
        else:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_told(self) -> None:
        self._show_choices()
        self._show_side()

    def _show_side(self) -> None:
        has_room = self.width() >= _SIDE_FROM
        is_open = has_room if self._wants_side is None else self._wants_side
        self.side.setVisible(is_open)
        shown = self.model.shown
        self.waiting.show_waiting(
            () if self._hides_evidence() else shown.piles,
            shown.without_group,
            absent=self.model.facts.absent,
            has_room=has_room and len(shown.piles) < 6,
        )
        self.panels.show(is_open=is_open)

    def _hides_evidence(self) -> bool:
        """Nobody waits for a quick check on another day, nor before the first score."""
        return self.model.is_read_only or is_without_scores(self.model.facts)

    def _show_choices(self) -> None:
        choosing = self.choosing
        choosing.keep_up()
        self.choices.show_choices(choosing.choices, choosing.at, is_thinking=choosing.is_thinking)

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
