"""What of a playlist goes on a card on a certain day: nothing that cannot be done then."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plplanner.playlists.rows import PlaylistItemRow
from plplanner.rotation.rows import PlanRow
from plplanner.terms import GroupMode, ItemRole


def items_of_day(items: Sequence[PlaylistItemRow], plan: PlanRow) -> tuple[PlaylistItemRow, ...]:
    """The items for a day: without internet its plan Bs, for a substitute what needs no teaching.

    An item without words is what a removed resource left behind: nothing to do on paper.
    """
    kept = [item for item in items if item.title]
    if plan.has_substitute:
        kept = [item for item in kept if not _needs_a_teacher(item)]
    return tuple(kept if plan.has_internet else _offline(kept))


def _needs_a_teacher(item: PlaylistItemRow) -> bool:
    return item.group_mode is GroupMode.TEACHER or item.role is ItemRole.CHECK_IN


def _offline(items: Iterable[PlaylistItemRow]) -> list[PlaylistItemRow]:
    """In the place of what must be done online stands a “may do” that needs no internet."""
    items = tuple(items)
    spare = [one for one in items if one.role is ItemRole.MAY and not one.needs_internet]
    found: list[PlaylistItemRow] = []
    for item in items:
        if not item.needs_internet:
            found.append(item)
        elif item.role is ItemRole.MUST and spare:
            found.append(replace(spare.pop(0), role=ItemRole.MUST, position=item.position))
    moved = {one.title for one in found if one.role is ItemRole.MUST}
    return [one for one in found if one.role is not ItemRole.MAY or one.title not in moved]
