"""The hard rules of a rotation as rows over x[place, station], 0 or 1."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations

from plplanner.rotation.engine.layout import At, Layout, Place, Slot
from plplanner.rotation.engine.program import Program, Term, ones

Open = Mapping[Place, tuple[int, ...]]


class Scope(Enum):
    """Which rules to keep: all; all but those about one group's meetings; only those of a round.

    Whoever leaves some out has seen to them elsewhere.
    """

    ALL = "all"
    REST = "rest"
    ROUNDS = "rounds"


@dataclass
class RuledProgram:
    """A programme that keeps hard rules; `x` is the variable of (group, day, round, station)."""

    layout: Layout
    open: Open
    scope: Scope = Scope.ALL
    program: Program = field(default_factory=Program)
    x: dict[At, int] = field(default_factory=dict)

    def at(self, group: int, slot: Slot, station: int) -> list[int]:
        """The variable of this place and station, or nothing where it is not open."""
        variable = self.x.get((group, *slot, station))
        return [] if variable is None else [variable]

    def there(self, slot: Slot, station: int) -> Iterator[tuple[int, int]]:
        """(group, variable) of all who may be at a station in a round."""
        for group in range(len(self.layout.groups)):
            variable = self.x.get((group, *slot, station))
            if variable is not None:
                yield group, variable

    def met(self, group: int, slot: Slot) -> list[int]:
        """The variables of a group's meetings in one round."""
        places = ((group, *slot, station) for station in self.layout.led)
        return [self.x[at] for at in places if at in self.x]

    def on_day(self, group: int, day: int, station: int) -> list[int]:
        """The variables of a group's visits at a station on one day."""
        rounds = range(len(self.layout.problem.days[day].rounds))
        places = ((group, day, index, station) for index in rounds)
        return [self.x[at] for at in places if at in self.x]

    def in_all(self, group: int, station: int) -> list[int]:
        """The variables of a group's visits at a station on all days."""
        days = range(len(self.layout.problem.days))
        return [one for day in days for one in self.on_day(group, day, station)]


def ruled(layout: Layout, open_at: Open, scope: Scope = Scope.ALL) -> RuledProgram:
    """The hard rules of a scope over the places and stations that are open."""
    made = RuledProgram(layout, open_at, scope)
    for place, stations in open_at.items():
        for station in stations:
            made.x[*place, station] = made.program.add()
    _one_station_each(made)
    for slot in layout.slots:
        _room_at_stations(made, slot)
        _devices(made, slot)
        _adults(made, slot)
        _students_in_one_place(made, slot)
    for group in range(len(layout.groups)) if scope is not Scope.ROUNDS else ():
        _visits(made, group)
        _orders(made, group)
        if scope is Scope.ALL:
            _meetings(made, group)
    return made


def _one_station_each(made: RuledProgram) -> None:
    layout = made.layout
    for place in made.open:
        group, slot = place[0], (place[1], place[2])
        here = [one for station in made.open[place] for one in made.at(group, slot, station)]
        may_be_nowhere = made.scope is Scope.ROUNDS or not layout.is_filled(place)
        must = not may_be_nowhere or layout.must_meet(place)
        made.program.row(1.0 if must else 0.0, ones(here), 1.0)


def _room_at_stations(made: RuledProgram, slot: Slot) -> None:
    layout = made.layout
    for number, station in enumerate(layout.stations):
        there = list(made.there(slot, number))
        if len(there) > station.groups_at_once:
            made.program.at_most(ones(one for _, one in there), station.groups_at_once)
        if station.seats is not None:
            sizes = [(one, float(layout.here[group, *slot])) for group, one in there]
            if sum(size for _, size in sizes) > station.seats:
                made.program.at_most(sizes, station.seats)


def _devices(made: RuledProgram, slot: Slot) -> None:
    limit = made.layout.day(slot).devices
    if limit is None:
        return
    terms: list[Term] = []
    for number, station in enumerate(made.layout.stations):
        if station.uses_devices:
            terms += [
                (one, float(made.layout.devices_taken((group, *slot), number)))
                for group, one in made.there(slot, number)
            ]
    if sum(taken for _, taken in terms) > limit:
        made.program.at_most(terms, limit)


def _adults(made: RuledProgram, slot: Slot) -> None:
    """An adult leads one station at a time; who leads which is only a question when some share."""
    layout = made.layout
    able = {
        number: layout.adults_for(number, slot)
        for number, station in enumerate(layout.stations)
        if station.adults and any(made.there(slot, number))
    }
    shared = {one for a, b in combinations(able.values(), 2) for one in a if one in b}
    leads: dict[str, list[int]] = {one: [] for one in sorted(shared)}
    for number, adults in able.items():
        if not set(adults) <= shared:
            continue
        choice = {one: made.program.add() for one in adults}
        for _, variable in made.there(slot, number):
            made.program.at_least(0, [(variable, -1.0), *ones(choice.values())])
        for one, variable in choice.items():
            leads[one].append(variable)
    for variables in leads.values():
        made.program.at_most(ones(variables), 1)


def _students_in_one_place(made: RuledProgram, slot: Slot) -> None:
    """Who is called to a pull list is not with the teacher elsewhere, nor kept at a station."""
    layout = made.layout
    keeping = [n for n, one in enumerate(layout.stations) if one.keeps_students]
    for a, b in _sharing(layout):
        both = [*made.met(a, slot), *made.met(b, slot)]
        for station in keeping:
            both += [*made.at(a, slot, station), *made.at(b, slot, station)]
        made.program.at_most(ones(dict.fromkeys(both)), 1)


def _sharing(layout: Layout) -> list[tuple[int, int]]:
    """Pairs of groups with a student in common."""
    sets = [frozenset(group.students) for group in layout.groups]
    return [(a, b) for a, b in combinations(range(len(sets)), 2) if sets[a] & sets[b]]


def _visits(made: RuledProgram, group: int) -> None:
    layout, row = made.layout, made.layout.groups[group]
    for number, station in enumerate(layout.stations):
        if station.teacher_led and made.scope is not Scope.ALL:
            continue
        for day in range(len(layout.problem.days)):
            visits = made.on_day(group, day, number)
            if len(visits) > station.most_per_day:
                made.program.at_most(ones(visits), station.most_per_day)
        if row.rotates and station.least > 0:
            made.program.at_least(station.least, ones(made.in_all(group, number)))
    for station_id, least in row.least:
        known = layout.station_number(station_id)
        visits = [] if known is None else made.in_all(group, known)
        if known is None or made.scope is Scope.ALL or not layout.stations[known].teacher_led:
            made.program.at_least(least, ones(visits))


def _orders(made: RuledProgram, group: int) -> None:
    """At each round, no more visits to the later station than to the earlier one before it.

    Where the later station may be visited more than once, each visit alone needs an earlier one.
    """
    layout = made.layout
    for order in layout.problem.orders:
        first, then = layout.station_number(order.first), layout.station_number(order.then)
        if then is None:
            continue
        is_once = layout.stations[then].most_per_day == 1
        for day, one in enumerate(layout.problem.days):
            if one.sketch:
                continue
            before: list[int] = []
            later: list[int] = []
            for index in range(len(one.rounds)):
                now = made.at(group, (day, index), then)
                later = [*later, *now] if is_once else now
                if now:
                    made.program.at_most([*ones(later), *[(v, -1.0) for v in before]], 0)
                if first is not None:
                    before += made.at(group, (day, index), first)


def _meetings(made: RuledProgram, group: int) -> None:
    layout, row = made.layout, made.layout.groups[group]
    days = range(len(layout.problem.days))
    on_days = [
        [one for station in layout.led for one in made.on_day(group, day, station)] for day in days
    ]
    most = layout.problem.meetings_per_day
    for met in on_days:
        if len(met) > most:
            made.program.at_most(ones(met), most)
    if row.least_meetings > 0:
        made.program.at_least(row.least_meetings, ones(one for met in on_days for one in met))
    for student in layout.to_be_seen(group):
        made.program.at_least(row.each_student_seen, ones(attended_by(made, group, student)))


def attended_by(made: RuledProgram, group: int, student: str, day: int | None = None) -> list[int]:
    """The variables of the meetings at which a student of the group is not out of the room."""
    layout = made.layout
    return [
        one
        for slot in layout.slots
        if (day is None or slot[0] == day) and student not in layout.missing[group, *slot]
        for one in made.met(group, slot)
    ]
