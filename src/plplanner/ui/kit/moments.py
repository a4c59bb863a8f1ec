"""Days and times as they are written everywhere in the window: “Mon 23 Nov”, “9:05”.

The names are ours, not the system's: a German Windows would put “Mo” into an English sentence.
"""

from datetime import date, datetime, time

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date | None) -> str:
    """`Mon 23 Nov`; empty for no day."""
    return f"{weekday(day)[:3]} {day.day} {_MONTHS[day.month - 1]}" if day else ""


def day_of_year_words(day: date) -> str:
    """`Mon 23 Nov 2026`, where another year may be meant."""
    return f"{day_words(day)} {day.year}"


def weekday(day: date) -> str:
    """`Monday`."""
    return _WEEKDAYS[day.weekday()]


def clock_words(moment: time | datetime) -> str:
    """`9:05`: no zero before the hour, on screen as on paper."""
    return f"{moment.hour}:{moment:%M}"


def moment_words(moment: datetime) -> str:
    """`Fri 20 Nov 2026, 19:42`."""
    return f"{day_of_year_words(moment)}, {clock_words(moment)}"
