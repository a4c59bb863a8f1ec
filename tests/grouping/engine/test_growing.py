from dataclasses import replace
from random import Random

import numpy as np
import pytest

from benchmarks.small_problems import random_problem
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.growing import Asked, cheap_sets, is_growable
from plplanner.grouping.engine.legal_groups import legal_groups
from plplanner.grouping.engine.master import SCALE, bound_from
from plplanner.grouping.engine.rows import Wishes
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like


def asked_and_listed(problem, rng, **more):
    """What prices find below a random limit, and what listing everything says is there."""
    tables = tables_of(problem)
    blocks = blocks_of(tables)
    legal = legal_groups(tables, blocks, Work(10**6))
    duals = np.array([rng.randrange(40) for _ in range(blocks.count + len(blocks.kinds))], float)
    reduced = bound_from(legal, duals).reduced
    kind = rng.randrange(len(blocks.kinds))
    limit = SCALE * rng.randrange(-60, 60)
    prices = (duals[: blocks.count] * SCALE).astype(np.int64)
    grown = cheap_sets(tables, blocks, Asked(kind, prices, limit, SCALE, **more), Work(10**7))
    cheap = legal.masks[legal.columns[kind][reduced[kind] <= limit]]
    return grown, set(cheap.tolist())


def growable(seed):
    problem = random_problem(Random(seed))
    plain = replace(problem.wishes, balance=0, tag_balance=0)
    return replace(problem, wishes=plain)


@pytest.mark.long
def test_every_legal_group_as_cheap_as_asked_is_found():
    there = 0
    for seed in range(40):
        problem = growable(seed)
        if blocks_of(tables_of(problem)).contradicted:
            continue
        grown, cheap = asked_and_listed(problem, Random(seed))
        assert grown.is_all
        assert cheap <= set(grown.masks.tolist()), seed
        there += len(cheap)
    assert there > 100


def test_a_group_may_be_allowed_to_be_larger_than_the_class():
    problem = like_with_like(1, 2, 3, 4, smallest=1, largest=9)
    grown, cheap = asked_and_listed(problem, Random(3))
    assert grown.is_all
    assert cheap <= set(grown.masks.tolist())
    assert cheap


@pytest.mark.long
def test_every_legal_group_as_cheap_as_asked_is_found_in_very_many_problems():
    for seed in range(1000, 4000):
        problem = growable(seed)
        if not blocks_of(tables_of(problem)).contradicted:
            grown, cheap = asked_and_listed(problem, Random(seed))
            assert cheap <= set(grown.masks.tolist()), seed


def test_a_beam_says_whether_it_left_any_out():
    problem = like_with_like(*range(12), count=3, smallest=4, largest=4)
    narrow, cheap = asked_and_listed(problem, Random(3), beam=2)
    assert not narrow.is_all
    assert len(narrow.masks) <= 2
    wide, _ = asked_and_listed(problem, Random(3), beam=10_000)
    assert wide.is_all
    assert cheap <= set(wide.masks.tolist())


def test_too_many_and_no_work_left_are_not_all():
    problem = like_with_like(*range(12), count=3, smallest=4, largest=4)
    tables = tables_of(problem)
    blocks = blocks_of(tables)
    everything = Asked(0, np.zeros(12, dtype=np.int64), SCALE * 10**6, SCALE)
    assert len(cheap_sets(tables, blocks, everything, Work(10**7)).masks) == 495
    assert not cheap_sets(tables, blocks, replace(everything, most=50), Work(10**7)).is_all
    assert not cheap_sets(tables, blocks, everything, Work(0)).is_all


def test_groups_that_shall_be_like_the_class_cannot_be_grown():
    problem = like_with_like(1, 2, 3, 4)
    assert is_growable(tables_of(problem))
    assert not is_growable(tables_of(replace(problem, wishes=Wishes(balance=1))))
