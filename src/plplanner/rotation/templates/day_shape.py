"""What of a planned day is its routine, and another day in that shape.

A template holds no groups and no children: who is where is planned anew each day, by need and turn.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from plplanner.rotation.pick_tasks import is_plain
from plplanner.rotation.rounds import SHORTEST_USEFUL_MINUTES, own_lengths, round_minutes
from plplanner.rotation.rows import PlanDraft, PlanRow, RotationProblem, StationToVisit, VisitRow
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow


def shape_of(plan: PlanRow, of_playlists: Collection[str]) -> DayShape:
    """The rounds and stations of a plan, and the words every group has at a station.

    Words `of_playlists` are work of those weeks, and plain words stand for a playlist to come:
    neither is routine. What only stood in on that day is left out.
    """
    visits: dict[str, list[VisitRow]] = {}
    for line in plan.groups:
        for visit in line.visits:
            if visit is not None:
                visits.setdefault(visit.station_name, []).append(visit)
    return DayShape(
        minutes=plan.minutes,
        rounds=len(plan.rounds),
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
        when_done=plan.when_done,
        lengths=own_lengths(plan.rounds),
        stations=tuple(
            TemplateStationRow(
                name,
                there[0].planned_kind or there[0].station_kind,
                there[0].place,
                _routine(there, of_playlists),
            )
            for name, there in visits.items()
        ),
    )


def in_shape(problem: RotationProblem, shape: DayShape) -> RotationProblem:
    """A lesson with the stations, times and rounds of a shape; rounds asked for stand.

    A station the class has no more comes back in its words. Where there are more groups than
    stations in the shape, further ones of the class are used.
    """
    stations = _stations(problem.stations, shape.stations)
    names = {one.name for one in stations}
    further = [one for one in problem.stations if one.name not in names]
    timed = replace(problem, launch=shape.launch, close=shape.close, move=shape.move)
    return replace(
        timed,
        stations=(*stations, *further[: max(0, len(problem.groups) - len(stations))]),
        rounds=problem.rounds or _rounds_that_fit(timed, shape),
        # So many rounds that are asked for are alike, unless they were not before.
        lengths=problem.lengths or (() if problem.rounds else shape.lengths),
    )


def with_routine(draft: PlanDraft, shape: DayShape) -> PlanDraft:
    """A draft in which every group does at a station what the shape says of it.

    What is locked keeps its task.
    """
    names = {station.station_id: station.name for station in draft.problem.stations}
    routine = {station.name: station.task for station in shape.stations if station.task}
    told = {
        (visit.group_id, visit.round_number): routine[names[visit.station_id]]
        for visit in draft.proposal.visits
        if names[visit.station_id] in routine
        and (visit.group_id, visit.round_number) not in draft.locked
    }
    return replace(
        draft, tasks={**draft.tasks, **told}, when_done=shape.when_done or draft.when_done
    )


def not_as_it_was(draft: PlanDraft, shape: DayShape) -> Iterator[str]:
    """In whole sentences what of the shape this lesson could not keep."""
    rounds = len(draft.proposal.rounds)
    if rounds < shape.rounds:
        yield f"Only {rounds} of {shape.rounds} rounds fit."
    elif draft.problem.lengths and not own_lengths(draft.proposal.rounds):
        yield "The rounds are all alike: their lengths do not fit."
    kept = {station.name for station in shape.stations}
    more = [one.name for one in draft.problem.stations if one.name not in kept]
    if more:
        yield f"More groups than stations in it: {', '.join(more)} added."


def _routine(there: Sequence[VisitRow], of_playlists: Collection[str]) -> str:
    """The words all groups have at a station; one group alone has no routine."""
    planned = {(one.planned_task or "") if one.stand_in else one.task for one in there}
    words = planned.pop()
    is_shared = not planned and len(there) > 1
    own = words in of_playlists or is_plain(words)
    return words if is_shared and not own else ""


def _stations(
    known: Sequence[StationToVisit], wanted: Sequence[TemplateStationRow]
) -> tuple[StationToVisit, ...]:
    by_name = {station.name: station for station in known}
    lowest = min((0, *(one.station_id for one in known)))
    gone = [one.name for one in wanted if one.name not in by_name]
    return tuple(
        by_name.get(one.name)
        or StationToVisit(
            lowest - 1 - gone.index(one.name), one.name, one.kind, one.place,
            when_done=known[0].when_done if known else "",
        )
        for one in wanted
    )  # fmt: skip


def _rounds_that_fit(problem: RotationProblem, shape: DayShape) -> int:
    """As many as the shape has; in a shorter lesson as many as leave time to settle."""
    if problem.minutes >= shape.minutes:
        return shape.rounds
    for rounds in range(shape.rounds, 1, -1):
        length = round_minutes(
            minutes=problem.minutes, rounds=rounds,
            launch=problem.launch, close=problem.close, move=problem.move,
        )  # fmt: skip
        if length >= SHORTEST_USEFUL_MINUTES:
            return rounds
    return 1
