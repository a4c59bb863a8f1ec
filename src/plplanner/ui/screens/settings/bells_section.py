"""The bells a teacher keeps, in Settings."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from plplanner.calendar.rows import BellScheduleRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.settings.bells_panel import BellsPanel, bells_words
from plplanner.ui.screens.settings.sections import Section, empty, line
from plplanner.ui.screens.settings.viewmodel import SettingsViewModel

_ABOUT = (
    "The periods of your school’s day. A class takes one and moves with it; special days can ring "
    "other bells."
)


class BellsSection(Section):
    """A line for each; all can be changed, and taken off the list."""

    def __init__(self, model: SettingsViewModel, *, parent: QWidget | None = None) -> None:
        """Filled by `show_rows`."""
        super().__init__("Bells", remark=_ABOUT, parent=parent)
        self._model = model
        self._lines = QVBoxLayout()
        self.rows.addLayout(self._lines)
        self._anchors: dict[int, QPushButton] = {}
        self.add = button("Add bells…", on_click=lambda: self._open(None))
        self.add_row([self.add, QWidget()], stretch=1)

    def show_rows(self) -> None:
        """The bells there are."""
        empty(self._lines)
        self._anchors.clear()
        for row in self._model.bells:
            change = button("Change…", size="small", on_click=partial(self._open, row))
            change.setAccessibleName(f"Change the bells “{row.name}”")
            self._anchors[row.id] = change
            remove = button("Remove", size="small", on_click=partial(self._model.remove_bells, row))
            remove.setAccessibleName(f"Remove the bells “{row.name}”")
            self._lines.addWidget(line(plain_label(bells_words(row), wrap=True), change, remove))
        if not self._model.bells:
            self._lines.addWidget(plain_label("None so far.", role="hint"))

    def _open(self, row: BellScheduleRow | None) -> None:
        model = self._model
        anchor = self.add if row is None else self._anchors[row.id]
        BellsPanel(
            row,
            taken=[one.name for one in model.bells if one != row],
            on_set=lambda wanted: model.keep_bells(wanted, row.id if row is not None else None),
            on_lost=model.stage.wishes.tell.emit,
            parent=self,
        ).open_below(anchor)
