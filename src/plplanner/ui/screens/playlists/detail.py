"""The playlist one stands on: its title, its sentence, and its items in order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from plplanner.library.rows import ResourceRow
from plplanner.library.words import MODE_WORDS
from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.printing.wording import RESOURCE_ICONS
from plplanner.terms import USE_WORDS, ItemRole
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.drop_delegate import DropRow
from plplanner.ui.kit.drop_list import DropList
from plplanner.ui.kit.edit_field import EditField
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.playlists.viewmodel import code_of, minutes_of

ROLE_WORDS = {
    ItemRole.MUST: "Must do",
    ItemRole.MAY: "May do",
    ItemRole.CHECK: "Check",
    ItemRole.CHECK_IN: "Check-in",
}


class PlaylistDetail(QWidget):
    """Items move by dragging or with Alt and an arrow; Delete takes one off."""

    title_kept = Signal(str)
    item_moved = Signal(int, int)
    item_removed = Signal(int)
    item_wanted = Signal(str, ItemRole)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_playlist`."""
        super().__init__(parent)
        self._playlist_id: int | None = None
        self._offered: tuple[str, ...] | None = None
        self.title = EditField(
            "Title", wrong=lambda text: "" if text else "A playlist needs a title.", parent=self
        )
        self.about = plain_label(role="small", wrap=True, parent=self)
        self.items = DropList(theme=theme, says="Items in order", parent=self)
        self.new_item, self.role = QLineEdit(self), QComboBox(self)
        self.total = plain_label(role="small", parent=self)
        self.up = icon_button("up", "Move up (Alt+Up)", theme=theme, parent=self)
        self.down = icon_button("down", "Move down (Alt+Down)", theme=theme, parent=self)
        self.off = icon_button("trash", "Take off the playlist (Delete)", theme=theme, parent=self)
        self.remove = button("Remove playlist", on_click=self.remove_wanted.emit, parent=self)
        self._set_up_fields()
        self._lay_out()
        self._connect()

    def show_playlist(self, playlist: PlaylistRow | None, *, item: int | None = None) -> None:
        """Show a playlist, standing on `item`; nothing when there is none."""
        self.setVisible(playlist is not None)
        if playlist is None:
            return
        if playlist.id != self._playlist_id:
            self._playlist_id = playlist.id
            self.title.forget()
            item = 0
        self.title.show_text(playlist.title)
        self.about.setText(_about(playlist))
        self.items.show_rows([drop_row(one) for one in playlist.items], current=item)
        self.total.setText(_total(playlist))
        for act in (self.up, self.down, self.off):
            act.setEnabled(bool(playlist.items))

    def offer_resources(self, resources: tuple[ResourceRow, ...]) -> None:
        """What typing an item can complete to."""
        titles = tuple(row.title for row in resources)
        if titles == self._offered:
            return
        self._offered = titles
        made = QCompleter(titles, self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        self.new_item.setCompleter(made)

    def _want_item(self) -> None:
        if text := self.new_item.text().strip():
            self.item_wanted.emit(text, ItemRole(self.role.currentData()))

    def _take_off(self) -> None:
        self.item_removed.emit(self.items.currentIndex().row())

    def _set_up_fields(self) -> None:
        self.new_item.setPlaceholderText("Add an item: a resource, or your own words")
        self.new_item.setAccessibleName("Add an item")
        self.role.setAccessibleName("Part of the new item")
        for role, words in ROLE_WORDS.items():
            self.role.addItem(words, role.value)

    def _lay_out(self) -> None:
        head, acts, adding = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        acts.addWidget(self.total, 1)
        for act in (self.up, self.down, self.off):
            acts.addWidget(act)
        adding.setSpacing(8)
        adding.addWidget(self.new_item, 1)
        adding.addWidget(self.role)
        self.add = button("Add", on_click=self._want_item, parent=self)
        self.add.setAccessibleName("Add the item")
        adding.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.items, 1)
        column.addLayout(acts)
        column.addLayout(adding)

    def _connect(self) -> None:
        self.title.kept.connect(self.title_kept)
        self.items.moved.connect(self.item_moved)
        self.items.removed.connect(self.item_removed)
        self.new_item.returnPressed.connect(self._want_item)
        self.up.clicked.connect(lambda _checked=False: self.items.move_current(-1))
        self.down.clicked.connect(lambda _checked=False: self.items.move_current(1))
        self.off.clicked.connect(lambda _checked=False: self._take_off())


def drop_row(item: PlaylistItemRow) -> DropRow:
    """An item as the list shows it; one whose resource is gone says so."""
    is_gone = not item.title and item.kind is None
    mode = MODE_WORDS[item.group_mode].lower() if item.group_mode else ""
    needs = "device" if item.needs_device else ""
    return DropRow(
        title="The resource was removed. This line never prints." if is_gone else item.title,
        about=" · ".join(part for part in (item.place, mode, needs) if part),
        icon=RESOURCE_ICONS[item.kind] if item.kind else "speech",
        pill=ROLE_WORDS[item.role],
        end=f"{item.minutes} min" if item.minutes else "",
    )


def _about(playlist: PlaylistRow) -> str:
    sentence = playlist.standard.i_can or playlist.standard.text if playlist.standard else ""
    parts = (code_of(playlist) or "No standard", f"to {USE_WORDS[playlist.use]}", sentence)
    return " · ".join(part for part in parts if part)


def _total(playlist: PlaylistRow) -> str:
    if not playlist.items:
        return "Nothing on it yet. Add the first item below."
    chosen = sum(item.role is ItemRole.MAY for item in playlist.items)
    more = f", {chosen} to choose from" if chosen else ""
    return f"{minutes_of(playlist)} min of must-do and checks{more}"
