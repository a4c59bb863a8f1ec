"""Every way in which each group may meet the teacher over the days, and what each way costs.

All that is asked and wished about meetings concerns one group, so it is a constant of the way.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from plplanner.records import record
from plplanner.rotation.engine.day_options import Meeting, options_on_day
from plplanner.rotation.engine.layout import Layout
from plplanner.rotation.engine.meeting_cost import meeting_cost

Ints = npt.NDArray[np.int64]
Small = npt.NDArray[np.int16]
# A whole number for a day and the meetings of one of its options.
DayValue = Callable[[int, tuple[Meeting, ...]], int]


@record(frozen=True)
class GroupWays:
    """The ways of one group. `options[d]` are choices of a day: its (round, station) meetings.

    `choice` (ways × days) numbers the option of each day, `cost` (ways) is what the way costs.
    """

    options: tuple[tuple[tuple[Meeting, ...], ...], ...]
    choice: Small
    cost: Ints

    def per_option(self, day: int, values: Sequence[int]) -> Ints:
        """The value of each way's option on a day (ways)."""
        return np.array(values, dtype=np.int64)[self.choice[:, day]]


def how_many_ways(layout: Layout) -> int:
    """An upper bound on the ways of all groups together."""
    total = 0
    for group in range(len(layout.groups)):
        ways = 1
        for day in range(len(layout.problem.days)):
            ways *= len(options_on_day(layout, group, day))
        total += ways
    return total


def ways_to_meet(layout: Layout) -> tuple[GroupWays, ...]:
    """All ways of each group that keep its own rules, in a fixed order."""
    return tuple(_ways(layout, group) for group in range(len(layout.groups)))


def _ways(layout: Layout, group: int) -> GroupWays:
    options = tuple(
        tuple(options_on_day(layout, group, day)) for day in range(len(layout.problem.days))
    )
    grids = np.meshgrid(*(np.arange(len(one), dtype=np.int16) for one in options), indexing="ij")
    choice = np.stack([grid.ravel() for grid in grids], axis=1)
    all_ways = GroupWays(options, choice, np.zeros(len(choice), dtype=np.int64))
    kept = _keeps_rules(layout, group, all_ways)
    ways = GroupWays(options, choice[kept], all_ways.cost[kept])
    return GroupWays(options, ways.choice, _cost(layout, group, ways))


def _keeps_rules(layout: Layout, group: int, ways: GroupWays) -> npt.NDArray[np.bool_]:
    row = layout.groups[group]
    kept = _summed(ways, lambda _, meetings: len(meetings)) >= row.least_meetings
    for student in layout.to_be_seen(group):
        kept &= _attended(layout, group, student, ways).sum(axis=1) >= row.each_student_seen
    for station_id, least in _least_at_led(layout, group):
        kept &= _visits(ways, layout.station_number(station_id)) >= least
    return kept


def _least_at_led(layout: Layout, group: int) -> Iterator[tuple[str, int]]:
    row = layout.groups[group]
    led = {layout.stations[n].id: layout.stations[n].least for n in layout.led}
    if row.rotates:
        yield from led.items()
    yield from ((one, least) for one, least in row.least if one in led)


def _cost(layout: Layout, group: int, ways: GroupWays) -> Ints:
    wishes, row = layout.problem.wishes, layout.groups[group]
    minutes = _summed(
        ways, lambda day, met: sum(layout.minutes((day, index), one) for index, one in met)
    )
    wanted = row.minutes_to_give
    cost = wishes.short * np.maximum(0, wanted - minutes)
    cost += wishes.far_short * np.maximum(0, wanted // 2 - minutes)
    cost += wishes.excess * np.maximum(0, minutes - wanted)
    cost += _summed(
        ways,
        lambda day, met: sum(meeting_cost(layout, (group, day, r), one) for r, one in met),
    )
    has = _met(ways)
    cost += wishes.gap * (~has[:, 1:] & ~has[:, :-1]).sum(axis=1)
    cost += wishes.wait * row.claim * _waits(layout.waiting(group)[0][1], has)
    for waiting, waited in layout.waiting(group):
        seen = has if waiting is None else _attended(layout, group, waiting, ways) > 0
        cost += wishes.unseen * _unseen(layout.problem.longest_wait, waited, seen)
    for student, day in layout.catching_up(group):
        cost += wishes.catch * (_attended(layout, group, student, ways)[:, day] == 0)
    return cost


def _unseen(longest: int | None, before: int, has: npt.NDArray[np.bool_]) -> Ints:
    """On how many days somebody seen as in `has` (ways × days) has waited too long (ways)."""
    late = np.zeros(len(has), dtype=np.int64)
    if longest is None:
        return late
    waited = np.full(len(has), before, dtype=np.int64)
    for day in range(has.shape[1]):
        waited = np.where(has[:, day], 0, waited + 1)
        late += waited > longest
    return late


def _waits(before: int, has: npt.NDArray[np.bool_]) -> Ints:
    """Lessons waited, summed over the days without a meeting (ways)."""
    total = np.zeros(len(has), dtype=np.int64)
    waited = np.full(len(has), before, dtype=np.int64)
    for day in range(has.shape[1]):
        waited = np.where(has[:, day], 0, waited + 1)
        total += waited
    return total


def _visits(ways: GroupWays, station: int | None) -> Ints:
    return _summed(ways, lambda _, met: sum(one == station for _, one in met))


def _met(ways: GroupWays) -> npt.NDArray[np.bool_]:
    """On which days each way has a meeting (ways × days)."""
    days = [
        ways.per_option(day, [bool(one) for one in options])
        for day, options in enumerate(ways.options)
    ]
    return np.stack(days, axis=1) > 0


def _attended(layout: Layout, group: int, student: str, ways: GroupWays) -> Ints:
    """Meetings a student is there for, by day (ways × days)."""
    days = [
        ways.per_option(
            day,
            [sum(student not in layout.missing[group, day, r] for r, _ in one) for one in options],
        )
        for day, options in enumerate(ways.options)
    ]
    return np.stack(days, axis=1)


def _summed(ways: GroupWays, value: DayValue) -> Ints:
    total = np.zeros(len(ways.choice), dtype=np.int64)
    for day, options in enumerate(ways.options):
        total += ways.per_option(day, [value(day, one) for one in options])
    return total
