"""The groups to be filled, and which of them have their identity before anyone is seated.

A lock, a rule that names a group, and calm all speak of a group by its identity: such a group is
there from the start. All others get theirs by lot, when everyone has a place.
"""

from collections.abc import Iterator

from plplanner.grouping.rows import EarlierGroups, GroupingProblem, GroupingProposal
from plplanner.records import record
from plplanner.terms import GROUP_IDENTITIES, GroupIdentity, GroupingStrategy, RuleKind

_ORDER = {identity.key: place for place, identity in enumerate(GROUP_IDENTITIES)}


@record(frozen=True)
class Slot:
    """A group to fill; `topic` is what it works on, where groups have one."""

    id: str
    identity: GroupIdentity | None = None
    topic: str = ""
    is_teacher_table: bool = False


def slots_for(
    problem: GroupingProblem, groups: int, *, with_avoided: bool = True
) -> tuple[Slot, ...] | None:
    """So many slots; None when locks and rules ask for more groups than that.

    A group some student must never be in, such as an aide's, is one of them as long as another is
    left without a name; `with_avoided` False leaves it out, and then nobody is in it.
    """
    asked = keys_asked(problem)
    if len(asked) > groups:
        return None
    keys = list(dict.fromkeys((*asked, *_keys_of_last(problem))))[:groups]
    avoided = [key for key in keys_avoided(problem) if key not in keys] if with_avoided else []
    keys += avoided[: max(0, groups - len(keys) - 1)]
    known = {identity.key: identity for identity in GROUP_IDENTITIES}
    identities: list[GroupIdentity | None] = [known[key] for key in keys]
    identities += [None] * (groups - len(identities))
    table = _table_place(problem, identities)
    return tuple(
        Slot(f"g{place:02}", identity, is_teacher_table=place == table)
        for place, identity in enumerate(identities)
    )


def slots_of(proposal: GroupingProposal) -> tuple[Slot, ...]:
    """The slots of groups that stand already."""
    return tuple(
        Slot(f"g{place:02}", group.identity, group.topic, group.is_teacher_table)
        for place, group in enumerate(proposal.groups)
    )


def keys_avoided(problem: GroupingProblem) -> tuple[str, ...]:
    """Groups some student must never be in, and the one named for the teacher's table."""
    kinds = (RuleKind.NEVER_IN, RuleKind.TABLE_AT_MOST)
    keys = {rule.identity_key for rule in problem.rules if rule.kind in kinds}
    return _in_order(keys & set(_ORDER))


def last_groups(problem: GroupingProblem) -> EarlierGroups | None:
    """The groups that calm holds on to; None when everything is to be fresh.

    Groups by hand begin with the last ones, whatever the calm.
    """
    holds_on = problem.calm > 0 or problem.strategy is GroupingStrategy.BY_HAND
    return problem.earlier[0] if problem.earlier and holds_on else None


def most_at_table(problem: GroupingProblem) -> int | None:
    """How many the teacher's table may hold; None when no rule speaks of it."""
    counts = [rule.count for rule in problem.rules if rule.kind is RuleKind.TABLE_AT_MOST]
    return min(counts, default=None)


def keys_asked(problem: GroupingProblem) -> tuple[str, ...]:
    """Groups that must be there: someone is locked or fixed in them."""
    here = {student.student_id for student in problem.students}
    keys = {lock.identity.key for lock in problem.locks if lock.student_id in here}
    for rule in problem.rules:
        if rule.kind is RuleKind.FIXED and here.intersection(rule.student_ids):
            keys.add(rule.identity_key)
    return _in_order(keys & set(_ORDER))


def _keys_of_last(problem: GroupingProblem) -> Iterator[str]:
    last = last_groups(problem)
    if last is None:
        return
    here = {student.student_id for student in problem.students}
    sizes = [(len(here.intersection(one.student_ids)), one.identity.key) for one in last.groups]
    for size, key in sorted(sizes, key=lambda one: (-one[0], _ORDER[one[1]])):
        if size:
            yield key


def _table_place(problem: GroupingProblem, identities: list[GroupIdentity | None]) -> int | None:
    rules = [rule for rule in problem.rules if rule.kind is RuleKind.TABLE_AT_MOST]
    if not rules:
        return None
    keys = [None if one is None else one.key for one in identities]
    named = [rule.identity_key for rule in rules if rule.identity_key in keys]
    if named:
        return keys.index(named[0])
    return keys.index(None) if None in keys else 0


def _in_order(keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=_ORDER.__getitem__))
