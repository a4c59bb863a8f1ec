"""What is asked for when the teacher says nothing: groups small enough for her table."""

from collections.abc import Sequence

from plplanner.grouping.rows import GroupingProblem, Lock, RuleToKeep, StudentToGroup
from plplanner.terms import GroupingStrategy, RuleKind

# More than six at the teacher's table are worth a look in a plan, so nothing proposed has more.
_SMALLEST, _LARGEST = 3, 6
_SMALLEST_ASKED, _LARGEST_ASKED = 5, 8


def usual_size(strategy: GroupingStrategy) -> tuple[int, int] | None:
    """The sizes of ways to group that have their own; None where groups rotate as usual.

    As many as miss the same work make it up together, be it one; languages are learned in pairs,
    or three where numbers are odd.
    """
    sizes = {GroupingStrategy.MAKE_UP: (1, 8), GroupingStrategy.LANGUAGE_PAIRS: (2, 3)}
    return sizes.get(strategy)


def usual_problem(
    students: Sequence[StudentToGroup],
    rules: Sequence[RuleToKeep],
    *,
    size: tuple[int, int] | None = None,
    groups: int | None = None,
    seed: int = 0,
    locks: Sequence[Lock] = (),
) -> GroupingProblem:
    """The class with its evidence and rules; without a size, groups of three to six.

    `size` is (smallest, largest) students per group.
    """
    smallest, largest = size or (_SMALLEST, _LARGEST)
    if groups is not None and size is None:
        # Asked for many or few groups, the sizes give way.
        even = len(students) // (groups or 1)
        smallest, largest = min(_SMALLEST_ASKED, max(1, even)), max(_LARGEST_ASKED, even + 1)
    elif size is None:
        groups = _fewest(len(students), rules)
        smallest = min(_SMALLEST, max(1, len(students) // (groups or 1)))
    return GroupingProblem(
        students=tuple(students),
        rules=tuple(rules),
        smallest=smallest,
        largest=largest,
        groups=groups,
        seed=seed,
        locks=tuple(locks),
    )


def _fewest(students: int, rules: Sequence[RuleToKeep]) -> int:
    """As few groups as hold everybody; one of them is smaller where the table has fewer places."""
    places = [rule.count for rule in rules if rule.kind is RuleKind.TABLE_AT_MOST]
    spare = max(0, _LARGEST - min(places, default=_LARGEST)) if students else 0
    return -(-(students + spare) // _LARGEST)
