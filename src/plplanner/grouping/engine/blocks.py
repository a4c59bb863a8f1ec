"""Students who must share a group move as one block; kinds of groups that are interchangeable."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from plplanner.grouping.engine.tables import Bools, Ints, Tables
from plplanner.records import record


@record(frozen=True)
class GroupKind:
    """Groups alike in everything but locks; any answer may deal them in any order.

    `locks` says which blocks must be in which of these groups.
    """

    groups: tuple[int, ...]
    locks: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """One group that stands for all."""
        return self.groups[0]


@record(frozen=True)
class Blocks:
    """The least units an answer can move: b blocks of students.

    `apart` (b × b) is symmetric and False on the diagonal. `may` (b × kinds) says which kinds of
    groups a block may go to. `of` (n) maps students to blocks.
    """

    members: tuple[tuple[int, ...], ...]
    of: Ints
    sizes: Ints
    apart: Bools
    kinds: tuple[GroupKind, ...]
    may: Bools
    contradicted: bool

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self.members)


def blocks_of(tables: Tables) -> Blocks:
    """Blocks and kinds of a problem. `contradicted` when two rules clash on the face of it."""
    kinds = _kinds(tables)
    linked = [*tables.together, *_locked_together(tables)]
    members = _joined(tables.students, linked)
    of = np.zeros(tables.students, dtype=np.int64)
    for block, inside in enumerate(members):
        of[list(inside)] = block
    apart = np.zeros((len(members), len(members)), dtype=np.bool_)
    for one, other in [*tables.apart, *_locked_apart(tables)]:
        apart[of[one], of[other]] = apart[of[other], of[one]] = True
    clash = bool(apart.diagonal().any())
    np.fill_diagonal(apart, False)
    may = _may_go(tables, of, kinds, len(members))
    return Blocks(
        members=members,
        of=of,
        sizes=np.array([len(inside) for inside in members], dtype=np.int64),
        apart=apart,
        kinds=tuple(_with_locks(tables, kind, of) for kind in kinds),
        may=may,
        contradicted=clash or not bool(may.any(axis=1).all()),
    )


def _kinds(tables: Tables) -> list[tuple[int, ...]]:
    free = tables.allowed.copy()
    free[[student for student, _ in tables.locked]] = True
    alike: dict[tuple[object, ...], list[int]] = {}
    for group in range(tables.groups):
        key = (
            int(tables.smallest[group]),
            int(tables.largest[group]),
            tables.size_cost[group].tobytes(),
            int(tables.pair_weight[group]),
            tables.place[:, group].tobytes(),
            free[:, group].tobytes(),
        )
        alike.setdefault(key, []).append(group)
    return [tuple(groups) for groups in alike.values()]


def _locked_together(tables: Tables) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    linked = []
    for student, group in tables.locked:
        linked.append((first.setdefault(group, student), student))
    return linked


def _locked_apart(tables: Tables) -> list[tuple[int, int]]:
    return [
        (one, other)
        for (one, group), (other, another) in combinations(tables.locked, 2)
        if group != another
    ]


def _joined(count: int, links: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    head = list(range(count))

    def head_of(one: int) -> int:
        while head[one] != one:
            one = head[one]
        return one

    for one, other in links:
        low, high = sorted((head_of(one), head_of(other)))
        head[high] = low
    inside: dict[int, list[int]] = {}
    for one in range(count):
        inside.setdefault(head_of(one), []).append(one)
    return tuple(tuple(inside[one]) for one in sorted(inside))


def _may_go(tables: Tables, of: Ints, kinds: Sequence[tuple[int, ...]], count: int) -> Bools:
    """Whether some group of each kind is open to all students of each block (b × kinds)."""
    may = np.zeros((count, len(kinds)), dtype=np.bool_)
    for number, kind in enumerate(kinds):
        barred = np.zeros((count, len(kind)), dtype=np.bool_)
        np.logical_or.at(barred, of, ~tables.allowed[:, list(kind)])
        may[:, number] = ~barred.all(axis=1)
    return may


def _with_locks(tables: Tables, kind: tuple[int, ...], of: Ints) -> GroupKind:
    locks = {(int(of[student]), group) for student, group in tables.locked if group in kind}
    return GroupKind(groups=kind, locks=tuple(sorted(locks)))


def all_apart(apart: Bools, count: int) -> bool:
    """Whether some `count` blocks are all apart from each other; a plain search over neighbours."""
    near = [set(np.flatnonzero(row).tolist()) for row in apart]

    def grows(size: int, free: set[int]) -> bool:
        if size + len(free) < count:
            return False
        if size == count:
            return True
        rest = set(free)
        for block in sorted(free):
            rest.discard(block)
            if grows(size + 1, rest & near[block]):
                return True
        return False

    busy = {block for block, others in enumerate(near) if len(others) >= count - 1}
    return count <= 0 or grows(0, busy)
