import numpy as np

from benchmarks.small_problems import brute_force
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.legal_groups import legal_groups
from plplanner.grouping.engine.master import bound_from, dearest, relaxed, rows_of, sides_of
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like

PROBLEM = like_with_like(1, 7, 3, 8, 2, 9, smallest=3, largest=3)


def legal():
    tables = tables_of(PROBLEM)
    return legal_groups(tables, blocks_of(tables), Work(10**6))


def test_any_prices_give_a_true_bound():
    columns, best = legal(), brute_force(PROBLEM)
    for seed in range(20):
        prices = np.random.default_rng(seed).normal(0, 20, columns.blocks.count + 1)
        assert bound_from(columns, prices).value <= best


def test_the_linear_programme_ends_at_a_bound_that_is_nearly_the_best():
    found = relaxed(legal(), objective=None, work=Work(10**8))
    assert found.finished
    assert 0.8 * brute_force(PROBLEM) <= found.bound.value <= brute_force(PROBLEM)


def test_columns_of_a_better_grouping_are_never_dropped():
    found = relaxed(legal(), objective=None, work=Work(10**8)).bound
    best = brute_force(PROBLEM)
    kept = legal().costs[0][found.may_improve(0, best + 1)]
    assert len(kept) >= 2
    assert kept.min() <= best


def test_rows_hold_each_block_and_the_kind():
    columns = legal()
    rows = rows_of(columns, [np.array([0])])
    assert rows.rows.tolist() == [0, 1, 2, 6]
    assert sides_of(columns).tolist() == [1.0] * 6 + [2.0]
    assert dearest(columns) > brute_force(PROBLEM)


def test_it_stops_when_asked():
    assert relaxed(legal(), objective=None, work=Work(10**8, stop=lambda: True)).bound is None
