from random import Random

from plplanner.grouping.contiguous import BROKEN_RULE
from plplanner.grouping.costs import costs_of
from plplanner.grouping.improve import Seating, block_costs, descend, shaken
from plplanner.grouping.rules import blocks_of, rules_in_order
from tests.grouping.builders import a_problem, a_random_problem, together


def a_seating(problem, seed, groups=3):
    blocks = blocks_of(len(problem.students), rules_in_order(problem, problem.students))
    costs = block_costs(
        blocks,
        costs_of(problem, problem.students),
        smallest=problem.smallest,
        largest=problem.largest,
    )
    dice = Random(seed)
    return Seating(costs, [dice.randrange(groups) for _ in blocks.members], groups), blocks


def seatings(count):
    """Random seatings whose rules do not contradict each other; only such are ever improved."""
    made = (a_seating(a_random_problem(n, students=10, rules=3), n) for n in range(3 * count))
    return [(seating, blocks) for seating, blocks in made if not blocks.contradictory][:count]


def fresh_total(seating):
    return Seating(seating.costs, seating.group_of, seating.groups).total()


def test_every_gain_foretold_is_the_gain_made():
    for seating, blocks in seatings(20):
        for block in range(len(blocks.members)):
            to = (seating.group_of[block] + 1) % 3
            foretold = seating.total() + seating.gain_of_move(block, to)
            seating.move(block, to)
            assert seating.total() == foretold == fresh_total(seating)


def test_every_swap_foretold_is_the_swap_made():
    for seating, blocks in seatings(20):
        for other in range(1, len(blocks.members)):
            here, there = seating.group_of[0], seating.group_of[other]
            if here != there:
                foretold = seating.total() + seating.gain_of_swap(0, other)
                seating.move(0, there)
                seating.move(other, here)
                assert seating.total() == foretold == fresh_total(seating)


def test_a_seating_counts_what_its_groups_cost():
    problem = a_problem(0, 1, 2, 3, 4, 5, None, rules=[together(0, 5)], smallest=1, largest=7)
    seating, blocks = a_seating(problem, 4, groups=2)
    members = [[], []]
    for block, group in enumerate(seating.group_of):
        members[group].extend(blocks.members[block])
    costs = costs_of(problem, problem.students)
    empty = BROKEN_RULE * sum(not group for group in members)
    assert seating.total() == sum(map(costs.of_group, members)) + empty


def test_descending_and_shaking_never_make_it_worse():
    for seed in range(10):
        seating, _ = a_seating(a_random_problem(seed, students=12, rules=2), seed)
        before = seating.total()
        after = descend(seating)
        assert shaken(seating)[0] <= after <= before


def test_descending_sorts_out_two_plain_levels():
    seating, _ = a_seating(a_problem(0, 5, 0, 5, 0, 5), 1, groups=2)
    descend(seating)
    assert seating.group_of[0::2] == [seating.group_of[0]] * 3
    assert seating.group_of[1::2] == [seating.group_of[1]] * 3
