"""What can be done with small groups and their rules."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlmodel import Session, col, select

from plplanner.grouping.rows import GroupingProposal
from plplanner.models.grouping import (
    GroupingRule,
    GroupingRuleStudent,
    GroupMember,
    GroupSet,
    SmallGroup,
)
from plplanner.models.roster import SchoolClass
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import GroupingStrategy, RuleKind

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
) -> int:
    """Accept proposed groups as those of a date; returns the id of the set.

    `basis` says in words what they rest on. `moved` and `locked` are students the teacher moved
    or locked by hand. Earlier sets stay: they are the history.
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
    )
    session.add(group_set)
    session.flush()
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    for position, proposed in enumerate(proposal.groups):
        group = SmallGroup(
            group_set_id=saved_id(group_set),
            position=position,
            identity=proposed.identity.key,
            level=proposed.level.value,
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
            )
            for student_id in proposed.student_ids
        )
    session.flush()
    return saved_id(group_set)


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
    return session.exec(
        select(GroupMember)
        .join(SmallGroup, col(SmallGroup.id) == GroupMember.small_group_id)
        .where(SmallGroup.group_set_id == group_set_id, GroupMember.student_id == student_id)
    ).first()


@step("Add a rule for groups")
def add_rule(
    session: Session, *, class_id: int, kind: RuleKind, student_ids: Sequence[int], why: str = ""
) -> int:
    """Keep students apart, or together; returns the id of the rule. `why` never prints."""
    chosen = list(dict.fromkeys(student_ids))
    if len(chosen) < 2:
        raise Problem("A rule needs at least two students.", "Choose another student.")
    rule = GroupingRule(school_class_id=class_id, kind=kind.value, why=why)
    session.add(rule)
    session.flush()
    session.add_all(
        GroupingRuleStudent(grouping_rule_id=saved_id(rule), student_id=student_id)
        for student_id in chosen
    )
    session.flush()
    return saved_id(rule)


@step("Remove a rule for groups")
def remove_rule(session: Session, *, rule_id: int) -> None:
    """Forget a rule."""
    session.delete(still_there(session, GroupingRule, rule_id, what="rule"))
