"""What can be done with the devices of a class."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import RotationPlan, Round, StationVisit, WorkingDevices
from plplanner.problems import Problem
from plplanner.rotation.devices.queries import devices_of_class
from plplanner.rotation.lived.commands import plan_again
from plplanner.rotation.rows import NO_DEVICES, DeviceCount
from plplanner.store.fetch import still_there
from plplanner.store.step import step
from plplanner.terms import PlanState

MOST_STUDENTS_EACH = 4


@step("{says}")
def set_devices(
    session: Session,
    *,
    class_id: int,
    day: date,
    every_day: DeviceCount,
    of_day: DeviceCount | None,
    says: str,  # noqa: ARG001
) -> None:
    """Say how many devices work on every day, and on one `day` where that has its own number.

    Groups that worked on paper for want of devices have their planned work again where the number
    changed. `says` is what Undo calls it. Problem for a number below 0.
    """
    still_there(session, SchoolClass, class_id, what="class")
    before = devices_of_class(session, class_id=class_id, day=day)
    if before.every_day != every_day:
        _keep(session, class_id, None, every_day)
    if before.of_day != of_day:
        _keep(session, class_id, day, of_day)
    session.flush()
    changed = RotationPlan.school_class_id == class_id
    if before.every_day == every_day:
        changed &= RotationPlan.day == day
    _ask_again(
        session,
        list(
            session.scalars(
                select(RotationPlan.id).where(changed, RotationPlan.state != PlanState.TAUGHT.value)
            )
        ),
    )


def _keep(session: Session, class_id: int, day: date | None, count: DeviceCount | None) -> None:
    of_day = WorkingDevices.day.is_(None) if day is None else WorkingDevices.day == day
    found = session.scalars(
        select(WorkingDevices).where(WorkingDevices.school_class_id == class_id, of_day)
    ).first()
    if count is None or (day is None and count == DeviceCount()):
        if found is not None:
            session.delete(found)
        return
    if (count.working or 0) < 0 or not 0 < count.students_each <= MOST_STUDENTS_EACH:
        raise Problem("So many devices cannot be.", "Type 0 or more, or leave it blank.")
    found = found or WorkingDevices(school_class_id=class_id, day=day)
    found.working, found.students_each = count.working, count.students_each
    session.add(found)


def _ask_again(session: Session, plan_ids: list[int]) -> None:
    visits = session.scalars(
        select(StationVisit.id)
        .join(Round, Round.id == StationVisit.round_id)
        .where(Round.rotation_plan_id.in_(plan_ids))
    )
    plan_again(session, visit_ids=list(visits), why=(NO_DEVICES,))
