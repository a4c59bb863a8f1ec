"""An earlier plan for another day: the same places, stations and tasks for the groups of now."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.rounds import RoundLength, clock_rounds, judge_round_length
from plplanner.rotation.rows import (
    PlanDraft,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    RotationProposal,
    RoundRow,
    StationToVisit,
    Visit,
    VisitRow,
)
from plplanner.terms import StationKind


@record(frozen=True)
class CopiedPlan:
    """A draft made from an earlier plan; `notes` say in whole sentences what is not as it was."""

    draft: PlanDraft
    notes: tuple[str, ...]


def copy_plan(
    earlier: PlanRow,
    problem: RotationProblem,
    *,
    group_set_id: int,
    playlist_ids: Mapping[int, int],
) -> CopiedPlan:
    """The plan `earlier` for the day, lesson time and groups of `problem`.

    A group takes the place of the one of its identity, a group that is new the place of one that
    is gone, and one more than there were what is free. Stations go by their names. Raises Problem
    when there are too few stations, or not one round fits.
    """
    places = _places(earlier, problem)
    rounds = rounds_as_then(earlier, problem)
    stations = StationsOfBoth(problem.stations)
    visits: dict[tuple[int, int], Visit] = {}
    tasks: dict[tuple[int, int], str] = {}
    for group_id, line in places.items():
        for row, visit in zip(rounds, line.visits if line else (), strict=False):
            if visit is not None:
                cell = group_id, row.number
                visits[cell] = Visit(*cell, stations.named(visit))
                tasks[cell] = task_as_planned(visit)
    for group_id in places:
        for row in rounds:
            cell = group_id, row.number
            if cell not in visits:
                visits[cell] = Visit(*cell, stations.free(visits.values(), cell))
    new = lesson_as_then(earlier, problem, rounds, stations)
    made = tuple(visits[cell] for cell in sorted(visits))
    proposal = RotationProposal(rounds, made, not_met(new, made), (), ())
    return CopiedPlan(
        PlanDraft(group_set_id, new, proposal, tasks, playlist_ids, earlier.when_done),
        (
            *_whose_places(problem, places),
            *said_of_rounds(earlier, rounds),
            *said_of_stations(problem, new),
        ),
    )


class StationsOfBoth:
    """The stations of now, and those of the earlier plan that are gone since."""

    def __init__(self, known: Sequence[StationToVisit]) -> None:
        """Those of now."""
        self.all = tuple(known)

    def named(self, visit: VisitRow) -> int:
        """The id of a visit's station; one that is gone comes back in the words it had."""
        found = next((one for one in self.all if one.name == visit.station_name), None)
        if found is None:
            new_id = min((0, *(one.station_id for one in self.all))) - 1
            kind = visit.planned_kind or visit.station_kind
            found = StationToVisit(new_id, visit.station_name, kind, visit.place, voice=visit.voice)
            self.all = (*self.all, found)
        return found.station_id

    def free(self, made: Collection[Visit], cell: tuple[int, int]) -> int:
        """A station nobody is at in that round, one that is new to the group where there is one."""
        group_id, number = cell
        taken = {one.station_id for one in made if one.round_number == number}
        been = {one.station_id for one in made if one.group_id == group_id}
        open_now = [one.station_id for one in self.all if one.station_id not in taken]
        if not open_now:
            raise Problem(
                "There are more groups now than stations in that plan.",
                "Add a station, or draft the day anew.",
            )
        return next((one for one in open_now if one not in been), open_now[0])


def task_as_planned(visit: VisitRow) -> str:
    """Its task; what only stood in on that day is not what was planned."""
    return visit.planned_task if visit.stand_in else visit.task


def lesson_as_then(
    earlier: PlanRow,
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    stations: StationsOfBoth,
) -> RotationProblem:
    """The lesson of now with these rounds, the frame the earlier one had, and all stations."""
    return replace(
        problem, rounds=len(rounds), launch=earlier.launch, close=earlier.close,
        move=earlier.move, stations=stations.all,
    )  # fmt: skip


def said_of_stations(before: RotationProblem, now: RotationProblem) -> Iterator[str]:
    """A note for each station that comes back."""
    for one in now.stations[len(before.stations) :]:
        yield f"“{one.name}” is no longer among your stations; it comes back."


def said_of_rounds(earlier: PlanRow, rounds: Sequence[RoundRow]) -> Iterator[str]:
    """A note where the rounds are fewer than then, or at other times."""
    if len(rounds) < len(earlier.rounds):
        yield f"Only {len(rounds)} of {len(earlier.rounds)} rounds fit."
    elif tuple(rounds) != earlier.rounds:
        yield "The times are those of this lesson."


def _places(earlier: PlanRow, problem: RotationProblem) -> dict[int, PlanGroupRow | None]:
    """Whose place in the earlier plan each group takes; None for one more than there were."""
    by_key = {line.identity.key: line for line in earlier.together}
    keys = {group.key for group in problem.groups}
    gone = iter([line for line in earlier.together if line.identity.key not in keys])
    return {
        group.group_id: by_key[group.key] if group.key in by_key else next(gone, None)
        for group in problem.groups
    }


def rounds_as_then(earlier: PlanRow, problem: RotationProblem) -> tuple[RoundRow, ...]:
    """The rounds as they were where the lesson is at the same time; else as many as fit anew."""
    if (earlier.starts_at, earlier.minutes) == (problem.starts_at, problem.minutes):
        return earlier.rounds
    timed = replace(problem, launch=earlier.launch, close=earlier.close, move=earlier.move)
    for count in range(len(earlier.rounds), 1, -1):
        found = _fitting(timed, count)
        if found and judge_round_length(found[0].minutes) is not RoundLength.TOO_SHORT:
            return found
    return clock_rounds(replace(timed, rounds=1))


def _fitting(problem: RotationProblem, count: int) -> tuple[RoundRow, ...]:
    """So many rounds on the clock; none where they do not fit."""
    try:
        return clock_rounds(replace(problem, rounds=count))
    except Problem:
        return ()


def not_met(problem: RotationProblem, visits: Collection[Visit]) -> tuple[int, ...]:
    """The groups that are at no station the teacher leads."""
    led = {one.station_id for one in problem.stations if one.kind is StationKind.TEACHER_LED}
    met = {one.group_id for one in visits if one.station_id in led}
    return tuple(one.group_id for one in problem.groups if one.group_id not in met)


def _whose_places(
    problem: RotationProblem, places: Mapping[int, PlanGroupRow | None]
) -> Iterator[str]:
    groups = {group.group_id: group for group in problem.groups}
    for group_id, line in places.items():
        if line is None:
            yield f"{groups[group_id].name} is new: pick its tasks."
        elif line.identity.key != groups[group_id].key:
            yield f"{groups[group_id].name} has the place of {line.identity.word}."
