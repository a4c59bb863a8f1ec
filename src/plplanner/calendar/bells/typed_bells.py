"""A bell schedule as a teacher pastes or types it: one line for each period, its name and times."""

import re
from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from plplanner.calendar.clock import clock_at, minute_of
from plplanner.calendar.rows import BellPeriodRow, NewPeriod
from plplanner.calendar.typed_clock import TIME, typed_time, written_time
from plplanner.records import record

_CLOCK = re.compile(rf"(?<![\d:.]){TIME}(?![\d:])", re.IGNORECASE)
_MINUTES = re.compile(r"(?<![\d:.])(\d{1,3})\s*(?:minutes|minute|mins|min)\b\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|until|till|\||,|;)?\s*", re.IGNORECASE)
_JUST_NUMBER = re.compile(r"#?(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_SHORT = re.compile(r"p(?:er|d)?\.?\s*(\d{1,2})", re.IGNORECASE)
_ABOUT_NAMES = " \t,;:|()[]–—-."
_HALF = re.compile(r"[ap]\.?m\.?$", re.IGNORECASE)
LONGEST_PERIOD = 240


@record(frozen=True)
class TypedBells:
    """The periods, earliest first, and the lines in which no period was found."""

    periods: tuple[NewPeriod, ...]
    unread: tuple[str, ...] = ()


def typed_bells(text: str) -> TypedBells:
    """The periods of lines such as `Period 1 8:00–8:50`, `2nd 8:55 9:45` or `Lunch 11:30 (30 min)`.

    A bare number is a period of that number; a line without a name is counted. A line whose end is
    not after its start is not read.
    """
    periods: list[NewPeriod] = []
    unread: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        period = _period(words, number=len(periods) + 1)
        if period is None:
            unread.append(words)
        else:
            periods.append(period)
    return TypedBells(tuple(sorted(periods, key=lambda one: one.starts_at)), tuple(unread))


def ends_at(period: NewPeriod | BellPeriodRow) -> time:
    """When a period ends."""
    return clock_at(minute_of(period.starts_at) + period.minutes)


def written_bells(periods: Sequence[NewPeriod | BellPeriodRow]) -> str:
    """The same as it can be typed again, a line for each: `Period 1  8:00–8:50`."""
    return "\n".join(
        f"{one.name}  {written_time(one.starts_at)}–{written_time(ends_at(one))}" for one in periods
    )


@record(frozen=True)
class _Clock:
    """A time in a line: from `first` up to `last` of its letters."""

    moment: time
    words: str
    first: int
    last: int

    @property
    def is_written_out(self) -> bool:
        """Whether it says its minutes or its half of the day; a bare number may be a name."""
        return not self.words.isdigit()


def _period(line: str, *, number: int) -> NewPeriod | None:
    lasting, words = _MINUTES.search(line), _MINUTES.sub(" ", line)
    clocks = _clocks(words)
    pair = _start_and_end(words, clocks)
    written = [one for one in clocks if one.is_written_out]
    if pair is not None:
        first, last = pair
        start = _start_before(first, last)
        minutes = minute_of(last.moment) - minute_of(start)
    elif lasting is not None and written:
        first = last = written[-1]
        start, minutes = first.moment, int(lasting[1])
    else:
        return None
    if not 0 < minutes <= LONGEST_PERIOD:
        return None
    return NewPeriod(_name(f"{words[: first.first]} {words[last.last :]}", number), start, minutes)


def _clocks(words: str) -> list[_Clock]:
    found = ((one, typed_time(one[0])) for one in _CLOCK.finditer(words))
    return [
        _Clock(moment, one[0].strip(), one.start(), one.end())
        for one, moment in found
        if moment is not None
    ]


def _start_and_end(words: str, clocks: Sequence[_Clock]) -> tuple[_Clock, _Clock] | None:
    """The two times side by side that are written out most clearly, the last of such.

    A bare number beside a time may be the number of the period.
    """
    pairs = [
        (first, last)
        for first, last in pairwise(clocks)
        if _BETWEEN.fullmatch(words[first.last : last.first])
        and (first.is_written_out or last.is_written_out)
    ]
    return max(
        reversed(pairs), key=lambda pair: sum(one.is_written_out for one in pair), default=None
    )


def _start_before(first: _Clock, last: _Clock) -> time:
    """When it starts; the half of the day said of the end alone counts for it where it can."""
    half = _HALF.search(last.words)
    if half is not None and _HALF.search(first.words) is None:
        said = typed_time(first.words + half[0])
        if said is not None and said < last.moment:
            return said
    return first.moment


def _name(left: str, number: int) -> str:
    words = " ".join(left.split()).strip(_ABOUT_NAMES)
    if not words:
        return f"Period {number}"
    for bare in (_JUST_NUMBER, _SHORT):
        if (found := bare.fullmatch(words)) is not None:
            return f"Period {int(found[1])}"
    return words
