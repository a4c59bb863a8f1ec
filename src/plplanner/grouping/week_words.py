"""What the teacher is told of one week of a plan: who is together again."""

from collections.abc import Callable
from itertools import combinations

from plplanner.grouping.rows import GroupingProposal, WeeksAhead

_NAMED = 2


def said_of_week(plan: WeeksAhead, place: int, name_of: Callable[[int], str]) -> str:
    """“3 pairs are together again, Ana with Ben first of all”; the first week has no before.

    `place` counts weeks from 0. A pair is together again when an earlier week of the plan had it.
    """
    if place == 0:
        return ""
    before = {pair for week in plan.weeks[:place] for pair in _pairs(week)}
    again = sorted(pair for pair in _pairs(plan.weeks[place]) if pair in before)
    if not again:
        return "everyone has new partners."
    named = [f"{name_of(one)} with {name_of(other)}" for one, other in again[:_NAMED]]
    if len(again) == 1:
        return f"1 pair is together again: {named[0]}."
    if len(again) == _NAMED:
        return f"2 pairs are together again: {named[0]}, {named[1]}."
    return f"{len(again)} pairs are together again, among them {named[0]}."


def _pairs(week: GroupingProposal) -> set[tuple[int, int]]:
    return {pair for group in week.groups for pair in combinations(sorted(group.student_ids), 2)}
