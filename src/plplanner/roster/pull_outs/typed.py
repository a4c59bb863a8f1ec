"""Times out of the room as a teacher types them: “Mon Wed 9:10–9:25 speech; Fri 1:00–1:30 band”."""

import re
from collections.abc import Iterable, Iterator
from datetime import time

from plplanner.calendar.typed_clock import TIME, typed_time, written_time
from plplanner.calendar.typed_days import typed_weekday
from plplanner.problems import Problem
from plplanner.roster.rows import WeeklyPullOutRow
from plplanner.terms import Weekday

_PART = re.compile(
    rf"(?P<days>[^\d;]+?)[\s,:]*(?P<from>{TIME})\s*(?:-|–|—|to)\s*(?P<to>{TIME})[\s,]*"
    r"(?P<label>[^;]*)",
    re.IGNORECASE,
)
_EVERY_DAY = {"daily", "every day", "everyday", "each day", "mon-fri", "mon–fri"}
_SCHOOL_DAYS = tuple(Weekday)[: Weekday.FRIDAY + 1]
_SHORTEST_DAY = 2  # letters: “mo”
_USUAL_LABEL = "out"
EXAMPLE = "Mon Wed 9:10–9:25 speech"


def typed_pull_outs(text: str) -> tuple[WeeklyPullOutRow, ...]:
    """The times of a week, in its order, each once; nothing typed is no time.

    Days are English words or their beginnings; hours below seven are after noon. Raises Problem
    for what cannot be read, with an example.
    """
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    found = {one for part in parts for one in _times(part)}
    return tuple(sorted(found, key=lambda one: (one.weekday, one.starts_at, one.label)))


def written_pull_outs(rows: Iterable[WeeklyPullOutRow]) -> str:
    """The same as it can be typed again; days of one time and word stand together."""
    days: dict[tuple[time, time, str], list[str]] = {}
    for row in rows:
        key = (row.starts_at, row.ends_at, row.label)
        days.setdefault(key, []).append(row.weekday.name.capitalize()[:3])
    return "; ".join(
        f"{' '.join(on)} {written_time(start)}–{written_time(end)} {label}"
        for (start, end, label), on in days.items()
    )


def wrong_pull_outs(text: str) -> str:
    """Why typed times cannot be kept, in words; empty when they can."""
    try:
        typed_pull_outs(text)
    except Problem as problem:
        return f"{problem.what} {problem.next_step}"
    return ""


def _times(part: str) -> Iterator[WeeklyPullOutRow]:
    found = _PART.fullmatch(part.strip())
    if found is None:
        raise _not_read(part)
    start, end = _time(found["from"], part), _time(found["to"], part)
    if end <= start:
        raise Problem(
            f"{written_time(start)}–{written_time(end)} ends before it begins.",
            f"Write it like {EXAMPLE}.",
        )
    for day in _days(found["days"], part):
        yield WeeklyPullOutRow(day, start, end, found["label"].strip(" ,") or _USUAL_LABEL)


def _days(words: str, part: str) -> tuple[Weekday, ...]:
    plain = " ".join(words.casefold().replace(".", " ").split())
    if plain in _EVERY_DAY:
        return _SCHOOL_DAYS
    named = [one for one in re.split(r"[\s,/&+]+|\band\b", plain) if one]
    days = [_day(one) for one in named]
    if not days or None in days:
        raise _not_read(part)
    return tuple(day for day in days if day is not None)


def _day(word: str) -> Weekday | None:
    return typed_weekday(word) if len(word) >= _SHORTEST_DAY else None


def _time(text: str, part: str) -> time:
    found = typed_time(text)
    if found is None:
        raise _not_read(part)
    return found


def _not_read(part: str) -> Problem:
    return Problem(f"“{part.strip()}” is no day and time.", f"Write it like {EXAMPLE}.")
