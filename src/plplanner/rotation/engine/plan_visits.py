"""A plan laid out for judging: every visit with its clock times and who is there."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from plplanner.records import record
from plplanner.rotation.engine.rows import Cells, GroupNeed, LessonProblem, StationOffer


@record(frozen=True)
class PlannedVisit:
    """One group at one station in one round. `seated` need a seat; `missing` are out for a while.

    `stepping_out` are those of the missing who are at school that day.
    """

    group: GroupNeed
    station: StationOffer
    day: int
    round: int
    start: int
    end: int
    seated: int
    missing: frozenset[str]
    stepping_out: int


@record(frozen=True)
class JudgedPlan:
    """A plan and its visits, in the order of groups, days and rounds."""

    problem: LessonProblem
    cells: Cells
    groups: tuple[GroupNeed, ...]
    visits: tuple[PlannedVisit, ...]

    @cached_property
    def _by_group(self) -> Mapping[str, list[PlannedVisit]]:
        found: dict[str, list[PlannedVisit]] = {group.id: [] for group in self.groups}
        for visit in self.visits:
            found[visit.group.id].append(visit)
        return found

    def of(self, group: GroupNeed) -> list[PlannedVisit]:
        """The visits of one group."""
        return self._by_group[group.id]

    def meetings(self, group: GroupNeed) -> list[PlannedVisit]:
        """The group's visits to teacher-led stations."""
        return [visit for visit in self.of(group) if visit.station.teacher_led]

    def by_round(self) -> Iterator[tuple[tuple[int, int], list[PlannedVisit]]]:
        """The visits of each round that has any."""
        found: dict[tuple[int, int], list[PlannedVisit]] = {}
        for visit in self.visits:
            found.setdefault((visit.day, visit.round), []).append(visit)
        yield from sorted(found.items(), key=lambda one: one[0])

    def every_cell(self) -> Iterator[tuple[GroupNeed, int, int, str | None]]:
        """All cells the plan should have: group, day, round, and the station or None."""
        for group in self.groups:
            for day, one in enumerate(self.problem.days):
                for index in range(len(one.rounds)):
                    yield group, day, index, self.station_at(group.id, day, index)

    def station_at(self, group_id: str, day: int, index: int) -> str | None:
        """Where a group is; None where the plan does not say."""
        days = self.cells.get(group_id, ())
        rounds = days[day] if day < len(days) else ()
        return rounds[index] if index < len(rounds) else None

    def has_round(self, day: int, index: int) -> bool:
        """Whether the lesson has this round."""
        days = self.problem.days
        return 0 <= day < len(days) and 0 <= index < len(days[day].rounds)

    def when(self, day: int, index: int) -> str:
        """“in round 2 on Monday”, without the day where there is only one."""
        return f"in round {index + 1}{self.on_day(day)}"

    def on_day(self, day: int) -> str:
        """“ on Monday”, or nothing where there is only one day."""
        if len(self.problem.days) == 1:
            return ""
        name = self.problem.days[day].name
        return f" on {name}" if name else f" on day {day + 1}"


def judged_plan(problem: LessonProblem, cells: Cells) -> JudgedPlan:
    """The plan as visits; a cell that names no known station is no visit."""
    groups = tuple(sorted(problem.groups, key=lambda one: one.id))
    stations = {station.id: station for station in problem.stations}
    plan = JudgedPlan(problem, cells, groups, ())
    visits: list[PlannedVisit] = []
    for group in groups:
        for day in range(len(problem.days)):
            own = [plan.station_at(group.id, day, n) for n in range(len(problem.days[day].rounds))]
            if any(own):
                visits += _visits_of_day(problem, group, day, [stations.get(s or "") for s in own])
    return JudgedPlan(problem, cells, groups, tuple(visits))


def _visits_of_day(
    problem: LessonProblem, group: GroupNeed, number: int, stations: list[StationOffer | None]
) -> Iterator[PlannedVisit]:
    day = problem.days[number]
    members = [one for one in group.students if one not in day.away]
    away = frozenset(group.students) - frozenset(members)
    outs = [one for one in problem.pull_outs if one.day == number and one.student in members]
    for index, station in enumerate(stations):
        if station is None:
            continue
        row = day.rounds[index]
        partly = {one.student for one in outs if one.start < row.end and row.start < one.end}
        wholly = {one.student for one in outs if one.start <= row.start and row.end <= one.end}
        yield PlannedVisit(
            group=group,
            station=station,
            day=number,
            round=index,
            start=row.start,
            end=row.end,
            seated=len(members) - len(wholly),
            missing=away | partly,
            stepping_out=len(partly),
        )
