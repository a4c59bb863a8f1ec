from itertools import combinations, pairwise

from plplanner.grouping.contiguous import BROKEN_RULE, best_cuts, sorted_by_evidence
from plplanner.grouping.costs import costs_of
from plplanner.grouping.rules import blocks_of, rules_in_order
from tests.grouping.builders import a_problem, a_random_problem, apart


def cuts_for(problem, most_groups=5):
    costs = costs_of(problem, problem.students)
    blocks = blocks_of(len(problem.students), rules_in_order(problem, problem.students))
    return costs, best_cuts(
        costs,
        blocks,
        smallest=problem.smallest,
        largest=problem.largest,
        most_groups=most_groups,
    )


def all_cuts(order, groups):
    for inner in combinations(range(1, len(order)), groups - 1):
        yield [order[start:end] for start, end in pairwise((0, *inner, len(order)))]


def test_students_without_evidence_stand_at_the_median():
    costs, _ = cuts_for(a_problem(5, 0, None, 2, 4))
    assert sorted_by_evidence(costs) == (1, 2, 3, 4, 0)


def test_no_cut_of_the_sorted_class_is_cheaper():
    for seed in range(20):
        problem = a_random_problem(seed, students=9, rules=0, smallest=1, largest=5)
        costs, cuts = cuts_for(problem)
        for groups, (cost, runs) in cuts.items():
            assert cost == sum(map(costs.of_group, runs))
            assert cost == min(
                sum(map(costs.of_group, cut))
                for cut in all_cuts(sorted_by_evidence(costs), groups)
                if max(map(len, cut)) <= 5
            )


def test_levels_win_over_even_sizes_inside_the_bounds():
    _, cuts = cuts_for(a_problem(*[0] * 3, *[3] * 8, *[5] * 7, smallest=3, largest=8))
    assert [len(run) for run in cuts[3][1]] == [3, 8, 7]


def test_a_cut_that_keeps_the_rules_is_found_when_there_is_one():
    _, cuts = cuts_for(a_problem(1, 1, 1, 1, 1, 1, rules=[apart(2, 3)], smallest=2))
    assert cuts[2][0] < BROKEN_RULE
    assert cuts[2][1] == ((0, 1, 2), (3, 4, 5))


def test_numbers_of_groups_that_the_sizes_forbid_are_left_out():
    _, cuts = cuts_for(a_problem(*[1] * 10, smallest=3, largest=5))
    assert sorted(cuts) == [2, 3]
