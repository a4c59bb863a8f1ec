"""What became of a planned lesson: its clock, how far the groups came, what was noted."""

from dataclasses import replace
from datetime import date, time

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import (
    LessonRun,
    LivedRound,
    QuickNote,
    RotationPlan,
    Round,
    StationVisit,
    VisitOutcome,
)
from plplanner.roster.queries import attendance_on
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.rows import LessonTimes, LivedDay, PlanRow, QuickNoteRow, TimedRound
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    NoteKind,
    VisitOutcomeKind,
)


def lesson_times(session: Session, *, plan: PlanRow) -> LessonTimes:
    """The clock of a lesson as it stands: as planned, with all that was moved since."""
    times = planned_times(plan)
    run = session.scalars(select(LessonRun).where(LessonRun.rotation_plan_id == plan.id)).first()
    if run is None:
        return times
    found = session.execute(
        select(Round.number, LivedRound)
        .join(LivedRound, LivedRound.round_id == Round.id)
        .where(Round.rotation_plan_id == plan.id)
        .order_by(Round.number)
    )
    return replace(
        times,
        close=run.close,
        paused_since=run.paused_since,
        launched_at=run.launched_at,
        rounds=tuple(
            TimedRound(number, row.starts_at, row.ends_at) for number, row in found if row.is_held
        ),
    )


def held_until(session: Session, *, day: date) -> dict[int, time]:
    """When the last round of a day ends, by class, where the clock of its lesson was moved."""
    found = session.execute(
        select(RotationPlan.school_class_id, func.max(LivedRound.ends_at))
        .join(Round, Round.id == LivedRound.round_id)
        .join(RotationPlan, RotationPlan.id == Round.rotation_plan_id)
        .where(RotationPlan.day == day, LivedRound.is_held)
        .group_by(RotationPlan.school_class_id)
    )
    return {class_id: until for class_id, until in found}  # noqa: C416


def outcomes_of(session: Session, *, plan_id: int) -> dict[tuple[int, int], VisitOutcomeKind]:
    """How far each group came, by (group id, round number); nothing where nothing was said."""
    found = session.execute(
        select(StationVisit.small_group_id, Round.number, VisitOutcome.outcome)
        .join(VisitOutcome, VisitOutcome.station_visit_id == StationVisit.id)
        .join(Round, Round.id == StationVisit.round_id)
        .where(Round.rotation_plan_id == plan_id)
    )
    return {(group, number): VisitOutcomeKind(outcome) for group, number, outcome in found}


def lived_day(session: Session, *, plan: PlanRow) -> LivedDay:
    """What became of a lesson: how far each came, who was away, what was noted."""
    return LivedDay(
        outcomes_of(session, plan_id=plan.id),
        attendance_on(session, class_id=plan.class_id, day=plan.day),
        tuple(notes_on(session, class_id=plan.class_id, day=plan.day)),
    )


def notes_on(session: Session, *, class_id: int, day: date) -> list[QuickNoteRow]:
    """The notes written in a class on a day, the newest first."""
    return _notes(session, QuickNote.school_class_id == class_id, QuickNote.day == day)


def notes_about(session: Session, *, student_id: int) -> list[QuickNoteRow]:
    """All that was noted about a student, in any class, the newest first."""
    return _notes(session, QuickNote.student_id == student_id)


def _notes(session: Session, *wanted: ColumnElement[bool]) -> list[QuickNoteRow]:
    found = session.scalars(
        select(QuickNote).where(*wanted).order_by(QuickNote.written_at.desc(), QuickNote.id.desc())
    )
    return [
        QuickNoteRow(
            saved_id(row), row.about, row.day, row.written_at, row.words, NoteKind(row.kind)
        )
        for row in found
    ]
