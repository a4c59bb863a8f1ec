"""Another class of the teacher that meets while this one does."""

from collections.abc import Callable

from plplanner.calendar.queries import lessons_at_once
from plplanner.rotation.rows import PlanRow
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.words import listed, span
from plplanner.ui.stage import Stage


def same_time_remark(
    stage: Stage, plan: PlanRow, open_time: Callable[[], object]
) -> ShownCheck | None:
    """A calm card with the lesson time one click away; None where no other class meets then."""
    others = stage.desk.ask(lessons_at_once, class_id=plan.class_id, day=plan.day)
    if not others:
        return None
    when = listed([f"{one.class_name} ({span(one.starts_at, one.minutes)})" for one in others])
    says = f"{when} {'meets' if len(others) == 1 else 'meet'} at the same time"
    return ShownCheck(says, "One teacher, two lessons at once.", "Lesson time", open_time, "clock")
