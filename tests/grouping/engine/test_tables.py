from dataclasses import replace
from random import Random

import numpy as np
import pytest

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.position import cost_of
from plplanner.grouping.engine.rows import Wishes
from plplanner.grouping.engine.tables import class_medians, tables_of
from tests.grouping.engine.small_problems import all_groupings, like_with_like, random_problem


def test_medians_are_rounded_down_and_blank_columns_are_nought():
    values = np.array([[1.0, np.nan], [4.0, np.nan], [np.nan, np.nan]])
    assert class_medians(values).tolist() == [2, 0]


def test_the_solver_and_the_checker_count_alike():
    for seed in range(12):
        problem = random_problem(Random(seed))
        tables = tables_of(problem)
        slot = {group.id: n for n, group in enumerate(problem.groups)}
        one = Random(seed).choice(list(all_groupings(problem)))
        place = np.array([slot[one.group[name]] for name in tables.ids])
        assert cost_of(tables, place) == judged(problem, one).objective


def test_sums_that_could_overflow_are_refused():
    problem = like_with_like(0, 10**6, 10**6)
    with pytest.raises(OverflowError):
        tables_of(replace(problem, wishes=Wishes(pair=10**4)))
