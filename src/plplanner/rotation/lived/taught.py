"""How far a plan has come, and the one act that takes it on: draft, ready, taught."""

from datetime import datetime

from plplanner.records import record
from plplanner.rotation.lesson_clock import LessonPart, clock_of, moment_at
from plplanner.rotation.rows import LessonTimes
from plplanner.terms import PlanState


@record(frozen=True)
class StateAct:
    """What the button says, and the state it leads to."""

    says: str
    state: PlanState


def act_on(state: PlanState, *, is_over: bool) -> StateAct:
    """The next state of a plan; once its lesson `is_over` it can only be taught, or not."""
    if state is PlanState.TAUGHT:
        return StateAct("Not taught after all", PlanState.READY)
    if is_over:
        return StateAct("Mark as taught", PlanState.TAUGHT)
    if state is PlanState.READY:
        return StateAct("Back to draft", PlanState.DRAFT)
    return StateAct("Mark as ready", PlanState.READY)


def is_over(times: LessonTimes, now: datetime) -> bool:
    """Whether a lesson has ended, or its day has passed; `now` has its time zone."""
    return clock_of(times, now) >= times.ends_at


def is_closing(times: LessonTimes, now: datetime) -> bool:
    """Whether the rounds are done: what is said of the lesson from now on is said of all of it."""
    return moment_at(times, now).part in (LessonPart.CLOSE, LessonPart.OVER)
