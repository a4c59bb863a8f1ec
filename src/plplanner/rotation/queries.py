"""What can be seen of rotations: saved plans, and what a new plan would start from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from plplanner.calendar.queries import lesson_time
from plplanner.grouping.rows import GroupSetRow, SmallGroupRow
from plplanner.models.grouping import GroupMember, SmallGroup
from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import RotationPlan, Round, Station, StationVisit
from plplanner.roster.queries import pull_outs_on, students_of_class
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.rows import (
    GroupToRotate,
    PlanGroupRow,
    PlanRow,
    PullOutWindow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    VisitRow,
)
from plplanner.store.fetch import saved_id
from plplanner.terms import MasteryLevel, PlanState, StationKind, group_identity

_NEED = {
    MasteryLevel.SECURE: 0,
    MasteryLevel.NEARLY: 1,
    MasteryLevel.NOT_YET: 2,
    MasteryLevel.NO_EVIDENCE: 1,
}


def stations_of_class(session: Session, *, class_id: int) -> list[StationToVisit]:
    """The stations of a class in the teacher's order."""
    found = session.exec(
        select(Station)
        .where(Station.school_class_id == class_id)
        .order_by(col(Station.position), col(Station.id))
    )
    return [
        StationToVisit(
            station_id=saved_id(row),
            name=row.name,
            kind=StationKind(row.kind),
            place=row.place,
            seats=row.seats,
            when_done=row.when_done,
        )
        for row in found
    ]


def rotation_problem(
    session: Session,
    *,
    class_id: int,
    day: date,
    groups: GroupSetRow,
    minutes: int | None = None,
    seed: int = 0,
) -> RotationProblem:
    """What a rotation of these groups on that day has to reckon with.

    A class with fewer stations than groups is offered the usual ones it lacks.
    """
    lesson = lesson_time(session, class_id=class_id, day=day)
    names = {row.id: row.name for row in students_of_class(session, class_id=class_id)}
    windows: defaultdict[int, list[PullOutWindow]] = defaultdict(list)
    for out in pull_outs_on(session, class_id=class_id, day=day):
        window = PullOutWindow(names[out.student_id], out.starts_at, out.ends_at)
        windows[out.student_id].append(window)
    waits = _lessons_since_teacher(session, class_id=class_id, before=day)
    return RotationProblem(
        day=day,
        starts_at=lesson.starts_at,
        minutes=minutes or lesson.minutes,
        groups=tuple(_group_to_rotate(group, windows, waits) for group in groups.groups),
        stations=_enough_stations(
            stations_of_class(session, class_id=class_id), len(groups.groups)
        ),
        seed=seed,
    )


def plan_on(session: Session, *, class_id: int, day: date) -> PlanRow | None:
    """The saved plan of a class for a day; None when there is none."""
    plan = session.exec(
        select(RotationPlan).where(
            RotationPlan.school_class_id == class_id, RotationPlan.day == day
        )
    ).first()
    if plan is None:
        return None
    school_class = session.get_one(SchoolClass, class_id)
    rounds = session.exec(
        select(Round).where(Round.rotation_plan_id == plan.id).order_by(col(Round.number))
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
        groups=_plan_groups(session, rounds),
        when_done=plan.when_done,
    )


def _enough_stations(have: list[StationToVisit], groups: int) -> tuple[StationToVisit, ...]:
    names = {station.name for station in have}
    usual = [station for station in default_stations(groups) if station.name not in names]
    missing = max(0, groups - len(have))
    return (
        *have,
        *(
            StationToVisit(-place, one.name, one.kind, one.place, one.seats, one.when_done)
            for place, one in enumerate(usual[:missing], start=1)
        ),
    )


def _group_to_rotate(
    group: SmallGroupRow, windows: dict[int, list[PullOutWindow]], waits: dict[int, int]
) -> GroupToRotate:
    students = [member.student_id for member in group.members]
    return GroupToRotate(
        group_id=group.id,
        key=group.identity.key,
        name=group.identity.word,
        size=len(students),
        need=_NEED[group.level],
        lessons_since_teacher=_wait_of_most(waits.get(student_id) for student_id in students),
        pull_outs=tuple(window for student_id in students for window in windows[student_id]),
    )


def _wait_of_most(waits: Iterable[int | None]) -> int | None:
    # Groups change faster than the history: what at least half of the members have waited.
    longest_first = sorted(waits, key=lambda wait: (wait is None, wait or 0), reverse=True)
    return longest_first[(len(longest_first) - 1) // 2] if longest_first else None


def _lessons_since_teacher(session: Session, *, class_id: int, before: date) -> dict[int, int]:
    """Per student: planned lessons since the last one with a place at the teacher table."""
    days = session.exec(
        select(col(RotationPlan.day))
        .where(RotationPlan.school_class_id == class_id, col(RotationPlan.day) < before)
        .order_by(col(RotationPlan.day).desc())
    ).all()
    since = {day: place for place, day in enumerate(days)}
    met = session.exec(
        select(col(GroupMember.student_id), col(RotationPlan.day))
        .join(StationVisit, col(StationVisit.small_group_id) == GroupMember.small_group_id)
        .join(Round, col(Round.id) == StationVisit.round_id)
        .join(RotationPlan, col(RotationPlan.id) == Round.rotation_plan_id)
        .where(
            RotationPlan.school_class_id == class_id,
            col(RotationPlan.day) < before,
            StationVisit.station_kind == StationKind.TEACHER_LED.value,
        )
    )
    waits: dict[int, int] = {}
    for student_id, day in met:
        waits[student_id] = min(since[day], waits.get(student_id, since[day]))
    return waits


def _plan_groups(session: Session, rounds: Sequence[Round]) -> tuple[PlanGroupRow, ...]:
    numbers = {saved_id(row): row.number for row in rounds}
    visits: defaultdict[int, dict[int, VisitRow]] = defaultdict(dict)
    for visit in session.exec(select(StationVisit).where(col(StationVisit.round_id).in_(numbers))):
        number = numbers[visit.round_id]
        visits[visit.small_group_id][number] = VisitRow(
            number, visit.station_name, StationKind(visit.station_kind), visit.place, visit.task
        )
    members: defaultdict[int, list[int]] = defaultdict(list)
    for member in session.exec(
        select(GroupMember).where(col(GroupMember.small_group_id).in_(visits))
    ):
        members[member.small_group_id].append(member.student_id)
    groups = session.exec(
        select(SmallGroup).where(col(SmallGroup.id).in_(visits)).order_by(col(SmallGroup.position))
    )
    return tuple(
        PlanGroupRow(
            group_id=saved_id(group),
            identity=group_identity(group.identity),
            student_ids=tuple(sorted(members[saved_id(group)])),
            visits=tuple(visits[saved_id(group)].get(row.number) for row in rounds),
        )
        for group in groups
    )
