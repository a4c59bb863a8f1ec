import numpy as np

from plplanner.grouping.engine.highs import IntegerModel, Rows, solve_integer
from plplanner.grouping.engine.work import Work


def cover(costs, sets, count):
    rows = np.array([row for one in sets for row in one])
    starts = np.cumsum([0, *(len(one) for one in sets)])
    side = np.ones(count)
    ones = np.ones(len(costs), dtype=np.int64)
    matrix = Rows(starts, rows, np.ones(len(rows)))
    return IntegerModel(np.array(costs), ones, side, side, matrix)


MODEL = cover([3, 4, 6, 5], [(0,), (1, 2), (0, 1, 2), (0, 1)], 3)


def test_the_cheapest_cover_is_found():
    answer = solve_integer(MODEL, Work(10**7))
    assert answer.finished
    assert answer.chosen.tolist() == [0, 0, 1, 0]


def test_only_what_is_better_counts():
    answer = solve_integer(MODEL, Work(10**7), below=6)
    assert answer.finished
    assert answer.chosen is None


def test_a_cover_that_cannot_be_is_told():
    answer = solve_integer(cover([1], [(0,)], 2), Work(10**7), presolve=False)
    assert answer.finished
    assert answer.chosen is None
