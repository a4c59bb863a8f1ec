from dataclasses import replace
from random import Random

import pytest

from benchmarks.brute_force import by_prices
from benchmarks.small_problems import brute_force, random_problem
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.exact import exact
from plplanner.grouping.engine.legal_groups import legal_groups
from plplanner.grouping.engine.priced import sifted
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.tabu import tabu
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

CLASS = like_with_like(
    *[n * n % 23 for n in range(14)],
    count=3,
    smallest=4,
    largest=6,
    rules=[rule("apart", "s0", "s1"), rule("together", "s3", "s9")],
)


def growable(seed):
    problem = random_problem(Random(seed))
    return replace(problem, wishes=replace(problem.wishes, balance=0, tag_balance=0))


def started(problem, units=2_000):
    tables = tables_of(problem)
    return tables, blocks_of(tables), tabu(tables, Work(units))


def agrees(seed):
    problem = growable(seed)
    best = brute_force(problem)
    return best is None or by_prices(problem) in (best, None)


def test_prices_lead_to_the_least_cost_there_is():
    assert all(agrees(seed) for seed in range(6))


@pytest.mark.long
def test_prices_lead_to_the_least_cost_in_very_many_problems():
    assert all(agrees(seed) for seed in range(500, 1100))


def test_what_is_left_holds_a_best_grouping_and_the_bound_is_true():
    tables, blocks, start = started(CLASS, 300)
    truth = exact(legal_groups(tables, blocks, Work(10**6)), start, Work(10**7))
    sieve = sifted(tables, blocks, start, Work(10**7))
    assert truth.is_proven
    assert sieve.bound <= truth.cost
    assert sieve.legal.count < legal_groups(tables, blocks, Work(10**6)).count / 4
    assert exact(sieve.legal, start, Work(10**7)).cost == truth.cost


def test_a_bound_that_is_enough_ends_the_work():
    tables, blocks, start = started(CLASS)
    whole, part = Work(10**7), Work(10**7)
    bound = sifted(tables, blocks, start, whole).bound
    sieve = sifted(tables, blocks, replace(start, enough=bound // 2), part)
    assert (sieve.bound, sieve.legal) == (bound // 2, None)
    assert part.spent < whole.spent


def test_nothing_is_claimed_when_the_work_ends_before():
    tables, blocks, start = started(CLASS)
    assert sifted(tables, blocks, start, Work(20_000)).bound is None
