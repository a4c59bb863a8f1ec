"""What can be seen of small groups: the saved ones, and what a new grouping would start from."""

from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, select

from plplanner.grouping.rows import GroupSetRow, MemberRow, RuleToKeep, SmallGroupRow
from plplanner.models.grouping import (
    GroupingRule,
    GroupingRuleStudent,
    GroupMember,
    GroupSet,
    SmallGroup,
)
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import StudentRow
from plplanner.store.fetch import saved_id
from plplanner.terms import MasteryLevel, RuleKind, group_identity

_SPOKEN = {RuleKind.APART: "apart", RuleKind.TOGETHER: "together"}


def newest_groups(session: Session, *, class_id: int) -> GroupSetRow | None:
    """The groups a class has now; None before the first grouping."""
    newest = session.exec(
        select(GroupSet)
        .where(GroupSet.school_class_id == class_id)
        .order_by(col(GroupSet.created_on).desc(), col(GroupSet.id).desc())
    ).first()
    return _group_set_row(session, newest) if newest else None


def rules_of_class(
    session: Session, *, class_id: int, students: Sequence[StudentRow]
) -> list[RuleToKeep]:
    """The rules among these students, named as the teacher reads them aloud.

    A rule that fewer than two of them are part of does not apply and is left out.
    """
    names = {student.id: student.name for student in students}
    order = {student.id: place for place, student in enumerate(students)}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for rule_id, student_id in session.exec(
        select(GroupingRuleStudent.grouping_rule_id, GroupingRuleStudent.student_id)
    ):
        if student_id in names:
            members[rule_id].append(student_id)
    rules = session.exec(
        select(GroupingRule)
        .where(GroupingRule.school_class_id == class_id)
        .order_by(col(GroupingRule.id))
    )
    return [
        _rule_to_keep(RuleKind(rule.kind), sorted(members[saved_id(rule)], key=order.__getitem__),
                      names)
        for rule in rules
        if len(members[saved_id(rule)]) >= 2
    ]  # fmt: skip


def _rule_to_keep(kind: RuleKind, student_ids: list[int], names: dict[int, str]) -> RuleToKeep:
    spoken = [names[student_id] for student_id in student_ids]
    together = ", ".join(spoken[:-1]) + f" and {spoken[-1]}"
    return RuleToKeep(kind, tuple(student_ids), f"{together} {_SPOKEN[kind]}")


def _group_set_row(session: Session, group_set: GroupSet) -> GroupSetRow:
    students = students_of_class(session, class_id=group_set.school_class_id)
    names = {student.id: student.name for student in students}
    members: defaultdict[int, list[MemberRow]] = defaultdict(list)
    groups = session.exec(
        select(SmallGroup)
        .where(SmallGroup.group_set_id == group_set.id)
        .order_by(col(SmallGroup.position))
    ).all()
    for member in session.exec(
        select(GroupMember).where(
            col(GroupMember.small_group_id).in_([group.id for group in groups])
        )
    ):
        if member.student_id in names:
            members[member.small_group_id].append(
                MemberRow(member.student_id, names[member.student_id], member.reason, member.locked)
            )
    order = {student.id: place for place, student in enumerate(students)}
    return GroupSetRow(
        id=saved_id(group_set),
        class_id=group_set.school_class_id,
        created_on=group_set.created_on,
        basis=group_set.basis,
        standard_id=group_set.standard_id,
        groups=tuple(
            SmallGroupRow(
                id=saved_id(group),
                identity=group_identity(group.identity),
                level=MasteryLevel(group.level),
                members=tuple(
                    sorted(members[saved_id(group)], key=lambda member: order[member.student_id])
                ),
            )
            for group in groups
        ),
    )
