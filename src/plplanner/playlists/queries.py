"""What can be seen of playlists."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.library.queries import standards
from plplanner.models.library import LearningResource
from plplanner.models.playlists import Playlist, PlaylistAssignment, PlaylistItem
from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.store.fetch import saved_id
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind


def playlists(session: Session) -> list[PlaylistRow]:
    """All playlists by title, items in order."""
    known = {row.id: row for row in standards(session)}
    items: defaultdict[int, list[PlaylistItemRow]] = defaultdict(list)
    for item, resource in session.execute(
        select(PlaylistItem, LearningResource)
        .outerjoin(LearningResource, LearningResource.id == PlaylistItem.learning_resource_id)
        .order_by(PlaylistItem.playlist_id, PlaylistItem.position)
    ):
        items[item.playlist_id].append(_item_row(item, resource))
    found = session.scalars(
        select(Playlist).order_by(func.reading_order(Playlist.title), Playlist.id)
    )
    return [
        PlaylistRow(
            id=saved_id(row),
            title=row.title,
            use=PlaylistUse(row.use),
            standard=known.get(row.standard_id) if row.standard_id else None,
            items=tuple(items[saved_id(row)]),
        )
        for row in found
    ]


def playlists_of_groups(
    session: Session, *, group_ids: Collection[int], day: date
) -> dict[int, tuple[PlaylistRow, date, date]]:
    """What each small group works on that day: playlist, first and last day, by group id."""
    assigned = session.scalars(
        select(PlaylistAssignment)
        .where(
            PlaylistAssignment.small_group_id.in_(group_ids),
            PlaylistAssignment.starts_on <= day,
            PlaylistAssignment.ends_on >= day,
        )
        .order_by(PlaylistAssignment.starts_on)
    ).all()
    if not assigned:
        return {}
    known = {row.id: row for row in playlists(session)}
    return {
        row.small_group_id: (known[row.playlist_id], row.starts_on, row.ends_on) for row in assigned
    }


def _item_row(item: PlaylistItem, resource: LearningResource | None) -> PlaylistItemRow:
    return PlaylistItemRow(
        position=item.position,
        role=ItemRole(item.role),
        title=item.text or (resource.title if resource else ""),
        kind=ResourceKind(resource.kind) if resource else None,
        place=resource.place if resource else "",
        minutes=item.minutes or (resource.minutes if resource else None),
        group_mode=GroupMode(resource.group_mode) if resource else None,
        needs_device=bool(resource and resource.needs_device),
        address=resource.locator if resource else "",
        code=resource.code if resource else None,
        needs_internet=bool(resource and resource.needs_internet),
    )
