"""Legal groups that prices leave worth having, found without listing the others.

Where there are millions of legal groups, nearly all are too dear to matter. A set of blocks grows
by one block at a time, and is given up as soon as the cheapest way to fill it up is dearer than
asked. All costs and bounds are integers, so what is left out is proven to be too dear.
"""

from collections.abc import Iterator

import numpy as np

from plplanner.grouping.engine.blocks import Blocks
from plplanner.grouping.engine.listed_sets import Masks
from plplanner.grouping.engine.tables import SHARE, Ints, Tables
from plplanner.grouping.engine.work import Work
from plplanner.records import record

# Dearer than any limit, and a hundred of them still sum within int64.
_FAR = 1 << 56
_AT_ONCE = 2_000
_UNITS_PER_CHILD = 2


# The one group of size 0, and that there is no other.
_NOBODY = (np.zeros(1, dtype=np.uint64), True)


@record(frozen=True)
class Asked:
    """Groups of one kind whose reduced cost, times `scale`, is at most `limit`.

    `prices` (b) are what the blocks pay, scaled. `beam` keeps only so many sets at each size, the
    most promising; None keeps all. `most` ends the search once so many were found.
    """

    kind: int
    prices: Ints
    limit: int
    scale: int
    beam: int | None = None
    most: int = 400_000


@record(frozen=True)
class Grown:
    """The sets found. `is_all`: no legal group that is not among them is as cheap as asked."""

    masks: Masks
    is_all: bool


@record(frozen=True)
class _Sets:
    """Sets in hand (N): the least each costs so far, and what each block would add (N × b)."""

    masks: Masks
    cost: Ints
    gain: Ints

    def __getitem__(self, which: Ints | slice) -> "_Sets":
        return _Sets(self.masks[which], self.cost[which], self.gain[which])


@record(frozen=True)
class _Terms:
    """Costs for groups of one kind and size, blocks in an order along their distances.

    `fixed` is what a group of this size costs whoever is in it. `alone` (b) and `between` (b × b,
    far where apart) are never above the true scaled cost; `shared` (b) is at most what the block's
    pairs with blocks still to come may take off.
    """

    size: int
    fixed: int
    bits: Masks
    sizes: Ints
    alone: Ints
    between: Ints
    shared: Ints


def is_growable(tables: Tables) -> bool:
    """Whether half-filled groups tell what full ones cost at least.

    They do not where groups shall be like the class, where partners are wished for (someone still
    to come may take off any cost), nor with the topics of a jigsaw.
    """
    is_wished = bool((tables.repeat < 0).any())
    return not len(tables.features) and tables.ranks is None and not is_wished


def cheap_sets(tables: Tables, blocks: Blocks, asked: Asked, work: Work) -> Grown:
    """All sets as cheap as asked, and some that are not; not all when the work ends before.

    Rules on tags are not looked at here.
    """
    group = blocks.kinds[asked.kind].first
    if asked.limit >= _FAR // 2:
        return Grown(np.zeros(0, dtype=np.uint64), is_all=False)
    found, is_all, left = [np.zeros(0, dtype=np.uint64)], True, asked.most
    largest = min(int(tables.largest[group]), tables.students)
    for size in range(int(tables.smallest[group]), largest + 1):
        terms = _terms(tables, blocks, asked, size)
        search = _beamed if asked.beam else _all
        masks, is_whole = search(terms, asked, work) if size else _NOBODY
        found.append(masks)
        is_all = is_all and is_whole and len(masks) <= left
        left -= len(masks)
        if left < 0:
            break
    return Grown(np.concatenate(found), is_all)


def _all(terms: _Terms, asked: Asked, work: Work) -> tuple[Masks, bool]:
    """Depth first, some thousand sets at a time, so that memory stays small."""
    found: list[Masks] = []
    waiting, count = [(0, _start(terms))], 0
    while waiting:
        if work.ended() or count > asked.most:
            return _joined(found), False
        filled, sets = waiting.pop()
        for now, children in _children(terms, sets, filled, asked.limit, work):
            if now == terms.size:
                found.append(children.masks)
                count += len(children.masks)
            else:
                starts = range(0, len(children.masks), _AT_ONCE)
                waiting += [(now, children[at : at + _AT_ONCE]) for at in starts]
    return _joined(found), True


def _beamed(terms: _Terms, asked: Asked, work: Work) -> tuple[Masks, bool]:
    """Size by size, the most promising only."""
    waiting: list[list[_Sets]] = [[] for _ in range(terms.size + 1)]
    waiting[0].append(_start(terms))
    most, is_all = asked.beam or 1, True
    for filled in range(terms.size):
        for sets in _best(terms, waiting[filled], filled, most):
            for now, children in _children(terms, sets, filled, asked.limit, work):
                waiting[now].append(children)
        is_all = is_all and sum(len(one.masks) for one in waiting[filled]) <= most
    whole = list(_best(terms, waiting[terms.size], terms.size, most))
    return _joined([sets.masks for sets in whole]), is_all


def _best(terms: _Terms, waiting: list[_Sets], filled: int, most: int) -> Iterator[_Sets]:
    if not waiting:
        return
    sets = _Sets(
        np.concatenate([one.masks for one in waiting]),
        np.concatenate([one.cost for one in waiting]),
        np.concatenate([one.gain for one in waiting]),
    )
    if len(sets.masks) > most:
        least = sets.cost + _fill(terms, sets.gain, terms.size - filled)
        sets = sets[np.sort(np.argpartition(least, most)[:most])]
    for at in range(0, len(sets.masks), _AT_ONCE):
        yield sets[at : at + _AT_ONCE]


def _children(
    terms: _Terms, sets: _Sets, filled: int, limit: int, work: Work
) -> Iterator[tuple[int, _Sets]]:
    """Each set with one block more, by the size it then has, without those that are too dear."""
    room = terms.size - filled
    for more in sorted(set(terms.sizes[terms.sizes <= room].tolist())):
        rest = sets.cost + _fill(terms, sets.gain, room - more)
        hopeful = (sets.gain + (terms.shared + rest[:, None]) <= limit) & (terms.sizes == more)
        parent, new = np.nonzero(hopeful)
        work.spend(20 + len(sets.masks) + _UNITS_PER_CHILD * len(parent))
        gain = sets.gain[parent] + terms.between[new]
        gain[np.arange(len(terms.sizes)) <= new[:, None]] = _FAR
        np.minimum(gain, _FAR, out=gain)
        cost = sets.cost[parent] + sets.gain[parent, new]
        worth = np.flatnonzero(cost + _fill(terms, gain, room - more) <= limit)
        if len(worth):
            masks = sets.masks[parent[worth]] | terms.bits[new[worth]]
            yield filled + more, _Sets(masks, cost[worth], gain[worth])


def _fill(terms: _Terms, gain: Ints, room: int) -> Ints:
    """The least that filling up by `room` students adds, blocks cut into students."""
    if room == 0:
        return np.zeros(len(gain), dtype=np.int64)
    each = gain + terms.shared
    if (terms.sizes > 1).any():
        each = np.repeat(each // terms.sizes, terms.sizes, axis=1)
    if room >= each.shape[1]:
        return np.minimum(each.sum(1), _FAR) if room == each.shape[1] else _far(len(gain))
    least: Ints = np.partition(each, room - 1, axis=1)[:, :room].sum(1)
    return np.minimum(least, _FAR)


def _far(count: int) -> Ints:
    return np.full(count, _FAR, dtype=np.int64)


def _start(terms: _Terms) -> _Sets:
    fixed = np.full(1, terms.fixed, dtype=np.int64)
    return _Sets(np.zeros(1, dtype=np.uint64), fixed, terms.alone[None, :].copy())


def _joined(found: list[Masks]) -> Masks:
    return np.concatenate([np.zeros(0, dtype=np.uint64), *found])


def _terms(tables: Tables, blocks: Blocks, asked: Asked, size: int) -> _Terms:
    group, scale = blocks.kinds[asked.kind].first, asked.scale
    distance, repeat = _by_block(tables.distance, blocks), _by_block(tables.repeat, blocks)
    weight = scale * int(tables.pair_weight[group])
    if tables.counted is None:
        near = weight * distance
    else:
        # Shared out among no more than all its members, and rounded down by less than one.
        near = weight * SHARE * distance // max(1, size)
    pairs = near + scale * repeat
    place = scale * np.bincount(blocks.of, weights=tables.place[:, group]).astype(np.int64)
    alone = place - asked.prices + pairs.diagonal() // 2
    fixed = scale * int(tables.size_cost[group, size]) - (0 if tables.counted is None else scale)
    between = pairs.copy()
    np.fill_diagonal(between, 0)
    shared = np.minimum(between, 0).sum(1) // 2
    between[blocks.apart] = _FAR
    order = _along(distance)
    alone = np.where(blocks.may[:, asked.kind], alone, _FAR)
    bits = np.uint64(1) << order.astype(np.uint64)
    return _Terms(
        size=size,
        fixed=fixed,
        bits=bits,
        sizes=blocks.sizes[order],
        alone=alone[order],
        between=between[np.ix_(order, order)],
        shared=shared[order],
    )


def _by_block(costs: Ints, blocks: Blocks) -> Ints:
    of = np.zeros((blocks.count, len(blocks.of)), dtype=np.int64)
    of[blocks.of, np.arange(len(blocks.of))] = 1
    return of @ costs @ of.T


def _along(distance: Ints) -> Ints:
    """Blocks from one end of the distances to the other: neighbours come soon after each other."""
    end = int(distance.sum(1).argmax())
    return np.argsort(distance[end], kind="stable")
