"""The level a group works at."""

from collections.abc import Sequence

from plplanner.grouping.rows import StudentToGroup
from plplanner.terms import MasteryLevel

_NEED_FIRST = (MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE)


def shared_level(members: Sequence[StudentToGroup]) -> MasteryLevel:
    """The level most members with evidence share; on a tie the one that needs more."""
    levels = [one.evidence.level for one in members]
    most = max(levels.count(level) for level in _NEED_FIRST)
    if most == 0:
        return MasteryLevel.NO_EVIDENCE
    return next(level for level in _NEED_FIRST if levels.count(level) == most)
