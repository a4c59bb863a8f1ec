"""The best grouping of a class, with a proof: choose legal groups so that everyone is in one."""

from dataclasses import replace

import numpy as np

from plplanner.grouping.engine.highs import IntegerModel, solve_integer
from plplanner.grouping.engine.legal_groups import LegalGroups
from plplanner.grouping.engine.master import Bound, dearest, relaxed, rows_of, sides_of
from plplanner.grouping.engine.tables import Ints
from plplanner.grouping.engine.work import Progress, Work
from plplanner.records import record

_FIRST_COLUMNS = 500
# Beyond this a single step of HiGHS takes too long to be stopped within half a second.
_MOST_COLUMNS = 7_000


@record(frozen=True)
class Found:
    """The best grouping so far: a group per student (n), its cost, and a proven bound on any.

    `groups` None: none found, and then `nearest` may be one that breaks few rules. `bound` None:
    nothing proven. `impossible`: proven that none exists. `enough`: a bound beyond which nobody
    asks for more, because something else costs no more than that; None without.
    """

    groups: Ints | None
    cost: int | None
    bound: int | None
    impossible: bool = False
    nearest: Ints | None = None
    enough: int | None = None

    @property
    def is_proven(self) -> bool:
        """Whether nothing can be better, or nothing is cheaper than `enough`."""
        wanted = self.wanted
        return wanted is not None and self.bound is not None and self.bound >= wanted

    @property
    def wanted(self) -> int | None:
        """Only groupings cheaper than this are of interest."""
        known = [one for one in (self.cost, self.enough) if one is not None]
        return min(known, default=None)


def exact(
    legal: LegalGroups, start: Found, work: Work, *, on_better: Progress | None = None
) -> Found:
    """Improve `start` until it is proven or the work ends; never worse than `start`."""
    programme, best = bounded(legal, start, work)
    if programme is None:
        return best
    return chosen_from(legal, programme, best, work, on_better=on_better)


def bounded(legal: LegalGroups, start: Found, work: Work) -> tuple[Bound | None, Found]:
    """The bound of the linear programme, and `start` with it; no bound when there is no more to do.

    A bound dearer than any grouping proves that there is none.
    """
    if any(len(which) == 0 for which in legal.columns):
        return None, Found(None, None, None, impossible=True)
    bound = relaxed(legal, objective=start.wanted, work=work).bound
    if bound is None:
        return None, start
    if bound.value > dearest(legal):
        return None, Found(None, None, None, impossible=True)
    proven = bound.value if start.cost is None else min(bound.value, start.cost)
    return bound, replace(start, bound=proven)


def chosen_from(
    legal: LegalGroups,
    bound: Bound,
    start: Found,
    work: Work,
    *,
    on_better: Progress | None = None,
) -> Found:
    """Choose among the columns that may still improve, cheapest first, until none may."""
    best, width = start, _FIRST_COLUMNS
    while not best.is_proven and not work.ended():
        columns, is_all = _columns_worth(bound, best.wanted, width)
        if best.cost is not None and sum(map(len, columns)) > _MOST_COLUMNS:
            break
        best, exhausted = _chosen(legal, columns, best, work, is_all=is_all)
        if on_better is not None and best.cost is not None:
            on_better(best.cost, best.bound)
        if is_all:
            return _closed(best) if exhausted else best
        width *= 4
    return best


def _closed(best: Found) -> Found:
    if best.wanted is None:
        return Found(None, None, None, impossible=True)
    return replace(best, bound=best.wanted)


def _columns_worth(bound: Bound, cost: int | None, width: int) -> tuple[list[Ints], bool]:
    """The cheapest columns that may still improve on `cost`, and whether these are all."""
    worth = [
        np.flatnonzero(bound.may_improve(kind, cost)) if cost is not None else np.arange(len(one))
        for kind, one in enumerate(bound.reduced)
    ]
    # Compared above the least of the kind: prices of kinds are free.
    above = np.concatenate(
        [bound.reduced[k][which] - bound.least[k] for k, which in enumerate(worth)]
    )
    if len(above) <= width:
        return worth, True
    limit = np.partition(above, width)[width]
    kept = [
        which[bound.reduced[k][which] - bound.least[k] <= limit] for k, which in enumerate(worth)
    ]
    return kept, False


def _chosen(
    legal: LegalGroups, chosen: list[Ints], best: Found, work: Work, *, is_all: bool
) -> tuple[Found, bool]:
    cost = np.concatenate([legal.costs[k][picked] for k, picked in enumerate(chosen)])
    if not len(cost):
        return best, True
    sides = sides_of(legal)
    upper = np.concatenate([_times(legal, k, picked) for k, picked in enumerate(chosen)])
    model = IntegerModel(cost, upper, sides, sides, rows_of(legal, chosen))
    part = work if is_all else work.part(max(400_000, work.left // 3))
    answer = solve_integer(model, part, below=best.wanted)
    if part is not work:
        work.spend(part.spent)
    if answer.chosen is not None:
        value = int(cost @ answer.chosen)
        if best.cost is None or value < best.cost:
            best = replace(best, groups=_dealt(legal, chosen, answer.chosen), cost=value)
    return best, answer.finished


def _times(legal: LegalGroups, kind: int, picked: Ints) -> Ints:
    """How often a column may be used: an empty group as often as there are groups of the kind."""
    empty = legal.masks[legal.columns[kind][picked]] == 0
    return np.where(empty, len(legal.blocks.kinds[kind].groups), 1)


def _dealt(legal: LegalGroups, chosen: list[Ints], picked: Ints) -> Ints:
    """The group of each student, groups of a kind dealt in order, locked blocks first."""
    blocks = legal.blocks
    group_of = np.full(len(blocks.of), -1, dtype=np.int64)
    start = 0
    for number, which in enumerate(chosen):
        ones = np.repeat(which, picked[start : start + len(which)])
        start += len(which)
        kind = blocks.kinds[number]
        masks = [int(mask) for mask in legal.masks[legal.columns[number][ones]]]
        group_of_mask = _deal_kind(masks, kind.groups, dict(kind.locks))
        for mask, group in group_of_mask:
            for block in range(blocks.count):
                if mask >> block & 1:
                    group_of[list(blocks.members[block])] = group
    return group_of


def _deal_kind(
    masks: list[int], groups: tuple[int, ...], locks: dict[int, int]
) -> list[tuple[int, int]]:
    free = list(groups)
    dealt, waiting = [], []
    for mask in masks:
        bound = next((group for block, group in locks.items() if mask >> block & 1), None)
        if bound is None:
            waiting.append(mask)
        else:
            dealt.append((mask, bound))
            free.remove(bound)
    return dealt + list(zip(sorted(waiting), free, strict=True))
