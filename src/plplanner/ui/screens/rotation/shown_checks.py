"""Checks and remarks as the side panel shows them: each with the button that goes on."""

from collections.abc import Callable
from functools import partial

from plplanner.rotation.plan_checks import EmptyCell, PlanCheck, WhoComes
from plplanner.rotation.swaps import RoundSwap
from plplanner.ui.missing_playlist import PlaylistGap, close_gap
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


def shown_check(
    model: TomorrowModel, check: PlanCheck, pick: Callable[[int, int, str], object]
) -> ShownCheck:
    """A thing to look at with its mend; `pick` opens the tasks of a cell (line, round index)."""
    mend = check.mend
    if isinstance(mend, EmptyCell):
        line, place = model.cell_of(mend)
        return ShownCheck(
            check.text, check.next_step, "Pick a task", partial(pick, line, place, "")
        )
    if isinstance(mend, WhoComes):
        wish = model.stage.wishes.choose_who_comes.emit
        return ShownCheck(check.text, check.next_step, "Choose who comes", wish)
    if isinstance(mend, RoundSwap):
        says = model.swap_words(check, mend)
        return ShownCheck(check.text, check.next_step, says, partial(model.carry_out, mend))
    return ShownCheck(check.text, check.next_step)


def shown_remarks(
    stage: Stage, lesson: PlannedLesson, *others: ShownCheck | None
) -> list[ShownCheck]:
    """The calm cards: those that are there of `others`, then a playlist that is missing."""
    gap = [_shown_gap(stage, lesson.gap)] if lesson.gap is not None else []
    return [*(one for one in others if one is not None), *gap]


def _shown_gap(stage: Stage, gap: PlaylistGap) -> ShownCheck:
    text = f"{listed(gap.groups)} {'has' if len(gap.groups) == 1 else 'have'} no playlist"
    about = gap.about or "The cards have plain steps."
    return ShownCheck(text, about, gap.button, partial(close_gap, stage, gap))
