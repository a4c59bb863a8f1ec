"""What can be seen of a rotation that is spread over days."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.rotation import RotationPlan
from plplanner.rotation.fallen_days import SpreadDay
from plplanner.terms import PlanState

_AROUND = timedelta(days=35)


def spread_days_around(
    session: Session, *, class_id: int, day: date
) -> tuple[list[SpreadDay], frozenset[date]]:
    """The days of rotations over several days some weeks around a day, and all days with a plan."""
    found = session.execute(
        select(
            RotationPlan.id,
            RotationPlan.day,
            RotationPlan.part,
            RotationPlan.parts,
            RotationPlan.state,
        ).where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.day >= day - _AROUND,
            RotationPlan.day <= day + _AROUND,
        )
    ).all()
    spread = [
        SpreadDay(row.id, row.day, row.part, row.parts, row.state == PlanState.TAUGHT.value)
        for row in found
        if row.part
    ]
    return spread, frozenset(row.day for row in found)
