"""What the planner knows of a class and its groups, asked in one go; held until it changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from itertools import combinations

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.gradebook.queries import newest_check
from plplanner.grouping.history import in_use
from plplanner.grouping.names_kept import groups_before, past_as_earlier
from plplanner.grouping.queries import grouping_bases, rules_of_class
from plplanner.grouping.rows import EarlierGroups, GroupingBasis, RuleToKeep
from plplanner.grouping.saved.queries import group_sets_of_class, newest_groups, teacher_table_on
from plplanner.grouping.saved.rows import GroupSetRow, PastGroups
from plplanner.grouping.stability import StabilityNote, stability_notes
from plplanner.library.queries import standards
from plplanner.records import record
from plplanner.roster.queries import absent_on, students_of_class, tags_of_class
from plplanner.roster.rows import StudentRow
from plplanner.terms import RuleKind
from plplanner.ui.stage import Stage

_LOOKED_AT = 3
_STUDENTS = frozenset({"school_class", "student", "enrollment", "learner_profile"})
_SCORES = frozenset({"assessment", "assessment_standard", "score", "standard"})
_GROUPS = frozenset({"group_set", "small_group", "group_member"})
_RULES = frozenset({"grouping_rule", "grouping_rule_student"})


@record(frozen=True)
class ClassFacts:
    """`rules` hold on the day planned for, `asleep` on other days only. `history` is newest
    first and has drafts put aside too. `usual` is the newest check most of the class has taken;
    `table` is the list kept for the teacher's table on the day planned for.
    """

    roster: Sequence[StudentRow] = ()
    bases: Sequence[GroupingBasis] = ()
    usual: int | None = None
    rules: Sequence[RuleToKeep] = ()
    asleep: Sequence[RuleToKeep] = ()
    saved: GroupSetRow | None = None
    history: tuple[PastGroups, ...] = ()
    absent: frozenset[int] = frozenset()
    tags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    focus: Mapping[int, str] = field(default_factory=dict)
    table: GroupSetRow | None = None

    @property
    def usual_basis(self) -> GroupingBasis | None:
        """The newest check most of the class has taken, else the newest with scores."""
        fitting = [one for one in self.bases if self.usual and one.assessment_id == self.usual]
        return next(iter(fitting or self.bases), None)

    @property
    def before(self) -> EarlierGroups | None:
        """The groups a draft is compared with."""
        return groups_before(self.saved) if self.saved is not None else None

    @property
    def earlier(self) -> tuple[EarlierGroups, ...]:
        """The last groups in use, as many as the engine looks at, newest first."""
        return tuple(past_as_earlier(one) for one in in_use(self.history)[:_LOOKED_AT])

    @property
    def newest(self) -> PastGroups | None:
        """The groups in use, as the history has them."""
        return next(iter(in_use(self.history)), None)

    @property
    def scale_of_saved(self) -> MasteryScale:
        """The cuts the saved groups were formed with."""
        saved = self.saved
        if saved is None or saved.nearly_cut is None or saved.secure_cut is None:
            return DEFAULT_SCALE
        return MasteryScale(secure=saved.secure_cut, nearly=saved.nearly_cut)

    def stability(self, today: date) -> tuple[StabilityNote, ...]:
        """What has been the same for too long."""
        together = [
            frozenset(pair)
            for rule in self.rules
            if rule.kind is RuleKind.TOGETHER
            for pair in combinations(rule.student_ids, 2)
        ]
        names = {row.id: row.name for row in self.roster}
        past = in_use(self.history)
        return stability_notes(past, names=names, today=today, together=together)


NOTHING_KNOWN = ClassFacts()


def facts_of(
    stage: Stage,
    class_id: int,
    *,
    known: ClassFacts = NOTHING_KNOWN,
    is_touched: Callable[[frozenset[str]], bool] = lambda _tables: True,
) -> ClassFacts:
    """What is known now; of `known` stays what rests on no table that `is_touched`."""
    ask, day = stage.desk.ask, stage.choice.day
    has_others, has_scores = is_touched(_STUDENTS), is_touched(_SCORES)
    has_groups = has_others or is_touched(_GROUPS)
    roster = ask(students_of_class, class_id=class_id) if has_others else known.roster
    rules = [*known.rules, *known.asleep]
    if has_others or is_touched(_RULES):
        rules = ask(rules_of_class, class_id=class_id, students=roster)
    history = known.history
    if has_groups:
        history = tuple(ask(group_sets_of_class, class_id=class_id))
    return ClassFacts(
        roster=roster,
        bases=ask(grouping_bases, class_id=class_id) if has_scores else known.bases,
        usual=_usual(stage, class_id, roster) if has_others or has_scores else known.usual,
        rules=[rule for rule in rules if _holds_on(rule, day)],
        asleep=[rule for rule in rules if not _holds_on(rule, day)],
        saved=ask(newest_groups, class_id=class_id) if has_groups else known.saved,
        history=history,
        absent=ask(absent_on, class_id=class_id, day=day),
        tags=ask(tags_of_class, class_id=class_id),
        focus={row.id: row.code for row in ask(standards)} if has_scores else known.focus,
        table=ask(teacher_table_on, class_id=class_id, day=day),
    )


def _usual(stage: Stage, class_id: int, roster: Sequence[StudentRow]) -> int | None:
    newest = stage.desk.ask(newest_check, class_id=class_id, students=len(roster))
    return newest.id if newest is not None else None


def _holds_on(rule: RuleToKeep, day: date) -> bool:
    has_begun = rule.starts_on is None or rule.starts_on <= day
    return has_begun and (rule.ends_on is None or day <= rule.ends_on)
