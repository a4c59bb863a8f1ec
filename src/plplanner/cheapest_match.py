"""The cheapest way to give every row a column of its own (the assignment problem)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class _Prices:
    """What rows and columns cost so far, and which row sits at each column."""

    row: list[int]
    column: list[int]
    row_at: list[int | None]


def cheapest_match(costs: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The column of each row, no column twice, with the smallest sum of costs.

    `costs` has at least as many columns as rows, all integers, so the answer is exact and the
    same everywhere. Shortest augmenting paths with prices (Kuhn 1955, Munkres 1957, in the form
    of Jonker and Volgenant 1987): rows² × columns steps. Raises ValueError when columns are short.
    """
    if not costs:
        return ()
    columns = len(costs[0])
    if columns < len(costs):
        raise ValueError("there must be at least as many columns as rows")
    prices = _Prices([0] * len(costs), [0] * columns, [None] * columns)
    for row in range(len(costs)):
        _seat_row(row, costs, prices)
    column_of = {row: column for column, row in enumerate(prices.row_at) if row is not None}
    return tuple(column_of[row] for row in range(len(costs)))


def _seat_row(new_row: int, costs: Sequence[Sequence[int]], prices: _Prices) -> None:
    """Give `new_row` a column, moving seated rows along the cheapest path that frees one."""
    came_from: dict[int, int | None] = {}
    open_reach: dict[int, int] = {}
    done: dict[int, int] = {}
    row, here, travelled = new_row, None, 0
    while True:
        for column, cost in enumerate(costs[row]):
            if column not in done:
                far = travelled + cost - prices.row[row] - prices.column[column]
                if column not in open_reach or far < open_reach[column]:
                    open_reach[column], came_from[column] = far, here
        travelled, here = min((length, column) for column, length in open_reach.items())
        del open_reach[here]
        seated = prices.row_at[here]
        if seated is None:
            break
        done[here] = travelled
        row = seated
    _settle_prices(new_row, travelled, done, prices)
    _shift_along_path(new_row, here, came_from, prices.row_at)


def _settle_prices(new_row: int, travelled: int, done: dict[int, int], prices: _Prices) -> None:
    prices.row[new_row] += travelled
    for column, length in done.items():
        seated = prices.row_at[column]
        if seated is not None:
            prices.row[seated] += travelled - length
        prices.column[column] -= travelled - length


def _shift_along_path(
    new_row: int, last: int, came_from: dict[int, int | None], row_at: list[int | None]
) -> None:
    column = last
    while (before := came_from[column]) is not None:
        row_at[column] = row_at[before]
        column = before
    row_at[column] = new_row
