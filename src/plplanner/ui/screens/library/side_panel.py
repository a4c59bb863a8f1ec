"""The side of the Resources screen: all that is known of one resource."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from plplanner.library.rows import ResourceRow
from plplanner.library.words import KIND_WORDS, MODE_WORDS, needs_words
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.edit_field import EditField
from plplanner.ui.kit.facts import Facts
from plplanner.ui.kit.side_column import SideColumn
from plplanner.ui.screens.library.viewmodel import wrong_minutes, wrong_title


class ResourcePanel(SideColumn):
    """Title, minutes and place can be typed over. An address is shown, never opened."""

    title_kept = Signal(str)
    minutes_kept = Signal(str)
    place_kept = Signal(str)
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_resource`."""
        super().__init__("The resource chosen in the list", parent)
        self._resource_id: int | None = None
        self.title = EditField("Title", wrong=wrong_title, parent=self)
        self.minutes = EditField("Minutes", wrong=wrong_minutes, hint="not known", parent=self)
        self.place = EditField("Place", hint="where students find it", parent=self)
        self.facts = Facts(self)
        for widget in (self.title, self.minutes, self.place, self.facts):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.remove = button("Remove this resource", on_click=self.remove_wanted.emit, parent=self)
        self.foot.addWidget(self.remove)
        self.title.kept.connect(self.title_kept)
        self.minutes.kept.connect(self.minutes_kept)
        self.place.kept.connect(self.place_kept)

    def show_resource(self, row: ResourceRow | None) -> None:
        """Show a resource; nothing when there is none."""
        self.setVisible(row is not None)
        if row is None:
            return
        fields = {self.title: row.title, self.place: row.place}
        fields[self.minutes] = "" if row.minutes is None else str(row.minutes)
        for field, text in fields.items():
            if row.id != self._resource_id:
                field.forget()
            field.show_text(text)
        self._resource_id = row.id
        self.facts.show_facts(
            [
                ("Kind", KIND_WORDS[row.kind]),
                ("Standards", ", ".join(row.standards)),
                ("Who works", MODE_WORDS[row.group_mode]),
                ("Needs", needs_words(row)),
                ("Short code on cards", row.code or ""),
                ("Address", _breakable(row.locator)),
                ("Tags", "\n".join(f"{facet}: {value}" for facet, value in row.tags)),
            ]
        )


def _breakable(address: str) -> str:
    """An address that may go on in the next line after each slash."""
    return address.replace("/", "/\u200b")
