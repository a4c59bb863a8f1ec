"""One line of the Stations panel: a station as it is typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from plplanner.problems import Problem
from plplanner.rotation.adult_hours import typed_adult, written_adult
from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.station_words import VOICE_WORDS
from plplanner.rotation.stations.which_stations import named
from plplanner.terms import StationKind, VoiceLevel
from plplanner.ui.kit.buttons import icon_button, wear_icon
from plplanner.ui.kit.choice_field import combo_of
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.theme import Theme

KINDS: Mapping[StationKind, str] = {
    StationKind.TEACHER_LED: "Teacher-led",
    StationKind.DIGITAL: "Digital",
    StationKind.COLLABORATIVE: "Collaborative",
    StationKind.INDEPENDENT: "Independent",
    StationKind.HANDS_ON: "Hands-on",
    StationKind.MAKE_UP: "Make-up",
    StationKind.ASSESSMENT: "Assessment",
}
VOICES: Mapping[str, str] = {
    "": "Not said",
    **{str(level.value): f"{level.value} {words}" for level, words in VOICE_WORDS.items()},
}
# Name, kind, place, seats, voice, when done, who helps, whether needed, what comes before, the
# button at the end.
_WIDTHS = (140, 128, 106, 48, 112, 0, 146, 50, 124, 28)
_HEADS = (
    "Station",
    "Kind",
    "Place",
    "Seats",
    "Voice level",
    "When done",
    "Who helps",
    "Needed",
    "Comes after",
    "",
)
_ANYTHING = "Anything"
_LONGEST_NAME = 40


class StationLine(QWidget):
    """What a station is called and how it is set up. One that shall go stays, struck out."""

    def __init__(
        self,
        station: StationToVisit,
        *,
        is_added: bool,
        theme: Theme,
        on_enter: Callable[[], object],
        on_remove: Callable[["StationLine"], object],
        parent: QWidget,
    ) -> None:
        """One that `is_added` is not there yet: it goes without a word."""
        super().__init__(parent)
        self.station, self.is_added, self.is_gone = station, is_added, False
        self.name, self.place, self.seats, self.when_done, self.adult = (
            QLineEdit(text, self)
            for text in (
                station.name,
                station.place,
                "" if station.seats is None else str(station.seats),
                station.when_done,
                written_adult(station),
            )
        )
        self.kind = combo_of(KINDS, self)
        self.kind.setCurrentIndex(self.kind.findData(station.kind.value))
        self.voice = combo_of(VOICES, self)
        self.voice.setCurrentIndex(0 if station.voice is None else station.voice + 1)
        self.after = QComboBox(self)
        self.needed = QCheckBox(self)
        self.needed.setChecked(station.needs_adult)
        self.needed.setToolTip("Groups come only while somebody helps here.")
        space = self.needed.sizePolicy()
        space.setRetainSizeWhenHidden(True)
        self.needed.setSizePolicy(space)
        self.remove = icon_button(
            "trash", "", theme=theme, size="small", on_click=lambda: on_remove(self), parent=self
        )
        self._theme = theme
        for field in self.findChildren(QLineEdit):
            field.returnPressed.connect(on_enter)
            field.setCursorPosition(0)
            # A field is narrower than a sentence.
            field.textChanged.connect(lambda text, of=field: of.setToolTip(literal_tip(text)))
            field.setToolTip(literal_tip(field.text()))
        for choice in (self.kind, self.voice, self.after):
            choice.installEventFilter(self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.seats.setPlaceholderText("any")
        self.adult.setPlaceholderText("Nobody")
        self._lay_out()
        self._say()
        self.name.textChanged.connect(self._say)
        self.kind.currentIndexChanged.connect(self._show_need)
        self._show_need()

    def trouble(self) -> tuple[str, QLineEdit] | None:
        """What cannot be read, with what to do, and where it stands; None where all can."""
        seats = self.seats.text().strip()
        if seats and not (seats.isascii() and seats.isdecimal() and int(seats)):
            words = f"Seats at {self.name.text()}: type a number, or leave it blank."
            return words, self.seats
        try:
            typed_adult(self.adult.text())
        except Problem as problem:
            return f"{problem.what} {problem.next_step}", self.adult
        return None

    def typed(self) -> StationToVisit | None:
        """The station as it stands in the line; None where something cannot be read."""
        if self.trouble() is not None:
            return None
        seats, voice = self.seats.text().strip(), self.voice.currentData()
        adult = typed_adult(self.adult.text())
        return replace(
            self.station,
            name=named(self.name.text()),
            kind=StationKind(self.kind.currentData()),
            place=named(self.place.text()),
            seats=int(seats) if seats else None,
            when_done=named(self.when_done.text()),
            adult=adult.name,
            adult_from=adult.start,
            adult_until=adult.end,
            adult_days=adult.days,
            needs_adult=self.needed.isChecked() and not self.needed.isHidden(),
            voice=VoiceLevel(int(voice)) if voice else None,
        )

    def offer_before(self, names: Mapping[int, str], chosen: int | None) -> None:
        """Let one of these stations, by id and name, come before this one; `chosen` is."""
        self.after.clear()
        self.after.addItem(_ANYTHING, None)
        for station_id, name in names.items():
            if station_id != self.station.station_id and name:
                self.after.addItem(literal(name), station_id)
        self.after.setCurrentIndex(max(0, self.after.findData(chosen)))

    @property
    def comes_after(self) -> int | None:
        """The id of the station that comes before; None for any."""
        found = self.after.currentData()
        return found if isinstance(found, int) else None

    def let_go(self, *, is_gone: bool) -> None:
        """Strike it out, or keep it after all."""
        self.is_gone = is_gone
        for field in self._fields():
            field.setEnabled(not is_gone)
            font = field.font()
            font.setStrikeOut(is_gone)
            field.setFont(font)
        wear_icon(self.remove, "undo" if is_gone else "trash", self._theme)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The wheel scrolls the lines; it never chooses."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.name, self.kind, self.place, self.seats, self.voice, self.when_done, self.adult,
            self.needed, self.after,
        )  # fmt: skip

    def _show_need(self) -> None:
        """Where somebody leads the work she is needed: nothing to choose."""
        self.needed.setVisible(self.kind.currentData() != StationKind.TEACHER_LED)

    def _say(self) -> None:
        """Name every field for a screen reader, by the name as it is typed."""
        name = named(self.name.text()) or "the new station"
        for field, says in zip(self._fields(), _HEADS, strict=False):
            field.setAccessibleName(
                f"{says} of {name}" if says == "Station" else f"{says} at {name}"
            )
        self.name.setAccessibleName(f"Name of {name}")
        self.needed.setAccessibleName(f"{name} runs only with an adult")
        self.after.setAccessibleName(f"{name} comes after")
        says = f"Keep {name}" if self.is_gone else f"Remove {name}"
        self.remove.setAccessibleName(says)
        self.remove.setToolTip(literal_tip(says))

    def _lay_out(self) -> None:
        put_in_columns(
            self,
            (self.name, self.kind, self.place, self.seats, self.voice, self.when_done, self.adult,
             self.needed, self.after, self.remove),
        )  # fmt: skip


def station_heads(parent: QWidget) -> QWidget:
    """What stands in each column."""
    made = QWidget(parent)
    put_in_columns(made, [plain_label(head, role="field", parent=made) for head in _HEADS])
    return made


def put_in_columns(line: QWidget, parts: Sequence[QWidget]) -> None:
    """One part under the other, whatever line they are in."""
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part, width in zip(parts, _WIDTHS, strict=True):
        if width:
            part.setFixedWidth(width)
        row.addWidget(part, 0 if width else 1)
