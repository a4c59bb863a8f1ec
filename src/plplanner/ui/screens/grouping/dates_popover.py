"""From which day to which a rule holds, changed where the rule stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plplanner.grouping.rows import RuleToKeep
from plplanner.grouping.rule_words import dates_words
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.grouping.rule_dates import RuleDates

_WIDTH = 376
_ALWAYS = "Holds always."
_TURNED = "The last day comes before the first."


class DatesPopover(QFrame):
    """The rule as it reads aloud, its two days, and why it is there. Enter keeps the days."""

    def __init__(
        self,
        rule: RuleToKeep,
        *,
        today: date,
        on_changed: Callable[[date | None, date | None], object],
        parent: QWidget,
    ) -> None:
        """`on_changed` gets the first and the last day, None for an open side."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName(f"Dates of “{rule.name}”")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_changed = on_changed
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(rule.name, role="strong", wrap=True, parent=self))
        if rule.why:
            said = f"{rule.why} (for you; never printed)"
            column.addWidget(plain_label(said, role="small", wrap=True, parent=self))
        self.dates = RuleDates(today, self)
        self.dates.show_dates(rule.starts_on, rule.ends_on)
        column.addWidget(self.dates)
        self.says = plain_label(role="small", parent=self)
        column.addWidget(self.says)
        self.go = button("Keep these dates", on_click=self._go, kind="primary", parent=self)
        column.addWidget(self.go)
        self.dates.changed.connect(self._say)
        self._say()
        self.setFixedWidth(_WIDTH)
        self.setFixedHeight(column.heightForWidth(_WIDTH))
        self.dates.from_tick.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a day or on a tick keeps the days."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _is_turned(self) -> bool:
        first, last = self.dates.starts_on, self.dates.ends_on
        return first is not None and last is not None and last < first

    def _say(self) -> None:
        words = dates_words(self.dates.starts_on, self.dates.ends_on)
        says = f"Holds {words}." if words else _ALWAYS
        self.says.setText(_TURNED if self._is_turned() else says)
        self.go.setEnabled(not self._is_turned())

    def _go(self) -> None:
        if not self._is_turned():
            first, last = self.dates.starts_on, self.dates.ends_on
            self.close()
            self._on_changed(first, last)
