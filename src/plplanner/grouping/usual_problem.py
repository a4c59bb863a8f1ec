"""What is asked for when the teacher says nothing: groups of about seven that rotate."""

from collections.abc import Sequence

from plplanner.grouping.rows import GroupingProblem, Lock, RuleToKeep, StudentToGroup
from plplanner.terms import GroupingStrategy

_STUDENTS_PER_ROTATION_GROUP = 7
_SMALLEST, _LARGEST = 5, 8


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
    """The class with its evidence and rules; without a size, groups of about seven that rotate.

    `size` is (smallest, largest) students per group.
    """
    if groups is None and size is None:
        groups = -(-len(students) // _STUDENTS_PER_ROTATION_GROUP)
    # Asked for many or few groups, the usual sizes give way.
    even = len(students) // (groups or 1)
    smallest, largest = size or (min(_SMALLEST, max(1, even)), max(_LARGEST, even + 1))
    return GroupingProblem(
        students=tuple(students),
        rules=tuple(rules),
        smallest=smallest,
        largest=largest,
        groups=groups,
        seed=seed,
        locks=tuple(locks),
    )
