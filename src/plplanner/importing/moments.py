"""When an answer was sent in: the moments of a column of time stamps."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from plplanner.importing.titles import date_in, is_month_first

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap])?\.?\s*(m)?", re.I)


def moments(stamps: Sequence[str]) -> tuple[datetime.datetime | None, ...]:
    """Each stamp as a moment, None where it is none or where its day could be read in two ways.

    Time zones are left out: one file has one.
    """
    different = tuple(dict.fromkeys(stamps))
    month_first = is_month_first(different)
    read = {stamp: _moment(stamp, month_first) for stamp in different}
    return tuple(read[stamp] for stamp in stamps)


def _moment(stamp: str, month_first: bool | None) -> datetime.datetime | None:
    day = date_in(stamp, month_first=month_first)
    return datetime.datetime.combine(day, _clock(stamp)) if day else None


def _clock(stamp: str) -> datetime.time:
    """The time of day; midnight where none is written."""
    found = next((m for m in _CLOCK.finditer(stamp.replace("T", " ")) if ":" in m.group()), None)
    if not found:
        return datetime.time()
    hour, minute, second = (int(part or 0) for part in found.group(1, 2, 3))
    half = (found.group(4) or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (
        datetime.time(hour, minute, second)
        if max(hour // 24, minute // 60, second // 60) == 0
        else datetime.time()
    )


def in_order(stamps: Sequence[str]) -> tuple[int, ...]:
    """Places of the stamps, oldest first; as they stand where not every stamp can be read."""
    read = moments(stamps)
    known = [(moment, place) for place, moment in enumerate(read) if moment is not None]
    if len(known) < len(read):
        return tuple(range(len(read)))
    return tuple(place for _, place in sorted(known))


def usual_day(stamps: Sequence[str]) -> datetime.date | None:
    """The day most stamps name, the earlier of two; None when none can be read."""
    days = Counter(moment.date() for moment in moments(stamps) if moment is not None)
    return min(days, key=lambda day: (-days[day], day)) if days else None
