"""Choosing among legal groups: the linear programme, its prices, and a bound that is safe.

Duals come from HiGHS as floats. They are rounded to integers over `SCALE`, and every reduced cost
and bound is then computed in exact integers: any duals at all give a true lower bound
(Lagrangian), rounding only makes it a little weaker. So “optimal” never hangs on a tolerance.
"""

import highspy
import numpy as np

from plplanner.grouping.engine.highs import INFINITE, Floats, Rows, quiet_solver, stop_on_request
from plplanner.grouping.engine.legal_groups import LegalGroups, lookup, members_of, tables_by_chunk
from plplanner.grouping.engine.tables import Bools, Ints
from plplanner.grouping.engine.work import Work
from plplanner.records import record

SCALE = 1 << 10
_ADDED_EACH_ROUND = 250
_ROUND_UNITS = 6_000


@record(frozen=True)
class Bound:
    """A proven lower bound, and which columns could still be part of something better.

    `value` × SCALE is `scaled`; `reduced[k]` are the scaled reduced costs of kind k's columns,
    `slack[k]` what a column of kind k may cost at most for a given target, see `may_improve`.
    """

    scaled: int
    reduced: tuple[Ints, ...]
    least: tuple[int, ...]

    @property
    def value(self) -> int:
        """The bound as a whole number of the objective."""
        return -(-self.scaled // SCALE)

    def may_improve(self, kind: int, objective: int) -> Bools:
        """The columns of a kind that some grouping cheaper than `objective` may use."""
        room = SCALE * (objective - 1) - self.scaled + self.least[kind]
        allowed: Bools = self.reduced[kind] <= room
        return allowed


@record(frozen=True)
class Relaxed:
    """What the linear programme came to. `bound` None: stopped before any; `value` its optimum.

    `impossible` says that no mix of legal groups covers everyone, proven by exact integers.
    """

    bound: Bound | None
    duals: Floats | None = None
    finished: bool = False


def relaxed(legal: LegalGroups, *, objective: int | None, work: Work) -> Relaxed:
    """The best bound the linear programme gives, all columns priced each round.

    Ends early once the bound reaches `objective`, the best grouping known.
    """
    programme = Programme(legal, work)
    best: Bound | None = None
    duals = None
    while not work.ended():
        duals = programme.duals()
        if duals is None:
            break
        bound = bound_from(legal, duals)
        if best is None or bound.scaled > best.scaled:
            best = bound
        if objective is not None and best.value >= objective:
            return Relaxed(best, duals, finished=True)
        work.spend(_ROUND_UNITS + legal.count // 25)
        if not programme.add_cheapest(bound):
            return Relaxed(best, duals, finished=True)
    return Relaxed(best, duals)


def bound_from(legal: LegalGroups, duals: Floats) -> Bound:
    """The exact bound that these prices per block and per kind prove."""
    blocks = legal.blocks
    prices = np.floor(duals * SCALE).astype(np.int64)
    per_set = lookup(tables_by_chunk(prices[: blocks.count]), legal.chunks)
    scaled = int(prices[: blocks.count].sum())
    reduced, least = [], []
    for which, cost in zip(legal.columns, legal.costs, strict=True):
        reduced.append(SCALE * cost - per_set[which])
    for kind, values in zip(blocks.kinds, reduced, strict=True):
        # The kind's own price is free; the best choice makes its cheapest column cost nothing.
        lowest = int(values.min()) if len(values) else 0
        least.append(lowest)
        scaled += len(kind.groups) * lowest
    return Bound(scaled, tuple(reduced), tuple(least))


def rows_of(legal: LegalGroups, chosen: list[Ints]) -> Rows:
    """The chosen columns of each kind as sparse rows: blocks first, then kinds."""
    blocks = legal.blocks
    counts, rows = [], []
    for kind, picked in enumerate(chosen):
        inside = members_of(legal.masks[legal.columns[kind][picked]], blocks.count)
        marked = np.zeros((len(picked), blocks.count + len(blocks.kinds)), dtype=np.bool_)
        marked[:, : blocks.count] = inside
        marked[:, blocks.count + kind] = True
        counts.append(marked.sum(1))
        rows.append(np.nonzero(marked)[1])
    starts = np.concatenate([[0], np.cumsum(np.concatenate(counts))]).astype(np.int64)
    flat = np.concatenate(rows).astype(np.int64)
    return Rows(starts, flat, np.ones(len(flat)))


def sides_of(legal: LegalGroups) -> Floats:
    """Right-hand sides: every block once, every kind as many times as it has groups."""
    per_kind = [float(len(kind.groups)) for kind in legal.blocks.kinds]
    return np.array([1.0] * legal.blocks.count + per_kind)


def dearest(legal: LegalGroups) -> int:
    """More than any grouping can cost."""
    return sum(
        len(kind.groups) * int(cost.max() if len(cost) else 0) + 1
        for kind, cost in zip(legal.blocks.kinds, legal.costs, strict=True)
    )


class Programme:
    """The restricted linear programme, grown by the columns that price out."""

    def __init__(self, legal: LegalGroups, work: Work) -> None:
        self.legal = legal
        self.inside = [np.zeros(len(one), dtype=np.bool_) for one in legal.columns]
        self.solver = quiet_solver()
        stop_on_request(self.solver, work)
        self._add_rows_and_slacks()
        start = 12 * legal.blocks.count
        kinds = max(1, len(legal.columns))
        for kind, cost in enumerate(legal.costs):
            few = np.argsort(cost, kind="stable")[: max(200, start // kinds)]
            self.inside[kind][few] = True
            self._add(legal, kind, few)

    def duals(self) -> Floats | None:
        """Prices of the rows, None when stopped."""
        self.solver.solve()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.solver.getSolution().row_dual)

    def extend(self, more: LegalGroups) -> None:
        """Add all columns of other legal groups, of the same blocks and kinds."""
        for kind, which in enumerate(more.columns):
            self._add(more, kind, np.arange(len(which)))

    def add_cheapest(self, bound: Bound) -> bool:
        """Add columns that price out; False when none does."""
        added = False
        share = max(60, _ADDED_EACH_ROUND // max(1, len(bound.reduced)))
        prices = np.array(self.solver.getSolution().row_dual)[self.legal.blocks.count :]
        for kind, values in enumerate(bound.reduced):
            threshold = SCALE * float(prices[kind]) - 1
            negative = np.flatnonzero((values < threshold) & ~self.inside[kind])
            if len(negative) > share:
                order = np.argpartition(values[negative], share)[:share]
                negative = np.sort(negative[order])
            if len(negative):
                self.inside[kind][negative] = True
                self._add(self.legal, kind, negative)
                added = True
        return added

    def _add_rows_and_slacks(self) -> None:
        sides = sides_of(self.legal)
        count = len(sides)
        nothing = np.zeros(0, dtype=np.int32)
        starts = np.zeros(count, dtype=np.int32)
        self.solver.addRows(count, sides, sides, 0, starts, nothing, np.zeros(0))
        # Dearer than any grouping, so that a bound above all groupings proves that there is none.
        worst = max((int(abs(cost).max(initial=0)) for cost in self.legal.costs), default=0)
        times = 1 + sum(len(kind.groups) for kind in self.legal.blocks.kinds)
        dear = float(2 * times * worst + 2 * abs(dearest(self.legal)) + 1)
        one = np.arange(count, dtype=np.int32)
        for sign in (1.0, -1.0):
            self.solver.addCols(
                count,
                np.full(count, dear),
                np.zeros(count),
                np.full(count, INFINITE),
                count,
                one,
                one,
                np.full(count, sign),
            )

    def _add(self, legal: LegalGroups, kind: int, picked: Ints) -> None:
        empty = np.zeros(0, dtype=np.int64)
        chosen = [picked if k == kind else empty for k in range(len(self.inside))]
        rows = rows_of(legal, chosen)
        count = len(picked)
        self.solver.addCols(
            count,
            legal.costs[kind][picked].astype(np.float64),
            np.zeros(count),
            np.full(count, INFINITE),
            len(rows.rows),
            rows.starts[:-1].astype(np.int32),
            rows.rows.astype(np.int32),
            rows.values,
        )
