"""Large-neighbourhood search: take a few groups apart and divide their students again, exactly."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np

from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.exact import Found, exact
from plplanner.grouping.engine.legal_groups import legal_groups
from plplanner.grouping.engine.listed_sets import how_many
from plplanner.grouping.engine.position import cost_of
from plplanner.grouping.engine.tables import Ints, Tables
from plplanner.grouping.engine.work import Progress, Work

_MOST_SETS = 60_000
_ONE_SOLVE = 250_000
_MOST_GROUPS = 5


def improved(
    tables: Tables, start: Found, work: Work, *, seed: int = 0, on_better: Progress | None = None
) -> Found:
    """Better groups than `start`, which must have some; the bound is kept as it is.

    Each round picks a group and those nearest to it (or any), and solves them to the end. Stops
    early once every choice of neighbours was tried in vain.
    """
    if start.groups is None or start.cost is None or tables.groups < 2:
        return start
    rng, best, in_vain = Random(seed), start, 0
    while not work.ended() and in_vain < 6 * tables.groups and not best.is_proven:
        assert best.groups is not None and best.cost is not None
        few = _groups_to_open(tables, best.groups, rng)
        part = work.part(_ONE_SOLVE)
        again = _divided_again(tables, best.groups, few, part)
        work.spend(part.spent + 2_000)
        if again is None:
            in_vain += 1
            continue
        groups, saved = again
        best, in_vain = replace(best, groups=groups, cost=best.cost - saved), 0
        if on_better is not None:
            on_better(best.cost or 0, best.bound)
    return best


def part_of(tables: Tables, students: Ints, groups: Sequence[int]) -> Tables:
    """The problem of these students and groups alone; class totals stay those of the class."""
    slot = {group: index for index, group in enumerate(groups)}
    place = {int(student): index for index, student in enumerate(students)}
    few = np.array(groups, dtype=np.int64)
    return replace(
        tables,
        ids=tuple(tables.ids[student] for student in students),
        distance=tables.distance[np.ix_(students, students)],
        repeat=tables.repeat[np.ix_(students, students)],
        pair_weight=tables.pair_weight[few],
        place=tables.place[np.ix_(students, few)],
        allowed=tables.allowed[np.ix_(students, few)],
        smallest=tables.smallest[few],
        largest=tables.largest[few],
        target=tables.target[few],
        size_cost=tables.size_cost[few],
        features=tables.features[:, students],
        tags=tables.tags[:, students],
        together=_within(tables.together, place, place),
        apart=_within(tables.apart, place, place),
        locked=_within(tables.locked, place, slot),
        ranks=None if tables.ranks is None else tables.ranks[students],
        counted=None if tables.counted is None else tables.counted[students],
    )


def _within(
    pairs: Sequence[tuple[int, int]], first: dict[int, int], second: dict[int, int]
) -> tuple[tuple[int, int], ...]:
    return tuple((first[a], second[b]) for a, b in pairs if a in first and b in second)


def _groups_to_open(tables: Tables, groups: Ints, rng: Random) -> list[int]:
    first = rng.randrange(tables.groups)
    others = [group for group in range(tables.groups) if group != first]
    if tables.distance.any() and rng.random() < 0.7:
        away = _distances_from(tables, groups, first)
        noise = {group: 1 + rng.random() / 2 for group in others}
        others.sort(key=lambda group: (away[group] * noise[group], group))
    else:
        rng.shuffle(others)
    return sorted([first, *others[: _MOST_GROUPS - 1]])


def _distances_from(tables: Tables, groups: Ints, first: int) -> list[float]:
    member = np.zeros((tables.students, tables.groups))
    member[np.arange(tables.students), groups] = 1
    size = np.maximum(member.sum(0), 1)
    total = tables.distance[groups == first].sum(0) @ member
    average: list[float] = (total / size / size[first]).tolist()
    return average


def _divided_again(
    tables: Tables, groups: Ints, few: list[int], work: Work
) -> tuple[Ints, int] | None:
    """The groups after dividing `few` again, and what that saves; None when nothing."""
    while True:
        students = np.flatnonzero(np.isin(groups, few))
        part = part_of(tables, students, few)
        blocks = blocks_of(part)
        if how_many(blocks, part) <= _MOST_SETS:
            break
        if len(few) <= 2:
            return None
        few = few[:-1]
    slot = np.zeros(tables.groups, dtype=np.int64)
    slot[few] = np.arange(len(few))
    now = slot[groups[students]]
    cost = cost_of(part, now)
    legal = legal_groups(part, blocks, work)
    if legal is None:
        return None
    again = exact(legal, Found(now, cost, None), work)
    if again.groups is None or again.cost is None or again.cost >= cost:
        return None
    after = groups.copy()
    after[students] = np.array(few)[again.groups]
    return after, cost - again.cost
