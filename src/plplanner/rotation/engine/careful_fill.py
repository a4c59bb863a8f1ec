"""The stations without the teacher on the first day, tried cell by cell.

For lessons in which not every station is open to everyone in every round: closed at times, few
devices, one station after another. Round after round, the group with the fewest stations left goes
first; what leads nowhere is taken back. Found sooner than by a whole programme, or given up.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from plplanner.rotation.engine.layout import At, Layout

# (group, round)
Cell = tuple[int, int]
_MOST_TRIED = 3000


def careful_fill(layout: Layout, met: Mapping[Cell, int], *, repeats: int) -> list[At] | None:
    """Who is where beside the meetings `met`, by station; None where not found.

    At most `repeats` visits bring a group to a station again. Every station is for one group at a
    time and asks for nothing itself.
    """
    search = _Search(layout, met, repeats)
    if not search.fills():
        return None
    return [
        (group, 0, index, station)
        for (group, index), station in sorted(search.at.items())
        if (group, index) not in met
    ]


class _Search:
    """Where everyone is so far, and how much has been tried."""

    def __init__(self, layout: Layout, met: Mapping[Cell, int], repeats: int) -> None:
        self._layout, self._repeats = layout, repeats
        self._tried = 0
        self._rounds = range(len(layout.problem.days[0].rounds))
        self._groups = range(len(layout.groups))
        numbers = {one.id: number for number, one in enumerate(layout.stations)}
        self._first: dict[int, list[int]] = {}
        for order in layout.problem.orders:
            if order.first in numbers and order.then in numbers:
                self._first.setdefault(numbers[order.then], []).append(numbers[order.first])
        self.at: dict[Cell, int] = dict(met)

    def fills(self) -> bool:
        """Fill every cell that is open; False leaves all as it was."""
        index = next((one for one in self._rounds if self._left(one)), None)
        if index is None:
            return True
        choices = {group: [*self._options(group, index)] for group in self._left(index)}
        group = min(choices, key=lambda one: (len(choices[one]), one))
        for station in choices[group]:
            self._tried += 1
            if self._tried > _MOST_TRIED:
                return False
            again = self._visits(group)[station] > 0
            self.at[group, index] = station
            self._repeats -= again
            if self.fills():
                return True
            self._repeats += again
            del self.at[group, index]
        return False

    def _left(self, index: int) -> list[int]:
        return [group for group in self._groups if (group, index) not in self.at]

    def _visits(self, group: int) -> Counter[int]:
        return Counter(station for (one, _), station in self.at.items() if one == group)

    def _options(self, group: int, index: int) -> Iterator[int]:
        """The stations a group could be at, one it has not been to before one it has."""
        layout, place, visits = self._layout, (group, 0, index), self._visits(group)
        taken = [station for (_, at), station in self.at.items() if at == index]
        in_use = sum(
            layout.devices_taken((one, 0, index), station)
            for (one, at), station in self.at.items()
            if at == index
        )
        devices = layout.problem.days[0].devices
        for station in sorted(layout.open[place], key=lambda one: (visits[one] > 0, one)):
            offer = layout.stations[station]
            is_possible = (
                not offer.teacher_led
                and station not in taken
                and (offer.seats is None or layout.here[place] <= offer.seats)
                and visits[station] < offer.most_per_day
                and (not visits[station] or self._repeats > 0)
                and (devices is None or in_use + layout.devices_taken(place, station) <= devices)
                and all(
                    any(self.at.get((group, one)) == first for one in range(index))
                    for first in self._first.get(station, ())
                )
            )
            if is_possible:
                yield station
