"""Swapping two rounds of a group, and whom that takes along; what moves to mend a clash."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from plplanner.records import record
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.locked_cells import locked_visits
from plplanner.rotation.rows import Clash, RotationProblem, RoundRow, Visit


@record(frozen=True)
class RoundSwap:
    """These groups do in round `first` what they did in `second`, and the other way round."""

    first: int
    second: int
    group_ids: tuple[int, ...]


@record(frozen=True)
class ComesInstead:
    """Who comes to the teacher when some are away, and everyone who goes elsewhere for it.

    `instead_of` are the groups that are away, by id; `comes` are group ids and rounds, `sent` the
    new cells of groups that are here, theirs among them; `gives_way` those of groups that are away.
    """

    instead_of: tuple[int, ...]
    comes: tuple[tuple[int, int], ...]
    sent: tuple[Visit, ...]
    gives_way: tuple[Visit, ...] = ()


@record(frozen=True)
class LongWait:
    """A group has waited long for the teacher; `instead` is a turn it could have, if any."""

    group_id: int
    instead: ComesInstead | None = None


def swap_of(
    visits: Sequence[Visit],
    *,
    group_id: int,
    first: int,
    second: int,
    alone: Collection[int] = (),
) -> RoundSwap:
    """The smallest swap of two rounds that moves this group and leaves no station held twice.

    Whoever stands where a swapping group arrives swaps along, until nobody is in the way. Those
    who go `alone`, by id, are in nobody's way.
    """
    if group_id in alone:
        return RoundSwap(first, second, (group_id,))
    at = {(visit.group_id, visit.round_number): visit.station_id for visit in visits}
    groups = sorted({visit.group_id for visit in visits}.difference(alone))
    along = {group_id}
    while True:
        arriving = {
            (to, at.get((group, other)))
            for group in along
            for to, other in ((first, second), (second, first))
        }
        in_the_way = {
            group
            for group in groups
            if group not in along
            for to in (first, second)
            if (group, to) in at and (to, at[group, to]) in arriving
        }
        if not in_the_way:
            return RoundSwap(first, second, tuple(sorted(along)))
        along |= in_the_way


def swapped(visits: Sequence[Visit], swap: RoundSwap) -> tuple[Visit, ...]:
    """The visits after a swap, in the same order."""
    other = {swap.first: swap.second, swap.second: swap.first}
    return tuple(
        replace(visit, round_number=other.get(visit.round_number, visit.round_number))
        if visit.group_id in swap.group_ids
        else visit
        for visit in visits
    )


def clashes_after(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit], swap: RoundSwap
) -> tuple[Clash, ...]:
    """What the independent checker finds after a swap and does not find before it."""
    before = set(find_clashes(problem, rounds, visits))
    after = find_clashes(problem, rounds, swapped(visits, swap))
    return tuple(clash for clash in after if clash not in before)


def mending_swap(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit], clash: Clash
) -> RoundSwap | None:
    """The swap of fewest groups after which this clash is gone and none is new; None if none.

    What the teacher locked stays where it is. Tried exhaustively: groups × pairs of rounds, each
    judged by the independent checker. Of students who go alone only those who are out of the room
    are tried.
    """
    before = Counter(found.kind for found in find_clashes(problem, rounds, visits))
    fixed = frozenset(locked_visits(problem)).intersection(visits)
    for swap in _swaps(problem, rounds, visits):
        if not fixed.issubset(swapped(visits, swap)):
            continue
        after = find_clashes(problem, rounds, swapped(visits, swap))
        kinds = Counter(found.kind for found in after)
        if kinds[clash.kind] < before[clash.kind] and kinds <= before:
            return swap
    return None


def _swaps(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[RoundSwap]:
    alone = {group.group_id for group in problem.groups if group.is_own_way}
    stay = {group.group_id for group in problem.groups if group.is_own_way and not group.pull_outs}
    numbers = sorted(row.number for row in rounds)
    found = {
        swap_of(visits, group_id=group_id, first=first, second=second, alone=alone): None
        for group_id in sorted({visit.group_id for visit in visits} - stay)
        for first, second in combinations(numbers, 2)
    }
    yield from sorted(found, key=lambda swap: (len(swap.group_ids), swap.first, swap.second))
