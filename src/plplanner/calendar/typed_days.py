"""Days of the week as a teacher types them: “Mon, Wed”, “Mon and Wed”, “Tue–Thu”."""

import re
from collections.abc import Collection

from plplanner.terms import Weekday

_JOINED = {"and", "&", "+", "on", "to", "-", "–", "—", ","}
_TITLES = {"ms", "mr", "mrs", "mx", "dr", "miss"}
_SHORTEST_AFTER_NAME = 3  # letters: “Mo” may be a name
_ONE_OR_RANGE = re.compile(r"([a-z]+)(?:\s*(?:-|–|—|\bto\b)\s*([a-z]+))?")


def typed_weekday(word: str) -> Weekday | None:
    """The day an English word or its beginning means, also in the plural; None for none."""
    plain = word.casefold().strip(".")
    names = (plain, plain.removesuffix("s"))
    return next(
        (day for day in Weekday if any(day.name.casefold().startswith(one) for one in names)), None
    )


def without_days(words: str) -> tuple[str, frozenset[Weekday]]:
    """A name and the days that stand behind it: `Ms. R Mon, Wed`; no days where none do."""
    parts = words.split()
    first = len(parts)
    while first and _is_of_days(parts[first - 1]):
        first -= 1
    name = " ".join(parts[:first]).strip(" ,(")
    days = _days(" ".join(parts[first:]).casefold())
    is_name = bool(name) and name.casefold().strip(".") not in _TITLES
    return (name, days) if days and is_name else (words, frozenset())


def written_days(days: Collection[Weekday]) -> str:
    """The same as it can be typed again: `Mon, Wed`."""
    return ", ".join(day.name.capitalize()[:3] for day in sorted(days))


def _is_of_days(part: str) -> bool:
    if part.casefold() in _JOINED:
        return True
    pieces = [one for one in re.split(r"[,/&+()–—-]", part) if one]
    return bool(pieces) and all(
        len(one.strip(".")) >= _SHORTEST_AFTER_NAME and typed_weekday(one) is not None
        for one in pieces
    )


def _days(words: str) -> frozenset[Weekday]:
    found: set[Weekday] = set()
    for first, last in _ONE_OR_RANGE.findall(words):
        if first in _JOINED or (start := typed_weekday(first)) is None:
            continue
        end = typed_weekday(last) if last else start
        if end is not None:
            found.update(Weekday(one) for one in range(start, end + 1))
    return frozenset(found)
