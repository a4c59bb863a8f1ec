"""What there is to pick from for the cell of a plan."""

from collections import defaultdict
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.models.grouping import GroupSet
from plplanner.models.library import LearningResource, ResourceStandard
from plplanner.models.playlists import Playlist, PlaylistItem
from plplanner.models.rotation import LivedRound, RotationPlan, Round, StationVisit
from plplanner.models.standards import Standard
from plplanner.rotation.task_offers import LibraryTask
from plplanner.terms import GroupMode, PlaylistUse

_LESSONS = 10


def library_to_pick(session: Session) -> tuple[LibraryTask, ...]:
    """Every resource by title, with its standards and what its playlists are for."""
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for resource_id, code in session.execute(
        select(ResourceStandard.learning_resource_id, Standard.code)
        .join(Standard, Standard.id == ResourceStandard.standard_id)
        .order_by(func.reading_order(Standard.code))
    ):
        codes[resource_id].append(code)
    uses: defaultdict[int, set[PlaylistUse]] = defaultdict(set)
    for used_id, use in session.execute(
        select(PlaylistItem.learning_resource_id, Playlist.use)
        .join(Playlist, Playlist.id == PlaylistItem.playlist_id)
        .distinct()
    ):
        if used_id is not None:
            uses[used_id].add(PlaylistUse(use))
    found = session.execute(
        select(
            LearningResource.id,
            LearningResource.title,
            LearningResource.minutes,
            LearningResource.needs_device,
            LearningResource.needs_internet,
            LearningResource.group_mode,
        ).order_by(func.reading_order(LearningResource.title), LearningResource.id)
    )
    return tuple(
        LibraryTask(
            title,
            minutes,
            needs_device=device,
            needs_internet=internet,
            group_mode=GroupMode(mode),
            standards=tuple(dict.fromkeys(codes[resource_id])),
            uses=frozenset(uses[resource_id]),
        )
        for resource_id, title, minutes, device, internet, mode in found
    )


def tasks_used(session: Session, *, class_id: int, before: date) -> dict[str, date]:
    """The tasks of the last lessons of a class before a day, each with the day it was last had.

    A round that was not held does not count. The newest come first.
    """
    lessons = (
        select(RotationPlan.id)
        .where(RotationPlan.school_class_id == class_id, RotationPlan.day < before)
        .order_by(RotationPlan.day.desc())
        .limit(_LESSONS)
    )
    found = session.execute(
        select(StationVisit.task, func.max(RotationPlan.day))
        .join(Round, Round.id == StationVisit.round_id)
        .join(RotationPlan, RotationPlan.id == Round.rotation_plan_id)
        .outerjoin(LivedRound, LivedRound.round_id == Round.id)
        .where(
            RotationPlan.id.in_(lessons),
            StationVisit.task != "",
            func.coalesce(LivedRound.is_held, True),
        )
        .group_by(StationVisit.task)
        .order_by(func.max(RotationPlan.day).desc(), func.reading_order(StationVisit.task))
    )
    return {task: day for task, day in found if day is not None}


def standard_of_groups(session: Session, *, group_set_id: int | None) -> str:
    """The code of the standard that groups were made for; empty where they have none."""
    found = session.scalars(
        select(Standard.code)
        .join(GroupSet, GroupSet.standard_id == Standard.id)
        .where(GroupSet.id == group_set_id)
    ).first()
    return found or ""
