"""From which day to which a rule holds; without a tick it holds always."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from plplanner.ui.kit.day_field import day_field, day_in, put_day


class RuleDates(QWidget):
    """Two days, each with a tick box."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Both open."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.from_tick, self.from_day = self._day("From", "First day", today)
        self.until_tick, self.until_day = self._day("Until", "Last day", today)
        for part in (self.from_tick, self.from_day, self.until_tick, self.until_day):
            row.addWidget(part)
        row.addStretch(1)
        self.setFixedHeight(32)

    def show_dates(self, starts_on: date | None, ends_on: date | None) -> None:
        """The days a rule has; an open side has no tick."""
        sides = ((self.from_tick, self.from_day, starts_on),
                 (self.until_tick, self.until_day, ends_on))  # fmt: skip
        for tick, field, day in sides:
            if day is not None:
                put_day(field, day)
            tick.setChecked(day is not None)

    @property
    def starts_on(self) -> date | None:
        """The first day; None when it holds from the start."""
        return day_in(self.from_day) if self.from_tick.isChecked() else None

    @property
    def ends_on(self) -> date | None:
        """The last day; None when it has no end."""
        return day_in(self.until_day) if self.until_tick.isChecked() else None

    def _day(self, says: str, name: str, today: date) -> tuple[QCheckBox, QDateEdit]:
        tick, day = QCheckBox(says, self), day_field(name, self)
        tick.setAccessibleName(f"{says} a day")
        put_day(day, today)
        day.setVisible(False)
        day.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        tick.toggled.connect(day.setVisible)
        tick.toggled.connect(lambda _is_on: self.changed.emit())
        day.dateChanged.connect(lambda _day: self.changed.emit())
        return tick, day
