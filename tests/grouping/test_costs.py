from plplanner.grouping.costs import costs_of
from tests.grouping.builders import a_problem


def costs_for(problem):
    return costs_of(problem, problem.students)


def test_the_distance_is_percent_and_a_step_for_each_level_boundary():
    costs = costs_for(a_problem(2, 3, 4, 5))
    assert costs.distance[0] == (0, 20 + 20, 40 + 40, 60 + 40)
    assert costs.distance[2][3] == 20


def test_a_student_without_evidence_is_no_distance_from_anyone():
    costs = costs_for(a_problem(0, None, 5))
    assert costs.distance[1] == (0, 0, 0)
    assert costs.counted == (1, 0, 1)


def test_a_group_costs_its_distances_per_member_with_evidence_and_its_size():
    costs = costs_for(a_problem(2, 3, None, smallest=3, largest=8))
    assert costs.of_group([0, 1, 2]) == 1000 * 40 // 2 + 500 * (6 - 11) ** 2


def test_tiny_groups_are_not_rewarded():
    costs = costs_for(a_problem(*[2, 3] * 6, smallest=2, largest=10))
    one_of_twelve = costs.of_group(range(12)) - costs.of_size[12]
    six_mixed_pairs = sum(costs.of_group([n, n + 1]) - costs.of_size[2] for n in range(0, 12, 2))
    assert one_of_twelve == six_mixed_pairs
