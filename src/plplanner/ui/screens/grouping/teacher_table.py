"""Whom the teacher calls to her table, beside groups that stay as they are."""

from collections.abc import Sequence

from plplanner.grouping import commands
from plplanner.grouping.called import Called, called_rows, order_of_need
from plplanner.grouping.draft import SizeChoice
from plplanner.grouping.pull_list import PullList, pull_list
from plplanner.grouping.rows import StudentOnPile, StudentToGroup
from plplanner.records import record
from plplanner.terms import GroupingStrategy, RuleKind
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.basis_choice import evidence_on
from plplanner.ui.screens.grouping.class_facts import ClassFacts
from plplanner.ui.screens.grouping.viewmodel import GroupsModel

ROTATION_SIZE = SizeChoice("5–8", size=(5, 8))
_USUAL_MOST = 6


@record(frozen=True)
class TableShown:
    """The list as the panel shows it; `others` can be added, the most urgent first."""

    title: str
    says: str
    rows: tuple[Called, ...] = ()
    others: tuple[Called, ...] = ()
    is_kept: bool = False
    is_by_hand: bool = False
    has_mixed_groups: bool = False


class TeacherTable:
    """Suggested from the newest check until the teacher changes it; kept when she says so.

    What is kept is a step of its own each time; what is not kept is forgotten with the class.
    """

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds the groups the students are called out of."""
        self._model = model
        self._asking = AskingActs(model)
        self._is_wanted: bool | None = None
        self._by_hand: tuple[int, ...] | None = None
        self._belongs_to: object = None
        self._facts: ClassFacts | None = None
        self._evidence: tuple[StudentToGroup, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """Whether the list stands beside the groups; a list that is kept does."""
        self._keep_up()
        if self._is_wanted is not None:
            return self._is_wanted
        return self._model.facts.table is not None

    def want(self, is_wanted: bool) -> None:
        """Have a list of its own for the teacher's table, or meet the groups as they are."""
        self._keep_up()
        self._is_wanted = is_wanted
        self._model.show()

    def shown(self) -> TableShown:
        """Who is called, with the evidence in words, and who could be."""
        self._keep_up()
        model, evidence = self._model, self._newest_evidence()
        seats = {pile.identity.word: _ids(pile.students) for pile in model.shown.piles}
        suggested = pull_list(evidence, seats, most=self._most(), absent=model.facts.absent)
        ids = self._listed(suggested)
        where = {one: p.identity for p in model.shown.piles for one in _ids(p.students)}
        rows = called_rows([one for one in evidence if one.student_id in ids], where)
        here = [one for one in evidence if one.student_id not in {*ids, *model.facts.absent}]
        is_kept, by_hand = model.facts.table is not None, self._by_hand is not None
        return TableShown(
            self._title(),
            self._says(suggested, rows, is_kept=is_kept),
            rows,
            called_rows(here, where),
            is_kept=is_kept,
            is_by_hand=by_hand and not is_kept,
            has_mixed_groups=self._strategy() is GroupingStrategy.MIXED,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Who is called, by name alone."""
        return tuple(one.name for one in self.shown().rows)

    # -- acts -----------------------------------------------------------------------------

    def toggle(self, student_id: int) -> None:
        """Call a student to the table, or leave her where she works."""
        self._is_wanted = True
        ids = self._ids_now()
        name = self._model.name_of(student_id)
        if student_id in ids:
            rest = tuple(one for one in ids if one != student_id)
            self._change(rest, f"Take {name} off the teacher table")
        else:
            self._change((*ids, student_id), f"Add {name} to the teacher table")

    def keep(self) -> None:
        """Keep the list for the day the groups are for."""
        self._store(self._ids_now(), "Keep the teacher table list")

    def forget(self) -> None:
        """Keep no list for that day any more."""
        model = self._model
        self._is_wanted = True
        if model.class_id is not None:
            model.stage.desk.do(
                commands.forget_teacher_table, class_id=model.class_id, day=model.stage.choice.day
            )

    def suggest_again(self) -> None:
        """The list as the newest check suggests it."""
        self._by_hand = None
        self._model.show()

    def ask_for_mixed(self) -> None:
        """Groups for the stations that can stay some weeks: mixed, five to eight."""
        self._asking.mix_for_weeks(ROTATION_SIZE)

    # -- what it rests on -----------------------------------------------------------------

    def _change(self, ids: tuple[int, ...], says: str) -> None:
        if self._model.facts.table is None:
            self._by_hand = ids
            self._model.show()
        elif ids:
            self._store(ids, says)
        else:
            self.forget()

    def _store(self, ids: Sequence[int], says: str) -> None:
        model, chosen = self._model, set(ids)
        basis = model.facts.usual_basis
        listed = [one for one in self._newest_evidence() if one.student_id in chosen]
        if model.class_id is not None and basis is not None:
            model.stage.desk.do(
                commands.keep_teacher_table,
                class_id=model.class_id,
                day=model.stage.choice.day,
                created_on=model.stage.clock().date(),
                basis=basis.words,
                students=[(one.student_id, one.words) for one in called_rows(listed, {})],
                assessment_id=basis.assessment_id,
                says=says,
            )

    def _keep_up(self) -> None:
        """Another class or day: nothing chosen by hand holds."""
        now = (self._model.class_id, self._model.stage.choice.day)
        if now != self._belongs_to:
            self._belongs_to, self._is_wanted, self._by_hand = now, None, None

    def _newest_evidence(self) -> tuple[StudentToGroup, ...]:
        """On the newest check most of the class has taken; asked once per state of the class."""
        model = self._model
        basis = model.facts.usual_basis
        if self._facts is not model.facts and basis is not None:
            scale = model.cuts.of(basis)
            found = evidence_on(model.stage, basis, scale, class_id=model.class_id or 0)
            self._evidence = tuple(sorted(found, key=order_of_need))
        self._facts = model.facts
        return self._evidence if basis is not None else ()

    def _ids_now(self) -> tuple[int, ...]:
        return tuple(one.student_id for one in self.shown().rows)

    def _listed(self, suggested: PullList) -> frozenset[int]:
        kept = self._model.facts.table
        if kept is not None:
            return frozenset(member.student_id for group in kept.groups for member in group.members)
        return frozenset(suggested.student_ids if self._by_hand is None else self._by_hand)

    def _most(self) -> int:
        rules = self._model.facts.rules
        counts = [rule.count for rule in rules if rule.kind is RuleKind.TABLE_AT_MOST]
        return min(counts, default=_USUAL_MOST)

    def _strategy(self) -> GroupingStrategy:
        model = self._model
        if model.is_draft or model.facts.saved is None:
            return model.asked.strategy
        return model.facts.saved.strategy

    def _title(self) -> str:
        model = self._model
        day = model.stage.choice.day
        if day == model.stage.clock().date():
            return "Teacher table today"
        return f"Teacher table, {day_words(day)}"

    def _says(self, suggested: PullList, rows: Sequence[Called], *, is_kept: bool) -> str:
        kept, basis = self._model.facts.table, self._model.facts.usual_basis
        if is_kept and kept is not None:
            return f"Kept, from {kept.basis}. The groups stay as they are."
        if self._by_hand is not None:
            count = "1 student" if len(rows) == 1 else f"{len(rows) or 'No'} students"
            return f"{count}, chosen by you. Not kept yet."
        source = f" From {basis.words}." if basis is not None else ""
        return f"{suggested.words}{source}"


def _ids(students: Sequence[StudentOnPile]) -> tuple[int, ...]:
    return tuple(one.student_id for one in students)
