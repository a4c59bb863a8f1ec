"""The stations of a class: where each is, for how many, what comes when done, who helps there."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from plplanner.records import record
from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.commands import (
    add_stations,
    set_station_adult,
    set_up_station,
)
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.stage import Stage

_WIDTH = 760
_SEATS_WIDTH = 64
_HEADS = ("", "Place", "Seats", "When done", "Who helps")
_ABOUT = (
    "Seats are places, or devices that work; blank for as many as come. When somebody who helps is "
    "out, the groups work alone there."
)


@record(frozen=True)
class SetUp:
    """One station as it is typed. `seats` is digits, or blank for no limit."""

    place: str
    seats: str
    when_done: str
    adult: str


@record(frozen=True)
class _Line:
    place: QLineEdit
    seats: QLineEdit
    when_done: QLineEdit
    adult: QLineEdit

    def typed(self) -> SetUp:
        return SetUp(*(" ".join(field.text().split()) for field in self.fields()))

    def fields(self) -> tuple[QLineEdit, ...]:
        return self.place, self.seats, self.when_done, self.adult


class StationsPanel(QFrame):
    """A line per station; Enter keeps all of them, Escape leaves."""

    def __init__(
        self,
        stations: Sequence[StationToVisit],
        *,
        on_set: Callable[[Mapping[str, SetUp]], object],
        parent: QWidget,
    ) -> None:
        """`on_set` gets what stands in each line by the station's name."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Stations")
        self.setFixedWidth(_WIDTH)
        self._on_set = on_set
        self.lines = {station.name: self._line(station) for station in stations}
        self.error = plain_label(role="fielderror", wrap=True, parent=self)
        self.error.hide()
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set up the stations")
        self._lay_out()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        fit_height(self)
        corner = QPoint(anchor.width() - self.width(), anchor.height() + 4)
        show_at(self, anchor.mapToGlobal(corner))
        next(iter(self.lines.values())).place.setFocus()

    def _line(self, station: StationToVisit) -> _Line:
        now = set_up_of(station)
        texts = (now.place, now.seats, now.when_done, now.adult)
        made = _Line(*(QLineEdit(text, self) for text in texts))
        for field, says in zip(made.fields(), _HEADS[1:], strict=True):
            field.setAccessibleName(f"{says} at {station.name}")
            field.returnPressed.connect(self._go)
            field.setCursorPosition(0)
        made.seats.setFixedWidth(_SEATS_WIDTH)
        made.seats.setPlaceholderText("any")
        made.adult.setPlaceholderText("Nobody")
        return made

    def _go(self) -> None:
        wanted = {name: line.typed() for name, line in self.lines.items()}
        for name, one in wanted.items():
            if one.seats and not (one.seats.isdecimal() and int(one.seats)):
                self.error.setText(f"Seats at {name}: type a number, or leave it blank.")
                self.error.show()
                fit_height(self)
                self.lines[name].seats.setFocus()
                return
        self.close()
        self._on_set(wanted)

    def _lay_out(self) -> None:
        column = panel_column(self, "Stations", _ABOUT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (head, stretch) in enumerate(zip(_HEADS, (0, 4, 0, 8, 4), strict=True)):
            grid.addWidget(plain_label(head, role="field", parent=self), 0, place)
            grid.setColumnStretch(place, stretch)
        for row, (name, line) in enumerate(self.lines.items(), start=1):
            grid.addWidget(plain_label(name, parent=self), row, 0)
            for place, field in enumerate(line.fields(), start=1):
                grid.addWidget(field, row, place)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addWidget(self.set, 0, Qt.AlignmentFlag.AlignRight)


def set_up_of(station: StationToVisit) -> SetUp:
    """A station as it would be typed."""
    seats = "" if station.seats is None else str(station.seats)
    return SetUp(station.place, seats, station.when_done, station.adult)


def ask_for_stations(stage: Stage, lesson: PlannedLesson, parent: QWidget, anchor: QWidget) -> None:
    """Open the panel for the stations of a lesson."""
    StationsPanel(
        lesson.problem.stations,
        on_set=lambda wanted: keep_stations(stage, lesson, wanted),
        parent=parent,
    ).open_below(anchor)


def keep_stations(stage: Stage, lesson: PlannedLesson, wanted: Mapping[str, SetUp]) -> None:
    """Keep what changed, in one step; stations only a draft has are added with it."""
    known = {station.name: station for station in lesson.problem.stations}
    changed = {name: one for name, one in wanted.items() if one != set_up_of(known[name])}
    if not changed:
        return

    def keep(session: StepSession) -> bool:
        class_id = lesson.plan.class_id
        new = [known[name] for name in changed if known[name].station_id < 0]
        add_stations(session, class_id=class_id, stations=new)
        for station in stations_of_class(session, class_id=class_id):
            if station.name in changed:
                _set_up(session, station, changed[station.name])
        return True

    stage.desk.do_together("Set up stations", keep)


def _set_up(session: StepSession, station: StationToVisit, wanted: SetUp) -> None:
    set_up_station(
        session,
        station_id=station.station_id,
        name=station.name,
        place=wanted.place,
        seats=int(wanted.seats) if wanted.seats else None,
        when_done=wanted.when_done,
    )
    if wanted.adult != station.adult:
        set_station_adult(
            session, station_id=station.station_id, name=station.name, adult=wanted.adult
        )
