"""From a lesson and its playlists to a draft: a rotation with words in every cell."""

from collections.abc import Iterator, Mapping

from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.fill_tasks import tasks_for_visits
from plplanner.rotation.locked_cells import with_locked
from plplanner.rotation.pick_tasks import WHEN_DONE
from plplanner.rotation.rows import (
    PlanDraft,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    RotationProposal,
    VisitRow,
)
from plplanner.terms import PlanState, own_identity


def draft_plan(
    problem: RotationProblem, *, group_set_id: int, playlists: Mapping[int, PlaylistRow]
) -> PlanDraft:
    """A proposed plan of a lesson; `playlists` by group id. Raises Problem as build_rotation."""
    return draft_of(
        problem, build_rotation(problem), group_set_id=group_set_id, playlists=playlists
    )


def draft_of(
    problem: RotationProblem,
    proposal: RotationProposal,
    *,
    group_set_id: int,
    playlists: Mapping[int, PlaylistRow],
) -> PlanDraft:
    """A proposed rotation with the words of its cells; what was locked keeps its own."""
    draft = PlanDraft(
        group_set_id=group_set_id,
        problem=problem,
        proposal=proposal,
        tasks=tasks_for_visits(problem, proposal, playlists),
        playlist_ids={group_id: playlist.id for group_id, playlist in playlists.items()},
        when_done=WHEN_DONE,
    )
    return with_locked(draft) if problem.locked else draft


def draft_as_plan(draft: PlanDraft, *, groups: GroupSetRow, of: SchoolClassRow) -> PlanRow:
    """A draft as it would read once saved; its id is 0."""
    problem, proposal = draft.problem, draft.proposal
    return PlanRow(
        id=0,
        class_id=of.id,
        class_name=of.name,
        subject=of.subject,
        day=problem.day,
        state=PlanState.DRAFT,
        starts_at=problem.starts_at,
        minutes=problem.minutes,
        rounds=proposal.rounds,
        groups=tuple(_alone(draft) if draft.levels else _together(draft, groups)),
        when_done=draft.when_done,
        group_set_id=draft.group_set_id,
        launch=problem.launch,
        close=problem.close,
        move=problem.move,
        part=draft.part,
        parts=draft.parts,
    )


def _together(draft: PlanDraft, groups: GroupSetRow) -> Iterator[PlanGroupRow]:
    elsewhere = {seat.student_id for seat in draft.problem.seated}
    for group in groups.groups:
        members = {member.student_id for member in group.members}
        yield PlanGroupRow(
            group_id=group.id,
            identity=group.identity,
            student_ids=tuple(sorted(members - elsewhere)),
            visits=_visits_of(draft, group.id),
        )


def _alone(draft: PlanDraft) -> Iterator[PlanGroupRow]:
    """A line for each student, as long as none has a place: called by −student id."""
    for one in draft.problem.groups:
        yield PlanGroupRow(
            group_id=one.group_id,
            identity=own_identity(one.name),
            student_ids=(-one.group_id,),
            visits=_visits_of(draft, one.group_id),
            is_own_way=True,
        )


def _visits_of(draft: PlanDraft, group_id: int) -> tuple[VisitRow | None, ...]:
    stations = {station.station_id: station for station in draft.problem.stations}
    at = {
        visit.round_number: stations[visit.station_id]
        for visit in draft.proposal.visits
        if visit.group_id == group_id
    }
    return tuple(
        VisitRow(
            round_number=row.number,
            station_name=at[row.number].name,
            station_kind=at[row.number].kind,
            place=at[row.number].place,
            task=draft.tasks.get((group_id, row.number), ""),
            voice=at[row.number].voice,
            is_locked=(group_id, row.number) in draft.locked,
        )
        if row.number in at
        else None
        for row in draft.proposal.rounds
    )
