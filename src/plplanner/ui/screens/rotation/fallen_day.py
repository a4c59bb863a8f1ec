"""A day of a rotation over several days that falls out: offered, and moved on as one step."""

from datetime import date

from plplanner.calendar.lesson_days import DaysWithoutLesson
from plplanner.calendar.queries import days_without_lesson
from plplanner.rotation.fallen_days import FallenDay, fallen_day, moved_on, run_of
from plplanner.rotation.rows import PlanRow
from plplanner.rotation.spread_days import part_words
from plplanner.rotation.spreads.commands import move_plans
from plplanner.rotation.spreads.queries import spread_days_around
from plplanner.ui.desk import Desk
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


def fallen_of(desk: Desk, plan: PlanRow) -> FallenDay | None:
    """What fell out of the rotation that a plan is a day of: there is no lesson on that day."""
    spread, taken = desk.ask(spread_days_around, class_id=plan.class_id, day=plan.day)
    return fallen_day(run_of(spread, plan.id), days_off=_without_lesson(desk, plan), taken=taken)


def falls_out(desk: Desk, plan: PlanRow) -> FallenDay | None:
    """This day of a rotation falls out for any reason; None where it is no day of one."""
    spread, taken = desk.ask(spread_days_around, class_id=plan.class_id, day=plan.day)
    run = run_of(spread, plan.id)
    fallen = next((one for one in run if one.plan_id == plan.id and not one.is_taught), None)
    if fallen is None:
        return None
    return moved_on(run, fallen, days_off=_without_lesson(desk, plan), taken=taken)


def fallen_words(fallen: FallenDay) -> tuple[str, str]:
    """What happened, and where the rest would go."""
    one = fallen.fallen
    which = "The day to catch up" if one.part > one.parts else f"Day {one.part} of {one.parts}"
    return (
        f"{which} is planned for {day_words(one.day)}, and there is no lesson.",
        f"The rest can go on {_days(fallen)}.",
    )


def move_rest(stage: Stage, fallen: FallenDay) -> None:
    """Move this day and those after it, and go where the first of them is now."""
    stage.desk.do(move_plans, days=dict(fallen.days))
    if stage.desk.did_step:
        first = fallen.days[0][1]
        stage.choice.choose_day(first)
        stage.wishes.say.emit(f"The rotation goes on {_days(fallen)}.")


def falls_out_says(plan: PlanRow) -> str:
    """The line of the menu."""
    return f"{part_words(plan)} falls out: move the rest"


def _without_lesson(desk: Desk, plan: PlanRow) -> DaysWithoutLesson:
    return desk.ask(days_without_lesson, class_id=plan.class_id)


def _days(fallen: FallenDay) -> str:
    days: list[date] = [day for _, day in fallen.days]
    return listed([day_words(day) for day in days])
