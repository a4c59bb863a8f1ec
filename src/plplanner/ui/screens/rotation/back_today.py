"""The calm card that says who missed the last lesson, with one click to see it."""

from collections.abc import Callable
from functools import partial

from plplanner.rotation.few_names import few_names
from plplanner.rotation.missed_lesson import MissedLesson
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.rotation.day_acts import SEAT
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


def back_remark(
    stage: Stage,
    lesson: PlannedLesson,
    missed: MissedLesson,
    open_panel: Callable[[str], object],
) -> ShownCheck:
    """Who is back, what was done meanwhile, and the day it was.

    One student can be given a seat of her own for this lesson, to begin with what she missed.
    """
    names = [row.name for row in lesson.students if row.id in missed.student_ids]
    see = partial(stage.choice.choose_day, missed.plan.day)
    text = f"{few_names(names)} missed {day_words(missed.plan.day)}"
    seat = [("An own seat to catch up", partial(open_panel, f"{SEAT} {one}"))
            for one in missed.student_ids[:1]]  # fmt: skip
    more = tuple(seat) if len(missed.student_ids) == 1 else ()
    return ShownCheck(text, _about(missed), "See that lesson", see, "history", more=more)


def _about(missed: MissedLesson) -> str:
    if len(missed.student_ids) > 1:
        return "Their slips say to catch up first."
    done = [
        f"“{task}”{' with you' if task in missed.with_teacher else ''}" for task in missed.tasks
    ]
    return f"{listed(done)}{'. ' if done else ''}The slip says to catch up first."
