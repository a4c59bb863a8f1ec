"""Students nothing tells apart are dealt in their lasting order, so that answers stay alike.

Which of two students with the same scores sits in which group costs nothing either way; search
leaves it to chance. In order, one more student in the class moves few others.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from plplanner.grouping.engine.rows import Assignment, Learner
from plplanner.grouping.engine_case import EngineCase


def with_twins_in_order(case: EngineCase, assignment: Assignment) -> Assignment:
    """The same groups at the same cost, twins seated in order of the groups' scores."""
    if assignment.expert:
        return assignment
    place_of_group = _groups_in_order(case, assignment)
    seats = dict(assignment.group)
    for twins in _twins(case):
        groups = sorted((seats[one] for one in twins), key=place_of_group.__getitem__)
        seats.update(zip(twins, groups, strict=True))
    return Assignment(seats)


def _twins(case: EngineCase) -> list[list[str]]:
    """Engine ids of students alike in everything the engine knows, in their lasting order."""
    engine = case.engine
    named = {one for rule in engine.rules for one in rule.students}
    named |= {one for week in engine.weeks for group in week.groups for one in group}
    named |= {one for pair in engine.partners for one in (pair.one, pair.other)}
    alike: defaultdict[Hashable, list[str]] = defaultdict(list)
    for one in engine.here:
        if one.id not in named:
            alike[one.scores, one.tags, one.ranks, one.before].append(one.id)
    return [ids for ids in alike.values() if len(ids) > 1]


def _groups_in_order(case: EngineCase, assignment: Assignment) -> Mapping[str, int]:
    """The place of each group, from the lowest first score on average to the highest."""
    members: defaultdict[str, list[Learner]] = defaultdict(list)
    for one in case.engine.here:
        members[assignment.group[one.id]].append(one)

    def mean(group: str) -> tuple[float, int, str]:
        known = [s for one in members[group] for s in one.scores[:1] if s is not None]
        middle = sum(known) / len(known) if known else 50.0
        return middle, len(members[group]), group

    return {group: place for place, group in enumerate(sorted(members, key=mean))}
