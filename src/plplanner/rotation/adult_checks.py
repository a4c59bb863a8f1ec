"""Whether the adult of a station is there when somebody comes.

Part of the independent checker: it counts the minutes itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from plplanner.rotation.adult_hours import hours_words
from plplanner.rotation.few_names import few_names
from plplanner.rotation.rows import Clash, RotationProblem, RoundRow, StationToVisit, Visit
from plplanner.terms import StationKind


def adults_not_there(
    problem: RotationProblem, rounds: Sequence[RoundRow], visits: Sequence[Visit]
) -> Iterator[Clash]:
    """Each station at which somebody is while the adult it needs is not there, with the rounds.

    Every visit must name a known group, station and round.
    """
    names = {group.group_id: group.name for group in problem.groups if group.size}
    stations = {station.station_id: station for station in problem.stations}
    by_number = {row.number: row for row in rounds}
    missed: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for visit in visits:
        if visit.group_id in names and _is_missing(
            stations[visit.station_id], by_number[visit.round_number]
        ):
            missed[visit.station_id][visit.round_number].append(visit.group_id)
    for station_id, coming in sorted(missed.items()):
        station, many = stations[station_id], len(coming) > 1
        said = []
        for number, who in sorted(coming.items()):
            named, comes = (
                few_names([names[one] for one in who]),
                "come" if len(who) > 1 else "comes",
            )
            when = "" if many else f", {_span(by_number[number])}"
            said.append(f"{named} {comes} in round {number}{when}")
        there = hours_words(station) if station.is_adult_in else f"only {hours_words(station)}"
        yield Clash(
            "adult_not_there",
            f"{station.adult} is at {station.name} {there}, and {_listed(said)}.",
            f"Send them elsewhere in {'those rounds' if many else 'that round'}, or change the "
            "hours.",
            hard=False,
            cells=tuple((one, number) for number in sorted(coming) for one in coming[number]),
        )


def _is_missing(station: StationToVisit, row: RoundRow) -> bool:
    is_led = station.kind is StationKind.TEACHER_LED
    if not station.adult or not (is_led or station.needs_adult):
        return False
    if not station.is_adult_in:
        return True
    ends = (datetime.combine(datetime.min, row.starts_at) + timedelta(minutes=row.minutes)).time()
    comes, goes = station.adult_from, station.adult_until
    return (comes is not None and row.starts_at < comes) or (goes is not None and goes < ends)


def _listed(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _span(row: RoundRow) -> str:
    ends = datetime.combine(datetime.min, row.starts_at) + timedelta(minutes=row.minutes)
    return f"{row.starts_at.hour}:{row.starts_at:%M}–{ends.hour}:{ends:%M}"
