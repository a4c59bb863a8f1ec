"""A whole year group: sort, cut into crowds of about a hundred, group each, mend what is broken.

Tables of everyone with everyone are the wrong structure for thousands of students, so each crowd
is a problem of its own. The answer is legal and sensible, not proven.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plplanner.grouping.engine.check import judged, score_values
from plplanner.grouping.engine.rows import (
    Assignment,
    Demand,
    EngineProblem,
    GroupToFill,
    Learner,
)
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.tabu import tabu
from plplanner.grouping.engine.work import Work

CROWD_FROM = 400
_CROWD = 110
_MOST_MENDS = 12


@dataclass
class _Crowd:
    students: list[Learner]
    groups: list[GroupToFill]

    def room(self) -> int:
        """Students who would still fit, by the middle of the sizes, twice over to stay whole."""
        middle = sum(group.smallest + group.largest for group in self.groups)
        return 2 * len(self.students) - middle


def crowd_grouped(problem: EngineProblem, work: Work, *, seed: int = 0) -> Assignment | None:
    """A legal grouping of very many students, or None when the crowds could not be mended."""
    known = score_values(problem)
    filled = replace(problem, students=tuple(replace(s, scores=known[s.id]) for s in problem.here))
    crowds = _cut(filled)
    _deal_groups(filled, crowds)
    share = max(30_000, work.left // (2 * len(crowds)))
    group: dict[str, str] = {}
    for crowd in crowds:
        group |= _grouped(filled, crowd.students, crowd.groups, work.part(share), seed)
        work.spend(share)
        if work.asked_to_stop():
            return None
    return _mended(filled, group, work, share, seed)


def restricted(
    problem: EngineProblem, students: Sequence[Learner], groups: Sequence[GroupToFill]
) -> EngineProblem:
    """The problem of these students and groups alone, with the rules that concern only them."""
    slots, here = {group.id for group in groups}, {one.id for one in students}
    rules = tuple(
        rule
        for rule in problem.rules
        if (rule.demand is not Demand.LOCKED or rule.group in slots)
        and all(one in here for one in rule.students)
    )
    weeks = tuple(
        replace(week, groups=tuple(tuple(s for s in one if s in here) for one in week.groups))
        for week in problem.weeks
    )
    return replace(
        problem, students=tuple(students), groups=tuple(groups), rules=rules, weeks=weeks
    )


def _cut(problem: EngineProblem) -> list[_Crowd]:
    """Crowds of whole blocks: neighbours in score, or a mix where groups shall be mixed."""
    blocks = _blocks(problem)
    weights = problem.standard_weights
    blocks.sort(key=lambda block: (_mean(block, weights), block[0].id))
    count = max(1, len(problem.students) // _CROWD)
    crowds = [_Crowd([], []) for _ in range(count)]
    mixed = problem.wishes.balance or problem.wishes.tag_balance
    quota = len(problem.students) / count
    placed = 0
    for number, block in enumerate(blocks):
        where = number % count if mixed else min(count - 1, int(placed / quota))
        crowds[where].students += block
        placed += len(block)
    return crowds


def _mean(block: Sequence[Learner], weights: Sequence[int]) -> float:
    total = sum(w * (x or 0) for s in block for w, x in zip(weights, s.scores, strict=True))
    return total / len(block)


def _blocks(problem: EngineProblem) -> list[list[Learner]]:
    head = {one.id: one.id for one in problem.students}

    def head_of(one: str) -> str:
        while head[one] != one:
            one = head[one]
        return one

    locked: dict[str, str] = {}
    links = []
    for rule in problem.rules:
        if rule.demand is Demand.TOGETHER and all(one in head for one in rule.students):
            links.append(rule.students)
        elif rule.demand is Demand.LOCKED and rule.students[0] in head:
            links.append((locked.setdefault(rule.group, rule.students[0]), rule.students[0]))
    for one, *_, other in links:
        low, high = sorted((head_of(one), head_of(other)))
        head[high] = low
    blocks: dict[str, list[Learner]] = {}
    for student in problem.students:
        blocks.setdefault(head_of(student.id), []).append(student)
    return list(blocks.values())


def _deal_groups(problem: EngineProblem, crowds: Sequence[_Crowd]) -> None:
    where = {one.id: crowd for crowd in crowds for one in crowd.students}
    locked = {
        rule.group: where[rule.students[0]]
        for rule in problem.rules
        if rule.demand is Demand.LOCKED and rule.students[0] in where
    }
    for group in problem.groups:
        if group.id in locked:
            locked[group.id].groups.append(group)
    for group in problem.groups:
        if group.id not in locked:
            max(crowds, key=_Crowd.room).groups.append(group)


def _grouped(
    problem: EngineProblem,
    students: Sequence[Learner],
    groups: Sequence[GroupToFill],
    work: Work,
    seed: int,
) -> dict[str, str]:
    """Some grouping of these students, the best legal one met; the least broken otherwise."""
    tables = tables_of(restricted(problem, students, groups))
    found = tabu(tables, work, seed=seed)
    nearest = found.groups if found.groups is not None else found.nearest
    if nearest is None:
        return {}
    return {one: groups[int(g)].id for one, g in zip(tables.ids, nearest, strict=True)}


def _mended(
    problem: EngineProblem, group: Mapping[str, str], work: Work, share: int, seed: int
) -> Assignment | None:
    """Open groups with broken rules, and some that are whole, until nothing is broken."""
    now = dict(group)
    for attempt in range(_MOST_MENDS):
        broken = _broken_groups(problem, now)
        if not broken:
            return Assignment(now)
        if work.asked_to_stop():
            return None
        slots = [one.id for one in problem.groups]
        step = max(1, len(slots) // 12)
        opened = broken | set(slots[attempt::step])
        students = [one for one in problem.students if now[one.id] in opened]
        groups = [one for one in problem.groups if one.id in opened]
        now |= _grouped(problem, students, groups, Work(2 * share, work.stop), seed + attempt)
        work.spend(2 * share)
    return None


def _broken_groups(problem: EngineProblem, now: Mapping[str, str]) -> set[str]:
    slots = {one.id for one in problem.groups}
    named = {name for broken in judged(problem, Assignment(now)).broken for name in broken.names}
    return {now[name] for name in named if name in now} | (named & slots)
