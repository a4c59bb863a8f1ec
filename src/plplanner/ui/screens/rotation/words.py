"""Days, times and lists of words as Tomorrow and Week write them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta


def clock(moment: time) -> str:
    """`9:05`."""
    return f"{moment.hour}:{moment:%M}"


def later(moment: time, minutes: int) -> time:
    """The clock so many minutes on."""
    return (datetime.combine(date.min, moment) + timedelta(minutes=minutes)).time()


def span(start: time, minutes: int) -> str:
    """`9:10–9:23`."""
    return f"{clock(start)}–{clock(later(start, minutes))}"


def counted(count: int, word: str) -> str:
    """`1 round`, `3 rounds`."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """`River`, `River and Maple`, `River, Maple and Kite`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def pages_in(pdf: bytes) -> int:
    """How many pages one of our PDFs has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
