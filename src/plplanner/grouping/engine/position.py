"""A full grouping while a search moves it: what every swap and every move would change.

Rules weigh a penalty each time they are broken, so that a search may pass through broken ones.
"""

import numpy as np

from plplanner.grouping.engine.shares import Shares
from plplanner.grouping.engine.tables import Ints, Tables, sums_by_group

FAR = 1 << 60
_KEEP_BETWEEN_UP_TO = 260


class Position:
    """Who is where (`group`, n), what joining each group costs (`joining`, n × G), and counts.

    `penalty` is what one broken rule weighs. `cost` is the objective without penalties when
    nothing is broken; `weight` is the objective with penalties, what the search makes small.
    Nothing counts before the first `stand_at`.
    """

    def __init__(self, tables: Tables, penalty: int) -> None:
        self.tables = tables
        count = tables.students
        self.shares = None if tables.counted is None else Shares(tables, tables.counted)
        is_alike = bool((tables.pair_weight == tables.pair_weight[0]).all())
        self.same_weight = is_alike or self.shares is not None
        self.clash = np.zeros((count, count), dtype=np.int64)
        for sign, pairs in ((1, tables.apart), (-1, tables.together)):
            for one, other in pairs:
                self.clash[one, other] += sign
                self.clash[other, one] += sign
        self.scaled = tables.feature_weight[:, None] * tables.spread_over * tables.features
        yes_or_no = (tables.features <= 1).all(axis=1) & (tables.features >= 0).all(axis=1)
        self.marked, self.graded = np.flatnonzero(yes_or_no), np.flatnonzero(~yes_or_no)
        self.between = None
        if count <= _KEEP_BETWEEN_UP_TO:
            graded = self.scaled[self.graded]
            self.between = graded[:, None, :] - graded[:, :, None]
        self.marked_features = tables.features[self.marked]
        self.marked_scaled = self.scaled[self.marked]
        self.marked_step = (tables.feature_weight * tables.spread_over)[self.marked]
        self.broken_by_count = _broken_by_count(tables)
        self.own = np.arange(count)
        self.is_flexible = bool((tables.smallest < tables.largest).any())
        self.tag_row = np.arange(len(tables.tags))
        self.group = np.zeros(count, dtype=np.int64)
        self._set_penalty(penalty)

    def weigh_rules(self, penalty: int) -> None:
        """Change what a broken rule weighs."""
        self._set_penalty(penalty)
        self.stand_at(self.group)

    def _set_penalty(self, penalty: int) -> None:
        tables = self.tables
        self.penalty = penalty
        self.unweighted = tables.repeat + penalty * self.clash
        self.pairs = self.unweighted
        if self.shares is None:
            self.pairs = tables.distance * tables.pair_weight[0] + self.unweighted
        self.places = tables.place + penalty * ~tables.allowed
        self.count_penalty = penalty * self.broken_by_count

    def stand_at(self, group: Ints) -> None:
        """Take this grouping and count everything anew."""
        tables = self.tables
        self.group = group.copy()
        member = np.zeros((tables.students, tables.groups), dtype=np.int64)
        member[np.arange(tables.students), group] = 1
        self.size = member.sum(0)
        if self.same_weight:
            self.joining = sums_by_group(self.pairs, group, member) + self.places
        else:
            near = sums_by_group(tables.distance, group, member)
            self.joining = near * tables.pair_weight + self.places
            self.joining += sums_by_group(self.unweighted, group, member)
        total = tables.feature_weight * tables.feature_total
        self.off = self.scaled @ member - total[:, None] * self.size
        self.tag_count = tables.tags @ member
        inside = int(((self.joining - self.places) * member).sum()) // 2
        self.weight = inside + int((self.places * member).sum()) + int(abs(self.off).sum())
        self.weight += int(self._tag_penalty().sum()) + self._size_cost()
        self.weight += self.penalty * len(tables.together)
        if self.shares is not None:
            self.shares.stand_at(group, member)
            self.weight += int(self.shares.cost.sum())

    def broken(self) -> int:
        """How many times a rule is broken."""
        group, tables = self.group, self.tables
        count = len(group) - int(np.count_nonzero(tables.allowed[self.own, group]))
        clashes = (self.clash * (group[:, None] == group[None, :])).sum()
        count += int(clashes) // 2 + len(tables.together)
        counts = self.broken_by_count[self.tag_row[:, None], self.tag_count]
        return count + int(counts.sum())

    def swap_changes(self) -> Ints:
        """What swapping i and j would change (n × n); FAR where they share a group."""
        one_way = self._one_way_everywhere()
        change = one_way + one_way.T
        if self.same_weight:
            change -= 2 * self.pairs
        else:
            weight = self.tables.pair_weight[self.group]
            change -= self.tables.distance * (weight[:, None] + weight[None, :])
            change -= 2 * self.unweighted
        change[self.group[:, None] == self.group[None, :]] = FAR
        return change

    def swap_changes_of(self, rows: Ints) -> Ints:
        """What swapping each of `rows` with everyone would change (r × n)."""
        change = self._one_way(rows, self.own) + self._one_way(self.own, rows).T
        if self.same_weight:
            change -= 2 * self.pairs[rows]
        else:
            weight = self.tables.pair_weight[self.group]
            change -= self.tables.distance[rows] * (weight[rows][:, None] + weight[None, :])
            change -= 2 * self.unweighted[rows]
        change[self.group[rows][:, None] == self.group[None, :]] = FAR
        return change

    def move_changes(self) -> Ints:
        """What moving i to g would change (n × G); FAR where sizes forbid it."""
        tables, group, size = self.tables, self.group, self.size
        own = self.own
        change: Ints = self.joining - self.joining[own, group][:, None]
        if len(self.off):
            step = self.scaled - (tables.feature_weight * tables.feature_total)[:, None]
            there = abs(self.off[:, None, :] + step[:, :, None]) - abs(self.off)[:, None, :]
            here = abs(self.off[:, group] - step) - abs(self.off[:, group])
            change += there.sum(0) + here.sum(0)[:, None]
        if len(tables.tags):
            change += self._tag_moves()
        if tables.size_cost.any():
            change += self._size_moves()
        if self.shares is not None:
            change += self.shares.move_changes(group)
        full = (size >= tables.largest)[None, :] | (size <= tables.smallest)[group][:, None]
        change[full] = FAR
        change[own, group] = FAR
        return change

    def move(self, student: int, to: int) -> None:
        """Move one student; `weight` is left to the caller, who knows the change."""
        tables, home = self.tables, int(self.group[student])
        if self.same_weight:
            self.joining[:, home] -= self.pairs[:, student]
            self.joining[:, to] += self.pairs[:, student]
        else:
            distance, rest = tables.distance[:, student], self.unweighted[:, student]
            self.joining[:, home] -= distance * tables.pair_weight[home] + rest
            self.joining[:, to] += distance * tables.pair_weight[to] + rest
        step = self.scaled[:, student] - tables.feature_weight * tables.feature_total
        self.off[:, home] -= step
        self.off[:, to] += step
        self.tag_count[:, home] -= tables.tags[:, student]
        self.tag_count[:, to] += tables.tags[:, student]
        self.size[home] -= 1
        self.size[to] += 1
        self.group[student] = to
        if self.shares is not None:
            self.shares.move(student, home, to)

    def _one_way_everywhere(self) -> Ints:
        """What i taking j's place changes for i's side and her old group, without the pair."""
        group = self.group
        change: Ints = self.joining[:, group] - self.joining[self.own, group][:, None]
        if len(self.graded):
            off = self.off[self.graded][:, group]
            between = self._between(self.own, self.own) if self.between is None else self.between
            change += abs(off[:, :, None] + between).sum(0) - abs(off).sum(0)[:, None]
        self._add_counted(change, self.own, self.own)
        if self.shares is not None:
            change += self.shares.swap_sides(self.own, self.own, group)
        return change

    def _one_way(self, rows: Ints, columns: Ints) -> Ints:
        group, joining = self.group, self.joining
        change: Ints = joining[rows[:, None], group[columns][None, :]]
        change = change - joining[rows, group[rows]][:, None]
        if len(self.graded):
            off = self.off[self.graded][:, group[rows]]
            step = self._between(rows, columns)
            change += abs(off[:, :, None] + step).sum(0) - abs(off).sum(0)[:, None]
        self._add_counted(change, rows, columns)
        if self.shares is not None:
            change += self.shares.swap_sides(rows, columns, group)
        return change

    def _between(self, rows: Ints, columns: Ints) -> Ints:
        graded = self.scaled[self.graded]
        between: Ints = graded[:, columns][:, None, :] - graded[:, rows][:, :, None]
        return between

    def _add_counted(self, change: Ints, rows: Ints, columns: Ints) -> None:
        """Tags, ruled or spread: what counts is only whether the newcomer has the tag."""
        home = self.group[rows]
        if len(self.tag_row):
            tags, count = self.tables.tags, self.tag_count[:, home]
            row, left = self.tag_row[:, None], count - tags[:, rows]
            without = self.count_penalty[row, left]
            change += (without - self.count_penalty[row, count]).sum(0)[:, None]
            gained = self.count_penalty[row, left + 1] - without
            change += gained.T @ tags[:, columns]
        if len(self.marked):
            off = self.off[self.marked][:, home]
            left = off - self.marked_scaled[:, rows]
            gone = abs(left)
            change += (gone - abs(off)).sum(0)[:, None]
            gained = abs(left + self.marked_step[:, None]) - gone
            change += gained.T @ self.marked_features[:, columns]

    def _tag_penalty(self) -> Ints:
        penalty: Ints = self.count_penalty[self.tag_row[:, None], self.tag_count]
        return penalty

    def _tag_moves(self) -> Ints:
        tags, count = self.tables.tags, self.tag_count
        row = self.tag_row[:, None]
        now = self.count_penalty[row, count]
        there = self.count_penalty[row[:, :, None], count[:, None, :] + tags[:, :, None]]
        home = count[:, self.group]
        left = self.count_penalty[row, home - tags] - self.count_penalty[row, home]
        change: Ints = (there - now[:, None, :]).sum(0) + left.sum(0)[:, None]
        return change

    def _size_cost(self) -> int:
        return int(self.tables.size_cost[np.arange(self.tables.groups), self.size].sum())

    def _size_moves(self) -> Ints:
        own, size, cost = np.arange(self.tables.groups), self.size, self.tables.size_cost
        more = cost[own, size + 1] - cost[own, size]
        fewer = cost[own, size - 1] - cost[own, size]
        change: Ints = more[None, :] + fewer[self.group][:, None]
        return change


def _broken_by_count(tables: Tables) -> Ints:
    """How badly a group with c students of a tag breaks that tag's rules (t × counts)."""
    counts = np.arange(tables.students + 2)[None, :]
    short = np.maximum(tables.fewest[:, None] - counts, 0)
    over = np.maximum(counts - tables.most[:, None], 0)
    alone = tables.lone[:, None] & (counts == 1)
    broken: Ints = short + over + alone
    return broken


def cost_of(tables: Tables, groups: Ints) -> int:
    """What a grouping costs, broken rules not counted."""
    position = Position(tables, 0)
    position.stand_at(groups)
    return position.weight
