"""Who helps at which station, besides the teacher: a field for each, kept as one step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.commands import add_stations, set_station_adult
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import panel_column
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.stage import Stage

_WIDTH = 360


class StationAdults(QFrame):
    """A line per station; Enter keeps all of them, Escape leaves."""

    def __init__(
        self,
        stations: Sequence[StationToVisit],
        *,
        on_set: Callable[[Mapping[str, str]], object],
        parent: QWidget,
    ) -> None:
        """`on_set` gets the adult by the station's name."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Adults at stations")
        self.setFixedWidth(_WIDTH)
        self._on_set = on_set
        self.fields = {station.name: self._field(station) for station in stations}
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the adults")
        self._lay_out()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4)))
        self.show()
        next(iter(self.fields.values())).setFocus()

    def _field(self, station: StationToVisit) -> QLineEdit:
        made = QLineEdit(station.adult, self)
        made.setAccessibleName(f"Adult at {station.name}")
        made.setPlaceholderText("Nobody besides you")
        made.returnPressed.connect(self._go)
        return made

    def _go(self) -> None:
        wanted = {name: field.text() for name, field in self.fields.items()}
        self.close()
        self._on_set(wanted)

    def _lay_out(self) -> None:
        about = "Who else is needed where. When that adult is out, the groups work alone there."
        column = panel_column(self, "Adults at stations", about)
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(6)
        lines.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(self.fields.items()):
            lines.addWidget(plain_label(name, parent=self), row, 0)
            lines.addWidget(field, row, 1)
        column.addLayout(lines)
        column.addWidget(self.set, 0, Qt.AlignmentFlag.AlignRight)


def ask_for_adults(stage: Stage, lesson: PlannedLesson, parent: QWidget, anchor: QWidget) -> None:
    """Open the panel for the stations of a lesson."""
    StationAdults(
        lesson.problem.stations,
        on_set=lambda wanted: keep_adults(stage, lesson, wanted),
        parent=parent,
    ).open_below(anchor)


def keep_adults(stage: Stage, lesson: PlannedLesson, wanted: Mapping[str, str]) -> None:
    """Keep who helps where; stations the class only has in a draft are added with it."""
    known = {station.name: station for station in lesson.problem.stations}
    changed = {
        name: " ".join(adult.split())
        for name, adult in wanted.items()
        if " ".join(adult.split()) != known[name].adult
    }
    if not changed:
        return

    def keep(session: StepSession) -> bool:
        class_id = lesson.plan.class_id
        new = [known[name] for name in changed if known[name].station_id < 0]
        add_stations(session, class_id=class_id, stations=new)
        for station in stations_of_class(session, class_id=class_id):
            if station.name in changed:
                set_station_adult(
                    session,
                    station_id=station.station_id,
                    adult=changed[station.name],
                    name=station.name,
                )
        return True

    stage.desk.do_together("Say who helps where", keep)
