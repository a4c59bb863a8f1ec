"""The Groups screen: piles on the table, why each student lies where she lies, and the rules."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screen import Screen
from plplanner.ui.screens.grouping.controls import Controls
from plplanner.ui.screens.grouping.move_popover import move_popover
from plplanner.ui.screens.grouping.pile_board import PileBoard
from plplanner.ui.screens.grouping.rule_acts import RuleActs
from plplanner.ui.screens.grouping.rule_popover import RulePopover
from plplanner.ui.screens.grouping.rules_row import RulesRow
from plplanner.ui.screens.grouping.side_panel import SidePanel
from plplanner.ui.screens.grouping.standing_banner import StandingBanner
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from plplanner.ui.screens.grouping.waiting_pile import WaitingPile
from plplanner.ui.screens.grouping.words import day_words
from plplanner.ui.stage import Stage

_SIDE_FROM, _STRATEGY_FROM = 1000, 1180


class GroupsScreen(Screen):
    """Small groups proposed, shaped by hand, and used."""

    title = "Groups"

    def __init__(self, stage: Stage) -> None:
        """Filled when it is first shown."""
        self.model = GroupsModel(stage)
        self.rules = RuleActs(self.model)
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
        frames = self.board.frames
        return frames[0].list if frames else self.board

    def show_rows(self) -> None:
        """Everything as the view model holds it."""
        model, shown = self.model, self.model.shown
        self._show_empty()
        self.controls.show_asked(model.asked, model.bases, shown.strip)
        self._show_standing()
        self.board.show_piles(shown.piles)
        self.forming.setVisible(model.is_thinking and not shown.piles)
        names = {row.id: row.name for row in model.roster}
        self.rules_row.show_rules(shown.rules, shown.size_warnings, names)
        self._show_side()
        self.heading_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small window the reasons open on demand, and the one strategy is not shown."""
        super().resizeEvent(event)
        self.controls.be_narrow(self.width() < _STRATEGY_FROM)
        self._show_side()

    # -- parts ----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self.stage.theme
        self.controls, self.banner = Controls(theme), StandingBanner()
        self.board, self.waiting = PileBoard(theme), WaitingPile()
        self.rules_row, self.side = RulesRow(theme), SidePanel(theme)
        self.forming = plain_label("Forming groups.", role="hint")
        self.forming.hide()

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
        column.addWidget(self.forming, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(table, 1)
        column.addWidget(self.rules_row)
        across.addLayout(column, 1)
        across.addWidget(self.side)
        self.body.addWidget(self._whole, 1)

    def _connect(self) -> None:
        model, board, side = self.model, self.board, self.side
        self.controls.basis_chosen.connect(model.choose_basis)
        self.controls.size_chosen.connect(model.choose_size)
        self.controls.cuts_moved.connect(
            lambda nearly, secure: model.move_cuts(nearly=nearly, secure=secure)
        )
        self.controls.shuffle_wanted.connect(model.shuffle_names)
        board.chosen.connect(lambda _student: self._show_side())
        board.moved.connect(model.move_student)
        board.move_wanted.connect(self._ask_where)
        board.lock_wanted.connect(model.toggle_lock)
        self.waiting.chosen.connect(board.choose)
        self.waiting.move_wanted.connect(self._ask_where)
        side.closed.connect(lambda: self._open_side(False))
        side.move_wanted.connect(self._ask_where)
        side.move_back_wanted.connect(model.move_back)
        side.lock_wanted.connect(model.toggle_lock)
        self.rules_row.add_wanted.connect(self._ask_for_rule)
        self.rules_row.remove_wanted.connect(self.rules.remove_rule)
        self.rules_row.mend_wanted.connect(self.rules.mend)
        self.rules_row.reasons_wanted.connect(lambda: self._open_side(True))

    # -- what is shown --------------------------------------------------------------------

    def _show_standing(self) -> None:
        model = self.model
        if model.impossible is not None and model.is_draft:
            acts = [(self.rules.way_out, self.rules.loosen)]
            self.banner.say(model.impossible.explanation, acts, tone="warn")
        elif model.is_draft:
            keep = [("Keep the saved groups", model.keep_saved)] if model.saved else []
            self.banner.say(model.standing, [*keep, ("Use these groups", model.use_groups)])
            can_use = model.draft is not None and not model.is_thinking
            self.banner.buttons["Use these groups"].setEnabled(can_use)
        elif model.saved is not None:
            anew = [("Propose new groups", model.propose_anew)] if model.bases else []
            plan = ("Plan tomorrow", lambda: self.stage.wishes.go_to.emit("tomorrow"))
            self.banner.say(model.standing, [*anew, plan])

    def _show_side(self) -> None:
        shown, chosen = self.model.shown, self.board.chosen_id
        has_room = self.width() >= _SIDE_FROM
        is_open = has_room if self._wants_side is None else self._wants_side
        self.side.setVisible(is_open)
        self.rules_row.offer_reasons(not is_open)
        self.waiting.show_waiting(
            shown.piles, shown.without_group, has_room=has_room and len(shown.piles) < 6
        )
        one = shown.student(chosen) if chosen is not None else None
        pile = shown.pile_of(chosen) if chosen is not None else None
        if one is not None and pile is not None:
            self.side.show_student(one, pile, shown.notes)
        else:
            self.side.show_notes(shown.notes)

    def _open_side(self, is_open: bool) -> None:
        self._wants_side = is_open
        self._show_side()
        self.board.take_focus()

    def _show_empty(self) -> None:
        model = self.model
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        nothing = not model.roster or (not model.bases and model.saved is None)
        self._whole.setVisible(not nothing)
        if nothing:
            self._empty = self._empty_state(has_students=bool(model.roster))
            self.body.addWidget(self._empty, 1)

    def _empty_state(self, *, has_students: bool) -> EmptyState:
        choose = ("Import a gradebook", self.stage.wishes.choose_file.emit)
        if has_students:
            return EmptyState(
                theme=self.stage.theme,
                icon_name="groups",
                title="No scores yet",
                reason="Groups rest on what a check shows. Bring in an exit ticket or a quiz.",
                acts=[choose, ("Go to Scores", lambda: self.stage.wishes.go_to.emit("scores"))],
            )
        return EmptyState(
            theme=self.stage.theme,
            icon_name="groups",
            title="No students yet",
            reason="A gradebook brings the names and the scores at once.",
            acts=[choose, ("Go to Students", lambda: self.stage.wishes.go_to.emit("students"))],
        )

    # -- popovers -------------------------------------------------------------------------

    def _ask_where(self, student_id: int) -> None:
        model = self.model
        seat = model.shown.pile_of(student_id)
        others = [pile for pile in model.shown.piles if pile is not seat]
        popover = move_popover(
            model.name_of(student_id),
            others,
            on_choice=lambda key: model.move_student(student_id, key),
            parent=self,
        )
        self._show_popover(popover, self.board.place_of_chosen())

    def _ask_for_rule(self) -> None:
        chosen = self.board.chosen_id
        popover = RulePopover(
            self.model.roster,
            chosen=[chosen] if chosen is not None else [],
            on_add=self.rules.add_rule,
            parent=self,
        )
        corner = self.rules_row.add.mapToGlobal(QPoint(0, -popover.height() - 8))
        self._show_popover(popover, corner)

    def _show_popover(self, popover: QWidget, corner: QPoint) -> None:
        """Shown at a corner, but never outside the window."""
        window = self.window()
        inside = window.mapFromGlobal(corner)
        x = max(8, min(inside.x(), window.width() - popover.width() - 8))
        y = max(8, min(inside.y(), window.height() - popover.height() - 8))
        popover.move(window.mapToGlobal(QPoint(x, y)))
        popover.show()
