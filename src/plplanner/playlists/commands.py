"""What can be done with playlists."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from plplanner.models.playlists import Playlist, PlaylistAssignment, PlaylistItem
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import PlaylistUse


@step("Add playlist “{title}”")
def add_playlist(
    session: Session,
    *,
    title: str,
    standard_id: int | None = None,
    use: PlaylistUse = PlaylistUse.PRACTISE,
    items: Sequence[NewPlaylistItem] = (),
) -> int:
    """Add a playlist with its items in order; returns its id."""
    if not title.strip():
        raise Problem("A playlist needs a title.", "Type one, such as “Fair shares”.")
    playlist = Playlist(title=title.strip(), standard_id=standard_id, use=use.value)
    session.add(playlist)
    session.flush()
    session.add_all(
        PlaylistItem(
            playlist_id=saved_id(playlist),
            position=position,
            role=item.role.value,
            learning_resource_id=item.resource_id,
            text=item.text,
            minutes=item.minutes,
        )
        for position, item in enumerate(items)
    )
    session.flush()
    return saved_id(playlist)


@step("Rename playlist to “{title}”")
def rename_playlist(session: Session, *, playlist_id: int, title: str) -> None:
    """Give a playlist another title."""
    playlist = still_there(session, Playlist, playlist_id, what="playlist")
    playlist.title = title.strip() or playlist.title
    session.add(playlist)


@step("Move item")
def move_item(session: Session, *, playlist_id: int, position: int, to: int) -> None:
    """Move the item at `position` so that it stands at `to`; positions count from 0."""
    still_there(session, Playlist, playlist_id, what="playlist")
    items = _items_of(session, playlist_id)
    if not 0 <= position < len(items):
        raise Problem("This item is no longer on the playlist.", "Choose another item.")
    items.insert(max(0, min(to, len(items) - 1)), items.pop(position))
    _number(session, items)


@step("Add item to playlist")
def add_item(session: Session, *, playlist_id: int, item: NewPlaylistItem) -> int:
    """Put an item last on a playlist; returns its position, counted from 0."""
    still_there(session, Playlist, playlist_id, what="playlist")
    if item.resource_id is None and not item.text.strip():
        raise Problem("An item needs words or a resource.", "Type what students are to do.")
    position = len(_items_of(session, playlist_id))
    session.add(
        PlaylistItem(
            playlist_id=playlist_id,
            position=position,
            role=item.role.value,
            learning_resource_id=item.resource_id,
            text=item.text.strip(),
            minutes=item.minutes,
        )
    )
    session.flush()
    return position


@step("Take item off playlist")
def remove_item(session: Session, *, playlist_id: int, position: int) -> None:
    """Take the item at `position` off; those below move up. The resource stays in the library."""
    items = _items_of(session, playlist_id)
    if not 0 <= position < len(items):
        raise Problem("This item is no longer on the playlist.", "Choose another item.")
    session.delete(items.pop(position))
    session.flush()
    _number(session, items)


@step("Remove playlist")
def remove_playlist(session: Session, *, playlist_id: int) -> None:
    """Remove a playlist; the resources on it stay in the library."""
    session.delete(still_there(session, Playlist, playlist_id, what="playlist"))


@step("Assign playlists")
def assign_to_groups(
    session: Session, *, playlists: Mapping[int, int], starts_on: date, ends_on: date
) -> None:
    """Give small groups (by id) a playlist (by id) from one day to another.

    What those groups had been given from the same day on is replaced.
    """
    session.execute(
        delete(PlaylistAssignment).where(
            PlaylistAssignment.small_group_id.in_(playlists),
            PlaylistAssignment.starts_on == starts_on,
        )
    )
    session.add_all(
        PlaylistAssignment(
            playlist_id=playlist_id, small_group_id=group_id, starts_on=starts_on, ends_on=ends_on
        )
        for group_id, playlist_id in sorted(playlists.items())
    )
    session.flush()


def _items_of(session: Session, playlist_id: int) -> list[PlaylistItem]:
    return list(
        session.scalars(
            select(PlaylistItem)
            .where(PlaylistItem.playlist_id == playlist_id)
            .order_by(PlaylistItem.position)
        )
    )


def _number(session: Session, items: Sequence[PlaylistItem]) -> None:
    """Give the items the places they stand in.

    Through negative places first: two items never stand in one place, not even in passing.
    """
    for place, item in enumerate(items):
        item.position = -1 - place
    session.add_all(items)
    session.flush()
    for place, item in enumerate(items):
        item.position = place
    session.flush()
