"""What a teacher types into a score cell, and a day typed by hand, understood or refused."""

from datetime import date
from math import isfinite

from plplanner.gradebook.mastery import number_words
from plplanner.records import record
from plplanner.terms import ScoreStatus

# One key each, as the entry grid names them.
STATUS_KEYS = {
    "a": ScoreStatus.ABSENT,
    "x": ScoreStatus.EXCUSED,
    "-": ScoreStatus.MISSING,
}
STATUS_WORDS = {
    ScoreStatus.NONE: "no score yet",
    ScoreStatus.MISSING: "not handed in",
    ScoreStatus.EXCUSED: "excused",
    ScoreStatus.ABSENT: "absent",
    ScoreStatus.INCOMPLETE: "not finished",
    ScoreStatus.NOT_ASSIGNED: "not assigned",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@record(frozen=True)
class TypedScore:
    """A score as typed: points with the status `scored`, or a status that says why not."""

    points: float | None
    status: ScoreStatus


def typed_score(text: str) -> TypedScore | None:
    """`4`, `3.5`, `3,5`, `a`, `x`, `-`, or nothing for no score yet; None when it is none of them.

    A point or a comma may stand before the decimals.
    """
    word = text.strip().casefold()
    if not word:
        return TypedScore(None, ScoreStatus.NONE)
    if word in STATUS_KEYS:
        return TypedScore(None, STATUS_KEYS[word])
    try:
        points = float(word.replace(",", "."))
    except ValueError:
        return None
    is_points = isfinite(points) and points >= 0 and not word.startswith(("+", "-"))
    return TypedScore(points, ScoreStatus.SCORED) if is_points else None


def wrong_score(text: str, possible: float | None) -> str:
    """Why this cannot be entered as a score, in words; empty when it can."""
    typed = typed_score(text)
    if typed is None:
        return "Type points, or a for absent, x for excused, - for not handed in."
    if typed.points is not None and possible is not None and typed.points > possible:
        most = number_words(possible)
        return f"{number_words(typed.points)} is more than the {most} points possible."
    return ""


def typed_points(text: str) -> float | None:
    """Points possible as typed: more than 0; None when they are not."""
    typed = typed_score(text)
    return typed.points if typed is not None and typed.points else None


def typed_day(text: str, *, near: date) -> date | None:
    """`2026-11-20`, `20 Nov 2026`, `Fri 20 Nov` as a day; without a year the one nearest to `near`.

    None when it is no day. Days in figures alone are read in the order year, month, day only.
    """
    word = text.strip()
    try:
        return date.fromisoformat(word)
    except ValueError:
        pass
    written = word.replace(",", " ").replace(".", " ").casefold().split()
    parts = [part for part in written if part[:3] not in _WEEKDAYS]
    months = [_MONTHS.index(part[:3]) + 1 for part in parts if part[:3] in _MONTHS]
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
    if len(months) != 1 or len(months) + len(numbers) != len(parts) or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 2:
        return _day(numbers[1], months[0], numbers[0])
    around = (_day(year, months[0], numbers[0]) for year in range(near.year - 1, near.year + 2))
    days = [day for day in around if day is not None]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
