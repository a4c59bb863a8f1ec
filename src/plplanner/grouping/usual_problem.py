"""What is asked for when the teacher says nothing: groups of about seven that rotate."""

from collections.abc import Sequence

from plplanner.grouping.rows import GroupingProblem, Lock, RuleToKeep, StudentToGroup

_STUDENTS_PER_ROTATION_GROUP = 7
_SMALLEST, _LARGEST = 5, 8


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
