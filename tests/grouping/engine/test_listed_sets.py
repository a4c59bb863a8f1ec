from itertools import combinations

from plplanner.grouping.engine import listed_sets as module
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.listed_sets import how_many, listed_sets, mask_of, sizes_asked
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

SIX = {"smallest": 2, "largest": 3}


def sets_of(problem):
    tables = tables_of(problem)
    listed = listed_sets(blocks_of(tables), tables, Work(10**6))
    return [{n for n in range(6) if mask >> n & 1} for part in listed for mask in part.tolist()]


def test_sets_come_by_size_each_once_and_never_with_two_apart():
    found = sets_of(like_with_like(*range(6), **SIX, rules=[rule("apart", "s1", "s4")]))
    wanted = [{*some} for size in (2, 3) for some in combinations(range(6), size)]
    assert found == [one for one in wanted if not {1, 4} <= one]


def test_students_together_count_as_many_as_they_are():
    # s2 and s3 are one block: the third of five.
    found = sets_of(like_with_like(*range(6), **SIX, rules=[rule("together", "s2", "s3")]))
    assert {2} in found
    assert {0, 1, 2} not in found
    assert {0, 2} in found


def test_the_sets_are_the_same_a_few_at_a_time(monkeypatch):
    problem = like_with_like(*range(6), **SIX)
    whole = sets_of(problem)
    monkeypatch.setattr(module, "AT_ONCE", 4)
    assert sets_of(problem) == whole


def test_sets_are_counted_without_listing_them():
    tables = tables_of(like_with_like(*range(6), **SIX))
    assert how_many(blocks_of(tables), tables) == 15 + 20
    assert sizes_asked(tables) == [2, 3]


def test_a_mask_has_a_bit_for_each_marked_block():
    tables = tables_of(like_with_like(*range(4), rules=[rule("apart", "s0", "s2")]))
    assert mask_of(blocks_of(tables).apart[0]) == 0b100
