"""Which tasks students have had in the lessons of the last weeks."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from plplanner.models.grouping import GroupMember
from plplanner.models.roster import AttendanceMark
from plplanner.models.rotation import (
    LivedRound,
    PlanGuest,
    RotationPlan,
    Round,
    StationVisit,
    VisitOutcome,
)
from plplanner.terms import AttendanceKind, VisitOutcomeKind

# A playlist is for a week or two; what came months ago may well come again.
_REMEMBERED = timedelta(weeks=6)


def tasks_done(session: Session, *, class_id: int, before: date) -> defaultdict[int, Counter[str]]:
    """How often each student, by id, has had each task in the lessons before a day.

    Whatever group she was in, or by herself. A lesson that is planned counts as it is planned;
    what was said to be left open, a round that was not held, and a day she was absent do not.
    """
    absent = and_(
        AttendanceMark.student_id == GroupMember.student_id,
        AttendanceMark.day == RotationPlan.day,
        AttendanceMark.kind == AttendanceKind.ABSENT.value,
    )
    guest = and_(
        PlanGuest.rotation_plan_id == RotationPlan.id,
        PlanGuest.student_id == GroupMember.student_id,
    )
    found = session.execute(
        select(GroupMember.student_id, StationVisit.task, func.count())
        .select_from(RotationPlan)
        .join(Round, Round.rotation_plan_id == RotationPlan.id)
        .join(StationVisit, StationVisit.round_id == Round.id)
        .join(GroupMember, GroupMember.small_group_id == StationVisit.small_group_id)
        .outerjoin(VisitOutcome, VisitOutcome.station_visit_id == StationVisit.id)
        .outerjoin(LivedRound, LivedRound.round_id == Round.id)
        .outerjoin(AttendanceMark, absent)
        .outerjoin(PlanGuest, guest)
        .where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.day < before,
            RotationPlan.day >= date.fromordinal(max(1, before.toordinal() - _REMEMBERED.days)),
            func.coalesce(VisitOutcome.outcome, VisitOutcomeKind.DONE.value)
            == VisitOutcomeKind.DONE.value,
            func.coalesce(LivedRound.is_held, True),
            AttendanceMark.id.is_(None),
            or_(PlanGuest.id.is_(None), PlanGuest.small_group_id == StationVisit.small_group_id),
        )
        .group_by(GroupMember.student_id, StationVisit.task)
    )
    done: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for student_id, task, times in found:
        done[student_id][task] = times
    return done
