"""A field for a day, with a calendar to pick from; written as days are written everywhere."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QWidget

_FORMAT = "ddd d MMM yyyy"


def day_field(says: str, parent: QWidget | None = None) -> QDateEdit:
    """`says` is its accessible name. The system's language does not change its words."""
    made = QDateEdit(parent)
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
