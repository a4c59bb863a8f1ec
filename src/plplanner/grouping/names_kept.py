"""Which new group goes on from which old one: the one that shares most students keeps the name."""

from collections.abc import Collection, Sequence

from plplanner.cheapest_match import cheapest_match
from plplanner.grouping.rows import EarlierGroup, EarlierGroups
from plplanner.grouping.saved.rows import GroupSetRow, PastGroups
from plplanner.terms import GroupIdentity


def groups_before(saved: GroupSetRow) -> EarlierGroups:
    """Saved groups as a new grouping sees them."""
    return EarlierGroups(
        saved.created_on,
        tuple(
            EarlierGroup(group.identity, tuple(one.student_id for one in group.members))
            for group in saved.groups
        ),
    )


def past_as_earlier(past: PastGroups) -> EarlierGroups:
    """Groups of the history as a new grouping sees them."""
    return EarlierGroups(
        past.created_on,
        tuple(
            EarlierGroup(group.identity, tuple(one for one, _ in group.members))
            for group in past.groups
        ),
    )


def names_that_go_on(
    groups: Sequence[Collection[int]], before: EarlierGroups
) -> dict[int, GroupIdentity]:
    """Which of the new groups (student ids, by place) keep the identity of an old one.

    As many students as can be are then in a group of the name they had; a new group keeps a
    name only if it keeps a student.
    """
    old = sorted(before.groups, key=lambda group: group.identity.key)
    shared = [[len(set(ids) & set(one.student_ids)) for one in old] for ids in groups]
    return {
        place: old[column].identity
        for place, column in enumerate(_most_shared(shared))
        if column < len(old) and shared[place][column]
    }


def _most_shared(shared: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The column of each row, none twice, with the largest sum; one beyond the last is none."""
    spare = [0] * len(shared)
    return cheapest_match([[-students for students in row] + spare for row in shared])
