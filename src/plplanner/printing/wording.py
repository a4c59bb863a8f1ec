"""Days and times as a class says them, and the icon that goes with each kind of thing.

English names are written out here: a sheet must not change with the computer's locale.
"""

from datetime import date, time

from plplanner.terms import ResourceKind, StationKind

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STATION_ICONS = {
    StationKind.TEACHER_LED: "teacher",
    StationKind.DIGITAL: "laptop",
    StationKind.COLLABORATIVE: "together",
    StationKind.INDEPENDENT: "alone",
    StationKind.HANDS_ON: "handson",
    StationKind.MAKE_UP: "redo",
    StationKind.ASSESSMENT: "quiz",
}

RESOURCE_ICONS = {
    ResourceKind.VIDEO: "video",
    ResourceKind.TEXT: "book",
    ResourceKind.WORKSHEET: "page",
    ResourceKind.GAME: "game",
    ResourceKind.MANIPULATIVE: "handson",
    ResourceKind.APP_LESSON: "laptop",
    ResourceKind.PROJECT: "note",
    ResourceKind.DISCUSSION: "speech",
    ResourceKind.QUIZ: "quiz",
    ResourceKind.ANCHOR_CHART: "present",
}


def long_day(day: date) -> str:
    """`Monday, November 23`, for the wall."""
    return f"{_DAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}"


def short_day(day: date) -> str:
    """`Mon Nov 23`, for slips and footers."""
    return f"{_DAYS[day.weekday()][:3]} {month_day(day)}"


def month_day(day: date) -> str:
    """`Nov 23`."""
    return f"{_MONTHS[day.month - 1][:3]} {day.day}"


def span_of_days(first: date, last: date) -> str:
    """`Nov 23 to Nov 27`, or the one day."""
    return month_day(first) if first == last else f"{month_day(first)} to {month_day(last)}"


def clock(moment: time) -> str:
    """`9:10`, as the clock on the wall shows it."""
    return f"{moment.hour % 12 or 12}:{moment.minute:02d}"
