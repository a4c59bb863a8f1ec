"""The best way to cut the class, sorted by evidence, into runs: where improving starts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from plplanner.grouping.costs import Costs, pair_cost
from plplanner.grouping.rules import Blocks

BROKEN_RULE = 10**9


def sorted_by_evidence(costs: Costs) -> tuple[int, ...]:
    """Places from least to most secure; students without evidence stand at the class median."""
    scored = [value for value in costs.values if value is not None]
    middle = median_low(scored) if scored else 0
    return tuple(
        sorted(
            range(len(costs.values)),
            key=lambda place: (_or(costs.values[place], middle), place),
        )
    )


def best_cuts(
    costs: Costs, blocks: Blocks, *, smallest: int, largest: int, most_groups: int
) -> dict[int, tuple[int, tuple[tuple[int, ...], ...]]]:
    """For each number of groups up to `most_groups`: least cost and the runs that have it.

    A dynamic programme over cuts of the sorted class: least[g][i] is the least cost of the first
    i students in g runs. A run that holds foes, or part of a block, costs BROKEN_RULE for each,
    so whenever some cut keeps all rules, the cut found keeps them too and none is cheaper.
    Numbers of groups that the sizes do not allow are left out.
    """
    order = sorted_by_evidence(costs)
    smallest = max(smallest, 1)
    count = len(order)
    runs = [
        list(_runs_from(order, start, costs, blocks, largest=largest)) for start in range(count)
    ]
    least: list[dict[int, tuple[int, int]]] = [{0: (0, 0)}]
    for _ in range(most_groups):
        reached: dict[int, tuple[int, int]] = {}
        for start, (cost, _from) in least[-1].items():
            for size in range(smallest, min(largest, count - start) + 1):
                candidate = (cost + runs[start][size - 1], start)
                if candidate < reached.get(start + size, (candidate[0] + 1, 0)):
                    reached[start + size] = candidate
        least.append(reached)
    return {
        groups: (least[groups][count][0], _walk_back(order, least, groups))
        for groups in range(1, most_groups + 1)
        if count in least[groups]
    }


def _runs_from(
    order: Sequence[int], start: int, costs: Costs, blocks: Blocks, *, largest: int
) -> Iterator[int]:
    """Costs of the runs of 1, 2, … `largest` students that begin at `start`."""
    block_of = {place: b for b, members in enumerate(blocks.members) for place in members}
    pairs = counted = foes = 0
    held: dict[int, int] = {}
    for end in range(start, min(start + largest, len(order))):
        place = order[end]
        block = block_of[place]
        pairs += sum(costs.distance[place][other] for other in order[start:end])
        counted += costs.counted[place]
        foes += sum(held.get(foe, 0) for foe in blocks.foes[block])
        held[block] = held.get(block, 0) + 1
        parted = sum(number < len(blocks.members[b]) for b, number in held.items())
        size_cost = costs.of_size[end - start + 1]
        yield pair_cost(pairs, counted) + size_cost + BROKEN_RULE * (foes + parted)


def _walk_back(
    order: Sequence[int], least: Sequence[dict[int, tuple[int, int]]], groups: int
) -> tuple[tuple[int, ...], ...]:
    ends = [len(order)]
    for reached in reversed(least[1 : groups + 1]):
        ends.append(reached[ends[-1]][1])
    return tuple(tuple(order[start:end]) for start, end in pairwise(reversed(ends)))


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
