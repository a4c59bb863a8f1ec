"""Whether any grouping keeps all rules: asked many times over, so quickly, and answered exactly.

What looks alike is not tried twice. Students no rule tells apart are counted, not placed one by
one. Of groups alike, the next one opens only when the one before has its first named block.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from plplanner.grouping.engine.blocks import Blocks, all_apart, blocks_of
from plplanner.grouping.engine.highs import INFINITE, IntegerModel, Rows, solve_integer
from plplanner.grouping.engine.rows import Assignment, EngineProblem
from plplanner.grouping.engine.tables import Bools, Ints, Tables, tables_of
from plplanner.grouping.engine.work import Stop, Work, never, seconds
from plplanner.records import record


@record(frozen=True)
class _Asked:
    """Who goes where: c units and G groups. A unit is a block, or students no rule tells apart.

    `members` are the students of each unit; `counted` says that they may be in different groups.
    `most` (c × G) is how many times a unit may be in a group, `weights` (c) how many students
    that is each time, `tagged` (t × c) how many of them have a tag, `apart` (c × c) who may not
    meet.
    """

    tables: Tables
    members: tuple[tuple[int, ...], ...]
    counted: Bools
    weights: Ints
    tagged: Ints
    apart: Bools
    most: Ints


def some_grouping(
    problem: EngineProblem, *, again: bool = False, stop: Stop = never
) -> Assignment | None:
    """A grouping that keeps all rules, whatever it costs; None when there is none. Exact.

    `again` asks a second time in another order of groups, students and search, so that one slip
    of the solver is not believed. InterruptedError when stopped or when the work runs out.
    """
    if again:
        problem = replace(problem, groups=problem.groups[::-1])
    tables = tables_of(problem)
    if not bool(tables.allowed.any(axis=1).all()) or any(a == b for a, b in tables.apart):
        return None
    blocks = blocks_of(tables)
    if blocks.contradicted:
        return None
    # Too many who are all apart, or with a tag: plain to see, and slow to prove by branching.
    if not again and (all_apart(blocks.apart, tables.groups + 1) or not can_deal_tags(tables)):
        return None
    asked = _asked(tables, blocks, backwards=again)
    answer = solve_integer(_model(asked), Work(seconds(20), stop), presolve=again)
    if answer.chosen is None:
        if not answer.finished:
            raise InterruptedError("stopped before it was known")
        return None
    times = answer.chosen[: asked.most.size].reshape(asked.most.shape)
    groups = _dealt(asked, times)
    return Assignment({one: problem.groups[groups[n]].id for n, one in enumerate(tables.ids)})


def can_deal_tags(tables: Tables) -> bool:
    """Whether the numbers of each tag can be shared out among the groups, all else aside."""
    return all(_can_deal(tables, tag) for tag in range(len(tables.tags)))


def _can_deal(tables: Tables, tag: int) -> bool:
    # Bit n of `sums` says that the groups so far can hold n of them together.
    have, sums = int(tables.tags[tag].sum()), 1
    for largest in tables.largest.tolist():
        most = min(int(tables.most[tag]), largest, have)
        after = 0
        for count in range(int(tables.fewest[tag]), most + 1):
            if count != 1 or not tables.lone[tag]:
                after |= sums << count
        sums = after
    return bool(sums >> have & 1)


def _asked(tables: Tables, blocks: Blocks, *, backwards: bool) -> _Asked:
    may = np.array([tables.allowed[list(inside)].all(axis=0) for inside in blocks.members])
    with_tag = np.array([tables.tags[:, list(inside)].sum(axis=1) for inside in blocks.members])
    is_named = (blocks.sizes > 1) | blocks.apart.any(axis=1) | with_tag.any(axis=1)
    named = np.flatnonzero(is_named)
    # Those with most ties first: what follows from them is seen soonest.
    named = named[np.lexsort((named, -blocks.apart[named].sum(axis=1)))]
    if backwards:
        named = named[::-1]
    alike: dict[bytes, list[int]] = {}
    for block in np.flatnonzero(~is_named).tolist():
        alike.setdefault(may[block].tobytes(), []).append(block)
    firsts = np.array([*named.tolist(), *(inside[0] for inside in alike.values())], dtype=np.int64)
    weights = blocks.sizes[firsts]
    most = (may[firsts] & (weights[:, None] <= tables.largest)).astype(np.int64)
    _open_in_turn(tables, may, most[: len(named)])
    counts = np.array([1] * len(named) + [len(one) for one in alike.values()], dtype=np.int64)
    return _Asked(
        tables=tables,
        members=(
            *(blocks.members[block] for block in named.tolist()),
            *(tuple(blocks.members[block][0] for block in inside) for inside in alike.values()),
        ),
        counted=np.arange(len(firsts)) >= len(named),
        weights=weights,
        tagged=with_tag[firsts].T,
        apart=blocks.apart[np.ix_(firsts, firsts)],
        most=most * counts[:, None],
    )


def _open_in_turn(tables: Tables, may: Bools, most: Ints) -> None:
    """Of groups alike, bar the later ones to the first blocks: any answer can be dealt that way.

    Sort the groups of a kind by the first named block in each. In the group at place j is nobody
    before whom there are not j blocks that may be there too.
    """
    kinds: dict[tuple[object, ...], list[int]] = {}
    for group in range(tables.groups):
        key = (tables.smallest[group], tables.largest[group], may[:, group].tobytes())
        kinds.setdefault(key, []).append(group)
    for groups in kinds.values():
        before = 0
        for block in range(len(most)):
            most[block, groups[before + 1 :]] = 0
            before += int(most[block, groups[0]] > 0)


def _dealt(asked: _Asked, times: Ints) -> list[int]:
    group_of = [0] * asked.tables.students
    for unit, inside in enumerate(asked.members):
        where = np.repeat(np.arange(times.shape[1]), times[unit]).tolist()
        seats = where if asked.counted[unit] else where * len(inside)
        for student, group in zip(inside, seats, strict=True):
            group_of[student] = group
    return group_of


@dataclass
class _Lines:
    """The lines of a model, one after another: low ≤ Σ coefficient · variable ≤ high."""

    entries: list[tuple[int, int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, low: float, high: float, variables: Ints, values: Ints) -> None:
        """Another line."""
        line = len(self.low)
        pairs = zip(variables.tolist(), values.tolist(), strict=True)
        self.entries += [(variable, line, float(value)) for variable, value in pairs if value]
        self.low.append(low)
        self.high.append(high)


def _model(asked: _Asked) -> IntegerModel:
    tables, lines = asked.tables, _Lines()
    units, groups = asked.most.shape
    variable = np.arange(units * groups).reshape(units, groups)
    for unit, inside in enumerate(asked.members):
        once = len(inside) if asked.counted[unit] else 1
        lines.add(once, once, variable[unit], np.ones(groups, dtype=np.int64))
    cliques = [np.array(one) for one in _cliques(asked.apart)]
    for g in range(groups):
        inside_g = variable[:, g]
        lines.add(float(tables.smallest[g]), float(tables.largest[g]), inside_g, asked.weights)
        for clique in cliques:
            lines.add(-INFINITE, 1, inside_g[clique], np.ones(len(clique), dtype=np.int64))
        for t, tagged in enumerate(asked.tagged):
            lines.add(float(tables.fewest[t]), float(tables.most[t]), inside_g, tagged)
            for unit in np.flatnonzero(tagged == 1).tolist() if tables.lone[t] else ():
                company = tagged.copy()
                company[unit] = -1
                lines.add(0, INFINITE, inside_g, company)
    return _built(lines, asked.most.ravel())


def _cliques(apart: Bools) -> Iterator[list[int]]:
    """Sets of units all apart from each other, so that every pair apart is in one of them."""
    waiting = np.triu(apart, 1)
    for one, other in zip(*np.nonzero(waiting), strict=True):
        if waiting[one, other]:
            clique = [int(one), int(other)]
            free = apart[one] & apart[other]
            while free.any():
                clique.append(int(free.argmax()))
                free &= apart[clique[-1]]
            waiting[np.ix_(clique, clique)] = False
            yield clique


def _built(lines: _Lines, upper: Ints) -> IntegerModel:
    lines.entries.sort()
    columns = np.array([column for column, _, _ in lines.entries], dtype=np.int64)
    return IntegerModel(
        cost=np.zeros(len(upper), dtype=np.int64),
        upper=upper,
        low=np.array(lines.low, dtype=np.float64),
        high=np.array(lines.high, dtype=np.float64),
        matrix=Rows(
            np.searchsorted(columns, np.arange(len(upper) + 1)).astype(np.int64),
            np.array([row for _, row, _ in lines.entries], dtype=np.int64),
            np.array([value for _, _, value in lines.entries], dtype=np.float64),
        ),
    )
