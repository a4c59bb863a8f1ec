from itertools import product

import pytest

from plplanner.grouping.placement import find_placement
from plplanner.grouping.rules import blocks_of, rules_in_order, students_in_order
from tests.grouping.builders import a_problem, a_random_problem, apart, together


def blocks_for(problem):
    students = students_in_order(problem)
    return blocks_of(len(students), rules_in_order(problem, students))


def is_kept(blocks, group_of, *, smallest, largest, groups):
    loads = [0] * groups
    for members, group in zip(blocks.members, group_of, strict=True):
        loads[group] += len(members)
    apart_kept = all(
        group_of[foe] != group
        for group, foes in zip(group_of, blocks.foes, strict=True)
        for foe in foes
    )
    return apart_kept and all(max(smallest, 1) <= load <= largest for load in loads)


def by_brute_force(blocks, *, groups, **sizes):
    choices = product(range(groups), repeat=len(blocks.members))
    return any(is_kept(blocks, choice, groups=groups, **sizes) for choice in choices)


def agreeing(seeds, fixed_order):
    """How many classes can and cannot be placed, brute force agreeing in each."""
    answers = {True: 0, False: 0}
    for seed in seeds:
        blocks = blocks_for(a_random_problem(seed, students=2 + seed % 6, rules=seed % 5))
        wanted = {"smallest": seed % 3, "largest": 2 + seed % 4, "groups": 1 + seed % 3}
        placement = find_placement(blocks, fixed_order=fixed_order, **wanted)
        expected = not blocks.contradictory and by_brute_force(blocks, **wanted)
        assert (placement is not None) == expected, seed
        assert placement is None or is_kept(blocks, placement, **wanted), seed
        answers[expected] += 1
    return min(answers.values())


@pytest.mark.parametrize("fixed_order", [False, True])
def test_it_agrees_with_brute_force_on_small_classes(fixed_order):
    assert agreeing(range(50), fixed_order) > 9


@pytest.mark.long
@pytest.mark.parametrize("fixed_order", [False, True])
def test_it_agrees_with_brute_force_on_very_many_classes(fixed_order):
    assert agreeing(range(1_000), fixed_order) > 200


def test_a_clique_of_foes_needs_a_group_each():
    blocks = blocks_for(a_problem(*[1] * 20, rules=[apart(0, 1, 2, 3, 4)]))
    assert find_placement(blocks, smallest=3, largest=8, groups=4) is None
    assert find_placement(blocks, smallest=3, largest=8, groups=5) is not None


def test_many_harmless_foes_do_not_hide_blocks_that_cannot_be_packed():
    pairs = [apart(2 * n, 2 * n + 1) for n in range(13, 20)]
    fives = [together(*range(5 * n, 5 * n + 5)) for n in range(5)]
    blocks = blocks_for(a_problem(*[1] * 40, rules=[*fives, *pairs]))
    assert find_placement(blocks, smallest=3, largest=9, groups=4) is None
    assert find_placement(blocks, smallest=3, largest=10, groups=4) is not None
