"""What can be done with the groups of one: a place for each student who goes her own way."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.models.roster import SchoolClass, Student
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import GroupingStrategy, GroupSetState, MasteryLevel


@step("Let students go their own way")
def keep_own_ways(
    session: Session, *, class_id: int, on: date, levels: Mapping[int, MasteryLevel]
) -> dict[int, int]:
    """A group of one for each student, by id, and how much she needs; group ids by student id.

    They are made once and stay: no grouping, no history, nothing that is shown as groups.
    """
    own = _own_set(session, class_id, on)
    known = {
        member.student_id: group
        for group, member in session.execute(
            select(SmallGroup, GroupMember)
            .join(GroupMember, GroupMember.small_group_id == SmallGroup.id)
            .where(SmallGroup.group_set_id == own)
        )
    }
    last = session.scalars(
        select(func.max(SmallGroup.position)).where(SmallGroup.group_set_id == own)
    ).one()
    position = -1 if last is None else last
    made: dict[int, SmallGroup] = {}
    for student_id, level in levels.items():
        group = known.get(student_id)
        if group is None:
            still_there(session, Student, student_id, what="student")
            position += 1
            # Named by the place: a key that says nothing and is nobody else's.
            group = SmallGroup(group_set_id=own, position=position, identity=f"own_{position}",
                               level=level.value)  # fmt: skip
            made[student_id] = group
        group.level = level.value
        session.add(group)
    session.flush()
    for student_id, group in made.items():
        session.add(GroupMember(small_group_id=saved_id(group), student_id=student_id, reason=""))
    session.flush()
    of = {**known, **made}
    return {student_id: saved_id(of[student_id]) for student_id in levels}


def _own_set(session: Session, class_id: int, on: date) -> int:
    still_there(session, SchoolClass, class_id, what="class")
    kept = session.scalars(
        select(GroupSet).where(
            GroupSet.school_class_id == class_id, GroupSet.state == GroupSetState.OWN_WAYS.value
        )
    ).first()
    if kept is None:
        kept = GroupSet(
            school_class_id=class_id,
            created_on=on,
            basis="",
            strategy=GroupingStrategy.NEED.value,
            seed=0,
            state=GroupSetState.OWN_WAYS.value,
        )
        session.add(kept)
        session.flush()
    return saved_id(kept)
