"""Plan a rotation: proven where the work allows, or told why it cannot be done.

The only door to the rotation engine. Loading this module loads neither numpy nor HiGHS.
"""

from plplanner.grouping.engine.work import Stop, Work, never, seconds
from plplanner.rotation.engine.check import judged, leaders_of
from plplanner.rotation.engine.found import Found, better_of, cells_of
from plplanner.rotation.engine.layout import Layout, layout_of
from plplanner.rotation.engine.rows import Cells, ImpossibleLesson, LessonPlan, LessonProblem
from plplanner.rotation.engine.small_search import at_once
from plplanner.terms import AnswerStatus as Status

USUAL_WORK = seconds(3)


def plan_lesson(
    problem: LessonProblem,
    *,
    work: int = USUAL_WORK,
    stop: Stop = never,
    in_a_hurry: bool = False,
) -> LessonPlan | ImpossibleLesson:
    """Who is where in every round of every day, as cheaply as the work allows.

    `in_a_hurry`: a small lesson's plan is taken once its meetings are proven, though its other
    stations may not be, and a conflict is not named. Same problem and work, same answer, whatever
    the order of its rows. RuntimeError when an answer fails the independent checker: then the
    engine is wrong, and nothing is shown.
    """
    layout, budget = layout_of(problem), Work(limit=work, stop=stop)
    quick = at_once(layout, budget)
    # What is fixed may break a rule by itself: then no way of filling the rest mends it.
    if quick is not None and problem.fixed and judged(problem, _cells(layout, quick)).broken:
        quick = None
    if quick is not None and (quick.is_proven or in_a_hurry):
        return _told(layout, quick, budget)
    # Thinking harder loads numpy and HiGHS; the usual lesson must not wait for them.
    from plplanner.rotation.engine.impossible import why_impossible  # noqa: PLC0415
    from plplanner.rotation.engine.search import cheapest_plan  # noqa: PLC0415

    found = better_of(cheapest_plan(layout, budget), quick)
    if found.impossible and in_a_hurry:
        return ImpossibleLesson((), (), is_fewest=False, work=budget.spent)
    if found.impossible:
        return why_impossible(problem, Work(limit=work, stop=stop, spent=budget.spent))
    if found.at is None:
        return LessonPlan(
            Status.UNKNOWN, bound=found.bound, work=budget.spent, stopped=budget.stopped
        )
    return _told(layout, found, budget)


def _cells(layout: Layout, found: Found) -> Cells:
    return cells_of(layout, found.at or ())


def _told(layout: Layout, found: Found, budget: Work) -> LessonPlan:
    """The plan, once the independent checker has seen it."""
    cells = _cells(layout, found)
    verdict = judged(layout.problem, cells)
    if verdict.broken:
        raise RuntimeError(f"a plan breaks a rule: {verdict.broken[0].text}")
    if verdict.objective != found.cost:
        raise RuntimeError(f"a plan costs {verdict.objective}, the engine says {found.cost}")
    if found.bound is not None and found.bound > verdict.objective:
        raise RuntimeError(f"a plan costs {verdict.objective}, less than the bound {found.bound}")
    return LessonPlan(
        status=Status.OPTIMAL if found.is_proven else Status.FEASIBLE,
        cells=cells,
        objective=verdict.objective,
        bound=found.bound,
        led_by=leaders_of(layout.problem, cells),
        work=budget.spent,
        stopped=budget.stopped,
    )
