"""What can be done with the way of one student."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.grouping.saved.commands import keep_own_ways
from plplanner.models.rotation import StationVisit
from plplanner.problems import Problem
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.queries import goes_alone, visit_id
from plplanner.rotation.rows import PlanDraft, StationToVisit
from plplanner.store.fetch import still_there
from plplanner.store.step import step
from plplanner.terms import MasteryLevel


@step("Plan {draft.problem.day:%A} student by student")
def keep_own_way_draft(
    session: Session, *, class_id: int, draft: PlanDraft, levels: Mapping[int, MasteryLevel]
) -> int:
    """Accept a draft whose lines are called by −student id; returns the id of the plan."""
    places = keep_own_ways(session, class_id=class_id, on=draft.problem.day, levels=levels)
    known = {-student_id: group_id for student_id, group_id in places.items()}
    return keep_draft(session, class_id=class_id, draft=_with_ids(draft, known))


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
    """Let a student be at another station in a round, with the task she has there.

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
    visit.place, visit.task = station.place, task.strip()
    visit.stand_in = visit.planned_task = visit.planned_kind = None
    session.add(visit)


def _with_ids(draft: PlanDraft, known: Mapping[int, int]) -> PlanDraft:
    """The draft by the ids its lines are kept under."""
    proposal = draft.proposal
    return replace(
        draft,
        proposal=replace(
            proposal,
            visits=tuple(replace(one, group_id=known[one.group_id]) for one in proposal.visits),
        ),
        tasks={(known[line], number): task for (line, number), task in draft.tasks.items()},
        playlist_ids={known[line]: playlist for line, playlist in draft.playlist_ids.items()},
    )


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
