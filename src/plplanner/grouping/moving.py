"""A student the teacher moves: the proposal as it then stands, with true levels and reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine_case import assignment_of, case_of
from plplanner.grouping.explain import score_words
from plplanner.grouping.levels import shared_level
from plplanner.grouping.notes import notes_on
from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    GroupProposal,
    Reason,
    StudentToGroup,
)
from plplanner.grouping.rules import students_in_order
from plplanner.grouping.seated import with_seated
from plplanner.grouping.slots import slots_of


def with_moves(
    problem: GroupingProblem, proposal: GroupingProposal, moves: Mapping[int, str]
) -> GroupingProposal:
    """The proposal with students moved to the groups of these identity keys.

    A move to where the student is already changes nothing. A group may be left empty; rules
    may be broken: the teacher decides. What is moved by hand is no longer called optimal.
    """
    home = homes(proposal)
    moves = {one: key for one, key in moves.items() if one in home and home[one] != key}
    if not moves:
        return proposal
    seat = {**home, **moves}
    students = students_in_order(problem)
    groups = tuple(_regrouped(group, students, seat) for group in proposal.groups)
    moved = replace(proposal, groups=groups)
    return replace(
        moved,
        reasons=_reasons(proposal, students, moves),
        objective=cost_of(problem, moved),
        bound=None,
        status="feasible",
        notes=notes_on(problem, students, groups),
    )


def cost_of(problem: GroupingProblem, proposal: GroupingProposal) -> int:
    """What these groups cost, whoever made them: the sum the engine makes small."""
    seated = with_seated(problem, proposal)
    case = case_of(seated, slots_of(proposal))
    return judged(case.engine, assignment_of(case, proposal)).objective


def homes(proposal: GroupingProposal) -> dict[int, str]:
    """The identity key of every student's group."""
    return {one: group.identity.key for group in proposal.groups for one in group.student_ids}


def without_empty(proposal: GroupingProposal) -> GroupingProposal:
    """The proposal without groups that have no students."""
    return replace(proposal, groups=tuple(group for group in proposal.groups if group.student_ids))


def _regrouped(
    group: GroupProposal, students: Sequence[StudentToGroup], seat: Mapping[int, str]
) -> GroupProposal:
    members = [one for one in students if seat.get(one.student_id) == group.identity.key]
    level = shared_level(members) if members else group.level
    return GroupProposal(group.identity, tuple(one.student_id for one in members), level)


def _reasons(
    proposal: GroupingProposal, students: Sequence[StudentToGroup], moves: Mapping[int, str]
) -> tuple[Reason, ...]:
    words = {group.identity.key: group.identity.word for group in proposal.groups}
    known = {student.student_id: student for student in students}
    return tuple(
        Reason(one.student_id, _moved(known[one.student_id], words[moves[one.student_id]]))
        if one.student_id in moves
        else one
        for one in proposal.reasons
    )


def _moved(student: StudentToGroup, word: str) -> str:
    return f"{score_words(student)}; moved to {word} by you."
