import random
from itertools import permutations

import pytest

from plplanner.cheapest_match import cheapest_match


def test_every_match_is_as_cheap_as_the_best_of_all():
    draw = random.Random(7)
    for _ in range(300):
        rows = draw.randint(1, 4)
        columns = draw.randint(rows, 5)
        costs = [[draw.randint(-9, 9) for _ in range(columns)] for _ in range(rows)]
        match = cheapest_match(costs)
        assert len(set(match)) == rows
        best = min(
            sum(costs[row][column] for row, column in enumerate(order))
            for order in permutations(range(columns), rows)
        )
        assert sum(costs[row][column] for row, column in enumerate(match)) == best


def test_large_costs_stay_exact():
    costs = [[10**15, 10**15 + 1], [10**15, 10**15 + 3]]
    assert cheapest_match(costs) == (1, 0)


def test_nothing_to_match_is_an_empty_match():
    assert cheapest_match([]) == ()


def test_more_rows_than_columns_are_refused():
    with pytest.raises(ValueError, match="at least as many columns"):
        cheapest_match([[1], [2]])
