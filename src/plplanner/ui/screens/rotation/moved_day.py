"""A plan whose lesson is at another time by now: the calm card, with two ways to follow it."""

from datetime import time
from functools import partial

from plplanner.calendar.clock import clock_at, minute_of
from plplanner.calendar.typed_clock import written_time
from plplanner.rotation.commands import move_lesson
from plplanner.rotation.moved_lesson import MovedLesson
from plplanner.rotation.rounds import round_length_words
from plplanner.ui.screens.rotation.panels.lesson_set_up import LessonSetUp, keep_set_up
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


def moved_remark(model: TomorrowModel, lesson: PlannedLesson) -> list[ShownCheck]:
    """Both times, and what fitting the plan in would make of its rounds.

    Nothing once the lesson began: then its clock runs.
    """
    moved, plan, stage = lesson.moved, lesson.plan, model.stage
    today = stage.choice.today
    has_begun = plan.day == today and stage.clock().time() >= plan.starts_at
    if moved is None or plan.day < today or has_begun:
        return []
    now = _from_to(moved.lesson.starts_at, moved.lesson.minutes)
    text = f"The lesson is {now}, this plan {_from_to(plan.starts_at, plan.minutes)}"
    again = ("Draft again", model.draft_again)
    if not moved.lengths:
        rounds = f"{len(plan.rounds)} rounds"
        return [ShownCheck(text, f"{rounds} do not fit.", *again, "today")]
    fit = partial(_fit, model, moved)
    return [ShownCheck(text, _about(moved), "Fit the plan in", fit, "today", more=(again,))]


def set_time(model: TomorrowModel, wanted: LessonSetUp) -> None:
    """When the class meets; a plan that is kept is offered to follow."""
    kept, lesson = keep_set_up(model.stage, wanted), model.lesson
    if not kept or lesson is None:
        return
    if lesson.no_lesson is not None:
        model.stage.wishes.say.emit(f"{lesson.no_lesson.title}.")
        return
    for card in moved_remark(model, lesson):
        model.stage.wishes.show_banner.emit(("news", f"{card.text}.", (card.button, card.mend)))


def _fit(model: TomorrowModel, moved: MovedLesson) -> None:
    at = {"starts_at": moved.lesson.starts_at, "minutes": moved.lesson.minutes}
    if model.change("Fit the plan to its lesson", move_lesson, lengths=moved.lengths, **at):
        model.stage.wishes.say.emit(
            f"The plan is {_from_to(moved.lesson.starts_at, moved.lesson.minutes)}. {_about(moved)}"
        )


def _about(moved: MovedLesson) -> str:
    """How long its rounds are then; all that matters where they are long enough."""
    short = round_length_words(min(moved.lengths))
    if short is not None:
        return short
    if len(set(moved.lengths)) > 1:
        return "The rounds stay as long as they are."
    return f"Rounds of {moved.lengths[0]} minutes."


def _from_to(starts_at: time, minutes: int) -> str:
    ends_at = clock_at(minute_of(starts_at) + minutes)
    return f"{written_time(starts_at)}–{written_time(ends_at)}"
