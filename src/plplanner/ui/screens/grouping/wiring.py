"""Who tells whom on the Groups screen: every signal of its parts, and the act it leads to."""

from collections.abc import Callable

from plplanner.records import record
from plplanner.ui.screens.grouping.choice_banner import ChoiceBanner
from plplanner.ui.screens.grouping.controls import Controls
from plplanner.ui.screens.grouping.foot_row import FootRow
from plplanner.ui.screens.grouping.parts import Parts
from plplanner.ui.screens.grouping.pile_frame import Verdict
from plplanner.ui.screens.grouping.popovers import Popovers
from plplanner.ui.screens.grouping.waiting_pile import WaitingPile
from plplanner.ui.screens.grouping.weeks_banner import WeeksBanner


@record(frozen=True)
class Wires:
    """The parts that only tell, and what the view itself does when it is told."""

    parts: Parts
    popovers: Popovers
    controls: Controls
    waiting: WaitingPile
    foot: FootRow
    choices: ChoiceBanner
    weeks_banner: WeeksBanner
    keep_keyboard: Callable[[], object]
    show_side: Callable[[], object]
    show_told: Callable[[], object]
    open_side: Callable[[bool], object]
    turn_panel: Callable[[], object]
    choose_layers: Callable[[bool], object]
    turn_on_table: Callable[[int], object]
    copy_names: Callable[[], object]
    keep_weeks: Callable[[], object]
    close_weeks: Callable[[], object]


def connect(wires: Wires) -> None:
    """All of them."""
    _connect_parts(wires)
    _connect_beside(wires)
    _connect_asking(wires)
    _connect_layers(wires)
    _connect_weeks(wires)


def _connect_parts(wires: Wires) -> None:
    """The piles, and those who wait for a quick check."""
    parts, popovers, waiting = wires.parts, wires.popovers, wires.waiting
    board, shaping, reasoning = parts.board, parts.shaping, parts.reasoning
    parts.banner.let_go.connect(wires.keep_keyboard)
    board.chosen.connect(lambda _student: wires.show_side())
    board.moved.connect(shaping.move_student)
    board.move_wanted.connect(popovers.ask_where)
    board.lock_wanted.connect(shaping.toggle_lock)
    board.absent_wanted.connect(shaping.toggle_absent)
    board.why_wanted.connect(lambda _student: wires.turn_panel())
    board.say_of = lambda one, key: Verdict(*reasoning.said_of(one, key))
    waiting.chosen.connect(board.choose)
    waiting.move_wanted.connect(popovers.ask_where)
    waiting.back_wanted.connect(shaping.toggle_absent)


def _connect_beside(wires: Wires) -> None:
    """The panel beside the piles, the rules and the history below them."""
    parts, popovers = wires.parts, wires.popovers
    side, shaping, rules = parts.side, parts.shaping, parts.rules_row
    wires.foot.history.chosen.connect(parts.looking.look_at)
    parts.reasoning.told.connect(wires.show_side)
    side.closed.connect(lambda: wires.open_side(False))
    side.why.move_wanted.connect(popovers.ask_where)
    side.why.move_back_wanted.connect(shaping.move_back)
    side.why.lock_wanted.connect(shaping.toggle_lock)
    side.changes.ticked.connect(lambda one, moves: shaping.let_move(one, moves=moves))
    side.changes.chosen.connect(parts.board.choose)
    rules.add_wanted.connect(popovers.ask_for_rule)
    rules.dates_wanted.connect(popovers.ask_for_dates)
    rules.remove_wanted.connect(parts.rules.remove_rule)
    rules.mend_wanted.connect(parts.rules.mend)
    rules.reasons_wanted.connect(lambda: wires.open_side(True))


def _connect_asking(wires: Wires) -> None:
    """The row on top."""
    controls, asking = wires.controls, wires.parts.asking
    controls.basis_chosen.connect(asking.choose_basis)
    controls.strategy_chosen.connect(asking.choose_strategy)
    controls.size_chosen.connect(asking.choose_size)
    controls.cuts_moved.connect(
        lambda nearly, secure: asking.move_cuts(nearly=nearly, secure=secure)
    )
    controls.calm_chosen.connect(asking.choose_calm)
    controls.shuffle_wanted.connect(asking.shuffle_names)


def _connect_layers(wires: Wires) -> None:
    """The list of the teacher's table beside the groups."""
    part, table, board = wires.parts.side.table, wires.parts.table, wires.parts.board
    wires.foot.layers_chosen.connect(wires.choose_layers)
    board.table_wanted.connect(wires.turn_on_table)
    part.off_wanted.connect(table.toggle)
    part.chosen.connect(board.choose)
    part.add_wanted.connect(wires.popovers.ask_whom_to_add)
    part.keep_wanted.connect(table.keep)
    part.forget_wanted.connect(table.forget)
    part.again_wanted.connect(table.suggest_again)
    part.mixed_wanted.connect(table.ask_for_mixed)
    part.copy_wanted.connect(wires.copy_names)


def _connect_weeks(wires: Wires) -> None:
    """Other groupings, and the weeks ahead."""
    parts, banner = wires.parts, wires.weeks_banner
    parts.choosing.told.connect(wires.show_told)
    wires.choices.chosen.connect(parts.choosing.take)
    wires.choices.closed.connect(parts.choosing.forget)
    parts.weeks.told.connect(wires.show_told)
    banner.count_chosen.connect(parts.weeks.ask)
    banner.chosen.connect(parts.weeks.look_at)
    banner.keep_wanted.connect(wires.keep_weeks)
    banner.closed.connect(wires.close_weeks)
