"""The meetings with the teacher that a group may have on one day."""

from collections.abc import Sequence
from itertools import combinations

from plplanner.rotation.engine.layout import Layout, Place

# (round, station)
Meeting = tuple[int, int]


def options_on_day(layout: Layout, group: int, day: int) -> list[tuple[Meeting, ...]]:
    """The meetings a group may have on one day: the fewest first."""
    single = meetings_open(layout, group, day)
    rounds = range(len(layout.problem.days[day].rounds))
    must = {index for index in rounds if layout.must_meet((group, day, index))}
    most = layout.problem.meetings_per_day
    return [
        some
        for count in range(layout.fewest_on_day(group, day), min(most, len(single)) + 1)
        for some in combinations(single, count)
        if _is_a_day(layout, some) and must <= {index for index, _ in some}
    ]


def meetings_open(layout: Layout, group: int, day: int) -> list[Meeting]:
    """Every single meeting that a group may have on one day, by round and station."""
    return [
        (index, station)
        for index in range(len(layout.problem.days[day].rounds))
        for station in layout.led
        if station in layout.open[group, day, index]
        and layout.fits_alone((group, day, index), station)
        and _may_follow(layout, (group, day, index), station)
    ]


def _is_a_day(layout: Layout, meetings: Sequence[Meeting]) -> bool:
    rounds = [index for index, _ in meetings]
    stations = [station for _, station in meetings]
    return len(set(rounds)) == len(rounds) and all(
        stations.count(one) <= layout.stations[one].most_per_day for one in stations
    )


def _may_follow(layout: Layout, place: Place, station: int) -> bool:
    """Whether each station that must come first is open in an earlier round of the day."""
    group, day, index = place
    if layout.problem.days[day].sketch:
        return True
    return all(
        any(
            layout.station_number(order.first) in layout.open[group, day, earlier]
            for earlier in range(index)
        )
        for order in layout.problem.orders
        if order.then == layout.stations[station].id
    )
