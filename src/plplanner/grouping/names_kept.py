"""Which new group goes on from which old one: the one that shares most students keeps the name."""

from collections.abc import Collection, Sequence

from plplanner.grouping.rows import EarlierGroup, EarlierGroups, GroupSetRow, PastGroups
from plplanner.terms import GroupIdentity

_FAR = 2**31


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


def _most_shared(shared: Sequence[Sequence[int]]) -> list[int]:
    """The column of each row, none twice, with the largest sum; columns beyond the last are none.

    Shortest augmenting paths with prices (Kuhn 1955, Munkres 1957) on a square of integers.
    """
    size = max([len(shared), *(len(row) for row in shared)], default=0)
    cost = [[-n for n in row] + [0] * (size - len(row)) for row in shared]
    cost += [[0] * size for _ in range(size - len(cost))]
    row_price, column_price = [0] * size, [0] * (size + 1)
    row_at = [-1] * (size + 1)
    for row in range(size):
        row_at[size], column = row, size
        reach, way, done = [_FAR] * size, [size] * size, [False] * (size + 1)
        while row_at[column] >= 0:
            done[column], seated = True, row_at[column]
            for other in range(size):
                if not done[other]:
                    far = cost[seated][other] - row_price[seated] - column_price[other]
                    if far < reach[other]:
                        reach[other], way[other] = far, column
            nearest = min((c for c in range(size) if not done[c]), key=reach.__getitem__)
            step = reach[nearest]
            for other in range(size + 1):
                if done[other]:
                    row_price[row_at[other]] += step
                    column_price[other] -= step
                elif other < size:
                    reach[other] -= step
            column = nearest
        while column != size:
            row_at[column], column = row_at[way[column]], way[column]
        row_at[size] = -1
    column_of = {row: column for column, row in enumerate(row_at) if row >= 0}
    return [column_of[row] for row in range(len(shared))]
