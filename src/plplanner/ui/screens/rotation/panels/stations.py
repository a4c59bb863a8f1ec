"""The stations of a class: what they are called, where, for how many, how loud, who helps there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.rotation.adult_hours import EXAMPLE
from plplanner.rotation.pick_tasks import WHEN_DONE
from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.which_stations import (
    Part,
    StationTrouble,
    named,
    trouble_with,
)
from plplanner.terms import StationKind
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.tab_order import order_by_reading
from plplanner.ui.kit.theme import Theme
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.screens.rotation.panels.station_line import KINDS, StationLine, station_heads
from plplanner.ui.screens.rotation.words import listed

_WIDTH = 1180
_HIGHEST = 400  # so many lines of stations that a low screen still holds the panel
_ABOUT = (
    "Seats are places at the station; blank for as many as come. Who helps may have days and "
    f"hours: {EXAMPLE}. Where that is needed, groups come only then if they fit elsewhere; if "
    "not, Checks offer work alone. What comes after another station is planned so where it can be."
)


@record(frozen=True)
class WantedStations:
    """The stations a class shall have, in their order, and those it shall have no more."""

    stations: tuple[StationToVisit, ...]
    gone: tuple[StationToVisit, ...]


class StationsPanel(TypedPanel):
    """A line per station; Enter keeps all of them in one step, Escape leaves.

    Clicked beside, they are kept as well; what cannot be kept is told.
    """

    def __init__(
        self,
        stations: Sequence[StationToVisit],
        *,
        groups: int,
        theme: Theme,
        on_set: Callable[[WantedStations], object],
        on_lost: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """So many `groups` rotate: there are no fewer stations. `on_set` gets all lines.

        `on_lost` is told why nothing could be kept.
        """
        super().__init__(parent)
        self.setAccessibleName("Stations")
        self.setFixedWidth(_WIDTH)
        self._theme, self._groups = theme, groups
        self._on_set, self._on_lost = on_set, on_lost
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._area = QScrollArea(self)
        self.lines: list[StationLine] = []
        self.note = plain_label(role="hint", wrap=True, parent=self)
        self.error = plain_label(role="fielderror", wrap=True, parent=self)
        self.add = button("Add a station", on_click=self.add_line, parent=self)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set up the stations")
        self._lay_out()
        for station in stations:
            self._put(station, is_added=False)
        ids = {station.name: station.station_id for station in stations}
        before = {line: ids.get(line.station.after) for line in self.lines}
        self._offer_before(before)
        self._say()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        self._fit()
        corner = QPoint(anchor.width() - self.width(), anchor.height() + 4)
        show_at(self, anchor.mapToGlobal(corner))
        self.lines[0].name.setFocus() if self.lines else self.add.setFocus()

    def add_line(self) -> None:
        """One more station, to be named; of a kind there is not yet."""
        kinds = {line.station.kind for line in self.lines}
        kind = next((one for one in KINDS if one not in kinds), StationKind.INDEPENDENT)
        lowest = min((0, *(line.station.station_id for line in self.lines)))
        added = StationToVisit(lowest - 1, "", kind, "", when_done=WHEN_DONE)
        line = self._put(added, is_added=True)
        self._offer_before()
        self._say()
        line.name.setFocus()
        self._area.ensureWidgetVisible(line)

    def _put(self, station: StationToVisit, *, is_added: bool) -> StationLine:
        line = StationLine(
            station,
            is_added=is_added,
            theme=self._theme,
            on_enter=self._go,
            on_remove=self._remove,
            parent=self._list,
        )
        self.lines.append(line)
        line.name.editingFinished.connect(self._offer_before)
        self._column.addWidget(line)
        line.show()
        return line

    def _remove(self, line: StationLine) -> None:
        """One just added is forgotten; any other goes with all else, and can be kept until then."""
        if line.is_added:
            place = self.lines.index(line)
            self.lines.remove(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.lines[min(place, len(self.lines) - 1)].name.setFocus()
        else:
            line.let_go(is_gone=not line.is_gone)
            line.remove.setFocus()
        self._offer_before()
        self._say()

    def _say(self, error: str = "") -> None:
        gone = [f"“{line.station.name}”" for line in self.lines if line.is_gone]
        goes, it = ("goes", "it") if len(gone) == 1 else ("go", "them")
        self.note.setText(
            f"{listed(gone)} {goes} with “Set”. Plans you have keep {it}; the next draft is "
            f"without {it}."
        )
        self.note.setVisible(bool(gone))
        self.error.setText(error)
        self.error.setVisible(bool(error))
        order_by_reading(self)
        self._fit()

    def keep_typed(self) -> None:
        """Keep all lines; what is wrong with them is told, for the panel is gone."""
        wrong = self._wrong()
        if wrong is None:
            self._on_set(self._wanted())
        else:
            self._on_lost(f"The stations stay as they were. {wrong[0]}")

    def _go(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            words, field = wrong
            self._say(words)
            field.setFocus()
            return
        wanted = self._wanted()
        self.settle()
        self._on_set(wanted)

    def _kept(self) -> list[StationLine]:
        return [line for line in self.lines if not line.is_gone]

    def _wanted(self) -> WantedStations:
        names = self._names()
        typed = tuple(
            replace(one, after=names.get(line.comes_after or 0, ""))
            for line in self._kept()
            if (one := line.typed()) is not None
        )
        return WantedStations(typed, tuple(line.station for line in self.lines if line.is_gone))

    def _names(self) -> dict[int, str]:
        return {line.station.station_id: named(line.name.text()) for line in self._kept()}

    def _offer_before(self, chosen: Mapping[StationLine, int | None] | None = None) -> None:
        """Offer each line the others by the names they have now; what is chosen stays."""
        names = self._names()
        for line in self.lines:
            stays = line.comes_after if chosen is None else chosen[line]
            line.offer_before(names, stays)

    def _wrong(self) -> tuple[str, QWidget] | None:
        """Why the lines cannot be kept, with what to do, and the field it is about."""
        kept = self._kept()
        for line in kept:
            if (wrong := line.trouble()) is not None:
                return wrong
        wanted = self._wanted()
        had = [line.station for line in self.lines if not line.is_added]
        trouble = trouble_with(wanted.stations, had=had, groups=self._groups)
        if trouble is None:
            return None
        return f"{trouble.text} {trouble.next_step}", self._field_of(trouble, kept)

    def _field_of(self, trouble: StationTrouble, kept: Sequence[StationLine]) -> QWidget:
        if trouble.part is Part.REMOVAL:
            return next(line.remove for line in self.lines if line.is_gone)
        line = kept[trouble.place]
        fields = {
            Part.NAME: line.name,
            Part.KIND: line.kind,
            Part.ADULT: line.adult,
            Part.AFTER: line.after,
        }
        return fields[trouble.part]

    def _fit(self) -> None:
        # A line made just now counts only once its layout has been gone through.
        self._column.activate()
        self._area.setFixedHeight(min(_HIGHEST, self._column.sizeHint().height()))
        fit_height(self)

    def _lay_out(self) -> None:
        column = panel_column(self, "Stations", _ABOUT)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName("Lines of the stations")
        column.addWidget(station_heads(self))
        column.addWidget(self._area)
        column.addWidget(self.note)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)
