"""Playlists as screens, engines and cards see them."""

from plplanner.library.rows import StandardRow
from plplanner.records import record
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind


@record(frozen=True)
class PlaylistItemRow:
    """One thing on a playlist, with the words of the resource behind it."""

    position: int
    role: ItemRole
    title: str
    kind: ResourceKind | None
    place: str
    minutes: int | None
    group_mode: GroupMode | None
    needs_device: bool
    address: str
    code: str | None
    needs_internet: bool = False


@record(frozen=True)
class PlaylistRow:
    """A playlist with its items in order."""

    id: int
    title: str
    use: PlaylistUse
    standard: StandardRow | None
    items: tuple[PlaylistItemRow, ...]


@record(frozen=True)
class NewPlaylistItem:
    """An item to be put on a playlist; without a resource, `text` says what to do."""

    role: ItemRole
    resource_id: int | None = None
    text: str = ""
    minutes: int | None = None
