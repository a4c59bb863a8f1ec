"""Which rules cannot hold together: the fewest, found exactly, and checked a second time."""

from collections.abc import Sequence
from dataclasses import dataclass

from plplanner.grouping.placement import find_placement
from plplanner.grouping.rows import GroupingProblem
from plplanner.grouping.rules import PlacedRule, blocks_of
from plplanner.terms import GROUP_IDENTITIES

MOST_GROUPS = len(GROUP_IDENTITIES)


@dataclass(frozen=True)
class Demands:
    """All that may be asked of a grouping; None means not asked. Each part can be dropped."""

    students: int
    rules: tuple[PlacedRule, ...]
    smallest: int | None
    largest: int | None
    groups: int | None


def demands_of(problem: GroupingProblem, rules: Sequence[PlacedRule]) -> Demands:
    """Everything the teacher asks for."""
    return Demands(
        students=len(problem.students),
        rules=tuple(rules),
        smallest=problem.smallest,
        largest=problem.largest,
        groups=problem.groups,
    )


def numbers_of_groups(demands: Demands) -> range:
    """How many groups the sizes leave open, before any other rule; never more than have a name."""
    smallest = max(demands.smallest or 1, 1)
    largest = max(demands.students if demands.largest is None else demands.largest, 1)
    fewest = max(1, -(-demands.students // largest))
    most = min(demands.students // smallest, MOST_GROUPS)
    if demands.groups is None:
        return range(fewest, most + 1)
    return range(demands.groups, demands.groups + int(fewest <= demands.groups <= most))


def can_hold(demands: Demands, *, fixed_order: bool = False) -> bool:
    """Whether some grouping meets all demands. Exact."""
    blocks = blocks_of(demands.students, demands.rules)
    return any(
        find_placement(
            blocks,
            smallest=demands.smallest or 1,
            largest=demands.students if demands.largest is None else demands.largest,
            groups=groups,
            fixed_order=fixed_order,
        )
        is not None
        for groups in numbers_of_groups(demands)
    )


def fewest_conflicting(demands: Demands) -> Demands:
    """The fewest demands that cannot hold together; everything else dropped.

    Implicit hitting sets (after Ignatiev, Previti, Liffiton and Marques-Silva, CP 2015): every
    conflict must contain one demand of each set whose removal mends the problem. Take a smallest
    choice that hits all such sets known so far; if it conflicts, no smaller conflict exists;
    else drop demands from the whole one by one until it holds, which gives one more set.
    The answer is checked by a search in another order, and each demand in it is shown needed.
    RuntimeError when the demands can hold after all: then we are wrong, not the teacher.
    """
    parts = len(demands.rules) + 3
    asked = [part for part in range(parts) if _is_asked(demands, part)]
    mending: list[frozenset[int]] = []
    while True:
        chosen = _smallest_hitting(mending)
        if not can_hold(_only(demands, chosen)):
            break
        kept = set(chosen)
        for part in asked:
            if part not in kept and can_hold(_only(demands, kept | {part})):
                kept.add(part)
        if len(kept) == len(asked):
            raise RuntimeError("the demands can hold together")
        mending.append(frozenset(asked) - kept)
    conflict = _only(demands, chosen)
    _check_again(conflict, chosen)
    return conflict


def _check_again(conflict: Demands, chosen: frozenset[int]) -> None:
    if can_hold(conflict, fixed_order=True):
        raise RuntimeError("two searches disagree about a conflict")
    if not all(can_hold(_only(conflict, chosen - {part}), fixed_order=True) for part in chosen):
        raise RuntimeError("a conflict holds a demand it does not need")


def _is_asked(demands: Demands, part: int) -> bool:
    sizes = (demands.smallest, demands.largest, demands.groups)
    extra = part - len(demands.rules)
    return extra < 0 or sizes[extra] is not None


def _only(demands: Demands, kept: frozenset[int] | set[int]) -> Demands:
    """The demands numbered in `kept`: rules first, then smallest, largest, number of groups.

    A dropped rule keeps its place, without students, so that numbers stay what they are.
    """
    count = len(demands.rules)
    return Demands(
        students=demands.students,
        rules=tuple(
            one if number in kept else PlacedRule(one.rule, ())
            for number, one in enumerate(demands.rules)
        ),
        smallest=demands.smallest if count in kept else None,
        largest=demands.largest if count + 1 in kept else None,
        groups=demands.groups if count + 2 in kept else None,
    )


def _smallest_hitting(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    """A smallest set that meets every one of `sets`; ties go to the first in order."""

    def hit_within(chosen: frozenset[int], more: int) -> frozenset[int] | None:
        missed = min((one for one in sets if not one & chosen), key=_by_size, default=None)
        if missed is None:
            return chosen
        if more == 0:
            return None
        tries = (hit_within(chosen | {part}, more - 1) for part in sorted(missed))
        return next((found for found in tries if found is not None), None)

    for size in range(len(sets) + 1):
        found = hit_within(frozenset(), size)
        if found is not None:
            return found
    raise RuntimeError("an empty set cannot be hit")


def _by_size(one: frozenset[int]) -> tuple[int, tuple[int, ...]]:
    return len(one), tuple(sorted(one))
