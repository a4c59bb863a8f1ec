"""What a new grouping changes: who would leave her group, and who stays when the teacher says so.

A group goes on with other students in it: the new group that shares most students with an old
one is the same group. Who is not in the group that goes on from hers, moves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.draft import Draft
from plplanner.grouping.explain import score_words
from plplanner.grouping.moving import homes
from plplanner.grouping.names_kept import names_that_go_on
from plplanner.grouping.piles import score_short
from plplanner.grouping.rows import (
    EarlierGroups,
    GroupingProposal,
    Pile,
    Reason,
    StudentOnPile,
    StudentToGroup,
)
from plplanner.records import record
from plplanner.terms import LEVEL_WORDS, GroupIdentity, MasteryLevel


@record(frozen=True)
class Move:
    """A student the new grouping takes out of her group, and one line why.

    `before` is her group under the name it goes on with, so that both names lie on the table.
    `stays` when the teacher leaves her where she was; `can_stay` is False when no group goes on
    from hers.
    """

    student_id: int
    name: str
    before: GroupIdentity
    after: GroupIdentity
    why: str
    stays: bool = False
    can_stay: bool = True


@record(frozen=True)
class GroupChanges:
    """Everyone the new grouping moves, in the order of the piles; `students` had a group before."""

    moves: tuple[Move, ...] = ()
    students: int = 0

    @property
    def count(self) -> int:
        """How many would move as things stand."""
        return sum(not move.stays for move in self.moves)


def changes_of(
    draft: Draft, before: EarlierGroups, evidence_before: Mapping[int, Evidence] | None = None
) -> GroupChanges:
    """Who moves when this draft is used. `evidence_before` is what the old groups rested on."""
    identities = {group.identity.key: group.identity for group in draft.formed.groups}
    was = {one: group.identity for group in before.groups for one in group.student_ids}
    formed, home = homes(draft.formed), _home_of_each(draft, before)
    found = []
    for student in _in_order(draft):
        one = student.student_id
        now = draft.moves.get(one, formed[one])
        after = formed[one] if now == home.get(one) else now
        if one in was and after != home.get(one):
            old_evidence = (evidence_before or {}).get(one)
            why = "Moved by you." if now != formed[one] == home.get(one) else ""
            found.append(
                Move(
                    one,
                    student.name,
                    before=identities[home[one]] if one in home else was[one],
                    after=identities[after],
                    why=why or _why(student.evidence, old_evidence),
                    stays=now == home.get(one),
                    can_stay=one in home,
                )
            )
    return GroupChanges(tuple(found), sum(one in was for one in formed))


def with_stay(draft: Draft, before: EarlierGroups, student_id: int, *, stays: bool) -> Draft:
    """The draft with a student left in the group that goes on from hers, or moved after all."""
    home, formed = _home_of_each(draft, before), homes(draft.formed)
    if student_id not in home or student_id not in formed:
        return draft
    return draft.with_move(student_id, home[student_id] if stays else formed[student_id])


def with_moves_marked(piles: Sequence[Pile], changes: GroupChanges) -> tuple[Pile, ...]:
    """The piles with everyone marked who leaves her group; who stays was not moved by hand."""
    stays = {move.student_id: move.stays for move in changes.moves}

    def marked(one: StudentOnPile) -> StudentOnPile:
        if one.student_id not in stays:
            return one
        is_staying = stays[one.student_id]
        return replace(one, moves=not is_staying, is_moved=one.is_moved and not is_staying)

    return tuple(
        replace(pile, students=tuple(marked(one) for one in pile.students)) for pile in piles
    )


def with_stays_explained(
    proposal: GroupingProposal, students: Sequence[StudentToGroup], changes: GroupChanges
) -> GroupingProposal:
    """The proposal whose reasons say who was left where she was: nobody moved her."""
    staying = {move.student_id for move in changes.moves if move.stays}
    known = {student.student_id: student for student in students}
    words = {one: group.identity.word for group in proposal.groups for one in group.student_ids}

    def explained(reason: Reason) -> Reason:
        one = reason.student_id
        if one not in staying:
            return reason
        return Reason(one, f"{score_words(known[one])}; left in {words[one]} by you.")

    return replace(proposal, reasons=tuple(explained(reason) for reason in proposal.reasons))


def _home_of_each(draft: Draft, before: EarlierGroups) -> dict[int, str]:
    """The key of the draft's group that goes on from a student's old one, where one does."""
    groups = draft.formed.groups
    names = names_that_go_on([group.student_ids for group in groups], before)
    goes_on = {old.key: groups[place].identity.key for place, old in names.items()}
    return {
        one: goes_on[group.identity.key]
        for group in before.groups
        for one in group.student_ids
        if group.identity.key in goes_on
    }


def _in_order(draft: Draft) -> list[StudentToGroup]:
    known = {student.student_id: student for student in draft.problem.students}
    return [known[one] for group in draft.formed.groups for one in group.student_ids]


def _why(now: Evidence, before: Evidence | None) -> str:
    """“2/5, then 3/5. Two checks agree.”: only what the scores say."""
    if now.level is MasteryLevel.NO_EVIDENCE:
        return "No score yet."
    borderline = " Borderline." if now.borderline else ""
    if before is None or before.level is MasteryLevel.NO_EVIDENCE or _is_same(before, now):
        return f"{score_short(now)}, {LEVEL_WORDS[now.level].lower()}.{borderline}"
    agree = " Two checks agree." if before.level is now.level and not borderline else ""
    return f"{score_short(before)}, then {score_short(now)}.{agree}{borderline}"


def _is_same(one: Evidence, other: Evidence) -> bool:
    return (one.points, one.possible, one.percent, one.taken_on) == (
        other.points,
        other.possible,
        other.percent,
        other.taken_on,
    )
