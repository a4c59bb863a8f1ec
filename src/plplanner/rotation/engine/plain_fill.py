"""The stations without the teacher on the first day, where each is for one group at a time.

Dealt as matchings (`rotation.fill_rounds`): no group twice at a station where that can be avoided.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from plplanner.rotation.engine.careful_fill import careful_fill
from plplanner.rotation.engine.day_options import Meeting
from plplanner.rotation.engine.layout import At, Layout
from plplanner.rotation.fill_rounds import Cell, Tables, fill_rounds, fits


def plain_fill(layout: Layout, meetings: Mapping[int, Meeting | None]) -> list[At] | None:
    """Who is where on the first day beside these meetings; None where not found."""
    if layout.problem.days[0].sketch:
        return []
    settled = _settled(layout)
    if settled is not None:
        return [at for at in settled if not layout.stations[at[3]].teacher_led]
    others = _others(layout)
    if layout.problem.carry_overs or not all(_is_for_one(layout, number) for number in others):
        return None
    met = {(group, one[0]): one[1] for group, one in meetings.items() if one is not None}
    if layout.problem.orders or not all(_is_open_to_all(layout, number) for number in others):
        return careful_fill(layout, met, repeats=fewest_repeats(layout))
    return _dealt(layout, met, dict(_fixed_elsewhere(layout)))


def _settled(layout: Layout) -> list[At] | None:
    """Where everyone is on the first day when all of it is fixed; None where something is open."""
    rounds = range(len(layout.problem.days[0].rounds))
    places = [(group, 0, index) for group in range(len(layout.groups)) for index in rounds]
    if layout.problem.carry_overs or any(
        len(layout.fixed_at(place)) != 1 or not layout.open[place] for place in places
    ):
        return None
    return [(*place, layout.open[place][0]) for place in places]


def _fixed_elsewhere(layout: Layout) -> Iterator[tuple[Cell, int]]:
    """What the teacher fixed on the first day at stations that are not led."""
    for group in range(len(layout.groups)):
        for index in range(len(layout.problem.days[0].rounds)):
            place = group, 0, index
            if layout.fixed_at(place) and layout.open[place] and not layout.must_meet(place):
                yield (group, index), layout.open[place][0]


def _dealt(layout: Layout, met: Mapping[Cell, int], fixed: Mapping[Cell, int]) -> list[At] | None:
    filled = fill_rounds(
        Tables(
            rounds=len(layout.problem.days[0].rounds),
            sizes=tuple(map(max, _seats_needed(layout))),
            seats=tuple(station.seats for station in layout.stations),
            others=tuple(_others(layout)),
        ),
        {**fixed, **met},
    )
    if filled is None or _too_often(layout, filled):
        return None
    return [
        (group, 0, index, station)
        for (group, index), station in sorted(filled.items())
        if (group, index) not in met
    ]


def _too_often(layout: Layout, filled: Mapping[Cell, int]) -> bool:
    visits = Counter((group, station) for (group, _), station in filled.items())
    return any(count > layout.stations[one].most_per_day for (_, one), count in visits.items())


def repeats(visits: Iterable[At]) -> int:
    """Visits after the first of a group to a station on one day."""
    places = [(group, day, station) for group, day, _, station in visits]
    return len(places) - len(set(places))


def fewest_repeats(layout: Layout) -> int:
    """How often groups must come back to a station, however the others are sent."""
    settled = _settled(layout)
    if settled is not None:
        return repeats(at for at in settled if not layout.stations[at[3]].teacher_led)
    if layout.problem.days[0].sketch:
        return 0
    rounds, sizes = len(layout.problem.days[0].rounds), list(map(max, _seats_needed(layout)))
    most = layout.problem.meetings_per_day if layout.led else 0
    seats = [layout.stations[one].seats for one in _others(layout)]
    return sum(max(0, rounds - most - sum(fits(size, limit) for limit in seats)) for size in sizes)


def _seats_needed(layout: Layout) -> Iterator[list[int]]:
    rounds = range(len(layout.problem.days[0].rounds))
    for group in range(len(layout.groups)):
        yield [layout.here[group, 0, index] for index in rounds]


def _others(layout: Layout) -> list[int]:
    return [n for n, station in enumerate(layout.stations) if not station.teacher_led]


def _is_for_one(layout: Layout, number: int) -> bool:
    """One group at a time, and nothing asked of its use."""
    station = layout.stations[number]
    return station.groups_at_once == 1 and not (station.least or station.adults)


def _is_open_to_all(layout: Layout, number: int) -> bool:
    """Open to everyone in every round; only who is fixed elsewhere cannot come."""
    devices_count = layout.stations[number].uses_devices
    return not (devices_count and layout.problem.days[0].devices is not None) and all(
        number in layout.open[place] or (layout.open[place] and layout.fixed_at(place))
        for group in range(len(layout.groups))
        for place in ((group, 0, index) for index in range(len(layout.problem.days[0].rounds)))
    )
