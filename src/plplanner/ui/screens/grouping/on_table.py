"""What lies on the table: a draft, saved groups, or groups of an earlier day."""

from collections.abc import Mapping
from dataclasses import field, replace
from math import ceil

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.absence import with_absent_marked
from plplanner.grouping.changes import GroupChanges, changes_of, with_moves_marked
from plplanner.grouping.draft import Asked, Draft
from plplanner.grouping.history import changes_since, piles_then
from plplanner.grouping.rows import GroupingBasis, StudentToGroup
from plplanner.grouping.saved.rows import PastGroups
from plplanner.grouping.score_strip import strip_of
from plplanner.grouping.shown import GroupsShown, draft_shown, nothing_shown, saved_shown
from plplanner.records import record
from plplanner.ui.screens.grouping.class_facts import ClassFacts

NO_CHANGES = GroupChanges()


@record(frozen=True)
class OnTable:
    """`past` lies over everything, then a `draft`, then the saved groups."""

    facts: ClassFacts
    asked: Asked
    evidence: tuple[StudentToGroup, ...] = ()
    evidence_before: Mapping[int, Evidence] = field(default_factory=dict)
    past: PastGroups | None = None
    draft: Draft | None = None

    def changes(self) -> GroupChanges:
        """Who would move, or who sits elsewhere now; nobody without groups to compare with."""
        newest, before = self.facts.newest, self.facts.before
        if self.past is not None and newest is not None:
            known = {one.student_id: one for one in self.evidence}
            return changes_since(self.past, newest, known)
        if self.draft is None or before is None:
            return NO_CHANGES
        return changes_of(self.draft, before, self.evidence_before)

    def shown(self, changes: GroupChanges) -> GroupsShown:
        """The piles with everything marked that the teacher should see."""
        sizes = (1, len(self.evidence))
        if self.draft is not None:
            sizes = (self.draft.problem.smallest, self.draft.problem.largest)
        return with_absent_marked(self._shown(changes), self.facts.absent, sizes=sizes)

    def _shown(self, changes: GroupChanges) -> GroupsShown:
        facts, evidence, scale = self.facts, self.evidence, self.asked.scale
        if self.past is not None and facts.newest is not None:
            piles = piles_then(self.past, facts.newest, evidence)
            return GroupsShown(piles=piles, strip=strip_of(evidence, scale))
        if self.draft is not None:
            return self._draft_shown(self.draft, changes)
        if facts.saved is None:
            return nothing_shown(evidence, facts.rules, scale)
        focus = facts.focus.get(facts.saved.standard_id or 0, "")
        return saved_shown(
            facts.saved, evidence=evidence, rules=facts.rules, scale=scale, focus=focus
        )

    def _draft_shown(self, draft: Draft, changes: GroupChanges) -> GroupsShown:
        shown = draft_shown(
            draft,
            self.asked,
            evidence=self.evidence,
            rules=self.facts.rules,
            focus=self._focus(self.asked.basis),
        )
        proof = _proof_said(draft)
        notes = (*shown.notes, proof) if proof else shown.notes
        return replace(shown, piles=with_moves_marked(shown.piles, changes), notes=notes)

    def _focus(self, basis: GroupingBasis | None) -> str:
        return self.facts.focus.get(basis.standard_id or 0, "") if basis else ""


def _proof_said(draft: Draft) -> str:
    """How good the groups are, where that is known: never more than what is proven."""
    formed = draft.proposal
    if formed.status == "optimal":
        return "No other grouping fits your wishes better: that is proven."
    if formed.gap is None:
        return ""
    return f"Another grouping could fit at most {max(1, ceil(100 * formed.gap))} % better."
