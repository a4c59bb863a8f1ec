"""Where groups are when they are not with the teacher: no station twice, neither at once nor again.

Groups, rounds and stations are counted from 0. Every station is one matching between groups and
rounds (König 1916: a bipartite graph with at most n edges at each point falls into n matchings),
so stations are dealt one after the other, those with few seats first, and each takes the groups
and rounds that cannot wait. Without limits on seats this always succeeds when it can.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from plplanner.cheapest_match import cheapest_match
from plplanner.records import record

Cell = tuple[int, int]
_CANNOT_WAIT = 1000
_NO_SEATS = 10**12
_REPEAT = 10**3


@record(frozen=True)
class Tables:
    """The sizes to fill: students per group, seats per station (None: no limit).

    `others` are the stations without a teacher in today's order of use.
    """

    rounds: int
    sizes: tuple[int, ...]
    seats: tuple[int | None, ...]
    others: tuple[int, ...]


def seats_suffice(sizes: Sequence[int], seats: Sequence[int | None]) -> bool:
    """Whether every group can have a station of its own at once (Hall's condition)."""
    return all(
        sum(other >= size for other in sizes) <= sum(fits(size, limit) for limit in seats)
        for size in {0, *sizes}
    )


def fits(size: int, seats: int | None) -> bool:
    """Whether a group of `size` students finds a seat each."""
    return seats is None or size <= seats


def fill_rounds(tables: Tables, settled: Mapping[Cell, int]) -> dict[Cell, int] | None:
    """The station of every (group, round); None where seats do not suffice.

    What is `settled` stays: visits to the teacher, and any other the teacher fixed. Uses as few
    stations as will do, in today's order, and repeats a station for a group only when no way
    without was found. Seats always hold.
    """
    for count in range(_fewest_stations(tables, settled), len(tables.others) + 1):
        filled = _deal_stations(tables, settled, tables.others[:count])
        if filled is not None:
            return filled
    return _fill_with_repeats(tables, settled)


def _fewest_stations(tables: Tables, settled: Mapping[Cell, int]) -> int:
    """As many as the fullest round and the busiest group ask for."""
    groups, rounds = range(len(tables.sizes)), range(tables.rounds)
    per_round = [sum((group, index) not in settled for group in groups) for index in rounds]
    per_group = [sum((group, index) not in settled for index in rounds) for group in groups]
    return max(per_round + per_group)


def _deal_stations(
    tables: Tables, settled: Mapping[Cell, int], stations: Sequence[int]
) -> dict[Cell, int] | None:
    """Every open cell filled with no repeat from these stations, or None."""
    open_cells = {
        (group, round_index)
        for group in range(len(tables.sizes))
        for round_index in range(tables.rounds)
    } - set(settled)
    filled = dict(settled)
    left = sorted(stations, key=lambda station: _room(tables.seats[station]))
    while left:
        for cell in _best_cells(tables, open_cells, left, settled):
            filled[cell] = left[0]
            open_cells.discard(cell)
        left = left[1:]
    return None if open_cells else filled


def _best_cells(
    tables: Tables, open_cells: set[Cell], left: Sequence[int], settled: Mapping[Cell, int]
) -> list[Cell]:
    """The cells the first station of `left` takes: one per round and group, the urgent first."""
    there = [cell for cell, station in settled.items() if station == left[0]]
    groups_there, rounds_there = {group for group, _ in there}, {index for _, index in there}
    by_group = [
        _group_weight(tables, open_cells, left, group) for group in range(len(tables.sizes))
    ]
    costs: list[list[int]] = []
    for index in range(tables.rounds):
        by_round = _round_weights(tables, open_cells, left, index)
        row = [
            -by_group[group] - by_round[group]
            if (group, index) in open_cells
            and fits(size, tables.seats[left[0]])
            and group not in groups_there
            and index not in rounds_there
            else 0
            for group, size in enumerate(tables.sizes)
        ]
        # The extra columns let a round leave this station empty.
        costs.append(row + [0] * tables.rounds)
    match = cheapest_match(costs)
    return [(group, index) for index, group in enumerate(match) if costs[index][group] < 0]


def _group_weight(tables: Tables, open_cells: set[Cell], left: Sequence[int], group: int) -> int:
    to_fill = sum(cell[0] == group for cell in open_cells)
    usable = sum(fits(tables.sizes[group], tables.seats[station]) for station in left)
    return 1 + to_fill + (_CANNOT_WAIT if to_fill >= usable else 0)


def _round_weights(
    tables: Tables, open_cells: set[Cell], left: Sequence[int], round_index: int
) -> list[int]:
    """Per group, how much the round wants it placed now: much, if later stations will not do."""
    sizes = [tables.sizes[group] for group, index in open_cells if index == round_index]
    tight = [
        size
        for size in {0, *sizes}
        if sum(other >= size for other in sizes)
        >= sum(fits(size, tables.seats[station]) for station in left)
    ]
    bar = max((size for size in tight if fits(size, tables.seats[left[0]])), default=None)
    return [
        len(sizes) + (_CANNOT_WAIT if bar is not None and size >= bar else 0)
        for size in tables.sizes
    ]


def _fill_with_repeats(tables: Tables, settled: Mapping[Cell, int]) -> dict[Cell, int] | None:
    """Round by round the matching that repeats least."""
    times = Counter((group, station) for (group, _), station in settled.items())
    filled = dict(settled)
    for index in range(tables.rounds):
        groups = [n for n in range(len(tables.sizes)) if (n, index) not in settled]
        if len(groups) > len(tables.others):
            return None
        taken = {station for (_, at), station in settled.items() if at == index}
        costs = [
            [
                _NO_SEATS if station in taken else _visit_cost(tables, times, group, place)
                for place, station in enumerate(tables.others)
            ]
            for group in groups
        ]
        for row, place in enumerate(cheapest_match(costs)):
            if costs[row][place] >= _NO_SEATS:
                return None
            group, station = groups[row], tables.others[place]
            filled[group, index] = station
            times[group, station] += 1
    return filled


def _visit_cost(tables: Tables, times: Mapping[Cell, int], group: int, place: int) -> int:
    station = tables.others[place]
    if not fits(tables.sizes[group], tables.seats[station]):
        return _NO_SEATS
    return _REPEAT * times.get((group, station), 0) ** 2 + place


def _room(seats: int | None) -> int:
    return 10**9 if seats is None else seats
