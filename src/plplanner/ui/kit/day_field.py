"""A field for a day, with a calendar to pick from; written as days are written everywhere."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF
from PySide6.QtGui import QIcon, QMouseEvent, QPalette
from PySide6.QtWidgets import QDateEdit, QStyle, QStyleOptionComboBox, QToolButton, QWidget

from plplanner.ui.kit.pictures import icon_picture

_FORMAT = "ddd d MMM yyyy"
# As Qt calls them.
_ARROWS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}


class DayField(QDateEdit):
    """A click beside the words opens the calendar, wherever it lands.

    Qt takes a click just beside the arrow for one on the buttons of a number, which are not shown,
    and turns the year.
    """

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
