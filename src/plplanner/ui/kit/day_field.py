"""A field for a day, with a calendar to pick from; written as days are written everywhere."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDateEdit, QStyle, QStyleOptionComboBox, QWidget

_FORMAT = "ddd d MMM yyyy"


class DayField(QDateEdit):
    """A click beside the words opens the calendar, wherever it lands.

    Qt takes a click just beside the arrow for one on the buttons of a number, which are not shown,
    and turns the year.
    """

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """As if the arrow had been hit."""
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
