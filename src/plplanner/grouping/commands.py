"""What can be done with small groups and their rules."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.grouping.rows import GroupingProposal
from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.models.grouping_rules import GroupingRule, GroupingRuleStudent, TopicChoice
from plplanner.models.roster import Enrollment, SchoolClass, Student
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there, values_of
from plplanner.store.step import step
from plplanner.terms import (
    GROUP_IDENTITIES,
    GroupingStrategy,
    GroupSetState,
    MasteryLevel,
    RuleKind,
)

_TEACHER, _ENGINE = "teacher", "auto"


@step("Save groups")
def save_groups(
    session: Session,
    *,
    class_id: int,
    created_on: date,
    basis: str,
    strategy: GroupingStrategy,
    seed: int,
    proposal: GroupingProposal,
    assessment_id: int | None = None,
    standard_id: int | None = None,
    moved: Collection[int] = (),
    locked: Collection[int] = (),
    nearly_cut: float | None = None,
    secure_cut: float | None = None,
    state: GroupSetState = GroupSetState.IN_USE,
    starts_on: date | None = None,
) -> int:
    """Accept proposed groups as those of a date; returns the id of the set.

    `basis` says in words what they rest on. `moved` and `locked` are students the teacher moved
    or locked by hand; the cuts are shares (0–1) where she moved them. Earlier sets stay: they are
    the history. A draft is kept beside the groups in use until it is used.
    """
    still_there(session, SchoolClass, class_id, what="class")
    group_set = GroupSet(
        school_class_id=class_id,
        created_on=created_on,
        basis=basis,
        strategy=strategy.value,
        seed=seed,
        assessment_id=assessment_id,
        standard_id=standard_id,
        nearly_cut=nearly_cut,
        secure_cut=secure_cut,
        state=state.value,
        starts_on=starts_on,
    )
    session.add(group_set)
    session.flush()
    _add_groups(session, saved_id(group_set), proposal, moved=moved, locked=locked)
    return saved_id(group_set)


def _add_groups(
    session: Session,
    group_set_id: int,
    proposal: GroupingProposal,
    *,
    moved: Collection[int],
    locked: Collection[int],
) -> None:
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    topics = {one.student_id: one.topic for one in proposal.experts}
    for position, proposed in enumerate(proposal.groups):
        group = SmallGroup(
            group_set_id=group_set_id,
            position=position,
            identity=proposed.identity.key,
            level=proposed.level.value,
            topic=proposed.topic,
            teacher_table=proposed.is_teacher_table,
        )
        session.add(group)
        session.flush()
        session.add_all(
            GroupMember(
                small_group_id=saved_id(group),
                student_id=student_id,
                reason=reasons.get(student_id, ""),
                moved_by=_TEACHER if student_id in moved else _ENGINE,
                locked=student_id in locked,
                expert_topic=topics.get(student_id, ""),
            )
            for student_id in proposed.student_ids
        )
    session.flush()


@step("Use groups")
def use_draft(session: Session, *, group_set_id: int) -> None:
    """Make a draft the groups the class works in."""
    group_set = still_there(session, GroupSet, group_set_id, what="set of groups")
    group_set.state = GroupSetState.IN_USE.value
    session.add(group_set)


@step("Use those groups again")
def reuse_groups(session: Session, *, group_set_id: int, created_on: date) -> int:
    """Have the groups of an earlier date again from `created_on`; returns the id of the new set.

    Students who have left the class since are left out, and groups nobody is left in. Problem for
    students who went their own way: they are no groups.
    """
    old = still_there(session, GroupSet, group_set_id, what="set of groups")
    if old.state == GroupSetState.OWN_WAYS:
        raise Problem("These students went their own way.", "Choose groups of another day.")
    kept = values_of(old, besides={"id", "created_on", "state", "starts_on"})
    again = GroupSet(**kept, created_on=created_on, state=GroupSetState.IN_USE.value)
    session.add(again)
    session.flush()
    here = set(
        session.scalars(
            select(Enrollment.student_id).where(
                Enrollment.school_class_id == old.school_class_id,
                Enrollment.left_on.is_(None),
            )
        )
    )
    groups = session.scalars(
        select(SmallGroup)
        .where(SmallGroup.group_set_id == group_set_id)
        .order_by(SmallGroup.position)
    ).all()
    for group in groups:
        _copy_group(session, group, saved_id(again), here)
    return saved_id(again)


def _copy_group(session: Session, group: SmallGroup, group_set_id: int, here: set[int]) -> None:
    members = session.scalars(
        select(GroupMember).where(GroupMember.small_group_id == group.id).order_by(GroupMember.id)
    ).all()
    staying = [member for member in members if member.student_id in here]
    if not staying:
        return
    copy = SmallGroup(**values_of(group, besides={"id", "group_set_id"}), group_set_id=group_set_id)
    session.add(copy)
    session.flush()
    session.add_all(
        GroupMember(
            **values_of(member, besides={"id", "small_group_id"}), small_group_id=saved_id(copy)
        )
        for member in staying
    )
    session.flush()


@step("{says}")
def keep_teacher_table(
    session: Session,
    *,
    class_id: int,
    day: date,
    created_on: date,
    basis: str,
    students: Sequence[tuple[int, str]],
    assessment_id: int | None = None,
    says: str,  # noqa: ARG001
) -> int:
    """Keep who is called to the teacher's table on a day; returns the id of the list.

    `students` are ids, each with the evidence in words; `says` is what Undo calls it. A list
    kept for that day before is replaced. The groups of the class stay as they are.
    """
    still_there(session, SchoolClass, class_id, what="class")
    if not students:
        raise Problem("Nobody is on the list.", "Add a student first.")
    _drop_teacher_table(session, class_id, day)
    kept = GroupSet(
        school_class_id=class_id,
        created_on=created_on,
        basis=basis,
        strategy=GroupingStrategy.NEED.value,
        seed=0,
        assessment_id=assessment_id,
        state=GroupSetState.TEACHER_TABLE.value,
        starts_on=day,
    )
    session.add(kept)
    session.flush()
    called = SmallGroup(
        group_set_id=saved_id(kept),
        position=0,
        identity=GROUP_IDENTITIES[0].key,
        level=MasteryLevel.NO_EVIDENCE.value,
        teacher_table=True,
    )
    session.add(called)
    session.flush()
    for student_id, words in students:
        still_there(session, Student, student_id, what="student")
        session.add(
            GroupMember(small_group_id=saved_id(called), student_id=student_id, reason=words)
        )
    session.flush()
    return saved_id(kept)


@step("Remove the teacher table list")
def forget_teacher_table(session: Session, *, class_id: int, day: date) -> None:
    """Keep no list for the teacher's table on a day."""
    _drop_teacher_table(session, class_id, day)


def _drop_teacher_table(session: Session, class_id: int, day: date) -> None:
    for kept in session.scalars(
        select(GroupSet).where(
            GroupSet.school_class_id == class_id,
            GroupSet.state == GroupSetState.TEACHER_TABLE.value,
            GroupSet.starts_on == day,
        )
    ):
        session.delete(kept)
    session.flush()


@step("Remove groups")
def remove_groups(session: Session, *, group_set_id: int) -> None:
    """Remove the groups of one date."""
    session.delete(still_there(session, GroupSet, group_set_id, what="set of groups"))


@step("Move {name} to {word}")
def move_member(
    session: Session, *, group_set_id: int, student_id: int, to: int, name: str, word: str
) -> None:
    """Put a student into another group `to` of the same set; marked as moved by the teacher.

    `name` and `word` are what Undo says. One who was in no group of the set joins it.
    """
    target = still_there(session, SmallGroup, to, what="group")
    if target.group_set_id != group_set_id:
        raise Problem(f"{word} is not a group {name} can move to.", "Choose another group.")
    member = _member(session, group_set_id, student_id)
    if member is None:
        member = GroupMember(small_group_id=to, student_id=student_id, reason="")
    elif member.small_group_id == to:
        return
    member.small_group_id = to
    member.moved_by = _TEACHER
    session.add(member)


@step("Lock {name}")
def lock_member(session: Session, *, group_set_id: int, student_id: int, name: str) -> None:
    """Keep a student in her group when groups are formed anew; `name` is what Undo says."""
    _set_lock(session, group_set_id, student_id, name=name, locked=True)


@step("Unlock {name}")
def unlock_member(session: Session, *, group_set_id: int, student_id: int, name: str) -> None:
    """Let a student move again when groups are formed anew; `name` is what Undo says."""
    _set_lock(session, group_set_id, student_id, name=name, locked=False)


def _set_lock(
    session: Session, group_set_id: int, student_id: int, *, name: str, locked: bool
) -> None:
    member = _member(session, group_set_id, student_id)
    if member is None:
        raise Problem(f"{name} is in none of these groups.", "Move the student to a group first.")
    member.locked = locked
    session.add(member)


def _member(session: Session, group_set_id: int, student_id: int) -> GroupMember | None:
    return session.scalars(
        select(GroupMember)
        .join(SmallGroup, SmallGroup.id == GroupMember.small_group_id)
        .where(SmallGroup.group_set_id == group_set_id, GroupMember.student_id == student_id)
    ).first()


@step("Add a rule for groups")
def add_rule(
    session: Session,
    *,
    class_id: int,
    kind: RuleKind,
    student_ids: Sequence[int] = (),
    tag: str = "",
    count: int = 0,
    identity_key: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    why: str = "",
) -> int:
    """Add a rule of any kind; returns its id. `why` never prints.

    Problem when the rule lacks what its kind speaks of.
    """
    chosen = list(dict.fromkeys(student_ids))
    still_there(session, SchoolClass, class_id, what="class")
    _refuse_incomplete(kind, chosen, tag=tag.strip(), count=count, identity_key=identity_key)
    _refuse_dates(starts_on, ends_on)
    rule = GroupingRule(
        school_class_id=class_id,
        kind=kind.value,
        why=why,
        tag=tag.strip(),
        count=count,
        identity_key=identity_key,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    session.add(rule)
    session.flush()
    session.add_all(
        GroupingRuleStudent(grouping_rule_id=saved_id(rule), student_id=student_id)
        for student_id in chosen
    )
    session.flush()
    return saved_id(rule)


def _refuse_incomplete(
    kind: RuleKind, students: Sequence[int], *, tag: str, count: int, identity_key: str
) -> None:
    known = {identity.key for identity in GROUP_IDENTITIES}
    if kind in (RuleKind.APART, RuleKind.TOGETHER) and len(students) < 2:
        raise Problem("A rule needs at least two students.", "Choose another student.")
    if kind in (RuleKind.FIXED, RuleKind.NEVER_IN):
        if not students:
            raise Problem("A rule about a group needs a student.", "Choose a student.")
        if identity_key not in known:
            raise Problem("A rule about a group needs the group.", "Choose a group.")
    about_tag = (RuleKind.AT_MOST_TAG, RuleKind.NO_LONE_TAG, RuleKind.SPREAD_TAG)
    if kind in about_tag and not tag and len(students) < 2:
        raise Problem("This rule needs a tag.", "Choose a tag, or at least two students.")
    if kind in (RuleKind.AT_MOST_TAG, RuleKind.TABLE_AT_MOST) and count < 1:
        raise Problem("“At most” needs a number.", "Choose 1 or more.")


def _refuse_dates(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise Problem("The rule ends before it starts.", "Choose a later last day.")


@step("Change a rule for groups")
def change_rule(session: Session, *, rule_id: int, count: int) -> None:
    """Let a rule that counts allow another number."""
    rule = still_there(session, GroupingRule, rule_id, what="rule")
    if count < 1:
        raise Problem("“At most” needs a number.", "Choose 1 or more.")
    rule.count = count
    session.add(rule)


@step("Change the dates of a rule")
def change_rule_dates(
    session: Session, *, rule_id: int, starts_on: date | None, ends_on: date | None
) -> None:
    """Let a rule hold from a day until another, both included; None leaves a side open."""
    _refuse_dates(starts_on, ends_on)
    rule = still_there(session, GroupingRule, rule_id, what="rule")
    rule.starts_on, rule.ends_on = starts_on, ends_on
    session.add(rule)


@step("Remove a rule for groups")
def remove_rule(session: Session, *, rule_id: int) -> None:
    """Forget a rule."""
    session.delete(still_there(session, GroupingRule, rule_id, what="rule"))


@step("Set choices of topics")
def set_choices(session: Session, *, class_id: int, student_id: int, topics: Sequence[str]) -> None:
    """Note which topics a student would like, best first; none forgets what was noted."""
    still_there(session, SchoolClass, class_id, what="class")
    still_there(session, Student, student_id, what="student")
    for old in session.scalars(
        select(TopicChoice).where(
            TopicChoice.school_class_id == class_id, TopicChoice.student_id == student_id
        )
    ):
        session.delete(old)
    session.flush()
    wanted = list(dict.fromkeys(topic.strip() for topic in topics if topic.strip()))
    session.add_all(
        TopicChoice(school_class_id=class_id, student_id=student_id, position=position, topic=topic)
        for position, topic in enumerate(wanted)
    )
    session.flush()
