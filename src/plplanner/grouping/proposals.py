"""What the engine found, as a proposal the teacher can read: names dealt, reasons given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.grouping.costs import costs_of
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import EngineCase, members_by_slot
from plplanner.grouping.explain import reasons_for
from plplanner.grouping.identities import deal_identities
from plplanner.grouping.levels import shared_level
from plplanner.grouping.locks import reasons_when_locked, with_lock_rules
from plplanner.grouping.names_kept import names_that_go_on
from plplanner.grouping.notes import notes_on
from plplanner.grouping.rows import (
    ExpertTopic,
    GroupingProblem,
    GroupingProposal,
    GroupProposal,
    Reason,
)
from plplanner.grouping.rules import rules_in_order
from plplanner.grouping.seated import left_out
from plplanner.grouping.slots import keys_asked, keys_avoided, last_groups
from plplanner.grouping.way_reasons import way_reasons
from plplanner.terms import GroupIdentity, GroupingStrategy


def proposal_of(
    problem: GroupingProblem,
    case: EngineCase,
    assignment: Assignment,
    *,
    objective: int,
    bound: int | None = None,
) -> GroupingProposal:
    """The proposal for an assignment of a case of `problem`, which may hold absent students."""
    groups = _dealt(case, assignment, seed=problem.seed)
    return _told(problem, case, assignment, groups, objective=objective, bound=bound)


def proposal_in_slots(
    problem: GroupingProblem, case: EngineCase, assignment: Assignment, *, objective: int
) -> GroupingProposal:
    """As `proposal_of`, for a case whose slots all have their names already: nothing is dealt."""
    groups = tuple(
        _group(case, slot.identity, members, number)
        for number, (slot, members) in enumerate(
            zip(case.slots, members_by_slot(case, assignment), strict=True)
        )
        if members and slot.identity is not None
    )
    return _told(problem, case, assignment, groups, objective=objective, bound=None)


def _told(
    problem: GroupingProblem,
    case: EngineCase,
    assignment: Assignment,
    groups: tuple[GroupProposal, ...],
    *,
    objective: int,
    bound: int | None,
) -> GroupingProposal:
    experts = _experts(case, assignment)
    is_proven = bound is not None and bound >= objective
    proposal = GroupingProposal(
        groups=groups,
        reasons=(),
        objective=objective,
        bound=objective if is_proven else bound,
        status="optimal" if is_proven else "feasible",
        experts=experts,
        left_out=left_out(problem),
    )
    reasons = reasons_when_locked(case.problem, _reasons(case, proposal))
    return replace(
        proposal,
        reasons=tuple(reasons),
        notes=notes_on(case.problem, case.students, groups),
    )


def _dealt(case: EngineCase, assignment: Assignment, *, seed: int) -> tuple[GroupProposal, ...]:
    """Groups with students, in order of their first one, each with a name dealt or kept."""
    found = sorted(
        (members, slot)
        for members, slot in zip(
            members_by_slot(case, assignment), range(len(case.slots)), strict=True
        )
        if members
    )
    kept = _identities_kept(case, found)
    avoided = set(keys_avoided(case.problem)) - {one.key for one in kept.values()}
    return tuple(
        _group(case, identity, members, slot)
        for identity, (members, slot) in deal_identities(
            found, seed=seed, kept=kept, barred=avoided
        )
    )


def _group(
    case: EngineCase, identity: GroupIdentity, members: Sequence[int], slot: int
) -> GroupProposal:
    return GroupProposal(
        identity=identity,
        student_ids=tuple(case.students[place].student_id for place in members),
        level=shared_level([case.students[place] for place in members]),
        topic=case.slots[slot].topic,
        is_teacher_table=case.slots[slot].is_teacher_table,
    )


def _identities_kept(
    case: EngineCase, found: Sequence[tuple[list[int], int]]
) -> Mapping[int, GroupIdentity]:
    """Which groups (by place in `found`) have their name already.

    Those that locks and rules speak of; and with calm those that go on from the last groups.
    """
    problem = case.problem
    bound = {*keys_asked(problem), *keys_avoided(problem)}
    kept: dict[int, GroupIdentity] = {}
    for place, (_, slot) in enumerate(found):
        identity = case.slots[slot].identity
        if identity is not None and identity.key in bound:
            kept[place] = identity
    last = last_groups(problem)
    if last is not None and problem.keep_names:
        groups = [[case.students[one].student_id for one in members] for members, _ in found]
        taken = {one.key for one in kept.values()} | bound
        for place, identity in sorted(names_that_go_on(groups, last).items()):
            if place not in kept and identity.key not in taken:
                kept[place] = identity
    return kept


def _experts(case: EngineCase, assignment: Assignment) -> tuple[ExpertTopic, ...]:
    topics = case.problem.further.topics
    return tuple(
        ExpertTopic(case.student_of[one].student_id, topics[topic])
        for one, topic in sorted((assignment.expert or {}).items())
    )


def _reasons(case: EngineCase, proposal: GroupingProposal) -> tuple[Reason, ...]:
    problem = case.problem
    if problem.strategy is not GroupingStrategy.NEED:
        return way_reasons(problem, case.students, proposal)
    rules = rules_in_order(with_lock_rules(problem), case.students)
    return reasons_for(case.students, rules, costs_of(problem, case.students), proposal.groups)
