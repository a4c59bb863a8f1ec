"""The side of the Resources screen: all that is known of one resource, to be typed over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.library.tagging import Tag, one_tag, tag_words
from plplanner.library.words import KIND_WORDS, MODE_WORDS
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.choice_field import ChoiceField
from plplanner.ui.kit.edit_field import EditField
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.side_column import SideColumn
from plplanner.ui.screens.library.viewmodel import standard_offers, wrong_minutes, wrong_title


class ResourcePanel(SideColumn):
    """Everything can be changed here, by keyboard or mouse. An address is never opened."""

    title_kept = Signal(str)
    standards_kept = Signal(str)
    kind_kept = Signal(str)
    mode_kept = Signal(str)
    needs_kept = Signal(bool, bool)  # a device, the internet
    minutes_kept = Signal(str)
    place_kept = Signal(str)
    address_kept = Signal(str)
    code_kept = Signal(str)
    tags_kept = Signal(str)
    remove_wanted = Signal()

    def __init__(
        self, *, wrong_standards: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """Empty until `show_resource`."""
        super().__init__("The resource chosen in the list", parent)
        self._resource_id: int | None = None
        self.title = EditField("Title", wrong=wrong_title, parent=self)
        self.standards = EditField(
            "Standards", wrong=wrong_standards, hint="such as 3.NF.A.1", parent=self
        )
        self.kind = ChoiceField("Kind", KIND_WORDS, parent=self)
        self.mode = ChoiceField("Who works", MODE_WORDS, parent=self)
        self.device = QCheckBox("A device", self)
        self.internet = QCheckBox("The internet", self)
        self.minutes = EditField("Minutes", wrong=wrong_minutes, hint="not known", parent=self)
        self.place = EditField("Place", hint="where students find it", parent=self)
        self.tags = EditField("Tags", hint="such as Bloom: apply", parent=self)
        self.address = EditField("Address", hint="a link or a file", parent=self)
        self.code = EditField("Short code on cards", hint="such as FL3", parent=self)
        self._lay_out()
        self._connect()

    def offer(self, standards: Sequence[StandardRow], tags: Sequence[Tag]) -> None:
        """What type-ahead finds."""
        self.standards.offer_parts(standard_offers(standards))
        self.tags.offer_parts([one_tag(*tag) for tag in tags])

    def show_resource(self, row: ResourceRow | None) -> None:
        """Show a resource; nothing when there is none."""
        self.setVisible(row is not None)
        if row is None:
            return
        fields = {
            self.title: row.title,
            self.standards: ", ".join(row.standards),
            self.minutes: "" if row.minutes is None else str(row.minutes),
            self.place: row.place,
            self.tags: tag_words(row.tags),
            self.address: row.locator,
            self.code: row.code or "",
        }
        for field, text in fields.items():
            if row.id != self._resource_id:
                field.forget()
            field.show_text(text)
        self._resource_id = row.id
        self.kind.mark(row.kind.value)
        self.mode.mark(row.group_mode.value)
        self.device.setChecked(row.needs_device)
        self.internet.setChecked(row.needs_internet)

    def _lay_out(self) -> None:
        needs = QVBoxLayout()
        needs.setSpacing(0)
        needs.addWidget(plain_label("Needs", role="field", parent=self))
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        for tick, says in ((self.device, "Needs a device"), (self.internet, "Needs the internet")):
            tick.setAccessibleName(says)
            ticks.addWidget(tick)
        ticks.addStretch(1)
        needs.addLayout(ticks)
        self.column.setSpacing(10)
        for widget in (self.title, self.standards):
            self.column.addWidget(widget)
        self.column.addLayout(_beside(self.kind, self.mode, shares=(1, 1)))
        self.column.addLayout(needs)
        self.column.addLayout(_beside(self.minutes, self.place, shares=(0, 1)))
        self.minutes.setFixedWidth(96)
        for field in (self.tags, self.address, self.code):
            self.column.addWidget(field)
        self.column.addStretch(1)
        self.remove = button("Remove this resource", on_click=self.remove_wanted.emit, parent=self)
        self.foot.addWidget(self.remove)

    def _connect(self) -> None:
        self.title.kept.connect(self.title_kept)
        self.standards.kept.connect(self.standards_kept)
        self.kind.kept.connect(self.kind_kept)
        self.mode.kept.connect(self.mode_kept)
        for tick in (self.device, self.internet):
            tick.clicked.connect(self._tell_needs)
        self.minutes.kept.connect(self.minutes_kept)
        self.place.kept.connect(self.place_kept)
        self.tags.kept.connect(self.tags_kept)
        self.address.kept.connect(self.address_kept)
        self.code.kept.connect(self.code_kept)

    def _tell_needs(self) -> None:
        self.needs_kept.emit(self.device.isChecked(), self.internet.isChecked())


def _beside(left: QWidget, right: QWidget, *, shares: tuple[int, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left, shares[0])
    row.addWidget(right, shares[1])
    return row
