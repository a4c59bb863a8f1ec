"""Playlists: all of them as a list, and what is on each, in order."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from plplanner.playlists.rows import PlaylistRow
from plplanner.terms import USE_WORDS, ItemRole, PlaylistUse
from plplanner.ui.exports import Export
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.screens.playlists.detail import PlaylistDetail
from plplanner.ui.screens.playlists.exports import items_export
from plplanner.ui.screens.playlists.viewmodel import PlaylistsModel, code_of, minutes_of
from plplanner.ui.stage import Stage

_WORDS = ListWords("playlists", "Title, standard or use", "Add a playlist")


class PlaylistsScreen(ListScreen):
    """A list that filters by typing beside the playlist one stands on."""

    title = "Playlists"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = PlaylistsModel(stage)
        self.new_title, self.standard, self.use = QLineEdit(), ElidingCombo(), QComboBox()
        for use in PlaylistUse:
            self.use.addItem(USE_WORDS[use].capitalize(), use.value)
        self.use.setCurrentIndex(1)
        self.detail = PlaylistDetail(stage.theme)
        super().__init__(
            stage,
            self.model,
            words=_WORDS,
            fields=[("Title", self.new_title), ("Standard", self.standard), ("Use", self.use)],
            side=Side(self.detail, (5, 6)),
        )
        self._hear_the_detail()

    @property
    def subtitle(self) -> str:
        """How many there are."""
        return str(len(self.model.rows)) if self.model.rows else ""

    def show_rows(self) -> None:
        """The list as the view model holds it, and the standards one can choose."""
        self.standard.offer(
            [("No standard", None), *((o.code, o.id) for o in self.model.standards)]
        )
        super().show_rows()

    def show_chosen(self) -> None:
        """The items in order."""
        self.detail.offer_resources(self.model.resources)
        self.detail.show_playlist(self.model.chosen, item=self.model.item_to_choose)
        self.model.item_to_choose = None

    def columns(self) -> list[Column[PlaylistRow]]:
        """Title, standard, use, items, minutes."""
        return [
            Column(
                "Title",
                lambda row: row.title,
                sort="title",
                is_strong=True,
                edit=lambda row, typed: self.model.rename(row.id, typed),
                wrong=lambda _row, typed: "" if typed else "A playlist needs a title.",
            ),
            Column("Standard", code_of, sort="standard", width=96),
            Column("Use", lambda row: USE_WORDS[row.use], sort="use", width=84),
            Column(
                "Items",
                lambda row: str(len(row.items)),
                sort="items",
                width=68,
                is_number=True,
                rank=2,
            ),
            Column(
                "Minutes",
                lambda row: str(minutes_of(row)),
                sort="minutes",
                width=84,
                is_number=True,
                rank=1,
            ),
        ]

    def exports(self) -> Sequence[Export]:
        """The list, and the items of the playlist one stands on."""
        chosen, on = self.model.chosen, self.stage.clock().date()
        items = [items_export(chosen, on=on)] if chosen is not None and chosen.items else []
        return [*super().exports(), *items]

    def add(self) -> bool:
        """Add a playlist and stand on it."""
        added = self.model.add(
            title=self.new_title.text(),
            standard_id=self.standard.currentData(),
            use=PlaylistUse(self.use.currentData()),
        )
        if added is not None:
            self.stand_on(added)
        return added is not None

    def begin_for(self, standard_id: int | None) -> None:
        """Ready to type the title of a playlist for a standard."""
        self.standard.setCurrentIndex(max(0, self.standard.findData(standard_id)))
        self.add_first()

    def empty(self) -> EmptyState:
        """What a playlist is, and how to begin."""
        return EmptyState(
            theme=self.stage.theme,
            icon_name="playlists",
            title="No playlists yet",
            reason="A playlist is ordered work for one standard. Cards are printed from it.",
            acts=[
                ("Add a playlist", self.add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )

    # -- inside ---------------------------------------------------------------------------

    def _rename(self, title: str) -> None:
        if self.model.chosen is not None:
            self.model.rename(self.model.chosen.id, title)

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)

    def _add_item(self, words: str, role: ItemRole) -> None:
        if self.model.add_item(words, role):
            self.detail.new_item.clear()

    def _hear_the_detail(self) -> None:
        detail, model = self.detail, self.model
        detail.title_kept.connect(self._rename)
        detail.item_moved.connect(model.move_item)
        detail.item_removed.connect(model.remove_item)
        detail.item_wanted.connect(self._add_item)
        detail.remove_wanted.connect(self._remove)
