"""When groups by need would say nothing: a class at one level, or one without scores."""

from collections.abc import Sequence

from plplanner.grouping.rows import StudentToGroup
from plplanner.terms import MasteryLevel

_SAID = {
    MasteryLevel.NOT_YET: "Everyone is below the cut. This looks like a whole-class reteach.",
    MasteryLevel.NEARLY: "Everyone is nearly there. One more round together may do.",
    MasteryLevel.SECURE: "Everyone is secure. Extend, or move on to the next playlist.",
}


def said_of_whole_class(students: Sequence[StudentToGroup]) -> str:
    """What that means, with the next step; empty when the class stands at several levels."""
    levels = {one.evidence.level for one in students} - {MasteryLevel.NO_EVIDENCE}
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
