"""Distances shared out: what a group costs when its sum over pairs is divided by its members.

Kept beside `Position` for problems with the measure SHARED, and updated by the same moves.
"""

import numpy as np

from plplanner.grouping.engine.tables import SHARE, Ints, Tables, sums_by_group


class Shares:
    """`near` (n × G): distances of each student to each group; `inside`, `count`, `cost` (G)."""

    def __init__(self, tables: Tables, counted: Ints) -> None:
        self.distance = tables.distance
        self.weight = tables.pair_weight
        self.counted = counted
        self.near = np.zeros((tables.students, tables.groups), dtype=np.int64)
        self.inside = self.count = self.cost = np.zeros(tables.groups, dtype=np.int64)

    def stand_at(self, group: Ints, member: Ints) -> None:
        """Count a grouping anew; `member` (n × G) is 1 where a student is."""
        self.near = sums_by_group(self.distance, group, member)
        self.inside = (self.near * member).sum(0) // 2
        self.count = self.counted @ member
        self.cost = self._cost(self.inside, self.count, self.weight)

    def swap_sides(self, rows: Ints, columns: Ints, group: Ints) -> Ints:
        """What each row's group costs more with the column in her place (r × c)."""
        home = group[rows]
        inside = self.inside[home] - self.near[rows, home]
        after = inside[:, None] + self.near[columns][:, home].T
        after = after - self.distance[rows[:, None], columns[None, :]]
        count = (self.count[home] - self.counted[rows])[:, None] + self.counted[columns][None, :]
        change: Ints = self._cost(after, count, self.weight[home][:, None])
        return change - self.cost[home][:, None]

    def move_changes(self, group: Ints) -> Ints:
        """What moving each student to each group changes (n × G)."""
        own = np.arange(len(group))
        gone = self.inside[group] - self.near[own, group]
        left = self._cost(gone, self.count[group] - self.counted, self.weight[group])
        joined = self._cost(
            self.inside[None, :] + self.near,
            self.count[None, :] + self.counted[:, None],
            self.weight[None, :],
        )
        change: Ints = joined - self.cost[None, :] + (left - self.cost[group])[:, None]
        return change

    def move(self, student: int, home: int, to: int) -> None:
        """Move one student."""
        self.inside[home] -= self.near[student, home]
        self.inside[to] += self.near[student, to]
        self.count[home] -= self.counted[student]
        self.count[to] += self.counted[student]
        self.near[:, home] -= self.distance[:, student]
        self.near[:, to] += self.distance[:, student]
        both = np.array([home, to])
        self.cost[both] = self._cost(self.inside[both], self.count[both], self.weight[both])

    def _cost(self, inside: Ints, count: Ints, weight: Ints) -> Ints:
        cost: Ints = SHARE * inside * weight // np.maximum(count, 1)
        return cost
