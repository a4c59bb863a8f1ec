"""Students who are not here on a day: their place waits for them, and the rest keep still."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from plplanner.grouping.draft import Draft
from plplanner.grouping.kept_rules import size_warnings
from plplanner.grouping.rows import EarlierGroup, EarlierGroups, GroupingProblem
from plplanner.grouping.shown import GroupsShown

_CALMEST = 4


def with_absent_marked(
    shown: GroupsShown, absent: Collection[int], *, sizes: tuple[int, int]
) -> GroupsShown:
    """The table with absent students marked; sizes count who is here."""
    piles = tuple(
        replace(
            pile,
            students=tuple(
                replace(one, is_absent=True) if one.student_id in absent else one
                for one in pile.students
            ),
        )
        for pile in shown.piles
    )
    here = tuple(
        replace(pile, students=tuple(one for one in pile.students if not one.is_absent))
        for pile in piles
    )
    warnings = size_warnings(here, smallest=sizes[0], largest=sizes[1])
    return replace(shown, piles=piles, size_warnings=warnings)


def is_too_small(draft: Draft, absent: Collection[int]) -> bool:
    """Whether a group has fewer here than asked for, because of who is absent."""
    smallest = draft.problem.smallest
    for group in draft.proposal.groups:
        here = [one for one in group.student_ids if one not in absent]
        if len(here) < min(smallest, len(group.student_ids)):
            return True
    return False


def rest_kept_still(draft: Draft, absent: Collection[int], *, on: date) -> GroupingProblem:
    """The problem that seats everyone who is here again and moves as few as can be."""
    groups = tuple(
        EarlierGroup(group.identity, tuple(one for one in group.student_ids if one not in absent))
        for group in draft.proposal.groups
        if group.student_ids
    )
    return replace(
        draft.problem,
        calm=_CALMEST,
        absent=frozenset(absent),
        earlier=(EarlierGroups(on, groups), *draft.problem.earlier[:2]),
    )
