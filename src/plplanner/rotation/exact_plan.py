"""One lesson planned by the rotation engine."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.engine.work import Work, seconds
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.adult_hours import with_all_open
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import Cells, ImpossibleLesson
from plplanner.rotation.engine.small_search import who_is_met
from plplanner.rotation.fill_rounds import seats_suffice
from plplanner.rotation.lesson_problem import LessonToPlan, lesson_to_plan
from plplanner.rotation.locked_cells import called_again
from plplanner.rotation.rows import DeviceCount, RotationProblem, RoundRow, Visit
from plplanner.terms import AnswerStatus as Status
from plplanner.terms import StationKind

# A draft is waited for; nearly all are proven in a tenth of this.
_WORK = seconds(0.2)
# A plan that is not found so soon is worth waiting for.
_MORE_WORK = seconds(1)
# So is one around what the teacher fixed: it is thought through off the window's thread.
_LOCKED_WORK = seconds(3)


@record(frozen=True)
class PlannedLesson:
    """A lesson as the engine took it, and where it sends everyone."""

    lesson: LessonToPlan
    cells: Cells
    is_proven: bool

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Who is where in each round of the day."""
        return self.lesson.visits(self.cells)


def groups_met(problem: RotationProblem, rounds: Sequence[RoundRow]) -> frozenset[int]:
    """Ids of the groups that meet the teacher in a lesson: sooner known than all of its plan."""
    lesson = lesson_to_plan(without_what_cannot_be(problem), rounds)
    met = who_is_met(layout_of(lesson.problem), Work(_WORK))
    if met is None:
        visits = planned_lesson(problem, rounds).visits
        return frozenset(visit.group_id for visit in visits if visit.station_id in lesson.led)
    return frozenset(lesson.group_id(one) for one in met)


def planned_lesson(problem: RotationProblem, rounds: Sequence[RoundRow]) -> PlannedLesson:
    """The best plan of a lesson. Problem, with the ways out, where no plan keeps all rules.

    An order of stations, a number of devices and hours of adults that leave no plan are not kept:
    the checks beside the plan tell. Who was fixed at the teacher's in a round that is gone comes
    in another one where that can be.
    """
    called = called_again(problem, len(rounds)) if not problem.must_see else ()
    if called:
        try:
            return planned_lesson(replace(problem, must_see=called), rounds)
        except Problem:
            pass  # then they are among what is lost
    problem = without_what_cannot_be(problem)
    lesson = lesson_to_plan(problem, rounds)
    work = _LOCKED_WORK if problem.locked else _WORK
    answer = plan_lesson(lesson.problem, work=work, in_a_hurry=not problem.locked)
    if isinstance(answer, ImpossibleLesson):
        # Seats can force more meetings than the number of stations does.
        lesson = lesson_to_plan(problem, rounds, most_meetings=len(rounds))
        answer = plan_lesson(lesson.problem, work=work)
    eased = eased_lesson(lesson, problem)
    if not isinstance(answer, ImpossibleLesson) and answer.cells is None:
        # Not found is not impossible: nothing gives way before it has been looked for longer.
        answer = plan_lesson(lesson.problem, work=_MORE_WORK, in_a_hurry=eased is not None)
    is_none = isinstance(answer, ImpossibleLesson) or answer.cells is None
    if is_none and eased is not None:
        return planned_lesson(eased, rounds)
    if isinstance(answer, ImpossibleLesson):
        raise cannot_be_kept(answer)
    if answer.cells is None:
        raise Problem(
            "No rotation was found for these groups and stations.",
            "Use fewer rounds or fewer groups.",
        )
    return PlannedLesson(lesson, answer.cells, answer.status is Status.OPTIMAL)


def without_what_cannot_be(problem: RotationProblem) -> RotationProblem:
    """The lesson without an order or a number of devices that no plan at all could keep.

    Counted, not searched: in round 1 nobody is at a station that comes after another, so the rest
    must take every group; and so must stations with no more seats than devices serve.
    """
    sizes = [group.size for group in problem.groups]
    first = [row.seats for row in problem.stations if not row.after]
    if not seats_suffice(sizes, first):
        problem = without_orders(problem)
    count = problem.devices
    if count.working is not None:
        served = count.working * count.students_each
        seats = [
            min(served, row.seats or served) if row.kind is StationKind.DIGITAL else row.seats
            for row in problem.stations
        ]
        if not seats_suffice(sizes, seats):
            problem = replace(problem, devices=DeviceCount())
    return problem


def without_orders(problem: RotationProblem) -> RotationProblem:
    """The lesson as if every station could be the first."""
    return replace(problem, stations=tuple(replace(one, after="") for one in problem.stations))


def eased_lesson(lesson: LessonToPlan, problem: RotationProblem) -> RotationProblem | None:
    """A lesson that has no plan without what is for the checks; None where it asks for none of it.

    The order of stations gives way first, for groups in rotation begin anywhere; then devices, for
    students can share or work on paper; then the hours of adults.
    """
    if lesson.problem.orders:
        return without_orders(problem)

    if problem.devices.working is not None:
        return replace(problem, devices=DeviceCount())
    return with_all_open(problem) if lesson.is_closed_at_times else None


def cannot_be_kept(answer: ImpossibleLesson) -> Problem:
    """Which rules cannot hold together, and every way out, for the teacher."""
    rules = "; ".join(answer.rules)
    return Problem(f"This cannot all be kept: {rules}.", " Or: ".join(answer.ways_out))
