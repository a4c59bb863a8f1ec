"""The compact model: one yes-or-no per student and group, where legal groups are too many to list.

Fits choice with wide sizes: costs of places, sizes, spread and the few pairs that cost something.
Distances between all pairs would need a variable each; such problems are searched instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.highs import INFINITE, IntegerModel, Rows, solve_integer
from plplanner.grouping.engine.position import cost_of
from plplanner.grouping.engine.tables import Tables
from plplanner.grouping.engine.work import Work

_MOST_PAIRS = 600
_MOST_PLACES = 1_500


def is_fit(tables: Tables) -> bool:
    """Whether the compact model is small enough to be worth trying."""
    pairs = int(np.count_nonzero(np.triu(tables.repeat, 1)))
    is_plain = tables.counted is None and not tables.problem.wishes.uneven
    is_small = pairs <= _MOST_PAIRS and tables.students * tables.groups <= _MOST_PLACES
    return is_plain and is_small and not tables.distance.any() and tables.ranks is None


def compact(tables: Tables, start: Found, work: Work) -> Found:
    """The best of `start` and what the model finds; the bound is HiGHS's, rounded down safely."""
    model = _Model(tables)
    model.everyone_once()
    model.sizes()
    model.pairs_that_cost()
    model.pair_rules()
    model.tag_rules()
    model.spread()
    answer = solve_integer(model.built(), work, below=start.cost)
    bound = None if answer.bound <= -INFINITE else int(np.ceil(answer.bound - 1e-6 * model.scale))
    if answer.chosen is None:
        if start.cost is None:
            return Found(None, None, bound, impossible=answer.finished)
        return Found(start.groups, start.cost, start.cost if answer.finished else bound)
    places = answer.chosen[: tables.students * tables.groups]
    groups = places.reshape(tables.students, tables.groups).argmax(axis=1)
    cost = cost_of(tables, groups)
    if start.cost is not None and start.cost <= cost:
        groups, cost = start.groups, start.cost
    # A found grouping is never dearer than the proven end of an exhausted search.
    proven = cost if answer.finished else bound
    return Found(groups, cost, None if proven is None else min(proven, cost))


@dataclass
class _Model:
    tables: Tables
    cost: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        tables = self.tables
        self.cost = tables.place.ravel().tolist()
        self.upper = tables.allowed.astype(int).ravel().tolist()
        self.whole = [True] * len(self.cost)

    @property
    def scale(self) -> float:
        """The size of numbers here, for rounding."""
        return float(max(1, *(abs(one) for one in self.cost)))

    def place(self, student: int, group: int) -> int:
        """The variable that puts a student into a group."""
        return student * self.tables.groups + group

    def add(self, cost: int, upper: int, *, whole: bool = True) -> int:
        """A new variable."""
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, low: float, high: float, terms: Iterable[tuple[int, float]]) -> None:
        """low ≤ Σ coefficient · variable ≤ high."""
        self.entries += [(variable, len(self.low), value) for variable, value in terms]
        self.low.append(low)
        self.high.append(high)

    def everyone_once(self) -> None:
        """Each student in one group."""
        for student in range(self.tables.students):
            self.row(1, 1, [(self.place(student, g), 1) for g in range(self.tables.groups)])

    def sizes(self) -> None:
        """Sizes within their limits, and what it costs to miss the target."""
        tables = self.tables
        for g in range(tables.groups):
            inside = [(self.place(student, g), 1.0) for student in range(tables.students)]
            self.row(float(tables.smallest[g]), float(tables.largest[g]), inside)
            target = int(tables.target[g])
            if tables.size_weight and target >= 0:
                off = self.add(tables.size_weight, tables.students, whole=False)
                self.row(-INFINITE, target, [*inside, (off, -1.0)])
                self.row(target, INFINITE, [*inside, (off, 1.0)])

    def pairs_that_cost(self) -> None:
        """Pairs with a price: together or not, by group."""
        tables = self.tables
        for one, other in zip(*np.nonzero(np.triu(tables.repeat, 1)), strict=True):
            price = int(tables.repeat[one, other])
            met = self.add(price, 1, whole=price < 0)
            for g in range(tables.groups):
                both = [(self.place(int(one), g), 1.0), (self.place(int(other), g), 1.0)]
                if price > 0:
                    self.row(-INFINITE, 1, [*both, (met, -1.0)])
                else:
                    self._only_if_together(met, both)

    def _only_if_together(self, met: int, both: list[tuple[int, float]]) -> None:
        (one, _), (other, _) = both
        self.row(-INFINITE, 1, [(met, 1.0), (one, 1.0), (other, -1.0)])
        self.row(-INFINITE, 1, [(met, 1.0), (one, -1.0), (other, 1.0)])

    def pair_rules(self) -> None:
        """Together and apart."""
        for g in range(self.tables.groups):
            for one, other in self.tables.together:
                self.row(0, 0, [(self.place(one, g), 1.0), (self.place(other, g), -1.0)])
            for one, other in self.tables.apart:
                self.row(-INFINITE, 1, [(self.place(one, g), 1.0), (self.place(other, g), 1.0)])

    def tag_rules(self) -> None:
        """At most, at least, and never alone."""
        tables = self.tables
        for t in range(len(tables.tags)):
            tagged = np.flatnonzero(tables.tags[t]).tolist()
            for g in range(tables.groups):
                inside = [(self.place(student, g), 1.0) for student in tagged]
                self.row(float(tables.fewest[t]), float(tables.most[t]), inside)
                if tables.lone[t]:
                    some = self.add(0, 1)
                    self.row(0, INFINITE, [*inside, (some, -2.0)])
                    self.row(-INFINITE, 0, [*inside, (some, -float(len(tagged)))])

    def spread(self) -> None:
        """How far each group is from the class, per feature."""
        tables = self.tables
        for f, weight in enumerate(tables.feature_weight.tolist()):
            total = int(tables.feature_total[f])
            step = tables.spread_over * tables.features[f] - total
            for g in range(tables.groups):
                inside = [
                    (self.place(student, g), float(step[student]))
                    for student in range(tables.students)
                ]
                off = self.add(weight, int(abs(step).sum()) + 1, whole=False)
                self.row(-INFINITE, 0, [*inside, (off, -1.0)])
                self.row(0, INFINITE, [*inside, (off, 1.0)])

    def built(self) -> IntegerModel:
        """The model for the solver."""
        self.entries.sort()
        columns = np.array([column for column, _, _ in self.entries], dtype=np.int64)
        starts = np.searchsorted(columns, np.arange(len(self.cost) + 1))
        rows = np.array([row for _, row, _ in self.entries], dtype=np.int64)
        values = np.array([value for _, _, value in self.entries], dtype=np.float64)
        return IntegerModel(
            cost=np.array(self.cost, dtype=np.int64),
            upper=np.array(self.upper, dtype=np.int64),
            low=np.array(self.low, dtype=np.float64),
            high=np.array(self.high, dtype=np.float64),
            matrix=Rows(starts.astype(np.int64), rows, values),
            whole=np.array(self.whole, dtype=np.bool_),
        )
