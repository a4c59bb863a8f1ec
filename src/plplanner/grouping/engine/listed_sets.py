"""Every set of blocks of the sizes asked for, as bit masks; of the rules only “apart” is kept."""

import numpy as np
import numpy.typing as npt

from plplanner.grouping.engine.blocks import Blocks
from plplanner.grouping.engine.tables import Bools, Ints, Tables
from plplanner.grouping.engine.work import Work
from plplanner.records import record

Masks = npt.NDArray[np.uint64]
# So many sets are looked at together: more take memory by the hundred megabytes, and no less time.
AT_ONCE = 100_000


@record(frozen=True)
class _Sets:
    """Sets on the way (N): the last block of each, and how many students it holds."""

    masks: Masks
    last: npt.NDArray[np.int16]
    filled: npt.NDArray[np.int16]

    def __getitem__(self, which: Ints | slice) -> "_Sets":
        return _Sets(self.masks[which], self.last[which], self.filled[which])


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


def listed_sets(blocks: Blocks, tables: Tables, work: Work) -> list[Masks] | None:
    """All sets of the sizes asked for without two apart, smaller ones first; None when stopped."""
    sizes, largest = sizes_asked(tables), int(tables.largest.max())
    least = int(blocks.sizes.min(initial=1))
    sets = _Sets(
        np.zeros(1, dtype=np.uint64), np.full(1, -1, dtype=np.int16), np.zeros(1, dtype=np.int16)
    )
    found = []
    while len(sets.masks):
        found.append(sets.masks[np.isin(sets.filled, sizes)])
        # Full ones would have more children than all others together, each too large.
        sets = sets[np.flatnonzero(sets.filled + least <= largest)]
        grown = []
        for at in range(0, len(sets.masks), AT_ONCE):
            if work.asked_to_stop():
                return None
            grown.append(_with_one_more(sets[slice(at, at + AT_ONCE)], blocks, largest, work))
        if not grown:
            break
        sets = _Sets(
            np.concatenate([one.masks for one in grown]),
            np.concatenate([one.last for one in grown]),
            np.concatenate([one.filled for one in grown]),
        )
    return found


def _with_one_more(sets: _Sets, blocks: Blocks, largest: int, work: Work) -> _Sets:
    """Each set with one later block more, where it fits and nobody in it is apart from that."""
    conflict = np.array([mask_of(row) for row in blocks.apart], dtype=np.uint64)
    more = blocks.count - 1 - sets.last.astype(np.int64)
    parent = np.repeat(np.arange(len(more)), more)
    starts = np.repeat(np.cumsum(more) - more, more)
    new = sets.last[parent] + 1 + np.arange(len(parent)) - starts
    total = sets.filled[parent] + blocks.sizes[new]
    fits = (total <= largest) & ((sets.masks[parent] & conflict[new]) == 0)
    work.spend(len(parent) // 12)
    parent, new = parent[fits], new[fits]
    bit = np.uint64(1) << new.astype(np.uint64)
    return _Sets(sets.masks[parent] | bit, new.astype(np.int16), total[fits].astype(np.int16))


def mask_of(row: Bools) -> np.uint64:
    """The marked blocks as one mask."""
    return np.uint64(sum(1 << int(block) for block in np.flatnonzero(row)))
