"""A proof where legal groups are too many to list: only those that prices leave worth having.

Prices come from a linear programme over a pool of groups (column generation). While some group
outside costs less than its members pay, it joins the pool; when none does, the prices prove a
bound, and no group of a better grouping costs more above its prices than the gap (Lagrangian).
"""

from dataclasses import replace

import numpy as np

from plplanner.grouping.engine.blocks import Blocks
from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.growing import Asked, cheap_sets
from plplanner.grouping.engine.highs import Floats
from plplanner.grouping.engine.legal_groups import LegalGroups, legal_from
from plplanner.grouping.engine.listed_sets import Masks
from plplanner.grouping.engine.master import SCALE, Bound, Programme, bound_from
from plplanner.grouping.engine.tables import Ints, Tables
from plplanner.grouping.engine.work import Work
from plplanner.records import record

_BEAMS = (150, 1_500)
_ADDED_EACH_ROUND = 400
_ROUND_UNITS = 12_000
# A proof that finds more than this at the wanted prices would not be one.
_FEW = 5_000


@record(frozen=True)
class Pool:
    """Groups that looked worth having on the way; `bound` holds for them alone."""

    legal: LegalGroups
    bound: Bound


@record(frozen=True)
class Sifted:
    """A proven `bound`, None where the work ended before; and the `legal` groups worth having.

    Any grouping cheaper than the one known consists of these; None where they are too many, or
    the work ended. The `pool` is there in any case, and proves nothing.
    """

    bound: int | None
    pool: Pool
    legal: LegalGroups | None = None


@record(frozen=True)
class _Market:
    """Where groups are sought, and the work that may be spent on it."""

    tables: Tables
    blocks: Blocks
    work: Work

    def legal(self, masks: Masks) -> LegalGroups:
        """Those of the masks that are legal, with their costs."""
        return legal_from(self.tables, self.blocks, masks)


@record(frozen=True)
class _Prices:
    """What each block pays, scaled, and the most a group of each kind may cost beside that."""

    blocks: Ints
    limits: tuple[int, ...]


def sifted(tables: Tables, blocks: Blocks, start: Found, work: Work) -> Sifted:
    """The bound, and the groups worth having beside those of `start`, which must have some."""
    assert start.groups is not None and start.cost is not None and start.wanted is not None
    market = _Market(tables, blocks, work)
    masks = market.legal(_masks_of(blocks, start.groups)).masks
    programme = Programme(market.legal(masks), work)
    duals = np.zeros(blocks.count + len(blocks.kinds))
    while not work.ended():
        now = programme.duals()
        if now is None:
            break
        duals = now
        work.spend(_ROUND_UNITS + 2 * len(masks))
        if _reaches(market, duals, start.wanted):
            return Sifted(start.wanted, _pool(market, masks, duals))
        more = _cheaper_soon(market, masks, duals)
        if not len(more):
            pool = _pool(market, masks, duals)
            proven = _cheaper_anywhere(market, pool.legal, duals, pool.bound)
            if proven is None:
                break
            if not len(proven):
                room = max(0, SCALE * start.wanted - pool.bound.scaled)
                near = _within(market, pool.legal, duals, pool.bound, room)
                return Sifted(pool.bound.value, pool, near)
            more = proven
        programme.extend(market.legal(more))
        masks = np.union1d(masks, more)
    return Sifted(None, _pool(market, masks, duals))


def _pool(market: _Market, masks: Masks, duals: Floats) -> Pool:
    legal = market.legal(masks)
    return Pool(legal, bound_from(legal, duals))


def _reaches(market: _Market, duals: Floats, wanted: int) -> bool:
    """Whether these prices already prove that nothing is cheaper than wanted.

    They do when no group costs less, beside what its members pay, than an equal share of the rest.
    """
    blocks = market.blocks
    times = [len(kind.groups) for kind in blocks.kinds]
    levels = _levels(blocks, duals)
    prices = _prices(blocks, duals, ())
    paid = int(prices.blocks.sum()) + sum(n * level for n, level in zip(times, levels, strict=True))
    room = (paid - SCALE * (wanted - 1) - 1) // sum(times)
    if room <= 0:
        return False
    below = replace(prices, limits=tuple(level - room - 1 for level in levels))
    return all(
        _has_none(market, below, kind, beam)
        for beam in (_BEAMS[0], None)
        for kind in range(len(levels))
    )


def _has_none(market: _Market, prices: _Prices, kind: int, beam: int | None) -> bool:
    """Whether no group of a kind is within its limit; with a beam, whether none shows soon."""
    asked = replace(_asked(prices, kind, beam), most=_FEW)
    grown = cheap_sets(market.tables, market.blocks, asked, market.work)
    reduced = _reduced(market.legal(grown.masks), prices, kind)
    found_none = not bool((reduced <= prices.limits[kind]).any())
    return found_none and (grown.is_all or beam is not None)


def _cheaper_soon(market: _Market, masks: Masks, duals: Floats) -> Masks:
    """Some groups outside the pool that cost less than their members pay, without a proof."""
    blocks = market.blocks
    prices = _prices(blocks, duals, tuple(level - 1 for level in _levels(blocks, duals)))
    for beam in _BEAMS:
        found = [
            _cheapest(market, np.setdiff1d(grown.masks, masks), prices, kind)
            for kind in range(len(blocks.kinds))
            for grown in [
                cheap_sets(market.tables, blocks, _asked(prices, kind, beam), market.work)
            ]
        ]
        more = np.unique(np.concatenate(found))
        if len(more):
            return more
    return np.zeros(0, dtype=np.uint64)


def _cheaper_anywhere(
    market: _Market, pool: LegalGroups, duals: Floats, bound: Bound
) -> Masks | None:
    """The same, and when there are none, that is proven; None when the work ends before."""
    prices = _prices(pool.blocks, duals, tuple(least - 1 for least in bound.least))
    found, is_all = [], True
    for kind in range(len(pool.blocks.kinds)):
        grown = cheap_sets(market.tables, pool.blocks, _asked(prices, kind), market.work)
        fresh = np.setdiff1d(grown.masks, pool.masks)
        found.append(_cheapest(market, fresh, prices, kind))
        is_all = is_all and grown.is_all
    more = np.unique(np.concatenate(found))
    return more if is_all or len(more) else None


def _cheapest(market: _Market, masks: Masks, prices: _Prices, kind: int) -> Masks:
    """The cheapest of the masks that truly are within the limit of the kind."""
    if not len(masks):
        return masks
    fresh = market.legal(masks)
    reduced = _reduced(fresh, prices, kind)
    better = np.flatnonzero(reduced <= prices.limits[kind])
    if len(better) > _ADDED_EACH_ROUND:
        better = better[np.argpartition(reduced[better], _ADDED_EACH_ROUND)[:_ADDED_EACH_ROUND]]
    cheapest: Masks = fresh.masks[fresh.columns[kind][better]]
    return cheapest


def _within(
    market: _Market, pool: LegalGroups, duals: Floats, bound: Bound, room: int
) -> LegalGroups | None:
    """All legal groups that cost at most `room` more than the least, and those of the pool."""
    prices = _prices(pool.blocks, duals, tuple(least + room for least in bound.least))
    found = [pool.masks]
    for kind in range(len(pool.blocks.kinds)):
        grown = cheap_sets(market.tables, pool.blocks, _asked(prices, kind), market.work)
        if not grown.is_all:
            return None
        found.append(grown.masks)
    return market.legal(np.unique(np.concatenate(found)))


def _prices(blocks: Blocks, duals: Floats, limits: tuple[int, ...]) -> _Prices:
    return _Prices(np.floor(duals * SCALE).astype(np.int64)[: blocks.count], limits)


def _levels(blocks: Blocks, duals: Floats) -> list[int]:
    """What a group of each kind in the programme costs at least beside its prices, about."""
    levels: list[int] = np.floor(duals[blocks.count :] * SCALE).astype(np.int64).tolist()
    return levels


def _reduced(legal: LegalGroups, prices: _Prices, kind: int) -> Ints:
    """What each legal group of a kind costs beside what its members pay, scaled and exact."""
    free = np.zeros(len(legal.blocks.kinds), dtype=np.int64)
    return bound_from(legal, np.concatenate([prices.blocks, free]) / SCALE).reduced[kind]


def _asked(prices: _Prices, kind: int, beam: int | None = None) -> Asked:
    return Asked(kind, prices.blocks, prices.limits[kind], SCALE, beam=beam)


def _masks_of(blocks: Blocks, groups: Ints) -> Masks:
    bit = np.uint64(1) << blocks.of.astype(np.uint64)
    masks = np.zeros(int(groups.max()) + 1, dtype=np.uint64)
    np.bitwise_or.at(masks, groups, bit)
    return np.unique(masks)
