from dataclasses import replace
from itertools import combinations
from random import Random

import numpy as np

from plplanner.grouping.engine import legal_groups as legal_groups_module
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.legal_groups import (
    chunks_of,
    legal_groups,
    lookup,
    members_of,
    tables_by_chunk,
)
from plplanner.grouping.engine.listed_sets import how_many
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule


def listed(problem, stop=lambda: False):
    tables = tables_of(problem)
    return legal_groups(tables, blocks_of(tables), Work(10**6, stop=stop))


def test_all_sets_of_the_sizes_asked_for_are_listed_once():
    problem = like_with_like(*range(7), smallest=2, largest=3)
    legal = listed(problem)
    assert len(set(legal.masks.tolist())) == len(legal.masks) == 21 + 35
    tables = tables_of(problem)
    assert how_many(blocks_of(tables), tables) == 56


def test_sets_that_break_a_rule_are_left_out():
    rules = [rule("apart", "s0", "s1"), rule("together", "s2", "s3")]
    legal = listed(like_with_like(*range(6), smallest=2, largest=3, rules=rules))
    members = [np.flatnonzero(row).tolist() for row in legal.inside]
    assert not any({0, 1} <= set(one) for one in members)


def test_costs_are_the_squares_of_the_pairs():
    scores = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
    legal = listed(like_with_like(*scores, smallest=3, largest=4))
    for mask, cost in zip(legal.masks[legal.columns[0]], legal.costs[0], strict=True):
        inside = [s for n, s in zip(range(12), _by_id(scores), strict=True) if int(mask) >> n & 1]
        assert cost == sum((a - b) ** 2 for a, b in combinations(inside, 2))


def test_legal_groups_are_the_same_in_pieces(monkeypatch):
    leaders = [rule("no_lone", tag="A"), rule("apart", "s0", "s3")]
    problem = like_with_like(3, 1, 4, 1, 5, 9, 2, 6, smallest=2, largest=4, rules=leaders)
    tagged = tuple(replace(one, tags=("A",)) for one in problem.students[:3])
    problem = replace(problem, students=(*tagged, *problem.students[3:]))
    whole = listed(problem)
    monkeypatch.setattr(legal_groups_module, "AT_ONCE", 7)
    pieces = listed(problem)
    assert pieces.count == whole.count > 7
    for one, other in zip(parts_of(pieces), parts_of(whole), strict=True):
        assert one.tolist() == other.tolist()


def parts_of(legal):
    return [legal.masks, *legal.chunks, *legal.columns, *legal.costs]


def test_look_up_by_chunks_sums_the_members():
    rng = Random(1)
    values = np.array([rng.randrange(-50, 50) for _ in range(23)])
    masks = np.array([rng.randrange(1 << 23) for _ in range(40)], dtype=np.uint64)
    found = lookup(tables_by_chunk(values), chunks_of(masks, 23))
    assert found.tolist() == (members_of(masks, 23) @ values).tolist()


def test_listing_stops_when_asked():
    assert listed(like_with_like(*range(6)), stop=lambda: True) is None


def test_a_group_that_may_stay_empty_has_an_empty_column():
    problem = like_with_like(1, 2, smallest=1, largest=2)
    first = replace(problem.groups[0], smallest=0)
    assert 0 in listed(replace(problem, groups=(first, problem.groups[1]))).masks.tolist()


def _by_id(scores):
    return [scores[int(name)] for name in sorted(map(str, range(len(scores))))]
