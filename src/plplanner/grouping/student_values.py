"""One student’s evidence as the two whole numbers that distances are made of."""

from math import floor

from plplanner.gradebook.rows import Evidence
from plplanner.terms import MasteryLevel

_RANK = {MasteryLevel.NOT_YET: 0, MasteryLevel.NEARLY: 1, MasteryLevel.SECURE: 2}
_PERCENT_OF_BARE_LEVEL = {
    MasteryLevel.NOT_YET: 30,
    MasteryLevel.NEARLY: 70,
    MasteryLevel.SECURE: 90,
}


def value_of(evidence: Evidence) -> int | None:
    """Whole percent, half up; None without evidence; a level without number gets its middle."""
    if evidence.level is MasteryLevel.NO_EVIDENCE:
        return None
    if evidence.percent is None:
        return _PERCENT_OF_BARE_LEVEL[evidence.level]
    return floor(evidence.percent + 0.5)


def rank_of(evidence: Evidence) -> int:
    """The level counted from 0, not yet; 0 without evidence."""
    return _RANK.get(evidence.level, 0)
