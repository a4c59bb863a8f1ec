"""What can be done with the rotation plan of a day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.rotation import (
    RotationPlan,
    Round,
    Station,
    StationVisit,
)
from plplanner.problems import Problem
from plplanner.rotation.lived.commands import plan_again
from plplanner.rotation.own_seats.queries import own_seats_on
from plplanner.rotation.queries import goes_alone, round_ids, visit_id
from plplanner.rotation.rounds import minutes_left, rounds_on_clock
from plplanner.rotation.rows import (
    NO_DEVICES,
    OUTSIDE_HOURS,
    LessonGoals,
    RotationProblem,
    RotationProposal,
)
from plplanner.rotation.stations.commands import add_stations
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import PlanState


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
    of_days: tuple[int, int] = (0, 0),
    locked: Collection[tuple[int, int]] = (),
) -> int:
    """Accept a proposed rotation as the plan of its day, replacing an earlier draft.

    The goals of the lesson stay as they were.

    `tasks` holds the words of each visit by (group id, round number), `locked` which visits stay
    as they are when the day is drafted again. Stations of the problem that the class does not have
    yet are added. `of_days` is part and parts of a rotation spread over days. Returns the plan's
    id. Problem when that day has been taught already.
    """
    goals = _make_room(session, class_id, problem.day)
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
        part=of_days[0],
        parts=of_days[1],
        content_goal=goals.content,
        language_goal=goals.language,
        watch_next=goals.watch_next,
    )
    session.add(plan)
    session.flush()
    numbers = _add_rounds(session, saved_id(plan), proposal)
    _add_visits(
        session,
        class_id=class_id,
        problem=problem,
        proposal=proposal,
        numbers=numbers,
        tasks=tasks,
        locked=locked,
    )
    if own_seats_on(session, class_id=class_id, day=problem.day):
        # Few classes need it, and looking at a plan does not wait for what keeps one.
        from plplanner.rotation.own_seats.commands import seat_in_plan  # noqa: PLC0415

        seat_in_plan(session, plan_id=saved_id(plan))
    return saved_id(plan)


@step("Mark the plan as {state}")
def set_plan_state(session: Session, *, plan_id: int, state: PlanState) -> None:
    """Say how far a plan has come: draft, ready, taught."""
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.state = state.value
    session.add(plan)


@step("Change a task")
def set_task(
    session: Session, *, plan_id: int, group_id: int, round_number: int, task: str
) -> None:
    """Write another task into one cell of a plan.

    What the teacher writes is locked: it stays when the day is drafted again. No words let go.
    """
    visit = _cell(session, plan_id, group_id, round_number)
    visit.task = task.strip()
    visit.is_locked = bool(visit.task)


@step("Lock round {round_number} of {name}")
def lock_cell(
    session: Session,
    *,
    plan_id: int,
    group_id: int,
    round_number: int,
    name: str,  # noqa: ARG001
) -> None:
    """Let a group stay at its station in a round, with its task, when the day is drafted again."""
    _cell(session, plan_id, group_id, round_number).is_locked = True


@step("Unlock round {round_number} of {name}")
def unlock_cell(
    session: Session,
    *,
    plan_id: int,
    group_id: int,
    round_number: int,
    name: str,  # noqa: ARG001
) -> None:
    """Leave a cell to the next draft."""
    _cell(session, plan_id, group_id, round_number).is_locked = False


@step("{says}")
def set_tasks(
    session: Session,
    *,
    plan_id: int,
    tasks: Mapping[tuple[int, int], str],
    says: str,  # noqa: ARG001
) -> None:
    """Write tasks into cells of a plan, by (group id, round number); `says` is what Undo says."""
    for (group_id, round_number), task in tasks.items():
        set_task(session, plan_id=plan_id, group_id=group_id, round_number=round_number, task=task)


@step("Swap rounds {first} and {second}")
def swap_rounds(
    session: Session,
    *,
    plan_id: int,
    first: int,
    second: int,
    group_ids: Collection[int],
    locked: Collection[tuple[int, int]] = (),
) -> None:
    """Let groups do in round `first` what they did in `second`, and the other way round.

    Who worked alone because of the hours of an adult, or for want of devices, comes at another
    time: what was planned is there again. Cells that are `locked` after it, by (group id, round
    number), stay there when the day is drafted again. Problem when a station would hold two
    groups; `rotation.swaps` finds who must swap along.
    """
    rounds = round_ids(session, plan_id=plan_id)
    if first not in rounds or second not in rounds:
        raise Problem("This plan has no such round.", "Choose a round of the plan.")
    other = {rounds[first]: rounds[second], rounds[second]: rounds[first]}
    visits = session.scalars(select(StationVisit).where(StationVisit.round_id.in_(other))).all()
    moved = [visit for visit in visits if visit.small_group_id in group_ids]
    alone = goes_alone(session, group_ids={visit.small_group_id for visit in visits})
    taken = {
        (visit.round_id, visit.station_name)
        for visit in visits
        if visit.small_group_id not in {*group_ids, *alone}
    }
    for visit in moved:
        is_alone = visit.small_group_id in alone
        if not is_alone and (other[visit.round_id], visit.station_name) in taken:
            raise Problem(
                f"{visit.station_name} is taken by another group in that round.",
                "Swap that group too, or choose another round.",
            )
    swapped = [_visit_in(visit, other[visit.round_id]) for visit in moved]
    # Out first, then in: no two groups stand at one station, not even in passing.
    for visit in moved:
        session.delete(visit)
    session.flush()
    stay = {(group_id, rounds[number]) for group_id, number in locked}
    for visit in swapped:
        visit.is_locked = visit.is_locked or (visit.small_group_id, visit.round_id) in stay
    session.add_all(swapped)
    session.flush()
    plan_again(
        session,
        visit_ids=[saved_id(visit) for visit in swapped],
        why=(OUTSIDE_HOURS, NO_DEVICES),
    )


@step("Set the lengths of the rounds")
def set_round_lengths(session: Session, *, plan_id: int, lengths: Sequence[int]) -> None:
    """Let each round of a plan last so many minutes, one after the other; who is where stays.

    Problem where they do not fit, or are not as many as the plan has rounds.
    """
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    _time_rounds(session, plan, lengths)


@step("Fit the plan to its lesson")
def move_lesson(
    session: Session, *, plan_id: int, starts_at: time, minutes: int, lengths: Sequence[int]
) -> None:
    """Let a plan begin at another time and last so many minutes, with rounds of these lengths.

    Who is where stays. Problem as `set_round_lengths`.
    """
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.starts_at, plan.minutes = starts_at, minutes
    session.add(plan)
    _time_rounds(session, plan, lengths)


def _time_rounds(session: Session, plan: RotationPlan, lengths: Sequence[int]) -> None:
    rows = session.scalars(
        select(Round).where(Round.rotation_plan_id == plan.id).order_by(Round.number)
    ).all()
    if len(rows) != len(lengths):
        raise Problem("This plan has other rounds by now.", "Look at the plan again.")
    left = minutes_left(
        lengths, minutes=plan.minutes, launch=plan.launch, close=plan.close, move=plan.move
    )
    if left < 0 or min(lengths) < 1:
        raise Problem(
            f"Rounds of {sum(lengths)} minutes do not fit in {plan.minutes}.",
            "Make a round shorter.",
        )
    timed = rounds_on_clock(lengths, starts_at=plan.starts_at, launch=plan.launch, move=plan.move)
    for row, new in zip(rows, timed, strict=True):
        row.starts_at, row.minutes = new.starts_at, new.minutes


@step("Set the goals of the lesson")
def set_goals(session: Session, *, plan_id: int, goals: LessonGoals) -> None:
    """Say what a lesson is for, and what students watch before the next one; blank for nothing."""
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.content_goal = " ".join(goals.content.split())
    plan.language_goal = " ".join(goals.language.split())
    plan.watch_next = " ".join(goals.watch_next.split())
    session.add(plan)


@step("Remove the plan")
def remove_plan(session: Session, *, plan_id: int) -> None:
    """Remove the plan of a day."""
    session.delete(still_there(session, RotationPlan, plan_id, what="plan"))


def _cell(session: Session, plan_id: int, group_id: int, round_number: int) -> StationVisit:
    cell = visit_id(session, plan_id=plan_id, group_id=group_id, round_number=round_number)
    return still_there(session, StationVisit, cell, what="cell")


def _make_room(session: Session, class_id: int, day: date) -> LessonGoals:
    """Remove the plan of a day that is not taught yet; its goals."""
    of_that_day = (RotationPlan.school_class_id == class_id) & (RotationPlan.day == day)
    earlier = session.scalars(select(RotationPlan).where(of_that_day)).first()
    if earlier is None:
        return LessonGoals()
    if earlier.state == PlanState.TAUGHT:
        raise Problem(
            f"The plan of {day:%A}, {day:%B} {day.day} has been taught already.",
            "Choose another day.",
        )
    session.delete(earlier)
    session.flush()
    return LessonGoals(earlier.content_goal, earlier.language_goal, earlier.watch_next)


def _add_rounds(session: Session, plan_id: int, proposal: RotationProposal) -> dict[int, int]:
    rounds = [
        Round(rotation_plan_id=plan_id, number=row.number, starts_at=row.starts_at,
              minutes=row.minutes)
        for row in proposal.rounds
    ]  # fmt: skip
    session.add_all(rounds)
    session.flush()
    return {row.number: saved_id(row) for row in rounds}


def _add_visits(
    session: Session,
    *,
    class_id: int,
    problem: RotationProblem,
    proposal: RotationProposal,
    numbers: Mapping[int, int],
    tasks: Mapping[tuple[int, int], str],
    locked: Collection[tuple[int, int]],
) -> None:
    """The cells of a proposal, with the stations the class does not have yet."""
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
                round_id=numbers[visit.round_number],
                small_group_id=visit.group_id,
                station_id=saved_ids[station.name],
                station_name=station.name,
                station_kind=station.kind.value,
                place=station.place,
                task=tasks.get((visit.group_id, visit.round_number), ""),
                voice=station.voice,
                is_locked=(visit.group_id, visit.round_number) in locked,
            )
        )
    session.flush()


def _visit_in(visit: StationVisit, round_id: int) -> StationVisit:
    new = {"id": None, "round_id": round_id}
    kept = {column.key: getattr(visit, column.key) for column in StationVisit.__table__.columns}
    return StationVisit(**{**kept, **new})
