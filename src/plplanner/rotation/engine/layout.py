"""A rotation problem as bare numbers: what is open to whom, who is there, minutes with the teacher.

Groups and stations are numbered in the order of their ids, so that no order of rows reaches the
answer.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from plplanner.records import record
from plplanner.rotation.engine.rows import (
    Adult,
    GroupNeed,
    LessonDay,
    LessonProblem,
    Round,
    StationOffer,
)

Slot = tuple[int, int]
Place = tuple[int, int, int]
# (group, day, round, station)
At = tuple[int, int, int, int]


@record(frozen=True)
class Layout:
    """The numbered problem. A slot is (day, round); a place is (group, day, round)."""

    problem: LessonProblem
    groups: tuple[GroupNeed, ...]
    stations: tuple[StationOffer, ...]

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All rounds of all days."""
        days = enumerate(self.problem.days)
        return tuple((day, index) for day, one in days for index in range(len(one.rounds)))

    @cached_property
    def led(self) -> tuple[int, ...]:
        """Numbers of the teacher-led stations."""
        return tuple(n for n, station in enumerate(self.stations) if station.teacher_led)

    @cached_property
    def open(self) -> Mapping[Place, tuple[int, ...]]:
        """The stations that each group may be at, by place; only places that can be filled."""
        return {
            (number, *slot): tuple(
                n
                for n in self._offered(group, slot)
                if self.fixed_at((number, *slot)) <= {self.stations[n].id}
            )
            for number, group in enumerate(self.groups)
            for slot in self.slots
        }

    def fixed_at(self, place: Place) -> frozenset[str]:
        """Ids of the stations where the teacher fixed this place; more than one cannot be kept."""
        return self._fixed.get((self.groups[place[0]].id, place[1], place[2]), frozenset())

    def must_meet(self, place: Place) -> bool:
        """Whether a meeting with the teacher is fixed here."""
        led = {self.stations[n].id for n in self.led}
        return bool(self.fixed_at(place) & led)

    @cached_property
    def here(self) -> Mapping[Place, int]:
        """Students of a group who need a seat: all but those out for the whole round."""
        return {
            (number, *slot): len(group.students)
            if slot[0] in self._everyone_is_in
            else sum(not self._is_away(one, slot, whole=True) for one in group.students)
            for number, group in enumerate(self.groups)
            for slot in self.slots
        }

    @cached_property
    def missing(self) -> Mapping[Place, frozenset[str]]:
        """Students of a group who are out for some of the round."""
        return {
            (number, *slot): frozenset()
            if slot[0] in self._everyone_is_in
            else frozenset(one for one in group.students if self._is_away(one, slot, whole=False))
            for number, group in enumerate(self.groups)
            for slot in self.slots
        }

    def is_filled(self, place: Place) -> bool:
        """Whether the group must be at some station then."""
        return self.groups[place[0]].rotates and not self.problem.days[place[1]].sketch

    def fits_alone(self, place: Place, station: int) -> bool:
        """Whether a group finds seats and devices at a station that it has for itself."""
        offer, devices = self.stations[station], self.problem.days[place[1]].devices
        fits = offer.seats is None or self.here[place] <= offer.seats
        return fits and (devices is None or self.devices_taken(place, station) <= devices)

    def fewest_meetings(self, slot: Slot) -> int:
        """Groups that must be with the teacher in a round, because the other stations are full."""
        groups = range(len(self.groups))
        filled = sum(self.is_filled((group, *slot)) for group in groups)
        room = sum(
            min(
                station.groups_at_once,
                sum(number in self.open[group, *slot] for group in groups),
            )
            for number, station in enumerate(self.stations)
            if not station.teacher_led
        )
        return max(0, filled - room)

    def fewest_on_day(self, group: int, day: int) -> int:
        """Meetings a group must have on a day, because no other station may be visited so often."""
        rounds = range(len(self.problem.days[day].rounds))
        if not all(self.is_filled((group, day, index)) for index in rounds):
            return 0
        visits = sum(
            min(
                station.most_per_day,
                sum(number in self.open[group, day, index] for index in rounds),
            )
            for number, station in enumerate(self.stations)
            if not station.teacher_led
        )
        return max(0, len(rounds) - visits)

    def to_be_seen(self, group: int) -> tuple[str, ...]:
        """Students who must attend meetings of their group: those who are there on some day."""
        row = self.groups[group]
        if row.each_student_seen < 1:
            return ()
        days = self.problem.days
        return tuple(one for one in row.students if any(one not in day.away for day in days))

    def catching_up(self, group: int) -> tuple[tuple[str, int], ...]:
        """(student, day) of those who should meet the teacher with this group after an absence."""
        return tuple(
            (one.student, one.day)
            for one in self.problem.catch_ups
            if self._first_list.get(one.student) == group
        )

    def pulled_out(self, place: Place) -> int:
        """Students out for some of the round though they are at school."""
        away = self.problem.days[place[1]].away
        return sum(one not in away for one in self.missing[place])

    def was_at(self, place: Place) -> str | None:
        """Where the group was in the plan so far; None where that does not count."""
        if not self.is_filled(place):
            return None
        return self._before.get((self.groups[place[0]].id, place[1], place[2]))

    def devices_taken(self, place: Place, station: int) -> int:
        """Devices a group takes at a station in a round; 0 where none are used."""
        offer = self.stations[station]
        return -(-self.here[place] // offer.students_per_device) if offer.uses_devices else 0

    def minutes(self, slot: Slot, station: int) -> int:
        """Minutes of work in one meeting."""
        row = self.round(slot)
        return row.end - row.start - self.problem.move - self.stations[station].settle

    def round(self, slot: Slot) -> Round:
        """The round of a slot."""
        return self.problem.days[slot[0]].rounds[slot[1]]

    def day(self, slot: Slot) -> LessonDay:
        """The day of a slot."""
        return self.problem.days[slot[0]]

    def adults_for(self, station: int, slot: Slot) -> tuple[str, ...]:
        """Ids of the adults who may lead the station and are there for the whole round."""
        adults = {adult.id: adult for adult in self.problem.adults}
        wanted = sorted(set(self.stations[station].adults))
        return tuple(one for one in wanted if one in adults and self._is_in(adults[one], slot))

    def station_number(self, station_id: str) -> int | None:
        """The number of a station, None when there is no such station."""
        return next((n for n, one in enumerate(self.stations) if one.id == station_id), None)

    def group_number(self, group_id: str) -> int | None:
        """The number of a group, None when there is no such group."""
        return next((n for n, one in enumerate(self.groups) if one.id == group_id), None)

    def waiting(self, group: int) -> tuple[tuple[str | None, int], ...]:
        """Who waits for the teacher, and for how many lessons: the group (None), some students.

        A group that never met the teacher has waited long enough.
        """
        row = self.groups[group]
        waited = (self.problem.longest_wait or 0) if row.waited is None else row.waited
        return ((None, waited), *row.students_waited)

    @cached_property
    def _everyone_is_in(self) -> frozenset[int]:
        """Days on which nobody is away or out for a while."""
        out = {one.day for one in self.problem.pull_outs}
        days = enumerate(self.problem.days)
        return frozenset(number for number, day in days if not day.away and number not in out)

    @cached_property
    def _fixed(self) -> Mapping[tuple[str, int, int], frozenset[str]]:
        found: dict[tuple[str, int, int], frozenset[str]] = {}
        for cell in self.problem.fixed:
            key = cell.group, cell.day, cell.round
            found[key] = found.get(key, frozenset()) | {cell.station}
        return found

    @cached_property
    def _before(self) -> Mapping[tuple[str, int, int], str]:
        return {(one.group, one.day, one.round): one.station for one in self.problem.before}

    @cached_property
    def _first_list(self) -> Mapping[str, int]:
        """The group in which a student's meetings are counted: a pull list before her group."""
        order = sorted(range(len(self.groups)), key=lambda n: (self.groups[n].rotates, n))
        return {one: number for number in reversed(order) for one in self.groups[number].students}

    @cached_property
    def _outs(self) -> Mapping[tuple[str, int], tuple[tuple[int, int], ...]]:
        outs: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {}
        for one in self.problem.pull_outs:
            key = one.student, one.day
            outs[key] = (*outs.get(key, ()), (one.start, one.end))
        return outs

    def _offered(self, group: GroupNeed, slot: Slot) -> Iterator[int]:
        day, row = self.day(slot), self.round(slot)
        length = row.end - row.start
        for number, station in enumerate(self.stations):
            if (
                (station.teacher_led or not (day.sketch or not group.rotates))
                and slot not in station.closed
                and (day.internet or not station.internet)
                and (station.shortest is None or station.shortest <= length)
                and (station.longest is None or length <= station.longest)
                and (not station.adults or self.adults_for(number, slot))
            ):
                yield number

    def _is_away(self, student: str, slot: Slot, *, whole: bool) -> bool:
        if student in self.day(slot).away:
            return True
        row = self.round(slot)
        outs = self._outs.get((student, slot[0]), ())
        if not whole:
            return any(start < row.end and row.start < end for start, end in outs)
        return any(start <= row.start and row.end <= end for start, end in outs)

    def _is_in(self, adult: Adult, slot: Slot) -> bool:
        row = self.round(slot)
        return adult.hours is None or any(
            one.day == slot[0] and one.start <= row.start and row.end <= one.end
            for one in adult.hours
        )


def layout_of(problem: LessonProblem) -> Layout:
    """The numbered problem.

    ValueError when two groups or stations have one id, or a student rotates with two groups.
    """
    groups = tuple(sorted(problem.groups, key=lambda one: one.id))
    stations = tuple(sorted(problem.stations, key=lambda one: one.id))
    rotating = [one for group in groups if group.rotates for one in group.students]
    for ids in ([one.id for one in groups], [one.id for one in stations], rotating):
        if len(set(ids)) < len(ids):
            raise ValueError("two groups, stations or places of a student have one id")
    return Layout(problem, groups, stations)
