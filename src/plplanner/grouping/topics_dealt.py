"""Which topic each interest group works on: the few ways to deal them that please most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from math import comb

from plplanner.grouping.rows import GroupingProblem, StudentToGroup
from plplanner.grouping.slots import Slot
from plplanner.grouping.ways import further_of, ranks_of
from plplanner.terms import GroupingStrategy

_MOST_LISTED = 1_000
_KEPT = 3


def topics_dealt(
    problem: GroupingProblem, students: Sequence[StudentToGroup], slots: Sequence[Slot]
) -> list[tuple[Slot, ...]]:
    """The slots as they are; in interest mode, with the topics of the most pleasing deals."""
    if problem.strategy is not GroupingStrategy.INTEREST:
        return [tuple(slots)]
    ranks = [ranks_of(problem, one) for one in further_of(problem, students)]
    topics = _worth_dealing(ranks, len(problem.further.topics), len(slots))
    deals = sorted(
        combinations_with_replacement(topics, len(slots)),
        key=lambda deal: (_displeasure(ranks, deal, problem), deal),
    )
    return [
        tuple(
            replace(slot, topic=problem.further.topics[topic])
            for slot, topic in zip(slots, deal, strict=True)
        )
        for deal in deals[:_KEPT]
    ]


def _worth_dealing(ranks: Sequence[Sequence[int]], topics: int, groups: int) -> list[int]:
    """The best-liked topics, as many as can be dealt in all ways within a moment."""
    liking = {topic: sum(row[topic] for row in ranks) for topic in range(topics)}
    first = Counter(row.index(min(row)) for row in ranks if row)
    order = sorted(range(topics), key=lambda topic: (-first[topic], liking[topic], topic))
    few = topics
    while few > 1 and comb(few + groups - 1, groups) > _MOST_LISTED:
        few -= 1
    return sorted(order[:few])


def _displeasure(
    ranks: Sequence[Sequence[int]], deal: tuple[int, ...], problem: GroupingProblem
) -> int:
    """Ranks everyone would get if all had room, and what too few or too many seats add."""
    groups = Counter(deal)
    best = [min(groups, key=lambda topic: (row[topic], topic)) for row in ranks]
    total = sum(row[topic] for row, topic in zip(ranks, best, strict=True))
    wanted = Counter(best)
    for topic, count in groups.items():
        total += max(0, wanted[topic] - count * problem.largest)
        total += max(0, count * problem.smallest - wanted[topic])
    return total
