"""Groups found soon, then made better until proven: two stages that share one cost.

The first takes a blink. The second may be stopped at any moment; the best so far is kept. Which
work is done is fixed beforehand and never by the clock.
"""

from collections.abc import Iterator
from dataclasses import replace

from plplanner.grouping.attempts import Attempt, attempts_for, dealt
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.possible import some_grouping
from plplanner.grouping.engine.rows import Answer, Assignment, Status
from plplanner.grouping.engine.solve import is_provable, searched, solve
from plplanner.grouping.engine.work import Stop, never, seconds
from plplanner.grouping.engine_case import EngineCase, case_of
from plplanner.grouping.first_need import first_by_need, is_plain_need
from plplanner.grouping.rows import GroupingProblem
from plplanner.grouping.slots import keys_avoided, slots_for
from plplanner.grouping.starts import starts_of
from plplanner.grouping.ways import SHARED_WAYS
from plplanner.records import record
from plplanner.terms import GroupingStrategy

_JIGSAW_WORK = seconds(2)
_NUMBERS_TRIED = 4
_MOST_STEPS = 8


@record(frozen=True)
class Thought:
    """Groups that keep all rules, what they cost, and a proven lower bound where there is one."""

    case: EngineCase
    assignment: Assignment
    objective: int
    bound: int | None = None


def first_thought(problem: GroupingProblem, *, stop: Stop = never) -> Thought | None:
    """Good groups, soon; None when no grouping keeps all rules.

    `problem` holds only students to be seated, at least one. InterruptedError when stopped before
    anything was found.
    """
    if is_plain_need(problem):
        return _first_by_need(problem)
    return _first_of(problem, stop, with_avoided=True) or (
        _first_of(problem, stop, with_avoided=False) if keys_avoided(problem) else None
    )


def _first_of(problem: GroupingProblem, stop: Stop, *, with_avoided: bool) -> Thought | None:
    found: list[Thought] = []
    tried = 0
    most = _NUMBERS_TRIED if problem.strategy in SHARED_WAYS else 1
    for attempts in attempts_for(problem, with_avoided=with_avoided):
        soon = [one for one in (_soon(attempt, stop) for attempt in attempts) if one is not None]
        found += soon
        tried += bool(soon)
        if tried == most:
            break
    if not found:
        return None
    best = min(found, key=lambda one: one.objective)
    again = _searched(best.case, best.assignment, stop, eager=7)
    return best if again is None or again.objective > best.objective else again


def _first_by_need(problem: GroupingProblem) -> Thought | None:
    runs = first_by_need(problem)
    slots = None if runs is None else slots_for(problem, len(runs))
    if runs is None or slots is None:
        return None
    case = case_of(problem, slots)
    assignment = dealt(case, runs)
    verdict = judged(case.engine, assignment)
    if verdict.broken:
        raise RuntimeError(f"a first answer breaks {verdict.broken[0]}")
    return Thought(case, assignment, verdict.objective)


def better_thought(first: Thought, *, work: int, stop: Stop = never) -> Thought:
    """`first` or better, with what can be proven about it within `work`.

    Ways that share distances out weigh all numbers of groups against each other; for the others
    the number is the one nearest to the middle of the sizes, and the proof speaks of that number.
    """
    rivals = list(_rivals(first))
    can_prove = all(is_provable(attempt.case.engine) for attempt in rivals)
    # Most rivals are soon proven to be dearer; what they leave over goes to the best so far.
    chosen = [*rivals[1:], rivals[0]] if can_prove else rivals[:2]
    best, bounds = first, []
    for number, attempt in enumerate(chosen):
        start = first.assignment if attempt is rivals[0] else next(starts_of(attempt))
        share = work // (len(chosen) - number)
        enough = None if attempt is rivals[0] else best.objective
        engine = attempt.case.engine
        answer = solve(engine, work=share, start=start, stop=stop, enough=enough)
        work = max(0, work - answer.work)
        bounds.append(_bound(answer))
        if answer.assignment is not None and (answer.objective or 0) < best.objective:
            best = Thought(attempt.case, answer.assignment, answer.objective or 0)
        if stop():
            break
    known = [bound for bound in bounds if bound is not None]
    is_whole = len(known) == len(rivals)
    return replace(best, bound=min(*known, best.objective) if is_whole else None)


def _bound(answer: Answer) -> int | None:
    return 2**60 if answer.status is Status.INFEASIBLE else answer.bound


def _rivals(first: Thought) -> Iterator[Attempt]:
    """Every number of groups a proof must weigh, the best so far first."""
    yield Attempt(first.case)
    if first.case.problem.strategy in SHARED_WAYS:
        for attempts in attempts_for(first.case.problem):
            for attempt in attempts:
                if len(attempt.case.slots) != len(first.case.slots):
                    yield attempt


def _soon(attempt: Attempt, stop: Stop) -> Thought | None:
    """The best that search finds; None when this number of groups cannot be done."""
    case = attempt.case
    found = [_searched(case, start, stop) for start in starts_of(attempt)]
    if all(one is None for one in found):
        if case.problem.strategy is GroupingStrategy.JIGSAW:
            return _thought(case, solve(case.engine, work=_JIGSAW_WORK, stop=stop))
        start = attempt.keeping_rules
        if start is None:
            start = some_grouping(case.engine, stop=stop)
        found = [None if start is None else _searched(case, start, stop)]
    known = [one for one in found if one is not None]
    return min(known, key=lambda one: one.objective, default=None)


def _searched(
    case: EngineCase, start: Assignment | None, stop: Stop, *, eager: int = 1
) -> Thought | None:
    """A search that gives up after about `eager` steps in vain per student."""
    students = len(case.ids)
    patience = eager * students // 2 + 8
    work = _MOST_STEPS * patience * (250 + students * students // 19)
    answer = searched(case.engine, work=work, patience=patience, start=start, stop=stop)
    return _thought(case, answer)


def _thought(case: EngineCase, answer: Answer) -> Thought | None:
    if answer.assignment is None or answer.objective is None:
        return None
    return Thought(case, answer.assignment, answer.objective, answer.bound)
