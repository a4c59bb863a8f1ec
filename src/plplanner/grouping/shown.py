"""The teacher's table: piles, rules and cuts as they stand, of a draft or of saved groups."""

from collections.abc import Sequence

from plplanner.gradebook.mastery import MasteryScale
from plplanner.grouping.draft import Asked, Draft
from plplanner.grouping.kept_rules import RuleState, rule_states, size_warnings
from plplanner.grouping.piles import piles_of_saved
from plplanner.grouping.rows import Lock, Pile, RuleToKeep, StudentOnPile, StudentToGroup
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.grouping.score_strip import ScoreStrip, strip_of
from plplanner.records import record


@record(frozen=True)
class GroupsShown:
    """All that lies on the table. `without_group` came after the groups were saved."""

    piles: tuple[Pile, ...] = ()
    without_group: tuple[StudentToGroup, ...] = ()
    strip: ScoreStrip | None = None
    rules: tuple[RuleState, ...] = ()
    size_warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def pile_of(self, student_id: int) -> Pile | None:
        """The group a student is in."""
        return next(
            (p for p in self.piles if any(o.student_id == student_id for o in p.students)), None
        )

    def pile_with(self, key: str) -> Pile | None:
        """The group of this identity."""
        return next((pile for pile in self.piles if pile.identity.key == key), None)

    def student(self, student_id: int) -> StudentOnPile | None:
        """A student as she lies on her pile."""
        return next(
            (o for pile in self.piles for o in pile.students if o.student_id == student_id), None
        )


def draft_shown(
    draft: Draft,
    asked: Asked,
    *,
    evidence: Sequence[StudentToGroup],
    rules: Sequence[RuleToKeep],
    focus: str,
) -> GroupsShown:
    """A draft on the table, warned about sizes other than those asked for."""
    proposal = draft.proposal
    piles = draft.piles(asked.locks, focus)
    return _shown(
        piles,
        evidence,
        rules,
        scale=asked.scale,
        sizes=(draft.problem.smallest, draft.problem.largest),
        notes=proposal.notes,
    )


def saved_shown(
    saved: GroupSetRow,
    *,
    evidence: Sequence[StudentToGroup],
    rules: Sequence[RuleToKeep],
    scale: MasteryScale,
    focus: str,
) -> GroupsShown:
    """Saved groups on the table, warned about empty groups only."""
    piles = piles_of_saved(saved, evidence, focus=focus)
    return _shown(piles, evidence, rules, scale=scale, sizes=(1, len(evidence)), notes=())


def nothing_shown(
    evidence: Sequence[StudentToGroup], rules: Sequence[RuleToKeep], scale: MasteryScale
) -> GroupsShown:
    """No groups, but the class with its cuts and rules."""
    return GroupsShown(strip=strip_of(evidence, scale), rules=rule_states(rules, ()))


def locks_in(saved: GroupSetRow) -> tuple[Lock, ...]:
    """The locks saved groups hold, to be kept when groups are formed anew."""
    return tuple(
        Lock(member.student_id, group.identity)
        for group in saved.groups
        for member in group.members
        if member.locked
    )


def _shown(
    piles: tuple[Pile, ...],
    evidence: Sequence[StudentToGroup],
    rules: Sequence[RuleToKeep],
    *,
    scale: MasteryScale,
    sizes: tuple[int, int],
    notes: tuple[str, ...],
) -> GroupsShown:
    seated = {one.student_id for pile in piles for one in pile.students}
    return GroupsShown(
        piles=piles,
        without_group=tuple(one for one in evidence if one.student_id not in seated),
        strip=strip_of(evidence, scale),
        rules=rule_states(rules, piles),
        size_warnings=size_warnings(piles, smallest=sizes[0], largest=sizes[1]),
        notes=notes,
    )
