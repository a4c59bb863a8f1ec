"""What the Groups screen shows, and what the teacher can do there."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from plplanner.gradebook.mastery import DEFAULT_SCALE
from plplanner.grouping import commands
from plplanner.grouping.draft import (
    USUAL_SIZE,
    Asked,
    Draft,
    SizeChoice,
    with_lock_following,
    with_lock_toggled,
)
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.queries import (
    grouping_bases,
    newest_groups,
    rules_of_class,
)
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    GroupSetRow,
    ImpossibleGrouping,
    RuleToKeep,
    StudentToGroup,
)
from plplanner.grouping.score_strip import scale_at
from plplanner.grouping.shown import (
    GroupsShown,
    draft_shown,
    locks_in,
    nothing_shown,
    saved_shown,
)
from plplanner.grouping.usual_problem import usual_problem
from plplanner.library.queries import standards
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import StudentRow
from plplanner.terms import GroupingStrategy
from plplanner.ui.jobs import Job
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.grouping.basis_choice import (
    basis_of_saved,
    evidence_on,
    said_with_cuts,
    usual_basis,
)
from plplanner.ui.screens.grouping.cuts_kept import CutsKept
from plplanner.ui.screens.grouping.words import MOVES_DROPPED, day_words
from plplanner.ui.stage import Stage


class GroupsModel(ViewModel):
    """Either the saved groups, where every move is a step, or a draft nobody has saved yet."""

    watches = frozenset(
        {"school_class", "student", "enrollment", "assessment", "assessment_standard", "score",
         "standard", "group_set", "small_group", "group_member", "grouping_rule",
         "grouping_rule_student"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.roster: list[StudentRow] = []
        self.bases: list[GroupingBasis] = []
        self.rules: list[RuleToKeep] = []
        self.saved: GroupSetRow | None = None
        self.asked = Asked()
        self._cuts, self._scale_to_save = CutsKept(), DEFAULT_SCALE
        self.draft: Draft | None = None
        self.impossible: ImpossibleGrouping | None = None
        self.note = ""
        self.shown = GroupsShown()
        self.is_draft = False
        self._class_id: int | None = None
        self._evidence: tuple[StudentToGroup, ...] = ()
        self._focus: dict[int, str] = {}
        self._job: Job | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def is_thinking(self) -> bool:
        """Whether groups are being formed."""
        return self._job is not None

    @property
    def standing(self) -> str:
        """The sentence of the banner."""
        if self.is_draft:
            said = "Proposed. Nothing is saved yet."
            return f"{said} {self.note}".strip()
        if self.saved is None:
            return ""
        return f"Groups of {day_words(self.saved.created_on)}, from {self.saved.basis}."

    # -- asking ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask again; a draft without moves is formed anew, one with moves is left as it is."""
        class_id = self.stage.choice.class_id
        if class_id != self._class_id:
            self._start_over(class_id)
        if class_id is None:
            self._show()
            return
        ask = self.stage.desk.ask
        self.roster = ask(students_of_class, class_id=class_id)
        self.bases = ask(grouping_bases, class_id=class_id)
        self.saved = ask(newest_groups, class_id=class_id)
        self.rules = ask(rules_of_class, class_id=class_id, students=self.roster)
        self._focus = {row.id: row.code for row in ask(standards)}
        self._look_at_basis(class_id)
        self.is_draft = bool(self.bases) and (self.is_draft or self.saved is None)
        if self.is_draft:
            self._bring_up_to_date()
        self._show()

    def _bring_up_to_date(self) -> None:
        """Form a draft anew, unless the teacher has moved someone: then only its evidence."""
        draft = self.draft
        known = {one.student_id for one in self._evidence}
        if draft is not None and draft.moves:
            if known == {one.student_id for one in draft.problem.students}:
                problem = replace(draft.problem, students=self._evidence, rules=tuple(self.rules))
                self.draft = replace(draft, problem=problem)
                return
            self.note = MOVES_DROPPED
        self._form()

    def _start_over(self, class_id: int | None) -> None:
        self._cancel()
        self._class_id = class_id
        self.asked, self.draft, self.impossible = Asked(), None, None
        self.roster, self.bases, self.rules, self.saved = [], [], [], None
        self.is_draft, self._evidence, self.note = False, (), ""

    def _look_at_basis(self, class_id: int) -> None:
        """Choose what groups rest on, and ask for the evidence of what is shown."""
        stage, bases = self.stage, self.bases
        if self.asked.basis not in bases:
            usual = usual_basis(stage, bases, class_id=class_id, students=len(self.roster))
            self.asked = replace(self.asked, basis=usual, scale=self._cuts.of(usual))
        shown = self.asked.basis
        if self.saved is not None and not self.is_draft:
            shown = basis_of_saved(stage, bases, self.saved)
            self._cuts.keep_for_groups(self.saved.id, self._scale_to_save)
            self.asked = replace(self.asked, scale=self._cuts.of_groups(self.saved.id))
            if shown in bases:
                self.asked = replace(self.asked, basis=shown)
        if shown is not None:
            scale = self.asked.scale
            self._evidence = evidence_on(stage, shown, scale, class_id=class_id)

    def _focus_of(self, basis: GroupingBasis | None) -> str:
        return self._focus.get(basis.standard_id or 0, "") if basis else ""

    # -- forming --------------------------------------------------------------------------

    def choose_basis(self, place: int) -> None:
        """Let groups rest on another assessment or standard, with the cuts it had last."""
        if 0 <= place < len(self.bases) and self.bases[place] != self.asked.basis:
            basis = self.bases[place]
            self.asked = replace(self.asked, basis=basis, scale=self._cuts.of(basis))
            self._form_anew()

    def choose_size(self, size: SizeChoice) -> None:
        """Ask for other sizes, or a number of groups."""
        if size != self.asked.size:
            self.asked = replace(self.asked, size=size)
            self._form_anew()

    def move_cuts(self, *, nearly: int, secure: int) -> None:
        """Put the cuts at other steps of the strip."""
        if self.shown.strip is not None and self.asked.basis is not None:
            scale = scale_at(self.shown.strip, nearly=nearly, secure=secure)
            if scale != self.asked.scale:
                self._cuts.keep(self.asked.basis, scale)
                self.asked = replace(self.asked, scale=scale)
                self._form_anew()

    def shuffle_names(self) -> None:
        """Deal other names and symbols; who is with whom stays, locked groups keep theirs."""
        self.asked = replace(self.asked, seed=self.asked.seed + 1)
        self._form_anew()

    def propose_anew(self) -> None:
        """Form groups from the newest scores; the saved ones stay until these are used."""
        self._form_anew()

    def keep_saved(self) -> None:
        """Put the draft aside."""
        self._cancel()
        self.is_draft, self.draft, self.impossible, self.note = False, None, None, ""
        if self.asked.basis is not None:
            self._cuts.forget(self.asked.basis)
        self.asked = replace(self.asked, locks=(), size=USUAL_SIZE)
        self.refresh()

    def _form_anew(self) -> None:
        if not self.is_draft and self.saved is not None:
            scale = self._cuts.of(self.asked.basis, otherwise=self.asked.scale)
            self.asked = replace(self.asked, locks=locks_in(self.saved), scale=scale)
        self.is_draft = True
        self.note = MOVES_DROPPED if self.draft is not None and self.draft.moves else ""
        self._form()
        self._show()

    def _form(self) -> None:
        self._cancel()
        if self.asked.basis is None:
            return
        self._evidence = evidence_on(
            self.stage, self.asked.basis, self.asked.scale, class_id=self._class_id or 0
        )
        size = self.asked.size
        problem = usual_problem(
            self._evidence,
            self.rules,
            size=size.size,
            groups=size.groups,
            seed=self.asked.seed,
            locks=self.asked.locks,
        )
        self._job = self.stage.jobs.think(
            partial(form_groups, problem), then=partial(self._take, problem)
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(
        self, problem: GroupingProblem, answer: GroupingProposal | ImpossibleGrouping
    ) -> None:
        self._job = None
        if isinstance(answer, ImpossibleGrouping):
            self.draft, self.impossible = None, answer
        else:
            self.draft, self.impossible = Draft(problem, answer), None
        self._show()

    # -- shaping --------------------------------------------------------------------------

    def move_student(self, student_id: int, key: str) -> None:
        """Put a student into another group: a step in saved groups, free in a draft."""
        pile = self.shown.pile_with(key)
        seat = self.shown.pile_of(student_id)
        if pile is None or (seat is not None and seat.identity.key == key):
            return
        if self.is_draft and self.draft is not None:
            self.draft = self.draft.with_move(student_id, key)
            self.asked = replace(
                self.asked, locks=with_lock_following(self.asked.locks, student_id, pile.identity)
            )
            self._show()
        elif self.saved is not None and pile.small_group_id is not None:
            self.stage.desk.do(
                commands.move_member,
                group_set_id=self.saved.id,
                student_id=student_id,
                to=pile.small_group_id,
                name=self.name_of(student_id),
                word=pile.identity.word,
            )

    def move_back(self, student_id: int) -> None:
        """Put a student of a draft back where she was formed."""
        if self.draft is not None and student_id in self.draft.moves:
            home = next(
                group.identity.key
                for group in self.draft.formed.groups
                if student_id in group.student_ids
            )
            self.move_student(student_id, home)

    def toggle_lock(self, student_id: int) -> None:
        """Lock a student in her group, or let her go."""
        pile = self.shown.pile_of(student_id)
        if pile is None:
            return
        if self.is_draft:
            self.asked = replace(
                self.asked, locks=with_lock_toggled(self.asked.locks, student_id, pile.identity)
            )
            self._show()
        elif self.saved is not None:
            is_locked = any(o.is_locked for o in pile.students if o.student_id == student_id)
            command = commands.unlock_member if is_locked else commands.lock_member
            name = self.name_of(student_id)
            self.stage.desk.do(
                command, group_set_id=self.saved.id, student_id=student_id, name=name
            )

    def unlock_everyone(self) -> None:
        """Let everyone move again, and form groups anew."""
        self.asked = replace(self.asked, locks=())
        self._form_anew()

    # -- accepting ------------------------------------------------------------------------

    def use_groups(self) -> None:
        """Save the draft as the groups of today."""
        draft, basis = self.draft, self.asked.basis
        if draft is None or basis is None or not self.is_draft:
            return
        self._cancel()
        self.is_draft, self.draft = False, None
        self._scale_to_save = self.asked.scale
        made = self.stage.desk.do(
            commands.save_groups,
            class_id=self._class_id or 0,
            created_on=self.stage.clock().date(),
            basis=said_with_cuts(basis, self.shown.strip, self.asked.scale),
            strategy=GroupingStrategy.NEED,
            seed=draft.problem.seed,
            proposal=draft.to_save(),
            assessment_id=basis.assessment_id,
            standard_id=basis.standard_id,
            moved=tuple(draft.moves),
            locked=tuple(lock.student_id for lock in self.asked.locks),
        )
        self._scale_to_save = DEFAULT_SCALE
        if made is None:
            self.is_draft, self.draft = True, draft
            self._show()
        else:
            self.note = ""
            self.stage.wishes.say.emit(f"Groups saved for {day_words(self.stage.choice.day)}.")

    def name_of(self, student_id: int) -> str:
        """A student's name."""
        return next((row.name for row in self.roster if row.id == student_id), "")

    def _show(self) -> None:
        self.shown = self._now_shown()
        self.refreshed.emit()

    def _now_shown(self) -> GroupsShown:
        rules, evidence, scale = self.rules, self._evidence, self.asked.scale
        if self.is_draft:
            if self.draft is None:
                return nothing_shown(evidence, rules, scale)
            focus = self._focus_of(self.asked.basis)
            return draft_shown(self.draft, self.asked, evidence=evidence, rules=rules, focus=focus)
        if self.saved is None:
            return nothing_shown(evidence, rules, scale)
        focus = self._focus.get(self.saved.standard_id or 0, "")
        return saved_shown(self.saved, evidence=evidence, rules=rules, scale=scale, focus=focus)
