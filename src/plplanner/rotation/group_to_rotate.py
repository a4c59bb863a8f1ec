"""A group with all that its rotation has to reckon with, from what is known of its students."""

from collections.abc import Iterable, Mapping, Sequence

from plplanner.rotation.rows import GroupToRotate, PullOutWindow, StudentToSee
from plplanner.terms import GroupIdentity, MasteryLevel

_NEED = {
    MasteryLevel.SECURE: 0,
    MasteryLevel.NEARLY: 1,
    MasteryLevel.NOT_YET: 2,
    MasteryLevel.NO_EVIDENCE: 1,
}


def group_to_rotate(
    group_id: int,
    identity: GroupIdentity,
    level: MasteryLevel,
    *,
    students: Sequence[int],
    windows: Mapping[int, Sequence[PullOutWindow]],
    waits: Mapping[int, int],
    names: Mapping[int, str],
    away: frozenset[int],
    done: Mapping[int, Mapping[str, int]],
    is_own_way: bool = False,
) -> GroupToRotate:
    """The group with these students; all but who is `away` is by student.

    `done` counts their tasks: the group has done what at least half of them have.

    Its size is that of the day: seats and devices are for those who come.
    """
    return GroupToRotate(
        group_id=group_id,
        key=identity.key,
        name=identity.word,
        size=sum(one not in away for one in students),
        need=_NEED[level],
        lessons_since_teacher=_wait_of_most(waits.get(student_id) for student_id in students),
        pull_outs=tuple(window for one in students for window in windows.get(one, ())),
        students=tuple(
            StudentToSee(names[one], waits.get(one), is_away=one in away)
            for one in students
            if one in names
        ),
        is_own_way=is_own_way,
        done=_done_by_most([done.get(student_id, {}) for student_id in students]),
    )


def _done_by_most(counts: Sequence[Mapping[str, int]]) -> tuple[tuple[str, int], ...]:
    """How often at least half of the students have had each task; nothing they have not had."""
    half = (len(counts) + 1) // 2
    found = {
        task: sorted((one.get(task, 0) for one in counts), reverse=True)[half - 1]
        for task in {task for one in counts for task in one}
    }
    return tuple((task, times) for task, times in sorted(found.items()) if times)


def _wait_of_most(waits: Iterable[int | None]) -> int | None:
    # Groups change faster than the history: what at least half of the members have waited.
    longest_first = sorted(waits, key=lambda wait: (wait is None, wait or 0), reverse=True)
    return longest_first[(len(longest_first) - 1) // 2] if longest_first else None
