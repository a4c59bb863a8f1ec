"""A plan whose lesson is at another time by now: bells, a special day or a new lesson time."""

from plplanner.calendar.rows import LessonTime
from plplanner.records import record
from plplanner.rotation.rounds import alike_lengths, minutes_left, own_lengths
from plplanner.rotation.rows import PlanRow
from plplanner.terms import PlanState


@record(frozen=True)
class MovedLesson:
    """When the lesson of a plan is now, and how long its rounds would be then.

    No lengths where they would not last a minute each.
    """

    lesson: LessonTime
    lengths: tuple[int, ...]


def moved_lesson(plan: PlanRow, lesson: LessonTime) -> MovedLesson | None:
    """How a plan that is kept would fit the time its lesson has now; None where it is its own.

    A lesson that was taught, and a day without one, are as they are. Rounds of their own lengths
    keep these where they fit.
    """
    if not plan.id or plan.state is PlanState.TAUGHT or not lesson.minutes:
        return None
    if lesson == LessonTime(plan.starts_at, plan.minutes):
        return None
    launch, close, move = plan.launch, plan.close, plan.move
    own = own_lengths(plan.rounds)
    left = minutes_left(own, minutes=lesson.minutes, launch=launch, close=close, move=move)
    if own and left >= 0:
        return MovedLesson(lesson, own)
    alike = alike_lengths(
        minutes=lesson.minutes, rounds=len(plan.rounds), launch=launch, close=close, move=move
    )
    return MovedLesson(lesson, alike)
