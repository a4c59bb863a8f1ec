"""Make a grouping better by moving and swapping blocks, with an amount of work fixed beforehand."""

from collections.abc import Iterator, Sequence
from random import Random

from plplanner.grouping.contiguous import BROKEN_RULE
from plplanner.grouping.costs import Costs
from plplanner.grouping.engine.check import SHARE
from plplanner.grouping.rules import Blocks
from plplanner.records import record

_SHAKES_TIMES_BLOCKS = 60


@record(frozen=True)
class BlockCosts:
    """Costs by block: size, members with evidence, distance inside and between, foes (0 or 1).

    `of_size` is the cost of a group of that many students, with BROKEN_RULE for each student
    under `smallest` or over `largest`.
    """

    size: tuple[int, ...]
    counted: tuple[int, ...]
    inside: tuple[int, ...]
    between: tuple[tuple[int, ...], ...]
    foes: tuple[frozenset[int], ...]
    of_size: tuple[int, ...]


def block_costs(blocks: Blocks, costs: Costs, *, smallest: int, largest: int) -> BlockCosts:
    """Add up the costs of students to those of blocks."""
    rows = [
        [sum(costs.distance[one][place] for one in members) for place in range(len(costs.values))]
        for members in blocks.members
    ]
    between = tuple(
        tuple(sum(row[place] for place in members) for members in blocks.members) for row in rows
    )
    return BlockCosts(
        size=tuple(map(len, blocks.members)),
        counted=tuple(sum(costs.counted[one] for one in members) for members in blocks.members),
        inside=tuple(row[block] // 2 for block, row in enumerate(between)),
        between=between,
        foes=blocks.foes,
        of_size=tuple(
            cost + BROKEN_RULE * (max(0, max(smallest, 1) - size) + max(0, size - largest))
            for size, cost in enumerate(costs.of_size)
        ),
    )


class Seating:
    """Which group each block is in, and what every group costs, kept up to date by each move.

    No block may be its own foe: `find_placement` has refused such rules before.
    """

    def __init__(self, costs: BlockCosts, group_of: Sequence[int], groups: int) -> None:
        self.costs = costs
        self.group_of = list(group_of)
        self.groups = groups
        self.size = [0] * groups
        self.counted = [0] * groups
        self.pairs = [0] * groups
        self.now = [costs.of_size[0]] * groups
        self.near = [[0] * groups for _ in group_of]
        self.foes = [[0] * groups for _ in group_of]
        for block, group in enumerate(group_of):
            self._enter(block, group)

    def total(self) -> int:
        """The whole cost; BROKEN_RULE or more means that a rule is broken."""
        broken = sum(self.foes[block][group] for block, group in enumerate(self.group_of)) // 2
        return BROKEN_RULE * broken + sum(self.now)

    def move(self, block: int, group: int) -> None:
        """Put a block into another group."""
        self._leave(block, self.group_of[block])
        self._enter(block, group)
        self.group_of[block] = group

    def gain_of_move(self, block: int, to: int) -> int:
        """How the total would change (negative is better)."""
        costs, here = self.costs, self.group_of[block]
        size, counted, inside = costs.size[block], costs.counted[block], costs.inside[block]
        near, foes = self.near[block], self.foes[block]
        left = self._cost(
            self.pairs[here] - near[here] + inside,
            self.counted[here] - counted,
            self.size[here] - size,
        )
        joined = self._cost(
            self.pairs[to] + near[to] + inside, self.counted[to] + counted, self.size[to] + size
        )
        broken = BROKEN_RULE * (foes[to] - foes[here])
        return left + joined + broken - self.now[here] - self.now[to]

    def gain_of_swap(self, one: int, other: int) -> int:
        """How the total would change if two blocks of different groups changed places."""
        costs, here, there = self.costs, self.group_of[one], self.group_of[other]
        size = costs.size[other] - costs.size[one]
        counted = costs.counted[other] - costs.counted[one]
        between = costs.between[one][other]
        inside = costs.inside[other] + costs.inside[one] - between
        near, far = self.near[one], self.near[other]
        first = self._cost(
            self.pairs[here] - near[here] + far[here] + inside,
            self.counted[here] + counted,
            self.size[here] + size,
        )
        second = self._cost(
            self.pairs[there] - far[there] + near[there] + inside,
            self.counted[there] - counted,
            self.size[there] - size,
        )
        broken = self.foes[one][there] - self.foes[one][here]
        broken += self.foes[other][here] - self.foes[other][there]
        broken -= 2 * (other in costs.foes[one])
        return first + second + BROKEN_RULE * broken - self.now[here] - self.now[there]

    def _cost(self, pairs: int, counted: int, size: int) -> int:
        # As `pair_cost`, written out: this line is most of the engine's work.
        return (SHARE * pairs // counted if counted else 0) + self.costs.of_size[size]

    def _enter(self, block: int, group: int) -> None:
        self.pairs[group] += self.near[block][group] + self.costs.inside[block]
        self._count(block, group, 1)

    def _leave(self, block: int, group: int) -> None:
        self.pairs[group] += self.costs.inside[block] - self.near[block][group]
        self._count(block, group, -1)

    def _count(self, block: int, group: int, sign: int) -> None:
        self.size[group] += sign * self.costs.size[block]
        self.counted[group] += sign * self.costs.counted[block]
        for row, distance in zip(self.near, self.costs.between[block], strict=True):
            row[group] += sign * distance
        for foe in self.costs.foes[block]:
            self.foes[foe][group] += sign
        self.now[group] = self._cost(self.pairs[group], self.counted[group], self.size[group])


def descend(seating: Seating) -> int:
    """Take the best move or swap of each block in turn until none helps; the total reached.

    The total is an integer that falls with every step, so this ends.
    """
    moved = True
    while moved:
        moved = False
        for block in range(len(seating.group_of)):
            gain, group, partner = min(_steps(seating, block), default=(0, 0, -1))
            if gain < 0:
                here = seating.group_of[block]
                seating.move(block, group)
                if partner >= 0:
                    seating.move(partner, here)
                moved = True
    return seating.total()


def shaken(seating: Seating) -> tuple[int, tuple[int, ...]]:
    """Shake a few blocks loose and descend again, keeping the best: its total and groups.

    The number of shakes follows from the number of blocks, and their dice always start alike:
    the same problem gets the same work and the same answer.
    """
    dice = Random(0)
    best = (seating.total(), tuple(seating.group_of))
    count = len(seating.group_of)
    if seating.groups < 2 or count < 2:
        return best
    for _ in range(max(2, _SHAKES_TIMES_BLOCKS // count)):
        trial = Seating(seating.costs, best[1], seating.groups)
        for _ in range(3):
            trial.move(dice.randrange(count), dice.randrange(seating.groups))
        total = descend(trial)
        if total < best[0]:
            best = (total, tuple(trial.group_of))
    return best


def _steps(seating: Seating, block: int) -> Iterator[tuple[int, int, int]]:
    """(gain, group, partner) of every move (partner -1) and swap of a block."""
    here = seating.group_of[block]
    for group in range(seating.groups):
        if group != here:
            yield seating.gain_of_move(block, group), group, -1
    for partner, group in enumerate(seating.group_of):
        if group != here:
            yield seating.gain_of_swap(block, partner), group, partner
