"""A proven bound on meetings: a linear programme over all ways, priced in exact integers.

Column generation (Gilmore and Gomory 1961) with the rows “so many groups at a table in a round”,
“so many must meet in a round” and “one way per group”. Duals are rounded to integers, so the
bound is safe whatever the floats.
"""

import numpy as np

from plplanner.grouping.engine.work import Work
from plplanner.records import record
from plplanner.rotation.engine.layout import Layout
from plplanner.rotation.engine.meetings import GroupWays, Ints

SCALE = 1 << 20
_FIRST, _MORE = 60, 40
_MOST_ROUNDS = 200


@record(frozen=True)
class MeetingBound:
    """`scaled` / SCALE is a bound on what meetings cost; `above` (per group, per way) is by how
    much, in the same scale, the bound grows when that way is used. `used` (per group) are numbers
    of the ways that the programme looked at.
    """

    scaled: int
    above: tuple[Ints, ...]
    used: tuple[Ints, ...]

    @property
    def value(self) -> int:
        """The bound as a whole number: no plan's meetings cost less."""
        return -(-self.scaled // SCALE)

    def may_improve(self, group: int, below: int) -> Ints:
        """Numbers of the ways that a plan cheaper than `below` may use."""
        return np.flatnonzero(self.above[group] <= SCALE * (below - 1) - self.scaled)

    def cheapest(self, group: int, count: int) -> Ints:
        """Numbers of the `count` ways that raise the bound least."""
        return np.argsort(self.above[group], kind="stable")[:count]


def bound_on_meetings(
    layout: Layout, ways: tuple[GroupWays, ...], work: Work
) -> MeetingBound | None:
    """The bound, None when stopped. Every group must have a way."""
    master = _Master(layout, ways)
    best: MeetingBound | None = None
    for _ in range(_MOST_ROUNDS):
        duals = master.duals()
        work.spend(2_000 + sum(len(one.cost) for one in ways) // 20)
        if duals is None or work.asked_to_stop():
            return best
        bound, grown = master.priced(duals)
        best = bound if best is None or bound.scaled > best.scaled else best
        if not grown:
            break
    return best


class _Master:
    """The restricted linear programme, grown by the ways that price out."""

    def __init__(self, layout: Layout, ways: tuple[GroupWays, ...]) -> None:
        # HiGHS is loaded when thinking starts, not with the program.
        from plplanner.grouping.engine.highs import INFINITE, quiet_solver  # noqa: PLC0415

        self.ways, self.infinite = ways, INFINITE
        self.tables = [(*slot, station) for slot in layout.slots for station in layout.led]
        self.row = {table: number for number, table in enumerate(self.tables)}
        self.room = [layout.stations[station].groups_at_once for *_, station in self.tables]
        self.slots = list(layout.slots)
        self.fewest = [layout.fewest_meetings(slot) for slot in self.slots]
        self.inside = [np.zeros(len(one.cost), dtype=np.bool_) for one in ways]
        self.solver = quiet_solver()
        self._add_rows_and_slacks()
        for group in range(len(ways)):
            self._add(group, np.argsort(ways[group].cost, kind="stable")[:_FIRST])

    def duals(self) -> list[float] | None:
        """A price per row; None when HiGHS gives none."""
        self.solver.solve()
        if self.solver.getModelStatus().name != "kOptimal":
            return None
        return list(self.solver.getSolution().row_dual)

    def priced(self, duals: list[float]) -> tuple[MeetingBound, bool]:
        """The bound these prices prove, and whether ways were added that might better them."""
        prices = [int(np.floor(dual * SCALE)) for dual in duals[: self.own]]
        room = [min(0, price) for price in prices[: len(self.tables)]]
        must = [max(0, price) for price in prices[len(self.tables) :]]
        scaled = sum(a * b for a, b in zip(room, self.room, strict=True))
        scaled += sum(a * b for a, b in zip(must, self.fewest, strict=True))
        of_slot = dict(zip(self.slots, must, strict=True))
        of_table = {
            (day, index, station): price + of_slot[day, index]
            for (day, index, station), price in zip(self.tables, room, strict=True)
        }
        above, grown = [], False
        for group, ways in enumerate(self.ways):
            reduced = SCALE * ways.cost
            for day, options in enumerate(ways.options):
                of_option = [
                    sum(of_table[day, index, station] for index, station in meetings)
                    for meetings in options
                ]
                reduced = reduced - ways.per_option(day, of_option)
            least = int(reduced.min())
            scaled += least
            above.append(reduced - least)
            own_price = SCALE * duals[self.own + group]
            new = np.flatnonzero((reduced < own_price - 1) & ~self.inside[group])
            if len(new):
                self._add(group, new[np.argsort(reduced[new], kind="stable")[:_MORE]])
                grown = True
        used = tuple(np.flatnonzero(inside) for inside in self.inside)
        return MeetingBound(scaled, tuple(above), used), grown

    @property
    def own(self) -> int:
        """The row of the first group; those of tables and of rounds come before."""
        return len(self.tables) + len(self.slots)

    def _add_rows_and_slacks(self) -> None:
        groups, rows = len(self.ways), self.own + len(self.ways)
        free = [self.infinite] * len(self.slots)
        low = [-self.infinite] * len(self.tables) + [*self.fewest] + [1.0] * groups
        high = [*self.room, *free] + [1.0] * groups
        self.solver.addRows(
            rows,
            np.array(low, dtype=np.float64),
            np.array(high, dtype=np.float64),
            0,
            np.zeros(rows, np.int32),
            np.zeros(0, np.int32),
            np.zeros(0),
        )
        # Dearer than any plan, so that the programme always has an answer.
        dear = float(sum(int(one.cost.max(initial=0)) for one in self.ways) + 1)
        unmet = range(len(self.tables), rows)
        self._columns([dear] * len(unmet), [[row] for row in unmet])

    def _add(self, group: int, chosen: Ints) -> None:
        self.inside[group][chosen] = True
        ways, first_slot = self.ways[group], len(self.tables)
        slot_row = {slot: first_slot + number for number, slot in enumerate(self.slots)}
        rows = []
        for way in chosen:
            meetings = [
                (day, index, station)
                for day, option in enumerate(ways.choice[way])
                for index, station in ways.options[day][option]
            ]
            tables = [self.row[meeting] for meeting in meetings]
            in_rounds = [slot_row[meeting[:2]] for meeting in meetings]
            rows.append([*tables, *in_rounds, self.own + group])
        self._columns([float(cost) for cost in ways.cost[chosen]], rows)

    def _columns(self, costs: list[float], rows: list[list[int]]) -> None:
        flat = [row for column in rows for row in column]
        ends = np.cumsum([len(column) for column in rows])
        starts = np.concatenate([[0], ends[:-1]]).astype(np.int32)
        count = len(costs)
        self.solver.addCols(
            count,
            np.array(costs),
            np.zeros(count),
            np.full(count, self.infinite),
            len(flat),
            starts,
            np.array(flat, dtype=np.int32),
            np.ones(len(flat)),
        )
