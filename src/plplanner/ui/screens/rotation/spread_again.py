"""A day of a rotation over several days is drafted again: with it the whole rotation is."""

from plplanner.problems import Problem
from plplanner.rotation.fallen_days import SpreadDay, run_of
from plplanner.rotation.spread_days import SpreadChoice
from plplanner.rotation.spreads.queries import spread_days_around
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.spreading import spread
from plplanner.ui.stage import Stage


def spread_again(stage: Stage, lesson: PlannedLesson) -> None:
    """Spread it anew over the days it has; told where one of them was taught or is gone.

    One day alone could not promise that every group comes to every station once.
    """
    plan = lesson.plan
    found, _ = stage.desk.ask(spread_days_around, class_id=plan.class_id, day=plan.day)
    run = run_of(found, plan.id)
    why = _why_not(run, plan.parts)
    if why is not None:
        stage.wishes.warn.emit(why)
        return
    choice = SpreadChoice(plan.parts, len(plan.rounds), plan.rounds[0].minutes)
    spread(stage, lesson, [one.day for one in run], choice, len(run) > plan.parts)


def _why_not(run: tuple[SpreadDay, ...], parts: int) -> Problem | None:
    if any(one.is_taught for one in run):
        return Problem(
            "A day of this rotation was taught: the others cannot be drafted again by themselves.",
            "Change tasks by hand, or spread what is left from this day on.",
        )
    if [one.part for one in run][:parts] != list(range(1, parts + 1)):
        return Problem(
            "Days of this rotation are gone.", "Spread it over days again, from the rounds menu."
        )
    return None
