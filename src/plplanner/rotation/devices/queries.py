"""How many devices of a class work."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import WorkingDevices
from plplanner.rotation.rows import DeviceCount, DevicesOfClass


def devices_of_class(session: Session, *, class_id: int, day: date) -> DevicesOfClass:
    """The devices of a class on every day, and on this one where it has a number of its own."""
    found = session.execute(
        select(WorkingDevices.day, WorkingDevices.working, WorkingDevices.students_each).where(
            WorkingDevices.school_class_id == class_id,
            or_(WorkingDevices.day.is_(None), WorkingDevices.day == day),
        )
    )
    counts = {on: DeviceCount(working, each) for on, working, each in found}
    return DevicesOfClass(counts.get(None, DeviceCount()), counts.get(day))
