"""What can be done with stations and rotation plans."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass, Student
from plplanner.models.rotation import (
    LessonRun,
    LivedRound,
    PlanGuest,
    PrintedLesson,
    QuickNote,
    RotationPlan,
    Round,
    Station,
    StationVisit,
    VisitOutcome,
)
from plplanner.playlists.commands import assign_to_groups
from plplanner.problems import Problem
from plplanner.rotation.pick_tasks import DefaultStation
from plplanner.rotation.rows import (
    NO_INTERNET,
    LessonTimes,
    PlanDraft,
    PrintedPieces,
    RotationProblem,
    RotationProposal,
    StationToVisit,
)
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import NoteKind, PlanState, StationKind, VisitOutcomeKind, Weekday

T = TypeVar("T")
_DAYS = 10_000_000  # more than there are days to count


@step("Add stations")
def add_stations(
    session: Session, *, class_id: int, stations: Sequence[DefaultStation | StationToVisit]
) -> None:
    """Add stations a class does not have yet; a name that is taken is left as it is."""
    known = set(session.scalars(select(Station.name).where(Station.school_class_id == class_id)))
    last = session.scalars(
        select(func.max(Station.position)).where(Station.school_class_id == class_id)
    ).one()
    position = -1 if last is None else last
    for station in stations:
        if station.name not in known:
            position += 1
            session.add(
                Station(
                    school_class_id=class_id,
                    name=station.name,
                    kind=station.kind.value,
                    place=station.place,
                    seats=station.seats,
                    when_done=station.when_done,
                    position=position,
                )
            )
    session.flush()


@step("Remove station")
def remove_station(session: Session, *, station_id: int) -> None:
    """Remove a station; plans already made keep its name."""
    session.delete(still_there(session, Station, station_id, what="station"))


@step("Plan {problem.day:%A}")
def save_plan(
    session: Session,
    *,
    class_id: int,
    group_set_id: int,
    problem: RotationProblem,
    proposal: RotationProposal,
    tasks: Mapping[tuple[int, int], str],
    when_done: str,
) -> int:
    """Accept a proposed rotation as the plan of its day, replacing an earlier draft.

    `tasks` holds the words of each visit by (group id, round number). Stations of the problem
    that the class does not have yet are added. Returns the plan's id.
    Problem when that day has been taught already.
    """
    _make_room(session, class_id, problem.day)
    plan = RotationPlan(
        school_class_id=class_id,
        day=problem.day,
        group_set_id=group_set_id,
        starts_at=problem.starts_at,
        minutes=problem.minutes,
        launch=problem.launch,
        close=problem.close,
        move=problem.move,
        when_done=when_done,
    )
    session.add(plan)
    session.flush()
    round_ids = _add_rounds(session, saved_id(plan), proposal)
    add_stations(session, class_id=class_id, stations=problem.stations)
    saved_ids = {
        station.name: saved_id(station)
        for station in session.scalars(select(Station).where(Station.school_class_id == class_id))
    }
    stations = {station.station_id: station for station in problem.stations}
    for visit in proposal.visits:
        station = stations[visit.station_id]
        session.add(
            StationVisit(
                round_id=round_ids[visit.round_number],
                small_group_id=visit.group_id,
                station_id=saved_ids[station.name],
                station_name=station.name,
                station_kind=station.kind.value,
                place=station.place,
                task=tasks.get((visit.group_id, visit.round_number), ""),
            )
        )
    session.flush()
    return saved_id(plan)


@step("Plan {draft.problem.day:%A}")
def keep_draft(session: Session, *, class_id: int, draft: PlanDraft) -> int:
    """Accept a draft: its plan, and the playlists of its groups until Friday; returns its id."""
    day = draft.problem.day
    assign_to_groups(
        session,
        playlists=draft.playlist_ids,
        starts_on=day,
        ends_on=day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday())),
    )
    return save_plan(
        session,
        class_id=class_id,
        group_set_id=draft.group_set_id,
        problem=draft.problem,
        proposal=draft.proposal,
        tasks=draft.tasks,
        when_done=draft.when_done,
    )


@step("{label}")
def keep_draft_and(
    session: Session,
    *,
    label: str,
    class_id: int,
    draft: PlanDraft,
    then: Callable[[Session, int], object],
) -> int:
    """Accept a draft and change it at once: one step, called after the change.

    `label` names the step; `then` gets the session and the id of the new plan.
    """
    del label  # the step is called by it
    plan_id = keep_draft(session, class_id=class_id, draft=draft)
    then(session, plan_id)
    return plan_id


@step("Mark the plan as {state}")
def set_plan_state(session: Session, *, plan_id: int, state: PlanState) -> None:
    """Say how far a plan has come: draft, ready, taught."""
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.state = state.value
    session.add(plan)


@step("Change a task")
def set_task(
    session: Session,
    *,
    plan_id: int,
    group_id: int,
    round_number: int,
    task: str,
    stand_in: str = "",
) -> None:
    """Write another task into one cell of a plan.

    With `stand_in`, why it stands in for the day, the task before is there again afterwards.
    """
    visit = _visit(session, plan_id, group_id, round_number)
    if stand_in:
        _let_stand_in(session, visit, task.strip(), stand_in)
    else:
        visit.task = task.strip()
        session.add(visit)


@step("{adult} helps at {name}")
def set_station_adult(
    session: Session,
    *,
    station_id: int,
    adult: str,
    name: str,  # noqa: ARG001
) -> None:
    """Say which adult besides the teacher a station needs; nobody for blanks."""
    station = still_there(session, Station, station_id, what="station")
    station.adult = " ".join(adult.split())
    session.add(station)


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

    `why` is `NO_INTERNET`, or the adult who is out: then the groups work alone there. `says` is
    what Undo calls it.
    """
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.has_internet = plan.has_internet and why != NO_INTERNET
    session.add(plan)
    for (group_id, round_number), task in tasks.items():
        visit = _visit(session, plan_id, group_id, round_number)
        _let_stand_in(session, visit, task, why)
        if why != NO_INTERNET:
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
    rounds = _round_ids(session, plan_id).values()
    for visit in session.scalars(
        select(StationVisit).where(StationVisit.round_id.in_(rounds), StationVisit.stand_in == why)
    ):
        visit.task = visit.planned_task or ""
        visit.station_kind = visit.planned_kind or visit.station_kind
        visit.stand_in = visit.planned_task = visit.planned_kind = None
        session.add(visit)


@step("Swap rounds {first} and {second}")
def swap_rounds(
    session: Session, *, plan_id: int, first: int, second: int, group_ids: Collection[int]
) -> None:
    """Let groups do in round `first` what they did in `second`, and the other way round.

    Problem when a station would hold two groups; `rotation.swaps` finds who must swap along.
    """
    rounds = _round_ids(session, plan_id)
    if first not in rounds or second not in rounds:
        raise Problem("This plan has no such round.", "Choose a round of the plan.")
    other = {rounds[first]: rounds[second], rounds[second]: rounds[first]}
    visits = session.scalars(select(StationVisit).where(StationVisit.round_id.in_(other))).all()
    moved = [visit for visit in visits if visit.small_group_id in group_ids]
    taken = {(v.round_id, v.station_name) for v in visits if v.small_group_id not in group_ids}
    for visit in moved:
        if (other[visit.round_id], visit.station_name) in taken:
            raise Problem(
                f"{visit.station_name} is taken by another group in that round.",
                "Swap that group too, or choose another round.",
            )
    swapped = [_visit_in(visit, other[visit.round_id]) for visit in moved]
    # Out first, then in: no two groups stand at one station, not even in passing.
    for visit in moved:
        session.delete(visit)
    session.flush()
    session.add_all(swapped)
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
    of_plan = StationVisit.round_id.in_(_round_ids(session, plan_id).values())
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
    rounds = _round_ids(session, plan_id)
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
    visit_id = saved_id(_visit(session, plan_id, group_id, round_number))
    found = _one(session, VisitOutcome, VisitOutcome.station_visit_id == visit_id)
    if outcome is None:
        if found is not None:
            session.delete(found)
        return
    found = found or VisitOutcome(station_visit_id=visit_id)
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


@step("Print sheets")
def note_printed(session: Session, *, class_id: int, day: date, printed: PrintedPieces) -> None:
    """Remember what was printed or saved of a lesson; pieces printed earlier stay remembered."""
    still_there(session, SchoolClass, class_id, what="class")
    row_id = class_id * _DAYS + day.toordinal()
    row = session.get(PrintedLesson, row_id)
    before = json.loads(row.pieces) if row is not None else {}
    row = row or PrintedLesson(id=row_id, school_class_id=class_id, day=day)
    row.pieces = json.dumps({**before, **printed.pieces}, sort_keys=True)
    row.qr_codes, row.second_language = printed.qr_codes, printed.second_language
    session.add(row)
    session.flush()


@step("Remove plan")
def remove_plan(session: Session, *, plan_id: int) -> None:
    """Remove the plan of a day."""
    session.delete(still_there(session, RotationPlan, plan_id, what="plan"))


def _visit(session: Session, plan_id: int, group_id: int, round_number: int) -> StationVisit:
    visit = session.scalars(
        select(StationVisit)
        .join(Round, Round.id == StationVisit.round_id)
        .where(
            Round.rotation_plan_id == plan_id,
            Round.number == round_number,
            StationVisit.small_group_id == group_id,
        )
    ).first()
    if visit is None:
        raise Problem("This group has no station in this round.", "Choose another cell.")
    return visit


def _let_stand_in(session: Session, visit: StationVisit, task: str, why: str) -> None:
    """What was planned is kept from the first time on, however often the stand-in changes."""
    if visit.stand_in is None:
        visit.planned_task = visit.task
    visit.stand_in, visit.task = why, task
    session.add(visit)


def _one(session: Session, table: type[T], where: ColumnElement[bool]) -> T | None:
    return session.scalars(select(table).where(where)).first()


def _make_room(session: Session, class_id: int, day: date) -> None:
    of_that_day = (RotationPlan.school_class_id == class_id) & (RotationPlan.day == day)
    earlier = _one(session, RotationPlan, of_that_day)
    if earlier is None:
        return
    if earlier.state == PlanState.TAUGHT:
        raise Problem(
            f"The plan of {day:%A}, {day:%B} {day.day} has been taught already.",
            "Choose another day.",
        )
    session.delete(earlier)
    session.flush()


def _add_rounds(session: Session, plan_id: int, proposal: RotationProposal) -> dict[int, int]:
    rounds = [
        Round(rotation_plan_id=plan_id, number=row.number, starts_at=row.starts_at,
              minutes=row.minutes)
        for row in proposal.rounds
    ]  # fmt: skip
    session.add_all(rounds)
    session.flush()
    return {row.number: saved_id(row) for row in rounds}


def _round_ids(session: Session, plan_id: int) -> dict[int, int]:
    still_there(session, RotationPlan, plan_id, what="plan")
    rounds = session.scalars(select(Round).where(Round.rotation_plan_id == plan_id))
    return {row.number: saved_id(row) for row in rounds}


def _visit_in(visit: StationVisit, round_id: int) -> StationVisit:
    new = {"id": None, "round_id": round_id}
    kept = {column.key: getattr(visit, column.key) for column in StationVisit.__table__.columns}
    return StationVisit(**{**kept, **new})
