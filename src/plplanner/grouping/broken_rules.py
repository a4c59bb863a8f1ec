"""The independent checker: every rule a proposal breaks, as a sentence.

Written apart from the maker on purpose: it shares no code with it and looks only at the problem
as the teacher set it and at the proposal as she would see it.
"""

from collections import Counter
from collections.abc import Iterator

from plplanner.grouping.rows import GroupingProblem, GroupingProposal
from plplanner.terms import RuleKind


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
        *_false_claims(proposal),
    )


def _not_exactly_once(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    seats = Counter(one for group in proposal.groups for one in group.student_ids)
    for student in problem.students:
        times = seats.pop(student.student_id, 0)
        if times == 0:
            yield f"{student.name} is in no group."
        elif times > 1:
            yield f"{student.name} is in {times} groups."
    for stranger in sorted(seats):
        yield f"Student {stranger} is not in this class."


def _wrong_sizes(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    for group in proposal.groups:
        size = len(group.student_ids)
        if size == 0:
            yield f"{group.identity.word} has no students."
        elif size < problem.smallest:
            yield f"{group.identity.word} has {size}, at least {problem.smallest} are asked for."
        if size > problem.largest:
            yield f"{group.identity.word} has {size}, at most {problem.largest} are asked for."


def _wrong_number(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    if problem.groups is not None and len(proposal.groups) != problem.groups:
        yield f"There are {len(proposal.groups)} groups, {problem.groups} are asked for."


def _rules_not_kept(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[str]:
    here = {student.student_id for student in problem.students}
    for rule in problem.rules:
        named = set(rule.student_ids) & here
        shares = [len(named.intersection(group.student_ids)) for group in proposal.groups]
        met = [share for share in shares if share > 0]
        if rule.kind is RuleKind.APART and any(share > 1 for share in met):
            yield f"“{rule.name}” is not kept."
        if rule.kind is RuleKind.TOGETHER and len(met) > 1:
            yield f"“{rule.name}” is not kept."


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
        if given[student.student_id] != 1:
            yield f"{student.name} has {given[student.student_id]} reasons, not one."


def _false_claims(proposal: GroupingProposal) -> Iterator[str]:
    if proposal.bound is not None and proposal.bound > proposal.objective:
        yield "The bound is above the objective."
    if proposal.status == "optimal" and proposal.bound != proposal.objective:
        yield "The grouping is called optimal without proof."
