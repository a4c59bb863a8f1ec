"""Playlists, their items in order, and which group works on which."""

from datetime import date

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to, shared_id


class Playlist(Table, table=True):
    """Ordered work for one standard. `use` is what it is for: reteach, practise, extend."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = shared_id()
    title: str
    standard_id: int | None = points_to("standard")
    use: str = "practise"


class PlaylistItem(Table, table=True):
    """One thing on a playlist, with or without a resource behind it."""

    __table_args__ = (UniqueConstraint("playlist_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    playlist_id: int = owned_by("playlist")
    position: int
    role: str
    learning_resource_id: int | None = points_to("learning_resource")
    text: str = ""
    minutes: int | None = None


class PlaylistAssignment(Table, table=True):
    """A small group works on a playlist from one day to another."""

    __table_args__ = (UniqueConstraint("small_group_id", "starts_on"),)

    id: int | None = Field(default=None, primary_key=True)
    playlist_id: int = owned_by("playlist")
    small_group_id: int = owned_by("small_group")
    starts_on: date
    ends_on: date
