"""Every group that keeps all rules inside a group, with its cost, as arrays.

All hard rules but “everyone once” and “so many groups” live inside one group, so they are filters
here, and every cost is a constant of the group: dividing a class becomes choosing columns.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from plplanner.grouping.engine.blocks import Blocks
from plplanner.grouping.engine.tables import FORBIDDEN_TOPIC, SHARE, Bools, Ints, Tables
from plplanner.grouping.engine.work import Work

Masks = npt.NDArray[np.uint64]
# A table over two chunks has 4 ** _WIDEST entries.
_WIDEST = 10
# Fewer sets are summed one by one sooner than by tables.
_TABLES_FROM = 12_000
MOST_BLOCKS = 60


@dataclass(frozen=True)
class LegalGroups:
    """N sets of blocks as bit masks; `chunks` are their bits ten at a time, for table look-up.

    `columns[k]` are the sets that may fill a group of kind k, and `costs[k]` what they cost there.
    """

    masks: Masks
    chunks: tuple[Ints, ...]
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


def how_many(blocks: Blocks, tables: Tables) -> int:
    """Sets of blocks of the sizes asked for, before any other rule: what listing would cost."""
    largest = int(tables.largest.max())
    ways = [1] + [0] * largest
    for size in blocks.sizes.tolist():
        for total in range(largest, size - 1, -1):
            ways[total] += ways[total - size]
    return sum(ways[size] for size in sizes_asked(tables))


def sizes_asked(tables: Tables) -> list[int]:
    """Every size some group may have."""
    spans = zip(tables.smallest.tolist(), tables.largest.tolist(), strict=True)
    return sorted({size for low, high in spans for size in range(low, high + 1)})


def legal_groups(tables: Tables, blocks: Blocks, work: Work) -> LegalGroups | None:
    """All legal groups, cheapest idea first: list sets, filter by rules, add up costs.

    None when the caller asks to stop. Work: about 0.06 units per set and level.
    """
    listed = _listed_sets(blocks, tables, work)
    if listed is None:
        return None
    masks = np.concatenate(listed) if listed else np.zeros(0, dtype=np.uint64)
    work.spend(len(masks) // 4)
    return legal_from(tables, blocks, masks)


def legal_from(tables: Tables, blocks: Blocks, masks: Masks) -> LegalGroups:
    """Those of the sets that keep the rules on tags, with their costs; none holds two apart."""
    chunks = chunks_of(masks, blocks.count)
    kept = _keeps_tag_rules(tables, blocks, chunks)
    masks, chunks = masks[kept], tuple(chunk[kept] for chunk in chunks)
    return with_costs(tables, LegalGroups(masks, chunks, columns=(), costs=(), blocks=blocks))


def with_costs(tables: Tables, bare: LegalGroups) -> LegalGroups:
    """The columns of each kind, and their exact costs."""
    size = lookup(tables_by_chunk(bare.blocks.sizes), bare.chunks)
    shared = _spread_cost(tables, bare, size) + _expert_cost(tables, bare)
    repeat, distance = _pair_costs(tables, bare)
    shares = _shares(tables, bare)
    columns, costs = [], []
    for number, kind in enumerate(bare.blocks.kinds):
        group = kind.first
        barred = _mask_of(~bare.blocks.may[:, number])
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


def chunks_of(masks: Masks, count: int) -> tuple[Ints, ...]:
    """The masks cut into pieces of at most ten bits."""
    return tuple(
        ((masks >> np.uint64(start)) & np.uint64((1 << (end - start)) - 1)).astype(np.int64)
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


def lookup(tables: tuple[Ints, ...], chunks: tuple[Ints, ...]) -> Ints:
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
            total += across.ravel()[bare.chunks[one] * len(subsets[other]) + bare.chunks[other]]
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


def _listed_sets(blocks: Blocks, tables: Tables, work: Work) -> list[Masks] | None:
    sizes, largest = sizes_asked(tables), int(tables.largest.max())
    conflict = np.array([_mask_of(row) for row in blocks.apart], dtype=np.uint64)
    bit = np.uint64(1) << np.arange(blocks.count, dtype=np.uint64)
    masks = np.zeros(1, dtype=np.uint64)
    last = np.full(1, -1, dtype=np.int64)
    filled = np.zeros(1, dtype=np.int64)
    found = []
    while len(masks):
        if work.asked_to_stop():
            return None
        is_asked = np.isin(filled, sizes)
        found.append(masks[is_asked])
        more = blocks.count - 1 - last
        parent = np.repeat(np.arange(len(masks)), more)
        starts = np.repeat(np.cumsum(more) - more, more)
        new = last[parent] + 1 + np.arange(len(parent)) - starts
        total = filled[parent] + blocks.sizes[new]
        fits = (total <= largest) & ((masks[parent] & conflict[new]) == 0)
        work.spend(len(parent) // 12)
        parent, new = parent[fits], new[fits]
        masks, last, filled = masks[parent] | bit[new], new, total[fits]
    return found


def _keeps_tag_rules(tables: Tables, blocks: Blocks, chunks: tuple[Ints, ...]) -> Bools:
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


def _mask_of(row: Bools) -> np.uint64:
    return np.uint64(sum(1 << int(block) for block in np.flatnonzero(row)))


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
