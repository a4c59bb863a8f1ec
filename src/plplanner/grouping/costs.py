"""What makes one grouping better than another: students near each other, sizes near the middle.

All costs are integers; smaller is better. For one group with s members, e of them with evidence:

    cost = 1000 * (sum of pair distances) // e  +  500 * (2 s - smallest - largest)^2

The distance of two students is the difference of their percents (whole, half up) plus 20 for
each level boundary between them. Dividing by e keeps the sum over pairs from rewarding tiny
groups. A student without evidence has no distance to anyone, so sizes alone decide where she
sits: with the fewest members. With a fixed number of groups the size term only says “even”.
"""

from collections.abc import Sequence

from plplanner.grouping.engine.check import SHARE
from plplanner.grouping.engine.strategies import LEVEL_STEP, UNEVEN
from plplanner.grouping.rows import GroupingProblem, StudentToGroup
from plplanner.grouping.student_values import rank_of, value_of
from plplanner.records import record


@record(frozen=True)
class Costs:
    """Distances by student place (n x n), who counts (0 or 1), and the cost of each size."""

    values: tuple[int | None, ...]
    distance: tuple[tuple[int, ...], ...]
    counted: tuple[int, ...]
    of_size: tuple[int, ...]

    def of_group(self, members: Sequence[int]) -> int:
        """The cost of a group with these students."""
        pairs = sum(
            self.distance[one][other]
            for index, one in enumerate(members)
            for other in members[index + 1 :]
        )
        counted = sum(self.counted[one] for one in members)
        return pair_cost(pairs, counted) + self.of_size[len(members)]


def costs_of(problem: GroupingProblem, students: Sequence[StudentToGroup]) -> Costs:
    """The costs of a problem, for students in their lasting order."""
    values = tuple(value_of(student.evidence) for student in students)
    ranks = [rank_of(student.evidence) for student in students]
    middle_twice = problem.smallest + problem.largest
    return Costs(
        values=values,
        distance=tuple(
            tuple(_distance(v, w, r - q) for w, q in zip(values, ranks, strict=True))
            for v, r in zip(values, ranks, strict=True)
        ),
        counted=tuple(0 if value is None else 1 for value in values),
        of_size=tuple(UNEVEN * (2 * size - middle_twice) ** 2 for size in range(len(students) + 1)),
    )


def pair_cost(pair_sum: int, counted: int) -> int:
    """The cost of a group's distances, whatever its size."""
    return SHARE * pair_sum // counted if counted else 0


def _distance(one: int | None, other: int | None, steps: int) -> int:
    if one is None or other is None:
        return 0
    return abs(one - other) + LEVEL_STEP * abs(steps)
