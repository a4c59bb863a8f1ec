"""Bells as they are typed or pasted: a name, a line for each period, days of the week."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from plplanner.calendar.bells.checks import refuse_bells
from plplanner.calendar.bells.typed_bells import TypedBells, ends_at, typed_bells, written_bells
from plplanner.calendar.rows import BellPeriodRow, BellScheduleRow, NewPeriod
from plplanner.calendar.typed_clock import written_time
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import Weekday
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.typed_panel import TypedPanel

_WIDTH, _TEXT_HIGH = 460, 190
_ABOUT = "Paste the periods from your school’s page, or type them: one on a line."
_SUCH = "Period 1  8:00–8:50\nPeriod 2  8:55–9:45\nLunch  11:30–12:00"
_DAYS = {
    Weekday.MONDAY: "Mon", Weekday.TUESDAY: "Tue", Weekday.WEDNESDAY: "Wed",
    Weekday.THURSDAY: "Thu", Weekday.FRIDAY: "Fri",
}  # fmt: skip
_EVERY_WEEK = "Tick none for the ordinary day, and for bells of special days."
_NAMES = ("Regular day", "Early release", "Late start", "Assembly")


@record(frozen=True)
class BellsWanted:
    """What was typed."""

    name: str
    periods: tuple[NewPeriod, ...]
    weekdays: frozenset[Weekday]


class BellsPanel(TypedPanel):
    """Ctrl+Enter keeps the bells in one step, Escape leaves; a click beside keeps them as well."""

    def __init__(
        self,
        known: BellScheduleRow | None,
        *,
        taken: Collection[str],
        on_set: Callable[[BellsWanted], object],
        on_lost: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """`known` is None for new bells; `taken` are the names of others.

        `on_lost` is told why what was typed could not be kept.
        """
        super().__init__(parent)
        self.setAccessibleName("Bells")
        self.setFixedWidth(_WIDTH)
        self._known, self._taken = known, taken
        self._on_set, self._on_lost = on_set, on_lost
        self.name = QLineEdit(known.name if known is not None else _free_name(taken), self)
        self.name.setAccessibleName("Name of the bells")
        self.periods = QPlainTextEdit(self)
        self.periods.setAccessibleName("Periods, one on a line")
        self.periods.setPlaceholderText(_SUCH)
        self.periods.setTabChangesFocus(True)
        self.periods.setFixedHeight(_TEXT_HIGH)
        self.periods.setPlainText(written_bells(known.periods) if known is not None else "")
        self.read = plain_label(role="small", wrap=True, parent=self)
        self.days = {one: QCheckBox(says, self) for one, says in _DAYS.items()}
        for one, box in self.days.items():
            box.setAccessibleName(f"Rings every {_DAYS[one]}")
            box.setChecked(known is not None and one in known.weekdays)
        self.error = plain_label(role="fielderror", wrap=True, parent=self)
        self.error.hide()
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the bells")
        self.set.setToolTip("Ctrl+Enter")
        self._lay_out()
        self._before = self.wanted()
        self._show_read()
        self.name.returnPressed.connect(self.periods.setFocus)
        self.periods.textChanged.connect(self._show_read)

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        first = self.periods if self._known is None else self.name
        first.setFocus()

    def wanted(self) -> BellsWanted:
        """What stands in the fields."""
        days = frozenset(one for one, box in self.days.items() if box.isChecked())
        return BellsWanted(self.name.text().strip(), self._typed().periods, days)

    def keep_typed(self) -> None:
        """Keep what changed; what is wrong with it is told, for the panel is gone."""
        wanted = self.wanted()
        wrong = self._wrong(wanted)
        if wanted == self._before:
            return
        if wrong is None:
            self._on_set(wanted)
        else:
            self._on_lost(f"The bells were not kept. {wrong}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter keeps, from the lines too."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        wanted = self.wanted()
        wrong = self._wrong(wanted)
        if wrong is not None:
            self.error.setText(str(wrong))
            self.error.show()
            fit_height(self)
            (self.periods if wanted.name else self.name).setFocus()
            return
        self.settle()
        if wanted != self._before:
            self._on_set(wanted)

    def _wrong(self, wanted: BellsWanted) -> Problem | None:
        try:
            refuse_bells(wanted.name, wanted.periods, taken=self._taken)
        except Problem as problem:
            return problem
        return None

    def _typed(self) -> TypedBells:
        return typed_bells(self.periods.toPlainText())

    def _show_read(self) -> None:
        """What was understood, while one types."""
        self.read.setText(read_words(self._typed()))
        self.error.hide()
        fit_height(self)

    def _lay_out(self) -> None:
        column = panel_column(self, "Bells", _ABOUT)
        column.addWidget(plain_label("Name", role="field", parent=self))
        column.addWidget(self.name)
        column.addWidget(plain_label("Periods", role="field", parent=self))
        column.addWidget(self.periods)
        column.addWidget(self.read)
        column.addWidget(plain_label("Rings every week on", role="field", parent=self))
        days = QHBoxLayout()
        days.setSpacing(12)
        for box in self.days.values():
            days.addWidget(box)
        days.addStretch(1)
        column.addLayout(days)
        column.addWidget(plain_label(_EVERY_WEEK, role="small", wrap=True, parent=self))
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)


def read_words(typed: TypedBells) -> str:
    """`7 periods, 8:00–15:05.`, and the first line that is not one."""
    found = periods_words(typed.periods) + "." if typed.periods else ""
    if not typed.unread:
        return found or "No period yet."
    more = len(typed.unread) - 1
    others = f" and {more} more" if more else ""
    return f"{found} Not a period: “{typed.unread[0]}”{others}.".strip()


def periods_words(periods: Sequence[NewPeriod | BellPeriodRow]) -> str:
    """`7 periods, 8:00–15:05`."""
    first, last = periods[0].starts_at, max(ends_at(one) for one in periods)
    counted = "1 period" if len(periods) == 1 else f"{len(periods)} periods"
    return f"{counted}, {written_time(first)}–{written_time(last)}"


def bells_words(row: BellScheduleRow) -> str:
    """`Late start: 7 periods, 9:00–15:05, every Wed`."""
    days = ", ".join(_DAYS[one] for one in sorted(row.weekdays))
    return f"{row.name}: {periods_words(row.periods)}{f', every {days}' if days else ''}"


def _free_name(taken: Collection[str]) -> str:
    known = {one.casefold() for one in taken}
    others = (f"Bells {number}" for number in range(2, len(known) + 3))
    return next(one for one in (*_NAMES, *others) if one.casefold() not in known)
