"""A special day as it is typed: no school, other bells, an early end, hours without lessons."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from enum import StrEnum

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from plplanner.calendar.rows import BellScheduleRow, SpecialDayRow
from plplanner.calendar.typed_clock import written_time
from plplanner.records import record
from plplanner.ui.kit.choice_field import combo_of
from plplanner.ui.kit.clock_field import ClockField
from plplanner.ui.kit.day_field import day_field, day_in
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_of_year_words


class SpecialDayKind(StrEnum):
    """What is special about a day."""

    NO_SCHOOL = "no_school"
    EARLY_END = "early_end"
    LATE_START = "late_start"
    HOURS = "hours"
    SHORTER = "shorter"
    BELLS = "bells"


USUAL_LABELS = {
    SpecialDayKind.NO_SCHOOL: "No school",
    SpecialDayKind.EARLY_END: "Early release",
    SpecialDayKind.LATE_START: "Late start",
    SpecialDayKind.HOURS: "Assembly",
    SpecialDayKind.SHORTER: "Shorter lessons",
    SpecialDayKind.BELLS: "Other bells",
}
_BELLS_RING = "Other bells ring:"
_KINDS = {
    SpecialDayKind.NO_SCHOOL: "No school",
    SpecialDayKind.EARLY_END: "School ends early, at",
    SpecialDayKind.LATE_START: "School starts late, at",
    SpecialDayKind.HOURS: "No lessons from",
    SpecialDayKind.SHORTER: "No lesson is longer than",
}


@record(frozen=True)
class SpecialDay:
    """What was typed; `minutes` and hours as in `mark_special_day`."""

    day: date
    kind: SpecialDayKind
    label: str = ""
    minutes: int | None = None
    closed_from: time | None = None
    closed_until: time | None = None
    bells_id: int | None = None


class SpecialDayFields:
    """The fields of one special day; those the kind does not need are hidden."""

    def __init__(self, *, on_enter: Callable[[], object]) -> None:
        """The caller lays them out; `on_enter` is asked for from the reason."""
        self.day = day_field("Special day")
        self.kind: QComboBox = combo_of(_KINDS)
        self.kind.setAccessibleName("What is special about it")
        self.first = ClockField("Hours without lessons begin")
        self.until = plain_label("until")
        self.last = ClockField("Hours without lessons end")
        self.last.setTime(QTime(12, 0))
        self.minutes = QSpinBox()
        self.minutes.setRange(10, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(30)
        self.minutes.setSuffix(" minutes")
        self.minutes.setAccessibleName("Longest lesson")
        self.bells = QComboBox()
        self.bells.setAccessibleName("Bells of the special day")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason for the special day")
        self.reason.returnPressed.connect(on_enter)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self._show_kind()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What, and when, in the order they are read."""
        return self.kind, self.first, self.until, self.last, self.minutes, self.bells

    def offer_bells(self, rows: Sequence[BellScheduleRow]) -> None:
        """The bells a special day can ring; none, and it is not offered."""
        is_asked = self.kind.currentData() == SpecialDayKind.BELLS.value
        chosen = self.bells.currentData() if is_asked else None
        self.bells.clear()
        for row in rows:
            self.bells.addItem(row.name, row.id)
        known = self.bells.findData(chosen) if chosen is not None else -1
        self.bells.setCurrentIndex(known if known >= 0 else len(rows) - 1)  # rarely the ordinary
        place = self.kind.findData(SpecialDayKind.BELLS.value)
        if rows and place < 0:
            self.kind.addItem(_BELLS_RING, SpecialDayKind.BELLS.value)
        elif not rows and place >= 0:
            self.kind.setCurrentIndex(0)
            self.kind.removeItem(place)

    @property
    def typed(self) -> SpecialDay:
        """What stands in the fields."""
        kind = SpecialDayKind(self.kind.currentData())
        hours: dict[SpecialDayKind, tuple[time | None, time | None]] = {
            SpecialDayKind.EARLY_END: (_time_in(self.first), None),
            SpecialDayKind.LATE_START: (None, _time_in(self.first)),
            SpecialDayKind.HOURS: (_time_in(self.first), _time_in(self.last)),
        }
        minutes = {SpecialDayKind.NO_SCHOOL: 0, SpecialDayKind.SHORTER: self.minutes.value()}
        closed_from, closed_until = hours.get(kind, (None, None))
        return SpecialDay(
            day_in(self.day),
            kind,
            self.reason.text(),
            minutes.get(kind),
            closed_from,
            closed_until,
            self.bells.currentData() if kind is SpecialDayKind.BELLS else None,
        )

    def _show_kind(self) -> None:
        kind = SpecialDayKind(self.kind.currentData())
        has_hours = kind in {
            SpecialDayKind.EARLY_END, SpecialDayKind.LATE_START, SpecialDayKind.HOURS,
        }  # fmt: skip
        self.first.setVisible(has_hours)
        for part in (self.until, self.last):
            part.setVisible(kind is SpecialDayKind.HOURS)
        self.minutes.setVisible(kind is SpecialDayKind.SHORTER)
        self.bells.setVisible(kind is SpecialDayKind.BELLS)
        usual = {SpecialDayKind.EARLY_END: time(12), SpecialDayKind.LATE_START: time(10)}
        if kind in usual:
            self.first.setTime(QTime(usual[kind].hour, 0))
        usually = {SpecialDayKind.NO_SCHOOL: "Thanksgiving", SpecialDayKind.BELLS: "pep rally"}
        such = usually.get(kind, USUAL_LABELS[kind].lower())
        self.reason.setPlaceholderText(f"Reason, such as {such}")


def special_day_words(row: SpecialDayRow, rung: Mapping[int, BellScheduleRow]) -> str:
    """`Fri 4 Dec: Early release, no lessons after 12:00`; `rung` are bells by id."""
    bells = rung.get(row.bell_schedule_id or 0)
    return f"{day_of_year_words(row.day)}: {row.label}{_hours_words(row, bells)}"


def _hours_words(row: SpecialDayRow, bells: BellScheduleRow | None) -> str:
    if bells is not None:
        return ", with bells of its own" if bells.name == row.label else f", bells “{bells.name}”"
    start, end = row.closed_from, row.closed_until
    if start is not None and end is not None:
        return f", no lessons {written_time(start)}–{written_time(end)}"
    if start is not None:
        return f", no lessons after {written_time(start)}"
    if end is not None:
        return f", no lessons before {written_time(end)}"
    return f", {row.minutes} minutes" if row.minutes else ""


def _time_in(field: QTimeEdit) -> time:
    at = field.time()
    return time(at.hour(), at.minute())
