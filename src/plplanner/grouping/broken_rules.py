"""The independent checker: every rule a proposal breaks, as a sentence.

Written apart from the maker on purpose: it shares no code with it and looks only at the problem
as the teacher set it and at the proposal as she would see it.
"""

from collections import Counter
from collections.abc import Iterator

from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    GroupProposal,
    RuleToKeep,
    StudentToGroup,
)
from plplanner.terms import GroupingStrategy, RuleKind


def broken_rules(problem: GroupingProblem, proposal: GroupingProposal) -> tuple[str, ...]:
    """What the proposal breaks; empty when it keeps everything."""
    return (
        *_not_exactly_once(problem, proposal),
        *_wrong_sizes(problem, proposal),
        *_wrong_number(problem, proposal),
        *_rules_not_kept(problem, proposal),
        *_locks_not_kept(problem, proposal),
        *_identities_twice(proposal),
        *_reasons_amiss(problem, proposal),
        *_experts_amiss(problem, proposal),
        *_false_claims(proposal),
    )


def _not_exactly_once(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    seats = Counter(one for group in proposal.groups for one in group.student_ids)
    for student in problem.students:
        times = seats.pop(student.student_id, 0)
        if not _wants_a_group(problem, student):
            if times:
                yield f"{student.name} is in a group, and should be in none."
        elif times == 0:
            yield f"{student.name} is in no group."
        elif times > 1:
            yield f"{student.name} is in {times} groups."
    for stranger in sorted(seats):
        yield f"Student {stranger} is not in this class."


def _wants_a_group(problem: GroupingProblem, student: StudentToGroup) -> bool:
    if student.student_id in problem.absent:
        return False
    if problem.strategy is not GroupingStrategy.MAKE_UP:
        return True
    return any(
        more.missing for more in problem.further.students if more.student_id == student.student_id
    )


def _wrong_sizes(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    table = [rule.count for rule in problem.rules if rule.kind is RuleKind.TABLE_AT_MOST]
    for group in proposal.groups:
        size = len(group.student_ids)
        is_small = bool(table) and group.is_teacher_table and size == min(table)
        if size == 0:
            yield f"{group.identity.word} has no students."
        elif size < problem.smallest and not is_small:
            yield f"{group.identity.word} has {size}, at least {problem.smallest} are asked for."
        if size > problem.largest:
            yield f"{group.identity.word} has {size}, at most {problem.largest} are asked for."


def _wrong_number(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    if problem.groups is not None and len(proposal.groups) != problem.groups:
        yield f"There are {len(proposal.groups)} groups, {problem.groups} are asked for."


def _rules_not_kept(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    here = {student.student_id for student in problem.students}
    for rule in problem.rules:
        if rule.kind is RuleKind.TABLE_AT_MOST:
            is_kept = _table_is_kept(rule, proposal)
        elif rule.kind in (RuleKind.FIXED, RuleKind.NEVER_IN):
            is_kept = _place_is_kept(rule, proposal)
        else:
            named = _spoken_of(problem, rule) & here
            shares = [len(named.intersection(group.student_ids)) for group in proposal.groups]
            is_kept = _shares_keep(rule, shares)
        if not is_kept:
            yield f"“{rule.name}” is not kept."


def _spoken_of(problem: GroupingProblem, rule: RuleToKeep) -> set[int]:
    """The students a rule names, or those with its tag."""
    if rule.student_ids:
        return set(rule.student_ids)
    return {one.student_id for one in problem.further.students if rule.tag in one.tags}


def _shares_keep(rule: RuleToKeep, shares: list[int]) -> bool:
    """Whether a rule is kept when the groups have these many of its students."""
    fewest, most = min(shares, default=0), max(shares, default=0)
    met = sum(share > 0 for share in shares)
    return {
        RuleKind.APART: most < 2,
        RuleKind.TOGETHER: met < 2,
        RuleKind.AT_MOST_TAG: most <= rule.count,
        RuleKind.NO_LONE_TAG: 1 not in shares,
        RuleKind.SPREAD_TAG: most - fewest < 2,
    }[rule.kind]


def _place_is_kept(rule: RuleToKeep, proposal: GroupingProposal) -> bool:
    named = set(rule.student_ids)
    for group in proposal.groups:
        is_it = group.identity.key == rule.identity_key
        if named.intersection(group.student_ids) and is_it is (rule.kind is RuleKind.NEVER_IN):
            return False
    return True


def _table_is_kept(rule: RuleToKeep, proposal: GroupingProposal) -> bool:
    tables: list[GroupProposal] = [one for one in proposal.groups if one.is_teacher_table]
    return len(tables) == 1 and len(tables[0].student_ids) <= rule.count


def _locks_not_kept(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    names = {student.student_id: student.name for student in problem.students}
    seats = {one: g.identity.word for g in proposal.groups for one in g.student_ids}
    for lock in problem.locks:
        seat = seats.get(lock.student_id)
        if lock.student_id in names and seat is not None and seat != lock.identity.word:
            yield f"{names[lock.student_id]} is locked in {lock.identity.word}, not in {seat}."


def _identities_twice(proposal: GroupingProposal) -> Iterator[str]:
    for word, times in Counter(group.identity.word for group in proposal.groups).items():
        if times > 1:
            yield f"{times} groups are called {word}."


def _reasons_amiss(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    given = Counter(reason.student_id for reason in proposal.reasons)
    for student in problem.students:
        if _wants_a_group(problem, student) and given[student.student_id] != 1:
            yield f"{student.name} has {given[student.student_id]} reasons, not one."


def _experts_amiss(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    if problem.strategy is not GroupingStrategy.JIGSAW:
        return
    topic = {one.student_id: one.topic for one in proposal.experts}
    for group in proposal.groups:
        known = {topic.get(one) for one in group.student_ids}
        for lacking in sorted(set(problem.further.topics) - known):
            yield f"{group.identity.word} has no expert on {lacking}."


def _false_claims(proposal: GroupingProposal) -> Iterator[str]:
    if proposal.bound is not None and proposal.bound > proposal.objective:
        yield "The bound is above the objective."
    if proposal.status == "optimal" and proposal.bound != proposal.objective:
        yield "The grouping is called optimal without proof."
