"""Deal a name and symbol to each group by lot, so that nothing on the wall tells a level."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from plplanner.terms import GROUP_IDENTITIES, GroupIdentity

_Group = TypeVar("_Group")


def deal_identities(
    groups: Sequence[_Group], *, seed: int
) -> tuple[tuple[GroupIdentity, _Group], ...]:
    """The groups in shuffled order, each with an identity dealt at random.

    Up to ten groups get solid identities; only beyond ten does the stone set join, and then all
    ten solid ones are in use. ValueError for more groups than there are identities.
    """
    if len(groups) > len(GROUP_IDENTITIES):
        raise ValueError(f"{len(groups)} groups, but {len(GROUP_IDENTITIES)} identities")
    solid = [identity for identity in GROUP_IDENTITIES if not identity.outline]
    outline = [identity for identity in GROUP_IDENTITIES if identity.outline]
    dice = Random(seed)
    shuffled = dice.sample(list(groups), len(groups))
    beyond = max(0, len(groups) - len(solid))
    dealt = dice.sample(solid, min(len(groups), len(solid))) + dice.sample(outline, beyond)
    dice.shuffle(dealt)
    return tuple(zip(dealt, shuffled, strict=True))
