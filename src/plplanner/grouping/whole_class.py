"""When groups by need would say nothing: a class at one level, one without scores, or one in which
nearly everybody missed the same item."""

from collections import Counter
from collections.abc import Sequence

from plplanner.grouping.rows import StudentToGroup
from plplanner.terms import ItemResult, MasteryLevel

_SAID = {
    MasteryLevel.NOT_YET: "Everyone is below the cut. This looks like a whole-class reteach.",
    MasteryLevel.NEARLY: "Everyone is nearly there. One more round together may do.",
    MasteryLevel.SECURE: "Everyone is secure. Extend, or move on to the next playlist.",
}
# Teachers look at an item that 70 % missed before they group; fewer than 5 answers are no class.
_MOST = 0.7
_FEWEST_ANSWERS = 5
_ITEMS_NAMED = 2


def said_of_whole_class(students: Sequence[StudentToGroup]) -> str:
    """What that means, with the next step; empty when groups by need say something."""
    level, missed = _said_of_level(students), _missed_by_most(students)
    if level and missed:
        return f"{level} {missed}."
    return level or said_of_missed(students)


def said_of_missed(students: Sequence[StudentToGroup]) -> str:
    """“Item 3 was missed by 21 of 28: reteach it to everyone first?”; empty when there is none."""
    missed = _missed_by_most(students)
    if not missed:
        return ""
    it = "it" if missed.startswith("Item ") else "them"
    return f"{missed}: reteach {it} to everyone first? Was the question clear?"


def is_at_one_level(students: Sequence[StudentToGroup]) -> bool:
    """Whether everybody with a score stands at the same level, or nobody has one."""
    return len(_levels(students)) < 2


def _levels(students: Sequence[StudentToGroup]) -> set[MasteryLevel]:
    return {one.evidence.level for one in students} - {MasteryLevel.NO_EVIDENCE}


def _said_of_level(students: Sequence[StudentToGroup]) -> str:
    levels = _levels(students)
    if not students or len(levels) > 1:
        return ""
    if not levels:
        return "Nobody has a score on this yet. Give a quick check, then form groups."
    (level,) = levels
    unseen = sum(one.evidence.level is MasteryLevel.NO_EVIDENCE for one in students)
    if not unseen:
        return _SAID[level]
    have = "student has" if unseen == 1 else "students have"
    return f"{_SAID[level].replace('Everyone', 'Everyone with a score')} {unseen} {have} none yet."


def _missed_by_most(students: Sequence[StudentToGroup]) -> str:
    """The items that at least 70 % of those who answered them got wrong, the worst first."""
    answered: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for one in students:
        for number, result in enumerate(one.evidence.items, start=1):
            answered[number] += result in (ItemResult.RIGHT, ItemResult.WRONG)
            wrong[number] += result is ItemResult.WRONG
    most = sorted(
        (
            number
            for number, count in answered.items()
            if count >= _FEWEST_ANSWERS and wrong[number] >= _MOST * count
        ),
        key=lambda number: (-wrong[number] / answered[number], number),
    )
    counts = [f"{wrong[number]} of {answered[number]}" for number in most]
    if len(most) == 1:
        return f"Item {most[0]} was missed by {counts[0]}"
    if len(most) == _ITEMS_NAMED:
        return f"Items {most[0]} and {most[1]} were missed by {counts[0]} and {counts[1]}"
    if most:
        return f"{len(most)} items were missed by most, item {most[0]} by {counts[0]}"
    return ""
