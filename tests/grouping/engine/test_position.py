from random import Random

import numpy as np

from benchmarks.small_problems import random_problem
from plplanner.grouping.engine.position import FAR, Position, cost_of
from plplanner.grouping.engine.tables import tables_of

PENALTY = 1000


def at_random(seed):
    tables = tables_of(random_problem(Random(seed)))
    rng = Random(seed + 1)
    place = np.array([rng.randrange(tables.groups) for _ in range(tables.students)])
    position = Position(tables, PENALTY)
    position.stand_at(place)
    return position


def weight_of(position, place):
    other = Position(position.tables, PENALTY)
    other.stand_at(np.array(place))
    return other.weight


def test_a_swap_changes_what_it_says():
    for seed in range(12):
        position = at_random(seed)
        change = position.swap_changes()
        for one, other in np.argwhere(change < FAR).tolist():
            place = position.group.copy()
            place[[one, other]] = place[[other, one]]
            assert weight_of(position, place) == position.weight + change[one, other]


def test_some_rows_of_swaps_are_those_rows_of_all():
    for seed in range(12):
        position = at_random(seed)
        rows = np.array([0, 2])
        assert (position.swap_changes_of(rows) == position.swap_changes()[rows]).all()


def test_a_move_changes_what_it_says_and_keeps_the_counts():
    for seed in range(12):
        position = at_random(seed)
        change = position.move_changes()
        for one, to in np.argwhere(change < FAR).tolist()[:2]:
            before = position.weight
            fresh = position.group.copy()
            fresh[one] = to
            assert weight_of(position, fresh) == before + change[one, to]
        student, to = 0, int(position.group[0] == 0)
        position.move(student, to)
        other = Position(position.tables, PENALTY)
        other.stand_at(position.group)
        assert (position.joining == other.joining).all()
        assert (position.swap_changes() == other.swap_changes()).all()


def test_the_weight_is_the_cost_and_the_penalties():
    for seed in range(12):
        position = at_random(seed)
        cost = cost_of(position.tables, position.group)
        assert position.weight == cost + PENALTY * position.broken()
