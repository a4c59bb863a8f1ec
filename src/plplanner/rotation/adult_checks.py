"""Whether the adult of a station is there when somebody comes.

Part of the independent checker: it counts the minutes itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from plplanner.rotation.adult_hours import hours_words
from plplanner.rotation.rows import Clash, RotationProblem, RoundRow, StationToVisit, Visit
from plplanner.terms import StationKind

_NAMED = 4


def adults_not_there(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """Each round in which somebody is at a station without the adult it needs.

    Every visit must name a known group, station and round.
    """
    names = {group.group_id: group.name for group in problem.groups if group.size}
    coming: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for visit in visits:
        if visit.group_id in names:
            coming[visit.round_number, visit.station_id].append(visit.group_id)
    stations = {station.station_id: station for station in problem.stations}
    by_number = {row.number: row for row in rounds}
    for (number, station_id), who in sorted(coming.items()):
        station, row = stations[station_id], by_number[number]
        if _is_missing(station, row):
            named = _few([names[one] for one in who])
            comes = "comes" if len(who) == 1 else "come"
            yield Clash(
                "adult_not_there",
                f"{station.adult} is at {station.name} {hours_words(station)}, and {named} "
                f"{comes} in round {number}, {_span(row)}.",
                "Send them elsewhere in that round, or change the hours.",
                hard=False,
                cells=tuple((one, number) for one in who),
            )


def _is_missing(station: StationToVisit, row: RoundRow) -> bool:
    is_led = station.kind is StationKind.TEACHER_LED
    if not station.adult or not (is_led or station.needs_adult):
        return False
    ends = (datetime.combine(datetime.min, row.starts_at) + timedelta(minutes=row.minutes)).time()
    comes, goes = station.adult_from, station.adult_until
    return (comes is not None and row.starts_at < comes) or (goes is not None and goes < ends)


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    named = names[:_NAMED] if more > 0 else names[:-1]
    last = f"{more} more" if more > 0 else names[-1]
    return f"{', '.join(named)} and {last}" if named else last


def _span(row: RoundRow) -> str:
    ends = datetime.combine(datetime.min, row.starts_at) + timedelta(minutes=row.minutes)
    return f"{row.starts_at.hour}:{row.starts_at:%M}–{ends.hour}:{ends:%M}"
