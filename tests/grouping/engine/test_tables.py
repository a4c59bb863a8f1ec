from dataclasses import replace
from random import Random

import numpy as np
import pytest

from benchmarks.small_problems import random_problem
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.position import cost_of
from plplanner.grouping.engine.rows import Assignment, Wishes
from plplanner.grouping.engine.tables import class_medians, sums_by_group, tables_of
from tests.grouping.engine.small_problems import like_with_like


def test_medians_are_rounded_down_and_blank_columns_are_nought():
    values = np.array([[1.0, np.nan], [4.0, np.nan], [np.nan, np.nan]])
    assert class_medians(values).tolist() == [2, 0]


def test_the_solver_and_the_checker_count_alike():
    for seed in range(12):
        problem = random_problem(Random(seed))
        tables = tables_of(problem)
        slot = {group.id: n for n, group in enumerate(problem.groups)}
        dice = Random(seed)
        one = Assignment({name: dice.choice(list(slot)) for name in tables.ids})
        place = np.array([slot[one.group[name]] for name in tables.ids])
        assert cost_of(tables, place) == judged(problem, one).objective


def test_sums_by_group_are_products_with_the_members():
    dice = Random(2)
    for students, groups in ((6, 3), (60, 20)):
        costs = np.array(
            [[dice.randrange(-9, 9) for _ in range(students)] for _ in range(students)]
        )
        group = np.array([dice.randrange(groups) for _ in range(students)])
        member = (group[:, None] == np.arange(groups)[None, :]).astype(np.int64)
        assert (sums_by_group(costs, group, member) == costs @ member).all()


def test_sums_that_could_overflow_are_refused():
    problem = like_with_like(0, 10**6, 10**6)
    with pytest.raises(OverflowError):
        tables_of(replace(problem, wishes=Wishes(pair=10**4)))
