"""Why is Ana here, and what would moving her cost: real numbers, as rows a screen can word."""

from collections.abc import Mapping

import numpy as np

from plplanner.grouping.engine.check import difference, distance_between, judged, score_values
from plplanner.grouping.engine.position import Position
from plplanner.grouping.engine.rows import Assignment, Broken, EngineProblem, Measure
from plplanner.grouping.engine.tables import Ints, tables_of
from plplanner.records import record

_FORBIDS = 2**34


@record(frozen=True)
class InGroup:
    """What a group would be for her: distances to the others there, and whom she was with.

    `nearest` and `average` are the engine's distances, None in an empty group. `met` counts the
    earlier weeks with each member she was with, most weeks first.
    """

    group: str
    nearest: int | None
    average: float | None
    met: tuple[tuple[str, int], ...]


@record(frozen=True)
class MoveCost:
    """The cheapest way to have her in another group: alone, or in exchange with `partner`.

    `change` is what the whole grouping would cost more (below 0: less); `terms` says where it
    comes from, only terms that change. `broken` are the rules that forbid it, empty when none do.
    """

    there: InGroup
    partner: str | None
    change: int
    terms: Mapping[str, int]
    broken: tuple[Broken, ...]


@record(frozen=True)
class WhyHere:
    """Her group now, and every other group, cheapest first, forbidden ones last."""

    student: str
    here: InGroup
    others: tuple[MoveCost, ...]


def why_here(problem: EngineProblem, assignment: Assignment, *, student: str) -> WhyHere:
    """What keeps her here. KeyError for a student who is not in the grouping."""
    tables = tables_of(problem)
    slot = {group.id: number for number, group in enumerate(problem.groups)}
    row = tables.ids.index(student) if student in tables.ids else -1
    if row < 0:
        raise KeyError(student)
    place = np.array([slot[assignment.group[one]] for one in tables.ids], dtype=np.int64)
    position = Position(tables, _FORBIDS)
    position.stand_at(place)
    swaps = position.swap_changes_of(np.array([row]))[0]
    moves = position.move_changes()[row]
    others = [
        _move_cost(
            problem,
            assignment,
            student=student,
            to=problem.groups[to].id,
            partner=_best_partner(tables.ids, place, swaps, int(moves[to]), to),
        )
        for to in range(len(problem.groups))
        if to != place[row]
    ]
    others.sort(key=lambda one: (len(one.broken), one.change, one.there.group))
    here = _in_group(problem, assignment, student, assignment.group[student])
    return WhyHere(student, here, tuple(others))


def _best_partner(
    ids: tuple[str, ...], place: Ints, swaps: Ints, alone: int, to: int
) -> str | None:
    """With whom to exchange places; None when she moves alone for less."""
    there = np.flatnonzero(place == to)
    if not len(there):
        return None
    best = int(there[np.argmin(swaps[there])])
    return ids[best] if swaps[best] < alone else None


def _move_cost(
    problem: EngineProblem, assignment: Assignment, *, student: str, to: str, partner: str | None
) -> MoveCost:
    after = {**assignment.group, student: to}
    if partner is not None:
        after[partner] = assignment.group[student]
    before = judged(problem, assignment)
    then = judged(problem, Assignment(after, assignment.expert))
    changed = {
        name: then.terms[name] - value
        for name, value in before.terms.items()
        if then.terms[name] != value
    }
    return MoveCost(
        there=_in_group(problem, assignment, student, to),
        partner=partner,
        change=then.objective - before.objective,
        terms=changed,
        broken=tuple(one for one in then.broken if one not in before.broken),
    )


def _in_group(problem: EngineProblem, assignment: Assignment, student: str, group: str) -> InGroup:
    members = [s for s, where in sorted(assignment.group.items()) if where == group]
    others = [one for one in members if one != student]
    away = _distances(problem, student, others)
    met = [(one, _weeks_together(problem, student, one)) for one in others]
    return InGroup(
        group=group,
        nearest=min(away, default=None),
        average=sum(away) / len(away) if away else None,
        met=tuple(sorted((one for one in met if one[1]), key=lambda one: (-one[1], one[0]))),
    )


def _distances(problem: EngineProblem, student: str, others: list[str]) -> list[int]:
    if problem.measure is Measure.SHARED:
        known = {one.id: one for one in problem.here}
        return [difference(problem, known[student], known[one]) for one in others]
    values = score_values(problem)
    return [distance_between(problem, values[student], values[one]) for one in others]


def _weeks_together(problem: EngineProblem, one: str, other: str) -> int:
    return sum(
        any(one in group and other in group for group in week.groups) for week in problem.weeks
    )
