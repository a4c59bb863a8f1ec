"""Plan again after something changed, and move only what must move."""

from collections.abc import Iterator
from dataclasses import replace

from plplanner.grouping.engine.work import Stop, never
from plplanner.rotation.engine.check import judged, leaders_of
from plplanner.rotation.engine.plan_lesson import USUAL_WORK, plan_lesson
from plplanner.rotation.engine.rows import (
    Cell,
    Cells,
    ImpossibleLesson,
    LessonPlan,
    LessonProblem,
)
from plplanner.terms import AnswerStatus as Status

# More than meetings can be worth, so that nobody is moved for something merely nicer.
STAY = 100_000


def replan(
    problem: LessonProblem,
    cells: Cells,
    *,
    now: tuple[int, int] | None = None,
    work: int = USUAL_WORK,
    stop: Stop = never,
) -> LessonPlan | ImpossibleLesson:
    """The plan for a problem that has changed since `cells` were planned, with the fewest moves.

    `now` is the (day, round) that comes next: what lies before it has happened and stays.
    """
    before = tuple(_cells(problem, cells))
    past = tuple(cell for cell in before if now is not None and (cell.day, cell.round) < now)
    wishes = replace(problem.wishes, stay=STAY)
    changed = replace(problem, before=before, wishes=wishes, fixed=(*problem.fixed, *past))
    kept = _as_it_is(changed, cells, work, stop)
    return plan_lesson(changed, work=work, stop=stop) if kept is None else kept


def moved_cells(before: Cells, after: Cells) -> tuple[tuple[str, int, int], ...]:
    """Group, day and round of every cell that differs: the pages to print again."""
    return tuple(
        (group, day, index)
        for group, days in sorted(after.items())
        for day, rounds in enumerate(days)
        for index, station in enumerate(rounds)
        if _station_at(before, group, day, index) != station
    )


def _cells(problem: LessonProblem, cells: Cells) -> Iterator[Cell]:
    """The cells of the plan so far that the lesson still has."""
    stations = {station.id for station in problem.stations}
    for group in problem.groups:
        for day, one in enumerate(problem.days):
            for index in range(len(one.rounds)):
                station = _station_at(cells, group.id, day, index)
                if station in stations and station is not None:
                    yield Cell(group.id, day, index, station)


def _station_at(cells: Cells, group: str, day: int, index: int) -> str | None:
    days = cells.get(group, ())
    rounds = days[day] if day < len(days) else ()
    return rounds[index] if index < len(rounds) else None


def _as_it_is(problem: LessonProblem, cells: Cells, work: int, stop: Stop) -> LessonPlan | None:
    """The plan so far when it still keeps all rules: then nothing moves.

    Any other plan moves a cell that counts, and pays for it more than this one costs in all. Days
    in sketch and pull lists do not count, so those are planned anew.
    """
    verdict = judged(problem, cells)
    if verdict.broken:
        return None
    counts_all = all(group.rotates for group in problem.groups) and not any(
        day.sketch for day in problem.days
    )
    if not counts_all:
        return _with_all_kept(problem, work, stop)
    if verdict.objective > STAY:
        return None
    leaders = leaders_of(problem, cells)
    return LessonPlan(Status.OPTIMAL, cells, verdict.objective, verdict.objective, leaders)


def _with_all_kept(problem: LessonProblem, work: int, stop: Stop) -> LessonPlan | None:
    """The best plan that moves nothing that counts; None where it is not proven best of all."""
    rotating = {group.id for group in problem.groups if group.rotates}
    kept = [
        cell
        for cell in problem.before
        if cell.group in rotating and not problem.days[cell.day].sketch
    ]
    settled = replace(problem, before=(), fixed=(*problem.fixed, *kept))
    answer = plan_lesson(settled, work=work, stop=stop, in_a_hurry=True)
    if isinstance(answer, ImpossibleLesson) or answer.status is not Status.OPTIMAL:
        return None
    is_best = answer.objective is not None and answer.objective <= STAY
    return answer if is_best else None
