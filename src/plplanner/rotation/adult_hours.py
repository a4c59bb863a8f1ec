"""When the adult of a station is there, as a teacher types it: “Ms. R Mon, Wed 9:10–9:40”."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from plplanner.calendar.typed_clock import TIME, typed_time, written_time
from plplanner.calendar.typed_days import without_days, written_days
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.rows import RotationProblem, RoundRow, StationToVisit
from plplanner.terms import StationKind, Weekday

EXAMPLE = "Ms. R Mon, Wed 9:10–9:40"
_BETWEEN = re.compile(
    rf"(?P<name>.*?)[\s,(]*(?:from\s+)?(?P<from>{TIME})\s*(?:-|–|—|to|until|till)\s*(?P<to>{TIME})\)?"
    r"[\s,]*",
    re.IGNORECASE,
)
_ONE_END = re.compile(
    rf"(?P<name>.*?)[\s,(]*\b(?P<word>from|until|till|to)\s+(?P<time>{TIME})\)?[\s,]*",
    re.IGNORECASE,
)
_SOME_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)


@record(frozen=True)
class Adult:
    """Who helps at a station, and from when until when; None is as long as the lesson.

    `days` are those of the week on which she is there; none said are all.
    """

    name: str = ""
    start: time | None = None
    end: time | None = None
    days: frozenset[Weekday] = frozenset()


def typed_adult(text: str) -> Adult:
    """A name, with days and hours or without; nothing typed is nobody.

    Raises Problem, with an example, for hours that cannot be read or belong to nobody.
    """
    words, behind = without_days(" ".join(text.split()))
    adult = _with_hours(words)
    name, days = without_days(adult.name)
    return replace(adult, name=name, days=days | behind)


def _with_hours(words: str) -> Adult:
    if found := _BETWEEN.fullmatch(words):
        start, end = _time(found["from"], words), _time(found["to"], words)
        if end <= start:
            raise Problem(
                f"{written_time(start)}–{written_time(end)} ends before it begins.",
                f"Write it like {EXAMPLE}.",
            )
        return _named(found["name"], start, end)
    if found := _ONE_END.fullmatch(words):
        moment = _time(found["time"], words)
        starts = found["word"].casefold() == "from"
        return _named(found["name"], *((moment, None) if starts else (None, moment)))
    if _SOME_TIME.search(words):
        raise _not_read(words)
    return Adult(words)


def written_adult(station: StationToVisit) -> str:
    """The same as it can be typed again."""
    return " ".join(part for part in (station.adult, hours_words(station)) if part)


def on_day(stations: Iterable[StationToVisit], day: date) -> tuple[StationToVisit, ...]:
    """The stations as they are on a day: whose adult comes on other days is without."""
    return tuple(
        replace(one, is_adult_in=not one.adult_days or day.weekday() in one.adult_days)
        for one in stations
    )


def helped(stations: Iterable[StationToVisit]) -> frozenset[str]:
    """The names of the stations at which somebody besides the teacher is that day."""
    return frozenset(one.name for one in stations if one.adult and one.is_adult_in)


def hours_words(station: StationToVisit) -> str:
    """`9:10–9:40`, `Mon, Wed from 9:10`; nothing where the adult is there all the time."""
    return " ".join(part for part in (written_days(station.adult_days), _clock(station)) if part)


def _clock(station: StationToVisit) -> str:
    start, end = station.adult_from, station.adult_until
    if start is not None and end is not None:
        return f"{written_time(start)}–{written_time(end)}"
    if start is not None:
        return f"from {written_time(start)}"
    return f"until {written_time(end)}" if end is not None else ""


def runs_only_with_adult(station: StationToVisit) -> bool:
    """Whether groups come only while its adult is there: she leads it, or it needs one."""
    return bool(station.adult) and (station.needs_adult or station.kind is StationKind.TEACHER_LED)


def is_open(station: StationToVisit, row: RoundRow) -> bool:
    """Whether groups can come in a round: where an adult is needed, she is there all of it."""
    first = _minute(row.starts_at)
    return not runs_only_with_adult(station) or _is_there(station, first, first + row.minutes)


def is_left_alone(station: StationToVisit, starts: time, ends: time) -> bool:
    """Whether an adult who is needed comes later or goes earlier than that, by whole minutes."""
    return runs_only_with_adult(station) and not _is_there(station, _minute(starts), _minute(ends))


def _is_there(station: StationToVisit, first: int, last: int) -> bool:
    start, end = station.adult_from, station.adult_until
    return (
        station.is_adult_in
        and (start is None or _minute(start) <= first)
        and (end is None or last <= _minute(end))
    )


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def closed_rounds(
    stations: Sequence[StationToVisit],
    rounds: Sequence[RoundRow],
    *,
    suffice: Callable[[Sequence[StationToVisit]], bool],
) -> dict[int, tuple[int, ...]]:
    """The places of the rounds in which stations, by id, are closed.

    Where the others do not `suffice` for all who come, none is: a plan that needs a look is worth
    more than none.
    """
    closed: dict[int, tuple[int, ...]] = {}
    for index, row in enumerate(rounds):
        shut = [one.station_id for one in stations if not is_open(one, row)]
        if shut and suffice([one for one in stations if one.station_id not in shut]):
            for station_id in shut:
                closed[station_id] = (*closed.get(station_id, ()), index)
    return closed


def with_all_open(problem: RotationProblem) -> RotationProblem:
    """The lesson as if every adult were there all the time."""
    return replace(problem, stations=tuple(always_open(one) for one in problem.stations))


def always_open(station: StationToVisit) -> StationToVisit:
    """The station as if its adult were there all the time."""
    return replace(station, adult_from=None, adult_until=None, is_adult_in=True)


def overlap(one: StationToVisit, other: StationToVisit) -> bool:
    """Whether the hours of two stations have a minute of a day in common."""
    if one.adult_days and other.adult_days and not one.adult_days & other.adult_days:
        return False
    latest = max(one.adult_from or time.min, other.adult_from or time.min)
    return latest < min(one.adult_until or time.max, other.adult_until or time.max)


def _named(words: str, start: time | None, end: time | None) -> Adult:
    name = words.strip(" ,:;(-–")
    if not name:
        raise Problem("These hours belong to nobody.", f"Say who is there, like {EXAMPLE}.")
    return Adult(name, start, end)


def _time(text: str, words: str) -> time:
    found = typed_time(text)
    if found is None:
        raise _not_read(words)
    return found


def _not_read(words: str) -> Problem:
    return Problem(f"“{words}” is no name with hours.", f"Write it like {EXAMPLE}.")
