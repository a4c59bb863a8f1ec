"""A day as a teacher types it in numbers: `11/30`, `11/30/26`, `30.11.`."""

import re
from datetime import date, timedelta

_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{2}|\d{4}))?[/.\-]?")
_HALF_A_YEAR = timedelta(days=183)
_MONTHS = 12


def typed_date(text: str, *, near: date) -> date | None:
    """The day meant, month first where both can be; None for no day.

    Without a year it is the one that comes nearest to `near`.
    """
    found = _NUMBERS.fullmatch(text.strip())
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    if month > _MONTHS >= day:
        month, day = day, month
    if found[3] is not None:
        year = int(found[3])
        return _day(year if year > 99 else 2000 + year, month, day)
    meant = (_day(near.year + years, month, day) for years in (0, 1, -1))
    return next((one for one in meant if one and abs(one - near) <= _HALF_A_YEAR), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
