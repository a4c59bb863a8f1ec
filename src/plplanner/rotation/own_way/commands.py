"""What can be done with the way of one student."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.grouping.saved.commands import keep_own_ways
from plplanner.models.rotation import RotationPlan, StationVisit
from plplanner.playlists.commands import assign_to_groups
from plplanner.problems import Problem
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.own_places import with_places
from plplanner.rotation.queries import goes_alone, round_ids, visit_id
from plplanner.rotation.rows import PlanDraft, StationToVisit
from plplanner.store.fetch import still_there
from plplanner.store.step import step
from plplanner.terms import MasteryLevel, Weekday


@step("Plan {draft.problem.day:%A} student by student")
def keep_own_way_draft(
    session: Session, *, class_id: int, draft: PlanDraft, levels: Mapping[int, MasteryLevel]
) -> int:
    """Accept a draft whose lines are called by −student id; returns the id of the plan."""
    return keep_draft(session, class_id=class_id, draft=replace(draft, levels=levels))


@step("Add {names} to the plan")
def add_own_ways(
    session: Session,
    *,
    plan_id: int,
    draft: PlanDraft,
    levels: Mapping[int, MasteryLevel],
    names: str,  # noqa: ARG001
) -> tuple[int, ...]:
    """Give students a line of their own in a plan that exists; returns the ids of the lines.

    The lines of the draft are called by −student id; its rounds are those of the plan. Problem
    for a student who has a line, or a plan for groups.
    """
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    day = plan.day
    places = keep_own_ways(session, class_id=plan.school_class_id, on=day, levels=levels)
    rounds = round_ids(session, plan_id=plan_id)
    _refuse_lines(session, rounds.values(), places.values())
    hers = with_places(draft, {-one: group_id for one, group_id in places.items()})
    assign_to_groups(
        session,
        playlists=hers.playlist_ids,
        starts_on=day,
        ends_on=day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday())),
    )
    session.add_all(_visits_of(hers, rounds))
    session.flush()
    return tuple(places.values())


@step("Send {name} to {station.name}")
def send_to_station(
    session: Session,
    *,
    plan_id: int,
    group_id: int,
    round_number: int,
    station: StationToVisit,
    task: str,
    name: str,  # noqa: ARG001
) -> None:
    """Let a student be at another station in a round, with the task she has there; locked.

    Problem where a group is there, or it is a group that would be sent.
    """
    cell = visit_id(session, plan_id=plan_id, group_id=group_id, round_number=round_number)
    visit = still_there(session, StationVisit, cell, what="cell")
    if not goes_alone(session, group_ids=[group_id]) or _is_taken(
        session, visit.round_id, station.name
    ):
        raise Problem(f"{station.name} is for one group at a time.", "Swap two rounds instead.")
    visit.station_id = station.station_id if station.station_id > 0 else None
    visit.station_name, visit.station_kind = station.name, station.kind.value
    visit.place, visit.voice, visit.task = station.place, station.voice, task.strip()
    visit.stand_in = visit.planned_task = visit.planned_kind = None
    visit.is_locked = True
    session.add(visit)


def _visits_of(draft: PlanDraft, rounds: Mapping[int, int]) -> Iterator[StationVisit]:
    """The cells of a draft at stations the class has; `rounds` are ids by number."""
    stations = {station.station_id: station for station in draft.problem.stations}
    for visit in draft.proposal.visits:
        station = stations[visit.station_id]
        yield StationVisit(
            round_id=rounds[visit.round_number],
            small_group_id=visit.group_id,
            station_id=station.station_id,
            station_name=station.name,
            station_kind=station.kind.value,
            place=station.place,
            task=draft.tasks.get((visit.group_id, visit.round_number), ""),
            voice=station.voice,
        )


def _refuse_lines(session: Session, rounds: Collection[int], lines: Collection[int]) -> None:
    planned = set(
        session.scalars(
            select(StationVisit.small_group_id).where(StationVisit.round_id.in_(rounds))
        )
    )
    if planned - goes_alone(session, group_ids=planned):
        raise Problem("This plan is for groups.", "Choose a group for the student.")
    if planned & set(lines):
        raise Problem("This student is in the plan already.", "Look at the plan again.")


def _is_taken(session: Session, round_id: int, station_name: str) -> bool:
    """Whether a group is there in that round."""
    there = set(
        session.scalars(
            select(StationVisit.small_group_id).where(
                StationVisit.round_id == round_id, StationVisit.station_name == station_name
            )
        )
    )
    return bool(there - goes_alone(session, group_ids=there))
