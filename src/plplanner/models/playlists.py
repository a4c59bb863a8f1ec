"""Playlists, their items in order, and which group works on which."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to, shared_id


class Playlist(Table):
    """Ordered work for one standard. `use` is what it is for: reteach, practise, extend."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = shared_id()
    title: Mapped[str]
    standard_id: Mapped[int | None] = points_to("standard")
    use: Mapped[str] = mapped_column(default="practise")


class PlaylistItem(Table):
    """One thing on a playlist, with or without a resource behind it."""

    __table_args__ = (UniqueConstraint("playlist_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    playlist_id: Mapped[int] = owned_by("playlist")
    position: Mapped[int]
    role: Mapped[str]
    learning_resource_id: Mapped[int | None] = points_to("learning_resource")
    text: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]


class PlaylistAssignment(Table):
    """A small group works on a playlist from one day to another."""

    __table_args__ = (UniqueConstraint("small_group_id", "starts_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    playlist_id: Mapped[int] = owned_by("playlist")
    small_group_id: Mapped[int] = owned_by("small_group")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
