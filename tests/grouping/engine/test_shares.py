import numpy as np

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment, EngineProblem, Measure, Wishes
from plplanner.grouping.engine.shares import Shares
from plplanner.grouping.engine.tables import tables_of
from tests.grouping.engine.small_problems import groups, learners

PROBLEM = EngineProblem(
    students=learners(10, 20, None, 50, 90, 40),
    groups=groups(2, 1, 5),
    wishes=Wishes(pair=1),
    standard_weights=(1,),
    measure=Measure.SHARED,
)
TABLES = tables_of(PROBLEM)


def standing(place):
    shares = Shares(TABLES, TABLES.counted)
    member = np.zeros((6, 2), dtype=np.int64)
    member[np.arange(6), place] = 1
    shares.stand_at(np.array(place), member)
    return shares


def test_a_group_costs_its_distances_shared_among_those_with_evidence():
    shares = standing([0, 0, 0, 1, 1, 1])
    assert shares.cost.tolist() == [1000 * 10 // 2, 1000 * (40 + 50 + 10) // 3]
    named = {f"s{n}": f"g{g}" for n, g in enumerate([0, 0, 0, 1, 1, 1])}
    assert judged(PROBLEM, Assignment(named)).terms["pair"] == shares.cost.sum()


def test_moves_and_swaps_change_what_they_say():
    place = np.array([0, 0, 0, 1, 1, 1])
    shares = standing(place)
    moves = shares.move_changes(place)
    own = np.arange(6)
    sides = shares.swap_sides(own, own, place)
    for one in range(3):
        there = place.copy()
        there[one] = 1
        assert standing(there).cost.sum() == shares.cost.sum() + moves[one, 1]
        for other in range(3, 6):
            swapped = place.copy()
            swapped[[one, other]] = [1, 0]
            change = sides[one, other] + sides[other, one]
            assert standing(swapped).cost.sum() == shares.cost.sum() + change


def test_after_a_move_all_counts_are_those_of_a_fresh_start():
    shares = standing([0, 0, 0, 1, 1, 1])
    shares.move(2, 0, 1)
    shares.move(0, 0, 1)
    fresh = standing([1, 0, 1, 1, 1, 1])
    assert (shares.cost == fresh.cost).all()
    assert (shares.near == fresh.near).all()
    assert (shares.count == fresh.count).all()
