"""Times of a school day as a teacher types them: “9:10”, “9.10”, “1” for one in the afternoon."""

import re
from datetime import time

TIME = r"\d{1,2}(?:[:.h]\d{2})?(?:\s*[ap]\.?m\b\.?)?"
"""What may be a time, as a pattern for words around it; `typed_time` tells whether it is one."""

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?:\s*(?P<half>[ap])\.?m\b\.?)?")
_FIRST_MORNING_HOUR = 7  # “1:10” is after noon
_NOON = 12


def typed_time(text: str) -> time | None:
    """The time meant; hours below seven are after noon unless `am` is said. None for no time."""
    found = _TIME.fullmatch(text.strip().casefold())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"] == "p" else 0)
    elif hour < _FIRST_MORNING_HOUR:
        hour += _NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def written_time(moment: time) -> str:
    """`9:05`."""
    return f"{moment.hour}:{moment:%M}"
