"""A small integer programme in plain lists, and HiGHS behind one door that opens when it is solved.

numpy and HiGHS take a tenth of a second to load; a start of the program must not pay for that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plplanner.grouping.engine.work import Work
from plplanner.records import record

FREE = float("inf")
Term = tuple[int, float]


@record(frozen=True)
class Solved:
    """What solving came to: a value per variable (None: nothing found), HiGHS's dual bound.

    `finished`: the search was exhausted, so nothing is better, or nothing exists.
    """

    values: tuple[int, ...] | None
    bound: float
    finished: bool


@dataclass
class Program:
    """Minimise cost · x over 0 ≤ x ≤ upper with rows low ≤ a · x ≤ high; grown step by step.

    Variables that are not whole are measures: each is in one row and makes up for what that row
    lacks (coefficient 1) or has too much (−1).
    """

    cost: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)

    def add(self, cost: int = 0, upper: int = 1, *, whole: bool = True) -> int:
        """A new variable."""
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, low: float, terms: Iterable[Term], high: float) -> None:
        """low ≤ Σ coefficient · variable ≤ high."""
        self.entries += [(variable, len(self.low), value) for variable, value in terms]
        self.low.append(low)
        self.high.append(high)

    def at_most(self, terms: Iterable[Term], high: float) -> None:
        """Σ coefficient · variable ≤ high."""
        self.row(-FREE, terms, high)

    def at_least(self, low: float, terms: Iterable[Term]) -> None:
        """Σ coefficient · variable ≥ low."""
        self.row(low, terms, FREE)


def ones(variables: Iterable[int]) -> list[Term]:
    """The sum of these variables."""
    return [(variable, 1.0) for variable in variables]


def solved(program: Program, work: Work, *, below: int | None = None) -> Solved:
    """The best x, or the best so far when the work ends; only x better than `below` count.

    Where none is better, HiGHS may still give one it met that is not: look at its cost.
    """
    if any(low > 0 or high < 0 for low, high in _empty_rows(program)):
        return Solved(None, 0.0, finished=True)
    if not program.cost:
        return Solved((), 0.0, finished=True)
    # HiGHS and numpy are loaded here: see the first lines.
    import numpy as np  # noqa: PLC0415

    from plplanner.grouping.engine.highs import IntegerModel, Rows, solve_integer  # noqa: PLC0415

    entries = sorted(program.entries)
    columns = np.array([column for column, _, _ in entries], dtype=np.int64)
    starts = np.searchsorted(columns, np.arange(len(program.cost) + 1)).astype(np.int64)
    rows = np.array([row for _, row, _ in entries], dtype=np.int64)
    values = np.array([value for _, _, value in entries], dtype=np.float64)
    model = IntegerModel(
        cost=np.array(program.cost, dtype=np.int64),
        upper=np.array(program.upper, dtype=np.int64),
        low=np.array(program.low, dtype=np.float64),
        high=np.array(program.high, dtype=np.float64),
        matrix=Rows(starts, rows, values),
        whole=np.array(program.whole, dtype=np.bool_),
    )
    answer = solve_integer(model, work, below=below)
    chosen = None if answer.chosen is None else _tightened(program, answer.chosen.tolist())
    return Solved(chosen, answer.bound, answer.finished)


def _tightened(program: Program, values: list[int]) -> tuple[int, ...]:
    """The values with every measure as small as its row allows.

    In an answer that is not the best, HiGHS may leave a measure larger than what it measures.
    """
    measures = {number for number, whole in enumerate(program.whole) if not whole}
    sums: dict[int, float] = {}
    row_of: dict[int, tuple[int, float]] = {}
    for variable, row, value in program.entries:
        if variable in measures:
            row_of[variable] = row, value
        else:
            sums[row] = sums.get(row, 0.0) + value * values[variable]
    for variable, (row, value) in row_of.items():
        total = sums.get(row, 0.0)
        off = program.low[row] - total if value > 0 else total - program.high[row]
        values[variable] = max(0, round(off / abs(value)))
    return tuple(values)


def _empty_rows(program: Program) -> Sequence[tuple[float, float]]:
    """The sides of rows without a variable: HiGHS need not be asked about those."""
    used = {row for _, row, _ in program.entries}
    sides = enumerate(zip(program.low, program.high, strict=True))
    return [side for row, side in sides if row not in used]
