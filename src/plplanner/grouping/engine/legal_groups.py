"""Every group that keeps all rules inside a group, with its cost, as arrays.

All hard rules but “everyone once” and “so many groups” live inside one group, so they are filters
here, and every cost is a constant of the group: dividing a class becomes choosing columns.
"""

from dataclasses import replace
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from plplanner.grouping.engine.blocks import Blocks
from plplanner.grouping.engine.listed_sets import AT_ONCE, Masks, listed_sets, mask_of
from plplanner.grouping.engine.tables import FORBIDDEN_TOPIC, SHARE, Bools, Ints, Tables
from plplanner.grouping.engine.work import Work
from plplanner.records import record

# Ten bits of a mask; there are millions of them.
Chunks = npt.NDArray[np.uint16]
A = TypeVar("A", bound=np.generic)
# A table over two chunks has 4 ** _WIDEST entries.
_WIDEST = 10
# Fewer sets are summed one by one sooner than by tables.
_TABLES_FROM = 12_000
MOST_BLOCKS = 60


@record(frozen=True)
class LegalGroups:
    """N sets of blocks as bit masks; `chunks` are their bits ten at a time, for table look-up.

    `columns[k]` are the sets that may fill a group of kind k, and `costs[k]` what they cost there.
    """

    masks: Masks
    chunks: tuple[Chunks, ...]
    columns: tuple[Ints, ...]
    costs: tuple[Ints, ...]
    blocks: Blocks

    @property
    def count(self) -> int:
        """Columns over all kinds."""
        return sum(len(one) for one in self.columns)

    @cached_property
    def inside(self) -> Bools:
        """Which blocks each set holds (N × b); only for small N."""
        return members_of(self.masks, self.blocks.count)


def legal_groups(tables: Tables, blocks: Blocks, work: Work) -> LegalGroups | None:
    """All legal groups, cheapest idea first: list sets, filter by rules, add up costs.

    None when the caller asks to stop. Work: about 0.06 units per set and level.
    """
    listed = listed_sets(blocks, tables, work)
    if listed is None:
        return None
    masks = np.concatenate(listed)
    listed.clear()
    work.spend(len(masks) // 4)
    return legal_from(tables, blocks, masks)


def legal_from(tables: Tables, blocks: Blocks, masks: Masks) -> LegalGroups:
    """Those of the sets that keep the rules on tags, with their costs; none holds two apart."""
    starts = range(0, max(1, len(masks)), AT_ONCE)
    return _joined([_piece(tables, blocks, masks[at : at + AT_ONCE]) for at in starts])


def _piece(tables: Tables, blocks: Blocks, masks: Masks) -> LegalGroups:
    chunks = chunks_of(masks, blocks.count)
    kept = _keeps_tag_rules(tables, blocks, chunks)
    masks, chunks = masks[kept], tuple(chunk[kept] for chunk in chunks)
    return with_costs(tables, LegalGroups(masks, chunks, columns=(), costs=(), blocks=blocks))


def _joined(pieces: list[LegalGroups]) -> LegalGroups:
    """The pieces as one; they are used up, so that nothing lies twice in memory but one part."""
    if len(pieces) == 1:
        return pieces[0]
    blocks, kinds = pieces[0].blocks, range(len(pieces[0].columns))
    masks = [one.masks for one in pieces]
    chunks = [[one.chunks[place] for one in pieces] for place in range(len(pieces[0].chunks))]
    columns = [[one.columns[kind] for one in pieces] for kind in kinds]
    costs = [[one.costs[kind] for one in pieces] for kind in kinds]
    starts = np.cumsum([0, *map(len, masks)])
    pieces.clear()
    columns = [
        [which + start for which, start in zip(of_kind, starts, strict=False)]
        for of_kind in columns
    ]
    return LegalGroups(
        masks=_one_after_another(masks),
        chunks=tuple(map(_one_after_another, chunks)),
        columns=tuple(map(_one_after_another, columns)),
        costs=tuple(map(_one_after_another, costs)),
        blocks=blocks,
    )


def _one_after_another(parts: list[npt.NDArray[A]]) -> npt.NDArray[A]:
    joined = np.concatenate(parts)
    parts.clear()
    return joined


def with_costs(tables: Tables, bare: LegalGroups) -> LegalGroups:
    """The columns of each kind, and their exact costs."""
    size = lookup(tables_by_chunk(bare.blocks.sizes), bare.chunks)
    shared = _spread_cost(tables, bare, size) + _expert_cost(tables, bare)
    repeat, distance = _pair_costs(tables, bare)
    shares = _shares(tables, bare)
    columns, costs = [], []
    for number, kind in enumerate(bare.blocks.kinds):
        group = kind.first
        barred = mask_of(~bare.blocks.may[:, number])
        fits = (size >= tables.smallest[group]) & (size <= tables.largest[group])
        which = np.flatnonzero(fits & ((bare.masks & barred) == 0) & (shared < FORBIDDEN_TOPIC))
        cost = (shared + repeat)[which]
        if distance is not None:
            weighed = distance[which] * tables.pair_weight[group]
            cost += weighed if shares is None else SHARE * weighed // shares[which]
        cost += _place_cost(tables, bare, group)[which] + tables.size_cost[group, size[which]]
        columns.append(which)
        costs.append(cost)
    return replace(bare, columns=tuple(columns), costs=tuple(costs))


def chunk_starts(count: int) -> tuple[tuple[int, int], ...]:
    """First and last-but-one block of each chunk: as few as can be, all about as wide."""
    pieces = max(1, -(-count // _WIDEST))
    width = max(1, -(-count // pieces))
    return tuple((start, min(start + width, count)) for start in range(0, max(1, count), width))


def chunks_of(masks: Masks, count: int) -> tuple[Chunks, ...]:
    """The masks cut into pieces of at most ten bits."""
    return tuple(
        ((masks >> np.uint64(start)) & np.uint64((1 << (end - start)) - 1)).astype(np.uint16)
        for start, end in chunk_starts(count)
    )


def tables_by_chunk(values: Ints) -> tuple[Ints, ...]:
    """For each chunk of blocks, the sum of `values` over every subset of it."""
    tables = []
    for start, end in chunk_starts(len(values)):
        sums = np.zeros(1, dtype=np.int64)
        for value in values[start:end]:
            sums = np.concatenate([sums, sums + value])
        tables.append(sums)
    return tuple(tables)


def lookup(tables: tuple[Ints, ...], chunks: tuple[Chunks, ...]) -> Ints:
    """The sum of the values in each set."""
    total = tables[0][chunks[0]]
    for table, chunk in zip(tables[1:], chunks[1:], strict=True):
        total += table[chunk]
    return total


def members_of(masks: Masks, count: int) -> Bools:
    """Which blocks each mask holds (N × count)."""
    bits = np.arange(count, dtype=np.uint64)
    return ((masks[:, None] >> bits[None, :]) & np.uint64(1)).astype(np.bool_)


def pair_sums(costs: Ints, bare: LegalGroups) -> Ints:
    """The sum of a symmetric student × student matrix over the pairs within each set.

    Summed once for every subset of a chunk and every pair of such subsets, then looked up.
    """
    if not costs.any():
        return np.zeros(len(bare.masks), dtype=np.int64)
    between, within = _block_matrix(costs, bare.blocks)
    if len(bare.masks) < _TABLES_FROM:
        inside = members_of(bare.masks, bare.blocks.count).astype(np.int64)
        sums: Ints = ((inside @ between) * inside).sum(1) // 2 + inside @ within
        return sums
    total = lookup(tables_by_chunk(within), bare.chunks)
    spans = chunk_starts(bare.blocks.count)
    subsets = [_subsets(end - start) for start, end in spans]
    for one, (start, end) in enumerate(spans):
        inside = subsets[one] @ between[start:end, start:end]
        total += ((inside * subsets[one]).sum(1) // 2)[bare.chunks[one]]
        for other in range(one + 1, len(spans)):
            low, high = spans[other]
            across = subsets[one] @ between[start:end, low:high] @ subsets[other].T
            total += across[bare.chunks[one], bare.chunks[other]]
    return total


def _subsets(width: int) -> Ints:
    """Every subset of a chunk as a row of zeros and ones (2^width × width)."""
    return (np.arange(1 << width)[:, None] >> np.arange(width)[None, :]) & 1


def _pair_costs(tables: Tables, bare: LegalGroups) -> tuple[Ints, Ints | None]:
    """What pairs cost anywhere, and what group weights multiply (None when all weigh alike)."""
    weight = tables.pair_weight
    if tables.counted is None and (weight == weight[0]).all():
        return pair_sums(tables.repeat + weight[0] * tables.distance, bare), None
    return pair_sums(tables.repeat, bare), pair_sums(tables.distance, bare)


def _shares(tables: Tables, bare: LegalGroups) -> Ints | None:
    """Among how many each set's distances are shared out; None without sharing."""
    if tables.counted is None:
        return None
    counted = lookup(tables_by_chunk(_per_block(tables.counted, bare.blocks)), bare.chunks)
    return np.maximum(counted, 1)


def _block_matrix(costs: Ints, blocks: Blocks) -> tuple[Ints, Ints]:
    of = np.zeros((blocks.count, len(blocks.of)), dtype=np.int64)
    of[blocks.of, np.arange(len(blocks.of))] = 1
    between = of @ costs @ of.T
    within = between.diagonal().copy() // 2
    np.fill_diagonal(between, 0)
    return between, within


def _keeps_tag_rules(tables: Tables, blocks: Blocks, chunks: tuple[Chunks, ...]) -> Bools:
    kept = np.ones(len(chunks[0]), dtype=np.bool_)
    for row, fewest, most, lone in zip(
        tables.tags, tables.fewest, tables.most, tables.lone, strict=True
    ):
        count = lookup(tables_by_chunk(_per_block(row, blocks)), chunks)
        kept &= (count >= fewest) & (count <= most)
        if lone:
            kept &= count != 1
    return kept


def _per_block(per_student: Ints, blocks: Blocks) -> Ints:
    return np.bincount(blocks.of, weights=per_student, minlength=blocks.count).astype(np.int64)


def _spread_cost(tables: Tables, bare: LegalGroups, size: Ints) -> Ints:
    total = np.zeros(len(bare.masks), dtype=np.int64)
    for row, weight, of_class in zip(
        tables.features, tables.feature_weight, tables.feature_total, strict=True
    ):
        of_group = lookup(tables_by_chunk(_per_block(row, bare.blocks)), bare.chunks)
        total += weight * abs(tables.spread_over * of_group - size * of_class)
    return total


def _place_cost(tables: Tables, bare: LegalGroups, group: int) -> Ints:
    per_block = _per_block(tables.place[:, group], bare.blocks)
    return lookup(tables_by_chunk(per_block), bare.chunks)


def _expert_cost(tables: Tables, bare: LegalGroups) -> Ints:
    """The least cost of experts with every topic in the group.

    A lower bound for the whole when topics also have sizes; exact when each member has her own.
    """
    count = len(bare.masks)
    if tables.ranks is None:
        return np.zeros(count, dtype=np.int64)
    topics = tables.ranks.shape[1]
    covered = np.full((1 << topics, count), FORBIDDEN_TOPIC, dtype=np.int64)
    covered[0] = 0
    for block, inside in enumerate(bare.blocks.members):
        has = np.flatnonzero((bare.masks >> np.uint64(block)) & np.uint64(1))
        for student in inside:
            covered[:, has] = _after(covered[:, has], tables.ranks[student])
    best: Ints = np.minimum(covered[-1], FORBIDDEN_TOPIC)
    return best


def _after(covered: Ints, ranks: Ints) -> Ints:
    after = np.full_like(covered, FORBIDDEN_TOPIC)
    for topics in range(len(covered)):
        for topic, cost in enumerate(ranks.tolist()):
            then = topics | (1 << topic)
            after[then] = np.minimum(after[then], covered[topics] + cost)
    return after
