"""What can be done while a planned lesson is held, and after it."""

from collections.abc import Collection, Mapping
from datetime import datetime, time
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass, Student
from plplanner.models.rotation import (
    LessonRun,
    LivedRound,
    PlanGuest,
    QuickNote,
    RotationPlan,
    StationVisit,
    VisitOutcome,
)
from plplanner.problems import Problem
from plplanner.rotation.queries import goes_alone, round_ids, visit_id
from plplanner.rotation.rows import NO_INTERNET, LessonTimes, VisitRow
from plplanner.rotation.stand_ins import works_on_its_own
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import NoteKind, StationKind, VisitOutcomeKind

T = TypeVar("T")


@step("{says}")
def let_stand_in(
    session: Session,
    *,
    plan_id: int,
    why: str,
    tasks: Mapping[tuple[int, int], str],
    says: str,  # noqa: ARG001
) -> None:
    """For this lesson `tasks`, by (group id, round number), stand in; what was planned is kept.

    `why` is `NO_INTERNET`, `OUTSIDE_HOURS`, `NO_DEVICES`, or the adult who is out. The groups work
    on their own there; without internet only where they would have been on devices and need none
    now. `says` is what Undo calls it.
    """
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.has_internet = plan.has_internet and why != NO_INTERNET
    session.add(plan)
    # What a day needs at once does not wait for the tables of the library.
    from plplanner.models.library import LearningResource  # noqa: PLC0415

    on_devices = set(
        session.scalars(
            select(LearningResource.title).where(
                LearningResource.needs_device, LearningResource.title.in_(set(tasks.values()))
            )
        )
    )
    for (group_id, round_number), task in tasks.items():
        cell = visit_id(session, plan_id=plan_id, group_id=group_id, round_number=round_number)
        visit = still_there(session, StationVisit, cell, what="cell")
        _let_stand_in(session, visit, task, why)
        kind = StationKind(visit.station_kind)
        if works_on_its_own(kind, why, on_device=task in on_devices):
            visit.planned_kind = visit.planned_kind or visit.station_kind
            visit.station_kind = StationKind.INDEPENDENT.value


@step("{says}")
def take_back_stand_ins(
    session: Session,
    *,
    plan_id: int,
    why: str,
    says: str,  # noqa: ARG001
) -> None:
    """What was planned is there again: internet is back, or the adult; `says` is what Undo says."""
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.has_internet = plan.has_internet or why == NO_INTERNET
    session.add(plan)
    rounds = round_ids(session, plan_id=plan_id).values()
    for visit in session.scalars(
        select(StationVisit).where(StationVisit.round_id.in_(rounds), StationVisit.stand_in == why)
    ):
        _plan_again(visit)


@step("Plan again what stood in")
def plan_again(session: Session, *, visit_ids: Collection[int], why: Collection[str]) -> None:
    """What stands in at these visits for one of these reasons goes, and the planned work is back.

    So the question is asked anew, once what it hung on has changed.
    """
    for visit in session.scalars(
        select(StationVisit).where(StationVisit.id.in_(visit_ids), StationVisit.stand_in.in_(why))
    ):
        _plan_again(visit)
    session.flush()


@step("Let {names} work with {word}")
def let_work_with(
    session: Session,
    *,
    plan_id: int,
    student_ids: Collection[int],
    group_id: int,
    names: str,  # noqa: ARG001
    word: str,  # noqa: ARG001
) -> None:
    """For this lesson students work with another group of the plan; their own group stays theirs.

    `names` and `word` are what Undo says. Problem when the group is not in the plan.
    """
    of_plan = StationVisit.round_id.in_(round_ids(session, plan_id=plan_id).values())
    if _one(session, StationVisit, of_plan & (StationVisit.small_group_id == group_id)) is None:
        raise Problem("This group is not part of the plan.", "Choose a group of the plan.")
    for student_id in sorted(student_ids):
        still_there(session, Student, student_id, what="student")
        hers = (PlanGuest.rotation_plan_id == plan_id) & (PlanGuest.student_id == student_id)
        found = _one(session, PlanGuest, hers)
        guest = found or PlanGuest(rotation_plan_id=plan_id, student_id=student_id)
        guest.small_group_id = group_id
        session.add(guest)
    session.flush()


@step("{says}")
def send_elsewhere(
    session: Session,
    *,
    plan_id: int,
    cells: Mapping[tuple[int, int], VisitRow],
    says: str,  # noqa: ARG001
) -> None:
    """For this lesson groups are at other stations; `cells` by (group id, round number).

    `says` is what Undo calls it. Problem when a station would hold two groups.
    """
    rounds = round_ids(session, plan_id=plan_id)
    left = []
    for group_id, number in cells:
        cell = visit_id(session, plan_id=plan_id, group_id=group_id, round_number=number)
        left.append(still_there(session, StationVisit, cell, what="cell"))
    known = {
        visit.station_name: visit.station_id
        for visit in session.scalars(
            select(StationVisit).where(StationVisit.round_id.in_(rounds.values()))
        )
    }
    # Out first, then in: no two groups stand at one station, not even in passing.
    for visit in left:
        session.delete(visit)
    session.flush()
    for (group_id, number), there in cells.items():
        _refuse_taken(session, rounds[number], there.station_name)
        session.add(_visit_at(there, group_id, rounds[number], known.get(there.station_name)))
        session.flush()


@step("{says}")
def keep_times(
    session: Session,
    *,
    plan_id: int,
    times: LessonTimes,
    says: str,  # noqa: ARG001
) -> None:
    """Keep when the rounds of a lesson really are; `says` is what Undo calls it.

    A round that is not among the times is not held: nothing counts as done in it.
    """
    rounds = round_ids(session, plan_id=plan_id)
    held = {row.number: row for row in times.rounds}
    run = _one(session, LessonRun, LessonRun.rotation_plan_id == plan_id)
    run = run or LessonRun(rotation_plan_id=plan_id)
    run.close = times.close
    run.paused_since, run.launched_at = times.paused_since, times.launched_at
    session.add(run)
    for number, round_id in rounds.items():
        row = held.get(number)
        lived = _one(session, LivedRound, LivedRound.round_id == round_id)
        if lived is None and row is None:
            lived = LivedRound(round_id=round_id, starts_at=time.min, ends_at=time.min)
        lived = lived or LivedRound(round_id=round_id)
        lived.is_held = row is not None
        if row is not None:
            lived.starts_at, lived.ends_at = row.starts_at, row.ends_at
        session.add(lived)


@step("Say how far {name} came in round {round_number}")
def set_outcome(
    session: Session,
    *,
    plan_id: int,
    group_id: int,
    round_number: int,
    outcome: VisitOutcomeKind | None,
    name: str,  # noqa: ARG001
) -> None:
    """Say whether a group did its task in a round, or with None take that back."""
    cell = visit_id(session, plan_id=plan_id, group_id=group_id, round_number=round_number)
    found = _one(session, VisitOutcome, VisitOutcome.station_visit_id == cell)
    if outcome is None:
        if found is not None:
            session.delete(found)
        return
    found = found or VisitOutcome(station_visit_id=cell)
    found.outcome = outcome.value
    session.add(found)


@step("Note on {about}")
def write_note(
    session: Session,
    *,
    class_id: int,
    about: str,
    words: str,
    written_at: datetime,
    student_id: int | None = None,
    group_id: int | None = None,
    kind: NoteKind = NoteKind.MEMORY,
) -> int:
    """Write down what was seen of a student, a group or the class; returns its id.

    `written_at` has its time zone; its day is the day of the note. Problem without words.
    """
    if not words.strip():
        raise Problem("The note is empty.", "Type what you saw.")
    still_there(session, SchoolClass, class_id, what="class")
    if student_id is not None:
        still_there(session, Student, student_id, what="student")
    note = QuickNote(
        school_class_id=class_id,
        student_id=student_id,
        small_group_id=group_id,
        about=about,
        day=written_at.date(),
        written_at=written_at,
        words=" ".join(words.split()),
        kind=kind.value,
    )
    session.add(note)
    session.flush()
    return saved_id(note)


@step("Remove note")
def remove_note(session: Session, *, note_id: int) -> None:
    """Remove a note."""
    session.delete(still_there(session, QuickNote, note_id, what="note"))


def _refuse_taken(session: Session, round_id: int, station_name: str) -> None:
    there = session.scalars(
        select(StationVisit.small_group_id).where(
            StationVisit.round_id == round_id, StationVisit.station_name == station_name
        )
    ).all()
    if set(there) - goes_alone(session, group_ids=there):
        raise Problem(
            f"{station_name} is taken by another group in that round.",
            "Choose another station.",
        )


def _visit_at(
    there: VisitRow, group_id: int, round_id: int, station_id: int | None
) -> StationVisit:
    return StationVisit(
        round_id=round_id,
        small_group_id=group_id,
        station_id=station_id,
        station_name=there.station_name,
        station_kind=there.station_kind.value,
        place=there.place,
        task=there.task,
        stand_in=there.stand_in or None,
        planned_task=there.planned_task or None,
        planned_kind=there.planned_kind.value if there.planned_kind else None,
        voice=there.voice,
    )


def _plan_again(visit: StationVisit) -> None:
    visit.task = visit.planned_task or ""
    visit.station_kind = visit.planned_kind or visit.station_kind
    visit.stand_in = visit.planned_task = visit.planned_kind = None


def _let_stand_in(session: Session, visit: StationVisit, task: str, why: str) -> None:
    """What was planned is kept from the first time on, however often the stand-in changes."""
    if visit.stand_in is None:
        visit.planned_task = visit.task
    visit.stand_in, visit.task = why, task
    session.add(visit)


def _one(session: Session, table: type[T], where: ColumnElement[bool]) -> T | None:
    return session.scalars(select(table).where(where)).first()
