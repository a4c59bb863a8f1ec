"""Who comes to the teacher when a group is away, in words and done."""

from collections.abc import Collection

from plplanner.rotation.comes_instead import what_moves, who_comes_instead
from plplanner.rotation.lived.commands import send_elsewhere
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.rows import PlanRow
from plplanner.rotation.sent_elsewhere import cells_there
from plplanner.rotation.swaps import ComesInstead
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import listed


def let_come_words(plan: PlanRow, instead: ComesInstead) -> str:
    """What the button says: `Let Kite come in round 2`, `Let Kite and Comet come`."""
    words = {line.group_id: line.identity.word for line in plan.groups}
    names = [words[group_id] for group_id, _ in instead.comes]
    when = f" in round {instead.comes[0][1]}" if len(names) == 1 else ""
    return f"Let {listed(names)} come{when}"


def coming_now(lesson: PlannedLesson, over: Collection[int]) -> tuple[ComesInstead, str] | None:
    """Who could come in the rounds that are not `over`, and how it is asked; None if nobody."""
    plan, problem = lesson.plan, lesson.problem
    visits = visits_of_plan(plan, problem)
    found = who_comes_instead(problem, plan.rounds, visits, over=over)
    if found is None:
        return None
    words = {line.group_id: line.identity.word for line in plan.groups}
    away = [words[one] for one in found.instead_of]
    says = f"{listed(away)} {'has' if len(away) == 1 else 'have'} no students today."
    return found, f"{says} {what_moves(problem, found)}"


def carry_out(model: TomorrowModel, instead: ComesInstead) -> None:
    """Send whoever must move, each with the work of the new station, and say who comes."""
    lesson = model.lesson
    if lesson is None:
        return
    cells = cells_there(
        lesson.plan,
        lesson.problem,
        lesson.playlists,
        (*instead.sent, *instead.gives_way),
        known=lesson.needing_internet,
    )
    says = let_come_words(lesson.plan, instead)
    if model.change(says, send_elsewhere, cells=cells, says=says):
        model.stage.wishes.say.emit(what_moves(lesson.problem, instead, is_done=True))
