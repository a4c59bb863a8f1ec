"""A field for a day, with a calendar to pick from; written as days are written everywhere."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QDateEdit, QStyle, QStyleOptionComboBox, QToolButton, QWidget

from plplanner.calendar.typed_date import typed_date
from plplanner.ui.kit.pictures import icon_picture

_BETWEEN = "/.-"
_BEGUN = re.compile(r"\d{1,2}(?:[/.-]\d{0,2}(?:[/.-]\d{0,4})?)?")
_FORMAT = "ddd d MMM yyyy"
# As Qt calls them.
_ARROWS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}


class DayField(QDateEdit):
    """A click beside the words opens the calendar, wherever it lands; `11/30` can be typed.

    Qt takes a click just beside the arrow for one on the buttons of a number, which are not shown,
    and turns the year. Of digits it knows only the part of the day the cursor is in.
    """

    _typed = ""
    _before = date.min

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """As if the arrow had been hit."""
        self._tint_arrows()
        option = QStyleOptionComboBox()
        option.initFrom(self)
        arrow = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, self
        )
        there = QPointF(arrow.center())
        super().mousePressEvent(
            QMouseEvent(
                event.type(), there, self.mapToGlobal(there), event.button(), event.buttons(),
                event.modifiers(),
            )
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """From the first stroke between numbers on, they are a day in numbers."""
        typed = event.text()
        if typed:  # a key that is only held writes nothing
            begun = self._typed + typed
            self._typed = begun if _BEGUN.fullmatch(begun) else typed if typed.isdigit() else ""
        if self._typed == typed:
            self._before = day_in(self)
        if not any(one in self._typed for one in _BETWEEN):
            super().keyPressEvent(event)
        elif (meant := typed_date(self._typed, near=self._before)) is not None:
            put_day(self, meant)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What was typed here is over."""
        self._typed = ""
        super().focusOutEvent(event)

    def _tint_arrows(self) -> None:
        """The arrows of the calendar are black by themselves, whatever the ground."""
        ink = self.palette().color(QPalette.ColorRole.Text).name()
        for name, picture in _ARROWS.items():
            arrow = self.calendarWidget().findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(QIcon(icon_picture(picture, ink, 16, self.devicePixelRatioF())))


def day_field(says: str, parent: QWidget | None = None) -> DayField:
    """`says` is its accessible name. The system's language does not change its words."""
    made = DayField(parent)
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    made.setCalendarPopup(True)
    made.setDisplayFormat(_FORMAT)
    made.setAccessibleName(says)
    return made


def day_in(field: QDateEdit) -> date:
    """The day that stands in a field."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def put_day(field: QDateEdit, day: date) -> None:
    """Write a day into a field."""
    field.setDate(QDate(day.year, day.month, day.day))
