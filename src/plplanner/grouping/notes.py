"""What the teacher should know about the whole grouping before she uses it."""

from collections.abc import Iterator, Sequence

from plplanner.grouping.rows import GroupingProblem, GroupProposal, StudentToGroup
from plplanner.terms import GroupingStrategy, MasteryLevel, ScoreStatus

_NAMES_SHOWN = 4
_BALANCED = {GroupingStrategy.MIXED, GroupingStrategy.PROJECT, GroupingStrategy.JIGSAW}


def notes_on(
    problem: GroupingProblem, students: Sequence[StudentToGroup], groups: Sequence[GroupProposal]
) -> tuple[str, ...]:
    """Sentences in order of weight: the class as a whole, then students, then rules.

    What speaks of levels is said of groups by need only; mixed groups say how they count a student
    without a score.
    """
    if problem.strategy is not GroupingStrategy.NEED:
        unknown = _in_the_middle(students) if problem.strategy in _BALANCED else ()
        return (*unknown, *_rules_left_out(problem))
    return (
        *_whole_class(students),
        *_missed_by_most(students),
        *_borderline(students),
        *_no_evidence(students),
        *_mixed(students, groups),
        *_rules_left_out(problem),
    )


def _in_the_middle(students: Sequence[StudentToGroup]) -> Iterator[str]:
    said = _without_score(students)
    if said:
        yield f"{said}, and counted as the middle of the class."


def names_listed(names: Sequence[str]) -> str:
    """“Ana, Ben and Cy”."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def ended(words: str) -> str:
    """The words as a sentence; a shortened name at its end (“Ana G.”) brings its own full stop."""
    return words if words.endswith(".") else f"{words}."


def _whole_class(students: Sequence[StudentToGroup]) -> Iterator[str]:
    levels = {one.evidence.level for one in students} - {MasteryLevel.NO_EVIDENCE}
    if not levels:
        yield "No student has a score yet. The groups say nothing about need: give a quick check."
    elif levels == {MasteryLevel.NOT_YET}:
        yield "Everyone with a score is not yet there. This looks like a whole-class reteach."
    elif levels == {MasteryLevel.SECURE}:
        yield "Everyone with a score is secure. Extend, or move on to the next playlist."


def _missed_by_most(students: Sequence[StudentToGroup]) -> Iterator[str]:
    # The window begins without groups to speak of, and its start need not wait for these words.
    from plplanner.grouping.whole_class import said_of_missed  # noqa: PLC0415

    said = said_of_missed(students)
    if said:
        yield said


def _borderline(students: Sequence[StudentToGroup]) -> Iterator[str]:
    names = [one.name for one in students if one.evidence.borderline]
    if names:
        verb = "is" if len(names) == 1 else "are"
        yield f"{_counted(names)} {verb} borderline: one item either way changes the level."


def _no_evidence(students: Sequence[StudentToGroup]) -> Iterator[str]:
    said = _without_score(students)
    if said and any(one.evidence.level is not MasteryLevel.NO_EVIDENCE for one in students):
        yield f"{said}. Missing is not zero: give a quick check."


def _without_score(students: Sequence[StudentToGroup]) -> str:
    """`Ana and Ben have no score yet`; an excused or absent student has none that counts."""
    without = [one for one in students if one.evidence.level is MasteryLevel.NO_EVIDENCE]
    if not without:
        return ""
    verb = "has" if len(without) == 1 else "have"
    is_told = any(one.evidence.status not in (None, ScoreStatus.NONE) for one in without)
    which = "that counts" if is_told else "yet"
    return f"{_counted([one.name for one in without])} {verb} no score {which}"


def _mixed(students: Sequence[StudentToGroup], groups: Sequence[GroupProposal]) -> Iterator[str]:
    level = {one.student_id: one.evidence.level for one in students}
    words = sorted(
        group.identity.word
        for group in groups
        if len({level[one] for one in group.student_ids} - {MasteryLevel.NO_EVIDENCE}) > 1
    )
    if words:
        verb = "holds" if len(words) == 1 else "hold"
        yield f"{names_listed(words)} {verb} more than one level."


def _rules_left_out(problem: GroupingProblem) -> Iterator[str]:
    here = {student.student_id for student in problem.students}
    for rule in sorted(problem.rules, key=lambda one: one.name):
        if not set(rule.student_ids) <= here:
            yield f"“{rule.name}” names a student who is not being grouped now."


def _counted(names: Sequence[str]) -> str:
    return names_listed(names) if len(names) <= _NAMES_SHOWN else f"{len(names)} students"
