"""Groups for several weeks in which pairs repeat as little as possible."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment, EngineProblem
from plplanner.grouping.engine.shifts import Weeks, weeks_by_shifts
from plplanner.grouping.engine.tables import Ints, Tables, tables_of
from plplanner.grouping.engine.tabu import tabu
from plplanner.grouping.engine.work import Stop, Work, never
from plplanner.records import record

_ROUNDS = 12


@record(frozen=True)
class WeeksPlan:
    """One assignment per week. `repeats` counts meetings beyond the first, over all pairs.

    Students whom a rule keeps together are not counted. `stopped` tells that the caller ended it.
    """

    weeks: tuple[Assignment, ...]
    repeats: int
    stopped: bool = False


def weeks_plan(
    problem: EngineProblem, *, weeks: int, work: int, seed: int = 0, stop: Stop = never
) -> WeeksPlan | None:
    """`weeks` legal groupings with few repeated pairs; None when no legal grouping was found.

    A repeated pair weighs more than everything else together that the problem wishes for. Regular
    patterns are tried first where all groups are alike and no rule stands in the way.
    """
    budget = Work(limit=work, stop=stop)
    tables = tables_of(problem)
    regular = _regular(problem, tables, weeks)
    if regular is not None:
        return WeeksPlan(tuple(_named(problem, tables, week) for week in regular), 0)
    plan = _first_weeks(tables, weeks, budget, seed)
    if plan is None:
        return None
    plan = _improved(tables, plan, budget, seed)
    named = tuple(_named(problem, tables, week) for week in plan)
    for one in named:
        if judged(problem, one).broken:
            raise RuntimeError("a week breaks a rule")
    return WeeksPlan(named, _repeats(tables, plan), budget.stopped)


def meetings(plan: WeeksPlan) -> Counter[tuple[str, str]]:
    """How often each pair is together over the weeks."""
    count: Counter[tuple[str, str]] = Counter()
    for week in plan.weeks:
        together: dict[str, list[str]] = {}
        for student, group in sorted(week.group.items()):
            together.setdefault(group, []).append(student)
        for members in together.values():
            count.update(combinations(members, 2))
    return count


def _regular(problem: EngineProblem, tables: Tables, weeks: int) -> list[Ints] | None:
    sizes = {(group.smallest, group.largest) for group in problem.groups}
    wishes = problem.wishes
    wants_more = any((wishes.balance, wishes.tag_balance, wishes.pair, wishes.choice))
    if problem.rules or wants_more or len(sizes) != 1 or problem.weeks or problem.partners:
        return None
    (low, high), groups = sizes.pop(), tables.groups
    size, rest = divmod(tables.students, groups)
    if rest or not low <= size <= high:
        return None
    found = weeks_by_shifts(groups, size, weeks)
    return None if found is None else _as_places(found, tables.students)


def _as_places(weeks: Weeks, students: int) -> list[Ints]:
    places = []
    for week in weeks:
        place = np.zeros(students, dtype=np.int64)
        for number, members in enumerate(week):
            place[list(members)] = number
        places.append(place)
    return places


def _named(problem: EngineProblem, tables: Tables, place: Ints) -> Assignment:
    ids = zip(tables.ids, place.tolist(), strict=True)
    return Assignment({one: problem.groups[number].id for one, number in ids})


def _met(tables: Tables, plan: Sequence[Ints]) -> Ints:
    """How often each pair is together (n × n), those kept together by rule not counted."""
    count = np.zeros((tables.students, tables.students), dtype=np.int64)
    for place in plan:
        count += place[:, None] == place[None, :]
    np.fill_diagonal(count, 0)
    for one, other in tables.together:
        count[one, other] = count[other, one] = 0
    return count


def _repeats(tables: Tables, plan: Sequence[Ints]) -> int:
    return int(np.maximum(_met(tables, plan) - 1, 0).sum()) // 2


def _against(tables: Tables, others: Sequence[Ints]) -> Tables:
    """The problem of one week when the others stand: to meet again is dear, and ever dearer."""
    met = _met(tables, others)
    dear = 1 + int(abs(tables.repeat).sum()) + int(abs(tables.place).max(initial=0))
    dear += int((tables.feature_weight[:, None] * abs(tables.features)).sum()) * tables.spread_over
    dear += int(tables.distance.sum())
    return replace(tables, repeat=tables.repeat + min(dear, 2**24) * met * met)


def _first_weeks(tables: Tables, weeks: int, budget: Work, seed: int) -> list[Ints] | None:
    plan: list[Ints] = []
    share = budget.limit // (3 * weeks)
    for week in range(weeks):
        part = budget.part(share)
        found = tabu(_against(tables, plan), part, seed=seed + week, stop_at=0)
        budget.spend(part.spent)
        if found.groups is None:
            return None
        plan.append(found.groups)
    return plan


def _improved(tables: Tables, plan: list[Ints], budget: Work, seed: int) -> list[Ints]:
    """Divide one week after another again, each against all others, while it helps or differs."""
    best, least = list(plan), _repeats(tables, plan)
    share = max(20_000, budget.left // (_ROUNDS * len(plan)))
    turn = 0
    while least and not budget.ended():
        week = turn % len(plan)
        turn += 1
        others = plan[:week] + plan[week + 1 :]
        part = budget.part(share)
        found = tabu(
            _against(tables, others),
            part,
            seed=seed + 100 + turn,
            start=plan[week] if turn % 3 else None,
        )
        budget.spend(max(1, part.spent))
        if found.groups is not None:
            plan[week] = found.groups
        now = _repeats(tables, plan)
        if now < least:
            best, least = list(plan), now
        elif now > least + 2:
            plan = list(best)
    return best
