"""What the Groups screen shows: saved groups, a draft, or groups of an earlier day."""

from dataclasses import replace

from PySide6.QtCore import QObject

from plplanner.gradebook.mastery import MasteryScale
from plplanner.gradebook.rows import Evidence
from plplanner.grouping.absence import is_too_small, rest_kept_still
from plplanner.grouping.draft import Asked, Draft
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
    StudentToGroup,
)
from plplanner.grouping.saved.rows import PastGroups
from plplanner.grouping.shown import GroupsShown, locks_in
from plplanner.grouping.stability import StabilityNote
from plplanner.grouping.whole_class import said_of_whole_class
from plplanner.terms import GroupingStrategy, GroupSetState
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.grouping.basis_choice import basis_of_saved, evidence_on
from plplanner.ui.screens.grouping.class_facts import ClassFacts, facts_of
from plplanner.ui.screens.grouping.cuts_kept import CutsKept
from plplanner.ui.screens.grouping.draft_steps import DraftSteps
from plplanner.ui.screens.grouping.forming import Answer, Forming
from plplanner.ui.screens.grouping.on_table import NO_CHANGES, OnTable
from plplanner.ui.screens.grouping.problem_asked import problem_asked
from plplanner.ui.screens.grouping.without_scores import (
    CLASS_LIST,
    rests_on_list,
    with_class_list,
)
from plplanner.ui.screens.grouping.words import MOVES_DROPPED
from plplanner.ui.stage import Stage


class GroupsModel(ViewModel):
    """Either the saved groups, where every move is a step, or a draft nobody has saved yet.

    What the teacher can do is in the acts beside this file; they change what is held here and
    call `form_anew` or `show`.
    """

    watches = frozenset(
        {"school_class", "student", "enrollment", "assessment", "assessment_standard", "score",
         "item_answers", "standard", "group_set", "small_group", "group_member", "grouping_rule",
         "grouping_rule_student", "attendance_mark", "student_tag", "learner_profile",
         "topic_choice"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.facts = ClassFacts()
        self.past_id: int | None = None
        self.wants_class_list = False
        self.stability: tuple[StabilityNote, ...] = ()
        self.asked = Asked()
        self.cuts = CutsKept()
        self.draft: Draft | None = None
        self.changes = NO_CHANGES
        self.impossible: ImpossibleGrouping | None = None
        self.note = self.whole_class = ""
        self.better: GroupingProposal | None = None
        self.shown = GroupsShown()
        self.is_draft = False
        self.draft_of_all: Draft | None = None
        self.steps = DraftSteps(self)
        self.forming = Forming(stage.jobs, self)
        self.forming.formed.connect(self._take)
        self.forming.proved.connect(self._take_proof)
        self.class_id: int | None = None
        self.evidence: tuple[StudentToGroup, ...] = ()
        self.evidence_before: dict[int, Evidence] = {}

    # -- what is shown --------------------------------------------------------------------

    @property
    def is_thinking(self) -> bool:
        """Whether groups are being formed."""
        return self.forming.is_thinking

    @property
    def past(self) -> PastGroups | None:
        """The groups of an earlier day while they are on the table, to look at only."""
        return next((one for one in self.facts.history if one.id == self.past_id), None)

    @property
    def is_read_only(self) -> bool:
        """Whether what lies on the table is to look at: another day, or until groups are formed."""
        return self.past is not None or (self.is_draft and self.draft is None)

    @property
    def standing(self) -> str:
        """The sentence of the banner."""
        if self.past is not None:
            day = f"of {day_words(self.past.created_on)}"
            if self.past.state is GroupSetState.DRAFT and self.past.starts_on is not None:
                day = f"planned for {day_words(self.past.starts_on)}"
            return f"Groups {day}, from {self.past.basis}."
        if self.is_draft:
            return f"Proposed. Nothing is saved yet. {self.note}".strip()
        if self.facts.saved is None:
            return ""
        day = day_words(self.facts.saved.created_on)
        if self.newer is not None:
            listed = f", from {CLASS_LIST.words}" if rests_on_list(self.facts.saved) else ""
            return f"Groups of {day}{listed}. Newer: {self.newer.words}."
        return f"Groups of {day}, from {self.facts.saved.basis}."

    @property
    def newer(self) -> GroupingBasis | None:
        """The newest check most of the class has taken, when the saved groups rest on another."""
        usual, saved = self.facts.usual_basis, self.facts.saved
        if usual is None or saved is None or usual.assessment_id is None:
            return None
        if rests_on_list(saved):
            return usual if usual.assessment_id == self.facts.usual else None
        return usual if saved.assessment_id not in (None, usual.assessment_id) else None

    def name_of(self, student_id: int) -> str:
        """A student's name."""
        return next((row.name for row in self.facts.roster if row.id == student_id), "")

    def be_shown(self, is_shown: bool) -> None:
        """Nothing is proven for nobody."""
        super().be_shown(is_shown)
        if not is_shown:
            self.forming.rest()

    # -- asking ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask again; a draft without moves is formed anew, one with moves is left as it is."""
        class_id = self.stage.choice.class_id
        if class_id != self.class_id:
            self._start_over(class_id)
        if class_id is None:
            self.show()
            return
        facts = facts_of(self.stage, class_id, known=self.facts, is_touched=self.is_touched)
        self.facts = with_class_list(facts, is_wanted=self.wants_class_list)
        self.stability = self.facts.stability(self.stage.clock().date())
        self._look_at_basis()
        self.is_draft = bool(self.facts.bases) and (self.is_draft or self.facts.saved is None)
        if self.is_draft:
            self.evidence_before = self._evidence_of_saved()
            self._bring_up_to_date()
        self.show()

    def _bring_up_to_date(self) -> None:
        """Form a draft anew, unless the teacher has moved someone: then only its evidence."""
        draft = self.draft
        if draft is not None and not self.is_touched(self.watches - {"attendance_mark"}):
            self._keep_still(draft)
            return
        known = {one.student_id for one in self.evidence}
        if draft is not None and draft.moves:
            if known == {one.student_id for one in draft.problem.students}:
                problem = replace(
                    draft.problem, students=self.evidence, rules=tuple(self.facts.rules)
                )
                self.draft = replace(draft, problem=problem)
                return
            self.note = MOVES_DROPPED
        self._form()

    def _keep_still(self, draft: Draft) -> None:
        """Someone is absent, or here again: the rest stay, unless a group is too small."""
        if self.draft_of_all is not None and not is_too_small(self.draft_of_all, self.facts.absent):
            self.draft, self.draft_of_all = self.draft_of_all, None
        elif is_too_small(draft, self.facts.absent):
            self.draft_of_all = self.draft_of_all or draft
            today = self.stage.clock().date()
            self.forming.form(rest_kept_still(draft, self.facts.absent, on=today))

    def _start_over(self, class_id: int | None) -> None:
        self.forming.cancel()
        self.steps.forget()
        self.class_id = class_id
        self.asked, self.draft, self.impossible = Asked(), None, None
        self.facts = ClassFacts()
        self.is_draft, self.evidence, self.note, self.whole_class = False, (), "", ""
        self.past_id, self.draft_of_all = None, None
        self.wants_class_list = False

    def _look_at_basis(self) -> None:
        """Choose what groups rest on, and ask for the evidence of what is shown."""
        stage, bases = self.stage, self.facts.bases
        if self.asked.basis not in bases:
            usual = self.facts.usual_basis
            self.asked = replace(self.asked, basis=usual, scale=self.cuts.of(usual))
        shown = self.asked.basis
        if self.facts.saved is not None and not self.is_draft:
            shown = basis_of_saved(stage, bases, self.facts.saved)
            self.asked = replace(self.asked, scale=self.facts.scale_of_saved)
            if shown in bases:
                self.asked = replace(self.asked, basis=shown)
            if shown == CLASS_LIST:
                self.asked = replace(self.asked, strategy=self.facts.saved.strategy)
        if shown is not None:
            self.evidence = self._evidence_on(shown, self.asked.scale)

    def _evidence_on(self, basis: GroupingBasis, scale: MasteryScale) -> tuple[StudentToGroup, ...]:
        return evidence_on(self.stage, basis, scale, class_id=self.class_id or 0)

    def _evidence_of_saved(self) -> dict[int, Evidence]:
        """What the saved groups rested on, as it says today."""
        if self.facts.saved is None:
            return {}
        basis = basis_of_saved(self.stage, self.facts.bases, self.facts.saved)
        found = self._evidence_on(basis, self.facts.scale_of_saved)
        return {one.student_id: one.evidence for one in found}

    # -- forming --------------------------------------------------------------------------

    def form_anew(self) -> None:
        """Form groups from what is asked now; the saved ones stay until these are used."""
        if not self.is_draft and self.facts.saved is not None:
            scale = self.cuts.of(self.asked.basis, otherwise=self.asked.scale)
            self.asked = replace(self.asked, locks=locks_in(self.facts.saved), scale=scale)
        if not self.is_draft:
            self.evidence_before = self._evidence_of_saved()
        self.is_draft, self.past_id, self.draft_of_all = True, None, None
        self.impossible = None
        self.note = MOVES_DROPPED if self.draft is not None and self.draft.moves else ""
        if self.asked.basis is not None:
            self.evidence = self._evidence_on(self.asked.basis, self.asked.scale)
        self._form()
        self.show()

    def _form(self) -> None:
        self.forming.cancel()
        self.whole_class, self.better = "", None
        if self.asked.basis is None:
            return
        if self.asked.strategy is GroupingStrategy.NEED and not self.asked.anyway:
            self.whole_class = said_of_whole_class(self.evidence)
        if self.whole_class:
            self.draft = None
        else:
            self.forming.form(self.problem_now())

    def problem_now(self) -> GroupingProblem:
        """What is asked for, with the class as it is."""
        return problem_asked(
            self.stage, self.facts, self.asked, evidence=self.evidence, class_id=self.class_id or 0
        )

    def _take(self, problem: GroupingProblem, answer: Answer) -> None:
        if isinstance(answer, ImpossibleGrouping) and self.draft_of_all is not None:
            # Those who are here make no such groups: a small group is said, not the whole undone.
            self.draft, self.draft_of_all = self.draft_of_all, None
        elif isinstance(answer, ImpossibleGrouping):
            self.draft, self.impossible = None, answer
        else:
            self.draft, self.impossible = Draft(problem, answer), None
            if problem.absent != self.facts.absent:
                self._keep_still(self.draft)
        self.show()

    def _take_proof(self, problem: GroupingProblem, answer: Answer) -> None:
        """What more work came to: a proof of the same groups, or better ones to be offered."""
        draft = self.draft
        if draft is None or draft.problem is not problem or isinstance(answer, ImpossibleGrouping):
            return
        if _partition(answer) == _partition(draft.formed):
            self.draft = replace(draft, formed=answer)
        elif answer.objective < draft.formed.objective and not draft.moves:
            self.better = answer
        self.show()

    # -- showing --------------------------------------------------------------------------

    def show(self) -> None:
        """Work out what lies on the table, and tell the view."""
        table = OnTable(
            self.facts,
            self.asked,
            self.evidence,
            self.evidence_before,
            past=self.past,
            draft=self.draft if self.is_draft else None,
        )
        self.changes = table.changes()
        self.shown = table.shown(self.changes)
        self.refreshed.emit()


def _partition(proposal: GroupingProposal) -> frozenset[frozenset[int]]:
    return frozenset(frozenset(group.student_ids) for group in proposal.groups)
