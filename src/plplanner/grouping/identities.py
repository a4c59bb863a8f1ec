"""Deal a name and symbol to each group by lot, so that nothing on the wall tells a level."""

from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import TypeVar

from plplanner.terms import GROUP_IDENTITIES, GroupIdentity

_Group = TypeVar("_Group")


def deal_identities(
    groups: Sequence[_Group],
    *,
    seed: int,
    kept: Mapping[int, GroupIdentity] | None = None,
    barred: Collection[str] = (),
) -> tuple[tuple[GroupIdentity, _Group], ...]:
    """The groups in shuffled order, each with an identity dealt at random.

    `kept` names groups (by place) that have their identity already; the keys in `barred` are not
    dealt while others are left. Up to ten groups get solid
    identities; only beyond ten does the stone set join, and then all ten solid ones are in use.
    ValueError for more groups than there are identities.
    """
    kept = kept or {}
    if len(groups) > len(GROUP_IDENTITIES):
        raise ValueError(f"{len(groups)} groups, but {len(GROUP_IDENTITIES)} identities")
    taken = {identity.key for identity in kept.values()}
    free = [identity for identity in GROUP_IDENTITIES if identity.key not in taken]
    allowed = [one for one in free if one.key not in barred]
    free = allowed if len(allowed) >= len(groups) - len(kept) else free
    solid = [identity for identity in free if not identity.outline]
    outline = [identity for identity in free if identity.outline]
    dice = Random(seed)
    shuffled = dice.sample(range(len(groups)), len(groups))
    needed = len(groups) - len(kept)
    beyond = max(0, needed - len(solid))
    dealt = dice.sample(solid, min(needed, len(solid))) + dice.sample(outline, beyond)
    dice.shuffle(dealt)
    left = iter(dealt)
    return tuple((kept[n] if n in kept else next(left), groups[n]) for n in shuffled)
