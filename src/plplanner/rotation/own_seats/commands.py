"""What can be done with seats of one's own. Plans not taught yet follow at once."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Delete, delete, select
from sqlalchemy.orm import Session

from plplanner.grouping.saved.commands import keep_own_ways
from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.models.roster import SchoolClass, Student
from plplanner.models.rotation import OwnSeat, PlanGuest, RotationPlan, Round, StationVisit
from plplanner.playlists.commands import assign_to_groups
from plplanner.playlists.queries import playlists_of_groups
from plplanner.problems import Problem
from plplanner.rotation.own_seats.queries import own_seats_on
from plplanner.rotation.pick_tasks import CARD_TASK, OWN_SEAT
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import GroupSetState, MasteryLevel, PlanState, StationKind


@step("Own seat for {name}")
def give_own_seat(
    session: Session,
    *,
    class_id: int,
    student_id: int,
    starts_on: date,
    ends_on: date,
    task: str,
    playlist_id: int | None = None,
    name: str,  # noqa: ARG001
) -> None:
    """Let a student work at a seat of her own from a day to another, both counted.

    Without a task it is her playlist card; without a playlist the card is her group's. What she
    had in these days before is replaced; `name` is what Undo says.
    """
    still_there(session, SchoolClass, class_id, what="class")
    still_there(session, Student, student_id, what="student")
    if ends_on < starts_on:
        raise Problem("The last day is before the first.", "Choose a later last day.")
    _end(session, class_id, student_id, starts_on)
    session.add(
        OwnSeat(
            school_class_id=class_id,
            student_id=student_id,
            starts_on=starts_on,
            ends_on=ends_on,
            task=task.strip() or CARD_TASK,
            playlist_id=playlist_id,
        )
    )
    session.flush()
    for plan in _plans(session, class_id, starts_on, ends_on):
        seat_in_plan(session, plan_id=saved_id(plan))


@step("{name} works with the group again")
def end_own_seat(
    session: Session,
    *,
    class_id: int,
    student_id: int,
    on: date,
    name: str,  # noqa: ARG001
) -> None:
    """From a day on a student works with her group again; `name` is what Undo says."""
    _end(session, class_id, student_id, on)


@step("Seat those who work by themselves")
def seat_in_plan(session: Session, *, plan_id: int) -> None:
    """Give everyone with a seat of her own on the day of a plan her line in it."""
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    seats = own_seats_on(session, class_id=plan.school_class_id, day=plan.day)
    if not seats:
        return
    places = keep_own_ways(
        session,
        class_id=plan.school_class_id,
        on=plan.day,
        levels={seat.student_id: MasteryLevel.NO_EVIDENCE for seat in seats},
    )
    for seat in seats:
        place = places[seat.student_id]
        _leave_cells(session, plan_id, place)
        _give_card(session, plan, seat.student_id, place, seat.playlist_id)
        session.execute(_guest(plan_id, seat.student_id))
        session.add(
            PlanGuest(rotation_plan_id=plan_id, student_id=seat.student_id, small_group_id=place)
        )
        for round_row in session.scalars(select(Round).where(Round.rotation_plan_id == plan_id)):
            session.add(
                StationVisit(
                    round_id=saved_id(round_row),
                    small_group_id=place,
                    station_name=OWN_SEAT,
                    station_kind=StationKind.INDEPENDENT.value,
                    place="",
                    task=seat.task,
                )
            )
    session.flush()


def _end(session: Session, class_id: int, student_id: int, on: date) -> None:
    hers = select(OwnSeat).where(
        OwnSeat.school_class_id == class_id,
        OwnSeat.student_id == student_id,
        OwnSeat.ends_on >= on,
    )
    for seat in session.scalars(hers).all():
        for plan in _plans(session, class_id, max(on, seat.starts_on), seat.ends_on):
            _leave_plan(session, saved_id(plan), student_id)
        if seat.starts_on >= on:
            session.delete(seat)
        else:
            seat.ends_on = on - timedelta(days=1)
    session.flush()


def _plans(session: Session, class_id: int, first: date, last: date) -> Iterable[RotationPlan]:
    """The plans of these days that can still change."""
    return session.scalars(
        select(RotationPlan).where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.day >= first,
            RotationPlan.day <= last,
            RotationPlan.state != PlanState.TAUGHT.value,
        )
    ).all()


def _leave_plan(session: Session, plan_id: int, student_id: int) -> None:
    """Her line in a plan goes, and she is with her group; student by student she keeps a line."""
    place = session.scalars(
        select(PlanGuest.small_group_id)
        .join(SmallGroup, SmallGroup.id == PlanGuest.small_group_id)
        .join(GroupSet, GroupSet.id == SmallGroup.group_set_id)
        .where(
            PlanGuest.rotation_plan_id == plan_id,
            PlanGuest.student_id == student_id,
            GroupSet.state == GroupSetState.OWN_WAYS.value,
        )
    ).first()
    if place is None or not _has_group_of(session, plan_id, student_id):
        return
    session.execute(_guest(plan_id, student_id))
    _leave_cells(session, plan_id, place)


def _has_group_of(session: Session, plan_id: int, student_id: int) -> bool:
    found = session.scalars(
        select(GroupMember.id)
        .join(StationVisit, StationVisit.small_group_id == GroupMember.small_group_id)
        .join(Round, Round.id == StationVisit.round_id)
        .join(SmallGroup, SmallGroup.id == GroupMember.small_group_id)
        .join(GroupSet, GroupSet.id == SmallGroup.group_set_id)
        .where(
            Round.rotation_plan_id == plan_id,
            GroupMember.student_id == student_id,
            GroupSet.state != GroupSetState.OWN_WAYS.value,
        )
    )
    return found.first() is not None


def _leave_cells(session: Session, plan_id: int, place: int) -> None:
    rounds = select(Round.id).where(Round.rotation_plan_id == plan_id)
    session.execute(
        delete(StationVisit).where(
            StationVisit.small_group_id == place, StationVisit.round_id.in_(rounds)
        )
    )


def _give_card(
    session: Session, plan: RotationPlan, student_id: int, place: int, playlist_id: int | None
) -> None:
    """Her playlist for the day: her own, else that of the group she is in."""
    if playlist_id is None and plan.group_set_id is not None:
        home = session.scalars(
            select(SmallGroup.id)
            .join(GroupMember, GroupMember.small_group_id == SmallGroup.id)
            .where(
                SmallGroup.group_set_id == plan.group_set_id, GroupMember.student_id == student_id
            )
        ).first()
        given = playlists_of_groups(session, group_ids=[home], day=plan.day) if home else {}
        playlist_id = given[home][0].id if home in given else None
    if playlist_id is not None:
        assign_to_groups(
            session, playlists={place: playlist_id}, starts_on=plan.day, ends_on=plan.day
        )


def _guest(plan_id: int, student_id: int) -> Delete:
    return delete(PlanGuest).where(
        PlanGuest.rotation_plan_id == plan_id, PlanGuest.student_id == student_id
    )
