"""What the Playlists screen shows and can do."""

from collections.abc import Callable, Sequence

from plplanner.library.codes import search_code
from plplanner.library.queries import resources, standards
from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.playlists import commands
from plplanner.playlists.queries import playlists
from plplanner.playlists.rows import NewPlaylistItem, PlaylistRow
from plplanner.roster.names import compare_key, sort_key
from plplanner.terms import USE_WORDS, ItemRole, PlaylistUse
from plplanner.ui.list_screen import ListModel
from plplanner.ui.stage import Stage


def minutes_of(playlist: PlaylistRow) -> int:
    """The minutes of everything that must be done or shown; what may be done is a choice."""
    return sum(item.minutes or 0 for item in playlist.items if item.role is not ItemRole.MAY)


def code_of(playlist: PlaylistRow) -> str:
    """The code of the standard; empty when there is none."""
    return playlist.standard.code if playlist.standard else ""


def _use_place(row: PlaylistRow) -> int:
    return tuple(PlaylistUse).index(row.use)


_SORTS: dict[str, Callable[[PlaylistRow], tuple[object, ...]]] = {
    "title": lambda row: (sort_key(row.title),),
    "standard": lambda row: (not row.standard, search_code(code_of(row)), _use_place(row)),
    "use": lambda row: (_use_place(row), sort_key(row.title)),
    "items": lambda row: (len(row.items), sort_key(row.title)),
    "minutes": lambda row: (minutes_of(row), sort_key(row.title)),
}


class PlaylistsModel(ListModel):
    """All playlists, filtered and sorted; the items of one in order."""

    watches = frozenset(
        {"playlist", "playlist_item", "learning_resource", "standard", "learning_target"}
    )

    def __init__(self, stage: Stage) -> None:
        """Sorted by standard until told otherwise."""
        super().__init__(stage, sorted_by="standard")
        self.rows: dict[int, PlaylistRow] = {}
        self.standards: tuple[StandardRow, ...] = ()
        self.resources: tuple[ResourceRow, ...] = ()
        self.item_to_choose: int | None = None
        self._chosen: int | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All playlists there are."""
        return len(self.rows)

    @property
    def chosen(self) -> PlaylistRow | None:
        """The playlist one stands on."""
        return self.rows.get(self._chosen) if self._chosen is not None else None

    def refresh(self) -> None:
        """All playlists, and what could be put on them."""
        ask = self.stage.desk.ask
        self.rows = {row.id: row for row in ask(playlists)}
        self.standards, self.resources = tuple(ask(standards)), tuple(ask(resources))
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort what is there."""
        wanted = [compare_key(word) for word in self.words.split()]
        rows = [row for row in self.rows.values() if _fits(row, wanted)]
        rows.sort(key=_SORTS[self.sorted_by], reverse=self.is_down)
        self.ids = tuple(row.id for row in rows)
        self.refreshed.emit()

    def page_of(self, ids: Sequence[int]) -> list[PlaylistRow]:
        """The rows of these playlists."""
        return [self.rows[one] for one in ids if one in self.rows]

    def choose(self, playlist_id: int | None) -> None:
        """Stand on a playlist."""
        self._chosen = playlist_id

    # -- what the teacher does ------------------------------------------------------------

    def rename(self, playlist_id: int, title: str) -> None:
        """Give a playlist another title."""
        self.stage.desk.do(commands.rename_playlist, playlist_id=playlist_id, title=title)

    def add(self, *, title: str, standard_id: int | None, use: PlaylistUse) -> int | None:
        """Add an empty playlist; its id, or None when a Problem was told."""
        return self.stage.desk.do(
            commands.add_playlist, title=title, standard_id=standard_id, use=use
        )

    def remove(self, playlist_id: int) -> None:
        """Remove a playlist, and say so with Undo."""
        if (row := self.rows.get(playlist_id)) is not None:
            self.do_saying(
                commands.remove_playlist, f"Removed “{row.title}”.", playlist_id=playlist_id
            )

    def move_item(self, position: int, to: int) -> None:
        """Put an item of the chosen playlist in another place, and stand on it there."""
        if self._chosen is not None:
            self.item_to_choose = to
            self.stage.desk.do(
                commands.move_item, playlist_id=self._chosen, position=position, to=to
            )

    def add_item(self, words: str, role: ItemRole) -> bool:
        """Put a resource called so, or else these words, last on the chosen playlist."""
        if self._chosen is None:
            return False
        wanted = compare_key(words)
        same = [row.id for row in self.resources if sort_key(row.title) == wanted]
        item = NewPlaylistItem(role, same[0]) if same else NewPlaylistItem(role, text=words)
        playlist = self.chosen
        self.item_to_choose = len(playlist.items) if playlist else None
        added = self.stage.desk.do(commands.add_item, playlist_id=self._chosen, item=item)
        return added is not None

    def remove_item(self, position: int) -> None:
        """Take an item off the chosen playlist, and say so with Undo."""
        playlist = self.chosen
        if playlist is None or not 0 <= position < len(playlist.items):
            return
        self.do_saying(
            commands.remove_item,
            f"Took “{playlist.items[position].title}” off.",
            playlist_id=playlist.id,
            position=position,
        )


def _fits(row: PlaylistRow, wanted: Sequence[str]) -> bool:
    code = code_of(row)
    use = f"{USE_WORDS[row.use]} {row.use.value}"  # both spellings are typed
    own = compare_key(f"{row.title} {code} {search_code(code)} {use}")
    return all(word in own for word in wanted)
