"""Locks: a student the teacher keeps in her group stays there when groups are formed anew.

Locks become rules the engine keeps already: students locked in one group stay together, those
locked in different groups stay apart. The group then keeps its identity.
"""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.explain import score_words
from plplanner.grouping.notes import names_listed
from plplanner.grouping.rows import GroupingProblem, Lock, Reason, RuleToKeep, StudentToGroup
from plplanner.terms import RuleKind


def with_lock_rules(problem: GroupingProblem) -> GroupingProblem:
    """The same problem with its locks said as rules; locks of absent students fall out."""
    names = {student.student_id: student.name for student in problem.students}
    by_group = _by_group(problem)
    together = [
        RuleToKeep(
            RuleKind.TOGETHER,
            tuple(ids),
            f"{names_listed([names[one] for one in ids])} locked in {word}",
        )
        for word, ids in by_group.items()
        if len(ids) > 1
    ]
    first = tuple(ids[0] for ids in by_group.values())
    apart = [
        RuleToKeep(
            RuleKind.APART,
            first,
            f"{names_listed([names[one] for one in first])} locked in different groups",
        )
    ]
    rules = (*problem.rules, *together, *(apart if len(first) > 1 else ()))
    return replace(problem, rules=rules)


def with_locks_fixed(problem: GroupingProblem) -> GroupingProblem:
    """The same problem with its locks said as rules that fix a group; none left as locks."""
    names = {student.student_id: student.name for student in problem.students}
    keys = {lock.identity.word: lock.identity.key for lock in problem.locks}
    fixed = tuple(
        RuleToKeep(
            RuleKind.FIXED,
            tuple(ids),
            f"{names_listed([names[one] for one in ids])} locked in {word}",
            identity_key=keys[word],
        )
        for word, ids in _by_group(problem).items()
    )
    return replace(problem, rules=(*problem.rules, *fixed), locks=())


def reasons_when_locked(problem: GroupingProblem, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons, where a locked student's says that the teacher locked her in."""
    words = {lock.student_id: lock.identity.word for lock in problem.locks}
    students = {student.student_id: student for student in problem.students}
    return tuple(
        Reason(one.student_id, locked_reason(students[one.student_id], words[one.student_id]))
        if one.student_id in words
        else one
        for one in reasons
    )


def locked_reason(student: StudentToGroup, word: str) -> str:
    """“Ana has 2 of 5, not yet; locked in River by you.”"""
    return f"{score_words(student)}; locked in {word} by you."


def lock_of(locks: Sequence[Lock], student_id: int) -> Lock | None:
    """The lock of a student, if she has one."""
    return next((lock for lock in locks if lock.student_id == student_id), None)


def _by_group(problem: GroupingProblem) -> dict[str, list[int]]:
    """Students locked in each group, in an order that does not hang on ids of this file."""
    words = {lock.student_id: lock.identity.word for lock in problem.locks}
    here = sorted(problem.students, key=lambda student: (student.key, student.name))
    by_group: dict[str, list[int]] = {}
    for student in here:
        if student.student_id in words:
            by_group.setdefault(words[student.student_id], []).append(student.student_id)
    return by_group
