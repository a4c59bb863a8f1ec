"""Playlists: all of them as a list, and what is on each, in order."""

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from plplanner.playlists.rows import PlaylistRow
from plplanner.terms import ItemRole, PlaylistUse
from plplanner.ui.kit.add_line import AddLine
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.list_pane import ListPane
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.screen import Screen
from plplanner.ui.screens.playlists.detail import PlaylistDetail
from plplanner.ui.screens.playlists.viewmodel import PlaylistsModel, code_of, minutes_of
from plplanner.ui.stage import Stage


class PlaylistsScreen(Screen):
    """A list that filters by typing beside the playlist one stands on."""

    title = "Playlists"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = PlaylistsModel(stage)
        super().__init__(stage, self.model)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.new_title, self.standard, self.use = QLineEdit(), ElidingCombo(), QComboBox()
        for use in PlaylistUse:
            self.use.addItem(use.value.capitalize(), use.value)
        self.use.setCurrentIndex(1)
        self.pane = ListPane(
            RowTable(self._columns(), self.model.page_of, self),
            theme=stage.theme,
            says="playlists",
            hint="Title, standard or use",
        )
        self.adding = AddLine(
            "Add a playlist",
            [("Title", self.new_title), ("Standard", self.standard), ("Use", self.use)],
            theme=stage.theme,
            on_add=self._add,
        )
        self.detail = PlaylistDetail(stage.theme)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """How many there are."""
        return str(len(self.model.rows)) if self.model.rows else ""

    def first_focus(self) -> QWidget:
        """The list."""
        return self.pane.view

    def show_rows(self) -> None:
        """The list and the playlist as the view model holds them."""
        model = self.model
        self._stack.setCurrentIndex(0 if model.rows else 1)
        self._offer_standards()
        self.detail.offer_resources(model.resources)
        self.pane.say_sorted(model.sorted_by, is_down=model.is_down)
        self.pane.show_ids(model.ids, of_all=len(model.rows))
        self.detail.show_playlist(model.chosen, item=model.item_to_choose)
        self.heading_changed.emit()

    # -- inside ---------------------------------------------------------------------------

    def _columns(self) -> list[Column[PlaylistRow]]:
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
            Column("Use", lambda row: row.use.value, sort="use", width=84),
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

    def _offer_standards(self) -> None:
        known = [("No standard", None), *((row.code, row.id) for row in self.model.standards)]
        if [self.standard.itemText(n) for n in range(self.standard.count())] == [
            code for code, _ in known
        ]:
            return
        self.standard.clear()
        for code, standard_id in known:
            self.standard.addItem(code, standard_id)

    def _add(self) -> bool:
        added = self.model.add(
            title=self.new_title.text(),
            standard_id=self.standard.currentData(),
            use=PlaylistUse(self.use.currentData()),
        )
        if added is None:
            return False
        self.pane.clear_filter()
        self.pane.choose(added)
        return True

    def _choose(self, playlist_id: int | None) -> None:
        self.model.choose(playlist_id)
        self.detail.show_playlist(self.model.chosen)

    def _rename(self, title: str) -> None:
        if self.model.chosen is not None:
            self.model.rename(self.model.chosen.id, title)

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)

    def _add_item(self, words: str, role: ItemRole) -> None:
        if self.model.add_item(words, role):
            self.detail.new_item.clear()

    def _lay_out(self) -> None:
        whole = QWidget()
        self.pane.head.addWidget(button("Add a playlist", on_click=self.adding.open))
        self.pane.column.insertWidget(1, self.adding)
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self.pane, 5)
        row.addWidget(self.detail, 6)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        pane, detail, model = self.pane, self.detail, self.model
        pane.filtered.connect(model.filter_by)
        pane.sort_wanted.connect(model.sort_by)
        pane.row_chosen.connect(self._choose)
        pane.view.removed.connect(model.remove)
        detail.title_kept.connect(self._rename)
        detail.item_moved.connect(model.move_item)
        detail.item_removed.connect(model.remove_item)
        detail.item_wanted.connect(self._add_item)
        detail.remove_wanted.connect(self._remove)

    def _add_first(self) -> None:
        self._stack.setCurrentIndex(0)
        self.adding.open()

    def _empty(self) -> EmptyState:
        return EmptyState(
            theme=self.stage.theme,
            icon_name="playlists",
            title="No playlists yet",
            reason="A playlist is ordered work for one standard. Cards are printed from it.",
            acts=[
                ("Add a playlist", self._add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )
