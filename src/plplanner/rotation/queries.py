"""What can be seen of the rotation plans that are saved."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import (
    PlanGuest,
    RotationPlan,
    Round,
    StationVisit,
)
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.rotation.rows import LessonGoals, PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.store.fetch import saved_id, still_there
from plplanner.terms import (
    GroupSetState,
    PlanState,
    StationKind,
    VoiceLevel,
    group_identity,
    own_identity,
)


def plan_on(session: Session, *, class_id: int, day: date) -> PlanRow | None:
    """The saved plan of a class for a day; None when there is none."""
    plan = session.scalars(
        select(RotationPlan).where(
            RotationPlan.school_class_id == class_id, RotationPlan.day == day
        )
    ).first()
    if plan is None:
        return None
    school_class = session.get_one(SchoolClass, class_id)
    rounds = session.scalars(
        select(Round).where(Round.rotation_plan_id == plan.id).order_by(Round.number)
    ).all()
    return PlanRow(
        id=saved_id(plan),
        class_id=class_id,
        class_name=school_class.name,
        subject=school_class.subject,
        day=plan.day,
        state=PlanState(plan.state),
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        rounds=tuple(RoundRow(row.number, row.starts_at, row.minutes) for row in rounds),
        groups=_plan_groups(session, rounds, class_id),
        when_done=plan.when_done,
        group_set_id=plan.group_set_id,
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
        has_internet=plan.has_internet,
        has_substitute=plan.has_substitute,
        goals=LessonGoals(plan.content_goal, plan.language_goal, plan.watch_next),
        part=plan.part,
        parts=plan.parts,
    )


def plans_between(session: Session, *, class_id: int, first: date, last: date) -> list[PlanRow]:
    """The saved plans of a class from `first` to `last`, earliest first."""
    days = session.scalars(
        select(RotationPlan.day)
        .where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.day >= first,
            RotationPlan.day <= last,
        )
        .order_by(RotationPlan.day)
    ).all()
    plans = (plan_on(session, class_id=class_id, day=day) for day in days)
    return [plan for plan in plans if plan is not None]


def last_plan_of_weekday(session: Session, *, class_id: int, before: date) -> PlanRow | None:
    """The last saved plan of the weekday of `before`, on an earlier day; None without one."""
    day = last_planned_weekday(session, class_id=class_id, before=before)
    return plan_on(session, class_id=class_id, day=day) if day is not None else None


def last_planned_weekday(session: Session, *, class_id: int, before: date) -> date | None:
    """The last day before another that has a plan and is the same weekday; None without one."""
    days = session.scalars(
        select(RotationPlan.day)
        .where(RotationPlan.school_class_id == class_id, RotationPlan.day < before)
        .order_by(RotationPlan.day.desc())
    )
    return next((one for one in days if one.weekday() == before.weekday()), None)


def last_planned_day(session: Session, *, class_id: int, before: date) -> date | None:
    """The last day before another that has a plan; None without one."""
    return session.scalars(
        select(func.max(RotationPlan.day)).where(
            RotationPlan.school_class_id == class_id, RotationPlan.day < before
        )
    ).one()


def round_ids(session: Session, *, plan_id: int) -> dict[int, int]:
    """The id of each round of a plan, by its number; Problem when the plan is gone."""
    still_there(session, RotationPlan, plan_id, what="plan")
    rounds = session.scalars(select(Round).where(Round.rotation_plan_id == plan_id))
    return {row.number: saved_id(row) for row in rounds}


def visit_id(session: Session, *, plan_id: int, group_id: int, round_number: int) -> int:
    """The id of the cell of a group in a round; Problem when it has no station then."""
    found = session.scalars(
        select(StationVisit.id)
        .join(Round, Round.id == StationVisit.round_id)
        .where(
            Round.rotation_plan_id == plan_id,
            Round.number == round_number,
            StationVisit.small_group_id == group_id,
        )
    ).first()
    if found is None:
        raise Problem("This group has no station in this round.", "Choose another cell.")
    return found


def goes_alone(session: Session, *, group_ids: Collection[int]) -> frozenset[int]:
    """Which of these are no group but one student who goes her own way."""
    found = session.scalars(
        select(SmallGroup.id)
        .join(GroupSet, GroupSet.id == SmallGroup.group_set_id)
        .where(SmallGroup.id.in_(group_ids), GroupSet.state == GroupSetState.OWN_WAYS.value)
    )
    return frozenset(found)


def _plan_groups(
    session: Session, rounds: Sequence[Round], class_id: int
) -> tuple[PlanGroupRow, ...]:
    visits = _visits(session, rounds)
    members: defaultdict[int, set[int]] = defaultdict(set)
    guests = _guests(session, rounds)
    for member in session.scalars(
        select(GroupMember).where(GroupMember.small_group_id.in_(visits))
    ):
        with_group = guests.get(member.student_id, member.small_group_id)
        members[with_group].add(member.student_id)
    groups = session.execute(
        select(SmallGroup.id, SmallGroup.identity, GroupSet.state)
        .join(GroupSet, GroupSet.id == SmallGroup.group_set_id)
        .where(SmallGroup.id.in_(visits))
        .order_by(SmallGroup.position)
    ).all()
    own = GroupSetState.OWN_WAYS.value
    together = tuple(
        PlanGroupRow(
            group_id=group_id,
            identity=group_identity(identity),
            student_ids=tuple(sorted(members[group_id])),
            visits=tuple(visits[group_id].get(row.number) for row in rounds),
        )
        for group_id, identity, state in groups
        if state != own
    )
    alone = {one: group.id for group in groups if group.state == own for one in members[group.id]}
    if not alone:
        return together
    return together + tuple(
        PlanGroupRow(
            group_id=alone[student.id],
            identity=own_identity(student.name),
            student_ids=(student.id,),
            visits=tuple(visits[alone[student.id]].get(row.number) for row in rounds),
            is_own_way=True,
        )
        for student in students_of_class(session, class_id=class_id)
        if student.id in alone
    )


def _visits(session: Session, rounds: Sequence[Round]) -> dict[int, dict[int, VisitRow]]:
    """By the group's id and the round's number."""
    numbers = {saved_id(row): row.number for row in rounds}
    visits: defaultdict[int, dict[int, VisitRow]] = defaultdict(dict)
    for visit in session.scalars(select(StationVisit).where(StationVisit.round_id.in_(numbers))):
        number = numbers[visit.round_id]
        visits[visit.small_group_id][number] = VisitRow(
            number,
            visit.station_name,
            StationKind(visit.station_kind),
            visit.place,
            visit.task,
            stand_in=visit.stand_in or "",
            planned_task=visit.planned_task or "",
            planned_kind=StationKind(visit.planned_kind) if visit.planned_kind else None,
            voice=None if visit.voice is None else VoiceLevel(visit.voice),
            is_locked=visit.is_locked,
        )
    return visits


def _guests(session: Session, rounds: Sequence[Round]) -> dict[int, int]:
    """With which group a student works that day, where it is not her own."""
    plan_ids = {row.rotation_plan_id for row in rounds}
    found = session.scalars(select(PlanGuest).where(PlanGuest.rotation_plan_id.in_(plan_ids)))
    return {guest.student_id: guest.small_group_id for guest in found}
