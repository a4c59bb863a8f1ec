"""A class and its tomorrow as the rotation engine takes it, and the engine's plan as visits.

Groups and stations are numbered by what they are, never by their ids, so neither ids nor the order
of rows reach the plan. The lessons after the day are sketched: nobody falls due with too many
others, and need is shared over days.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time

from plplanner.records import record
from plplanner.rotation.adult_hours import closed_rounds
from plplanner.rotation.engine.rows import (
    Cell,
    Cells,
    GroupNeed,
    LessonDay,
    LessonProblem,
    LessonWishes,
    Order,
    PullOut,
    Round,
    StationOffer,
)
from plplanner.rotation.fill_rounds import fits, seats_suffice
from plplanner.rotation.locked_cells import locked_visits
from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import (
    DeviceCount,
    GroupToRotate,
    RotationProblem,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.teacher_turns import neutral_draw, order_of_the_day
from plplanner.terms import StationKind

LESSONS_AHEAD = 4
# A lesson less than a week allows: a drill, an early release or new groups may take one away.
LONGEST_WAIT = 3
# How much a lesson without the teacher weighs for a secure, a nearly and a not-yet group.
CLAIM_BY_NEED = (9, 36, 660)
# Each is worth more than all that stands after it: nobody unseen, no station again, nobody out of
# the room, need, and then whose turn it is.
WISHES = LessonWishes(
    short=0, far_short=0, excess=0, gap=0, unseen=15_000, again=500, miss=150, wait=1, turn=1
)
# Where groups must meet the teacher more than once in a lesson, need says who does.
_MORE_THAN_ONCE = replace(WISHES, short=10, excess=10)
_MOST_PLACES = 15
_WAIT_CAP = 40
LAST_RESORT = (StationKind.MAKE_UP, StationKind.ASSESSMENT)


@record(frozen=True)
class LessonToPlan:
    """A lesson in the engine's words, and whose each of its numbers is."""

    problem: LessonProblem
    rounds: tuple[RoundRow, ...]
    groups: tuple[GroupToRotate, ...]
    stations: tuple[StationToVisit, ...]

    def visits(self, cells: Cells) -> tuple[Visit, ...]:
        """The engine's plan of the day as visits, by the groups' own order and round."""
        stations = {_number(n): one.station_id for n, one in enumerate(self.stations)}
        numbered = sorted(enumerate(self.groups), key=lambda one: own_order(one[1]))
        return tuple(
            Visit(group.group_id, self.rounds[index].number, stations[station])
            for number, group in numbered
            for index, station in enumerate(cells[_number(number)][0])
            if station is not None
        )

    def group_id(self, engine_id: str) -> int:
        """Whose group the engine's is."""
        return self.groups[int(engine_id)].group_id

    @property
    def is_closed_at_times(self) -> bool:
        """Whether a station lacks its adult in some round."""
        return any(one.closed for one in self.problem.stations)

    @property
    def led(self) -> frozenset[int]:
        """Ids of the stations led by the teacher."""
        return frozenset(
            row.station_id for row in self.stations if row.kind is StationKind.TEACHER_LED
        )


def lesson_to_plan(
    problem: RotationProblem, rounds: Sequence[RoundRow], *, most_meetings: int | None = None
) -> LessonToPlan:
    """The lesson of one day and the next ones in sketch.

    A group meets the teacher once a lesson, more often only where there are too few stations to
    be elsewhere; `most_meetings` allows more.
    """
    groups, stations = line_of_the_day(problem), in_todays_order(problem)
    closed = _closed(groups, stations, rounds)
    most = most_meetings or _meetings_needed(groups, stations, len(rounds), closed)
    places = _places(stations, rounds, closed)
    today = LessonDay(on_the_clock(rounds), devices=problem.devices.working)
    # Of groups that must be seen, who is met later is no question: it is to be today.
    ahead = 0 if problem.must_see else _lessons_ahead(groups, stations, most, places)
    days = (today, *(LessonDay(today.rounds, sketch=True) for _ in range(ahead)))
    needs = _needs(groups, rounds, most=most, must_see=problem.must_see)
    turns = _turns(problem, groups, len(rounds))
    made = LessonProblem(
        days=days,
        # Only the place in this lesson is wished for; those ahead are a sketch.
        groups=tuple(replace(need, turns=(turn,)) for need, turn in zip(needs, turns, strict=True)),
        stations=tuple(
            replace(
                _offer(number, row, problem.devices, rounds=len(rounds), most=most),
                closed=tuple(
                    (day, index)
                    for day in range(len(days))
                    for index in closed.get(row.station_id, ())
                ),
            )
            for number, row in enumerate(stations)
        ),
        pull_outs=tuple(out_of_the_room(groups, rounds)),
        fixed=tuple(fixed_cells(problem, groups, stations, rounds)),
        orders=tuple(orders_of(stations)),
        meetings_per_day=most,
        longest_wait=_longest_wait(len(groups), places),
        wishes=WISHES if most == 1 else _MORE_THAN_ONCE,
    )
    return LessonToPlan(made, tuple(rounds), groups, stations)


def orders_of(stations: Sequence[StationToVisit]) -> Iterator[Order]:
    """Which station comes before which, by the numbers the engine knows them by."""
    numbers = {row.name: _number(place) for place, row in enumerate(stations)}
    for row in stations:
        if row.after and row.after in numbers:
            yield Order(numbers[row.after], numbers[row.name])


def fixed_cells(
    problem: RotationProblem,
    groups: Sequence[GroupToRotate],
    stations: Sequence[StationToVisit],
    rounds: Sequence[RoundRow],
) -> Iterator[Cell]:
    """What is locked, as far as this lesson has it, by the numbers the engine knows."""
    group_numbers = {row.group_id: _number(place) for place, row in enumerate(groups)}
    station_numbers = {row.station_id: _number(place) for place, row in enumerate(stations)}
    places = {row.number: index for index, row in enumerate(rounds)}
    for visit in locked_visits(problem):
        if visit.round_number in places and visit.station_id in station_numbers:
            yield Cell(
                group_numbers[visit.group_id],
                0,
                places[visit.round_number],
                station_numbers[visit.station_id],
            )


def _longest_wait(groups: int, turns: int) -> int:
    """Lessons a group may wait; longer only where all in turn come no sooner."""
    return max(LONGEST_WAIT, -(-groups // turns) - 1) if turns else LONGEST_WAIT


def own_order(group: GroupToRotate) -> tuple[str, str, int]:
    """Orders groups the same on every day."""
    return group.key, group.name, group.group_id


def can_meet(group: GroupToRotate, stations: Sequence[StationToVisit]) -> bool:
    """Whether a station led by the teacher has seats for the group."""
    return any(
        fits(group.size, row.seats) for row in stations if row.kind is StationKind.TEACHER_LED
    )


def on_the_clock(rounds: Sequence[RoundRow]) -> tuple[Round, ...]:
    """The rounds of a lesson as the engine counts them."""
    return tuple(
        Round(_minute(row.starts_at), _minute(row.starts_at) + row.minutes) for row in rounds
    )


def line_of_the_day(problem: RotationProblem) -> tuple[GroupToRotate, ...]:
    """Groups in an order that moves on every day, for plans that are as good as each other.

    So equal groups miss equally often.
    """
    keys = [group.key for group in problem.groups]
    order = order_of_the_day(keys, purpose="claim", day=problem.day, seed=problem.seed)
    return tuple(sorted(problem.groups, key=lambda row: (order[row.key], *own_order(row))))


def _turns(problem: RotationProblem, groups: Sequence[GroupToRotate], rounds: int) -> Iterator[int]:
    """The round whose turn it is for each group: moves on every day, blind to need.

    With more groups than rounds some round is wished for twice; every week it is another one.
    """
    keys = [group.key for group in groups]
    order = order_of_the_day(keys, purpose="place", day=problem.day, seed=problem.seed)
    week = (problem.day.toordinal() - problem.day.weekday()) // 7
    return ((order[key] + week) % rounds for key in keys)


def _number(place: int) -> str:
    return f"{place:03}"


def in_todays_order(problem: RotationProblem) -> tuple[StationToVisit, ...]:
    """Stations take turns at staying free: a new one later, make-up and assessment first."""

    def place(row: StationToVisit) -> tuple[bool, bool, bool, int, str, int, int]:
        words = f"{row.kind}|{row.name}|{row.place}"
        drawn = neutral_draw(problem.seed, f"stations {problem.day.toordinal()}", words)
        is_led = row.kind is StationKind.TEACHER_LED
        seats = -1 if row.seats is None else row.seats
        is_last = row.kind in LAST_RESORT
        return not is_led, is_last, not row.is_new, drawn, words, seats, row.station_id

    return tuple(sorted(problem.stations, key=place))


def _closed(
    groups: Sequence[GroupToRotate],
    stations: Sequence[StationToVisit],
    rounds: Sequence[RoundRow],
) -> dict[int, tuple[int, ...]]:
    """The rounds, by their places, in which stations, by id, are without the adult they need."""
    sizes = [group.size for group in groups]
    return closed_rounds(
        stations, rounds, suffice=lambda left: seats_suffice(sizes, [row.seats for row in left])
    )


def _meetings_needed(
    groups: Sequence[GroupToRotate],
    stations: Sequence[StationToVisit],
    rounds: int,
    closed: Mapping[int, Collection[int]],
) -> int:
    """How often a group must meet the teacher where the other stations cannot take everyone."""
    others = [row for row in stations if row.kind is not StationKind.TEACHER_LED]
    left_over = sum(
        max(0, len(groups) - sum(index not in closed.get(row.station_id, ()) for row in others))
        for index in range(rounds)
    )
    able = sum(can_meet(group, stations) for group in groups)
    return max(1, -(-left_over // max(1, able)))


def _places(
    stations: Sequence[StationToVisit],
    rounds: Sequence[RoundRow],
    closed: Mapping[int, Collection[int]],
) -> int:
    """How many groups can meet the teacher in a lesson."""
    led = [row.station_id for row in stations if row.kind is StationKind.TEACHER_LED]
    return sum(len(rounds) - len(closed.get(station_id, ())) for station_id in led)


def _lessons_ahead(
    groups: Sequence[GroupToRotate], stations: Sequence[StationToVisit], most: int, places: int
) -> int:
    """How many lessons are sketched: where not everyone can be met every day, those that follow."""
    able = [one for one in groups if can_meet(one, stations)]
    tables = [row.seats for row in stations if row.kind is StationKind.TEACHER_LED]
    # Days are looked ahead only where any table will do for all who come to one.
    is_alike = all(fits(one.size, seats) for one in able for seats in tables)
    is_few = most == 1 and 0 < places < len(able) and places <= _MOST_PLACES
    return LESSONS_AHEAD if is_few and is_alike else 0


def _needs(
    groups: Sequence[GroupToRotate],
    rounds: Sequence[RoundRow],
    *,
    most: int,
    must_see: Collection[int] = (),
) -> Iterator[GroupNeed]:
    shortest = min(row.minutes for row in rounds)
    for number, group in enumerate(groups):
        # A group of which nobody is here leaves its turn to the others.
        since = group.lessons_since_teacher if group.size else 0
        minutes, need = shortest if group.size else 0, min(max(group.need, 0), 2)
        yield GroupNeed(
            id=_number(number),
            name=group.name,
            students=_students(number, group),
            # Half as much for a secure group as for a not-yet one; one meeting is no question.
            minutes_wanted=0 if most == 1 else most * minutes * (2 + need) // 4,
            waited=None if since is None else min(max(since, 0), _WAIT_CAP),
            students_waited=tuple(_waited_longer(number, group, rounds)),
            claim=CLAIM_BY_NEED[need] if group.size else 0,
            least_meetings=int(group.group_id in must_see),
        )


def _students(number: int, group: GroupToRotate) -> tuple[str, ...]:
    """Ids of the students present: those known by name, and as many more as the group has."""
    known = [one.name for one in group.students if not one.is_away]
    known += [window.student_name for window in group.pull_outs]
    away = {one.name for one in group.students if one.is_away}
    named = [_student(number, name) for name in dict.fromkeys(known) if name not in away]
    more = max(0, group.size - len(named))
    return (*named[: group.size], *(f"{_number(number)}#{n}" for n in range(more)))


def _student(number: int, name: str) -> str:
    return f"{_number(number)}/{name}"


def _waited_longer(
    number: int, group: GroupToRotate, rounds: Sequence[RoundRow]
) -> Iterator[tuple[str, int]]:
    """Students who waited longer than their group: they were away or out, or are new in it."""
    since, out = group.lessons_since_teacher, _out_all_lesson(group, rounds)
    if since is None:
        return
    for one in group.students:
        own = one.lessons_since_teacher
        waited = LONGEST_WAIT if own is None else min(own, _WAIT_CAP)
        if waited > since and not one.is_away and one.name not in out:
            yield _student(number, one.name), waited


def _out_all_lesson(group: GroupToRotate, rounds: Sequence[RoundRow]) -> frozenset[str]:
    """Who is out in every round: no place in the day is better for her group than another."""
    out = [frozenset(students_out(group, row)) for row in rounds]
    return frozenset.intersection(*out)


def _offer(
    number: int, row: StationToVisit, devices: DeviceCount, *, rounds: int, most: int
) -> StationOffer:
    is_led = row.kind is StationKind.TEACHER_LED
    return StationOffer(
        id=_number(number),
        name=row.name,
        teacher_led=is_led,
        seats=row.seats,
        uses_devices=devices.working is not None and row.kind is StationKind.DIGITAL,
        students_per_device=devices.students_each,
        most_per_day=most if is_led else rounds,
    )


def out_of_the_room(
    groups: Sequence[GroupToRotate],
    rounds: Sequence[RoundRow],
    *,
    day: int = 0,
    of_several: bool = False,
) -> Iterator[PullOut]:
    """Who is out in which round; her seat is kept, for plans are made for the whole group.

    Out all lesson, no round of it is better than another; `of_several` lessons, another day is.
    """
    for number, group in enumerate(groups):
        away = {one.name for one in group.students if one.is_away}
        away |= frozenset() if of_several else _out_all_lesson(group, rounds)
        for window in group.pull_outs:
            for row in rounds if window.student_name not in away else ():
                first, last = _minute(row.starts_at), _minute(row.starts_at) + row.minutes
                start, end = max(first, _minute(window.start)), min(last, _minute(window.end))
                if start < end:
                    kept = start + (start == first and end == last and row.minutes > 1)
                    yield PullOut(_student(number, window.student_name), day, kept, end)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
