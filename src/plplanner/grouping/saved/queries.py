"""What can be seen of saved small groups."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.grouping.saved.rows import (
    GroupSetRow,
    MemberRow,
    PastGroup,
    PastGroups,
    SmallGroupRow,
)
from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import StudentRow
from plplanner.store.fetch import saved_id
from plplanner.terms import GroupingStrategy, GroupSetState, MasteryLevel, group_identity


def newest_groups(session: Session, *, class_id: int) -> GroupSetRow | None:
    """The groups a class has now, drafts not counted; None before the first grouping."""
    newest = session.scalars(
        select(GroupSet)
        .where(GroupSet.school_class_id == class_id, GroupSet.state == GroupSetState.IN_USE.value)
        .order_by(GroupSet.created_on.desc(), GroupSet.id.desc())
    ).first()
    return _group_set_row(session, newest) if newest else None


def newest_draft(session: Session, *, class_id: int) -> GroupSetRow | None:
    """The draft saved last; None when there is none."""
    newest = session.scalars(
        select(GroupSet)
        .where(GroupSet.school_class_id == class_id, GroupSet.state == GroupSetState.DRAFT.value)
        .order_by(GroupSet.created_on.desc(), GroupSet.id.desc())
    ).first()
    return _group_set_row(session, newest) if newest else None


def teacher_table_on(session: Session, *, class_id: int, day: date) -> GroupSetRow | None:
    """The list kept for the teacher's table on a day, as one group; None when there is none."""
    kept = session.scalars(
        select(GroupSet).where(
            GroupSet.school_class_id == class_id,
            GroupSet.state == GroupSetState.TEACHER_TABLE.value,
            GroupSet.starts_on == day,
        )
    ).first()
    return _group_set_row(session, kept) if kept else None


def group_sets_of_class(session: Session, *, class_id: int) -> list[PastGroups]:
    """Every set of groups of a class, drafts too, newest first."""
    no_grouping = (GroupSetState.TEACHER_TABLE.value, GroupSetState.OWN_WAYS.value)
    found = session.scalars(
        select(GroupSet)
        .where(GroupSet.school_class_id == class_id, GroupSet.state.not_in(no_grouping))
        .order_by(GroupSet.created_on.desc(), GroupSet.id.desc())
    ).all()
    return [
        PastGroups(
            id=row.id,
            created_on=row.created_on,
            basis=row.basis,
            strategy=row.strategy,
            state=row.state,
            starts_on=row.starts_on,
            groups=tuple(
                PastGroup(
                    group.identity,
                    group.level,
                    tuple((one.student_id, one.name) for one in group.members),
                )
                for group in row.groups
            ),
        )
        for row in _group_set_rows(session, found)
    ]


def _group_set_row(session: Session, group_set: GroupSet) -> GroupSetRow:
    return _group_set_rows(session, [group_set])[0]


def _group_set_rows(session: Session, group_sets: Sequence[GroupSet]) -> list[GroupSetRow]:
    """Sets of groups of one class, in the order given: three queries however many they are."""
    if not group_sets:
        return []
    students = students_of_class(session, class_id=group_sets[0].school_class_id)
    ids = [saved_id(one) for one in group_sets]
    found = session.scalars(
        select(SmallGroup).where(SmallGroup.group_set_id.in_(ids)).order_by(SmallGroup.position)
    ).all()
    members = _members_of(session, group_set_ids=ids, students=students)
    groups: defaultdict[int, list[SmallGroupRow]] = defaultdict(list)
    for group in found:
        row = SmallGroupRow(
            id=saved_id(group),
            identity=group_identity(group.identity),
            level=MasteryLevel(group.level),
            members=tuple(members[saved_id(group)]),
            topic=group.topic,
        )
        groups[group.group_set_id].append(row)
    return [
        GroupSetRow(
            id=saved_id(one),
            class_id=one.school_class_id,
            created_on=one.created_on,
            basis=one.basis,
            standard_id=one.standard_id,
            assessment_id=one.assessment_id,
            strategy=GroupingStrategy(one.strategy),
            state=GroupSetState(one.state),
            nearly_cut=one.nearly_cut,
            secure_cut=one.secure_cut,
            starts_on=one.starts_on,
            groups=tuple(groups[saved_id(one)]),
        )
        for one in group_sets
    ]


def _members_of(
    session: Session, *, group_set_ids: Sequence[int], students: Sequence[StudentRow]
) -> defaultdict[int, list[MemberRow]]:
    """Who is in each group of these sets, by the group's id, in the order of `students`."""
    place = {student.id: number for number, student in enumerate(students)}
    found = session.execute(
        select(
            GroupMember.small_group_id,
            GroupMember.student_id,
            GroupMember.reason,
            GroupMember.locked,
            GroupMember.moved_by,
            GroupMember.expert_topic,
        )
        .join(SmallGroup, SmallGroup.id == GroupMember.small_group_id)
        .where(SmallGroup.group_set_id.in_(group_set_ids))
    ).all()
    members: defaultdict[int, list[MemberRow]] = defaultdict(list)
    here = [one for one in found if one.student_id in place]
    for one in sorted(here, key=lambda member: place[member.student_id]):
        members[one.small_group_id].append(
            MemberRow(
                one.student_id,
                students[place[one.student_id]].name,
                one.reason,
                locked=one.locked,
                moved=one.moved_by != "auto",
                expert_topic=one.expert_topic,
            )
        )
    return members
