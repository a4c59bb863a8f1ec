"""Which levels lie on one pile, in the few words its head has room for."""

from collections import Counter

from plplanner.grouping.rows import Pile
from plplanner.terms import LEVEL_WORDS, MasteryLevel

_NONE = MasteryLevel.NO_EVIDENCE


def levels_on(pile: Pile) -> tuple[str, ...]:
    """“6 nearly, 1 not yet” and, shorter, “6 nearly, 1 other”; nothing where all are at one level.

    Students without a score are at none.
    """
    seen = Counter(one.level for one in pile.students if one.level is not _NONE)
    if len(seen) < 2:
        return ()
    (most, count), *others = seen.most_common()
    first = f"{count} {LEVEL_WORDS[most].lower()}"
    rest = [f"{number} {LEVEL_WORDS[level].lower()}" for level, number in others]
    number = sum(seen.values()) - count
    return ", ".join([first, *rest]), f"{first}, {number} other{'s' * (number > 1)}"
