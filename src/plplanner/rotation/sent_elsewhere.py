"""What stands in the cells of groups that are sent to other stations on the day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from plplanner.playlists.rows import PlaylistRow
from plplanner.rotation.fill_tasks import tasks_of_playlist
from plplanner.rotation.pick_tasks import task_ideas
from plplanner.rotation.rows import PlanRow, RotationProblem, Visit, VisitRow
from plplanner.rotation.stand_ins import works_on_its_own
from plplanner.rotation.stand_ins_again import stand_ins_again
from plplanner.rotation.templates.day_shape import shape_of
from plplanner.terms import StationKind

Cell = tuple[int, int]  # group id, round number


def cells_there(
    plan: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    sent: Sequence[Visit],
    *,
    known: Mapping[str, bool],
) -> dict[Cell, VisitRow]:
    """The new cells of a plan, by group id and round; every station is one the plan has.

    What all groups do at a station they do too; else the work is picked as for a draft, with
    nothing they have in another round. Where an adult or the internet is missing that day, work
    without stands in. `known` says of titles whether they need internet.
    """
    names = {row.station_id: row.name for row in problem.stations}
    cells = {(one.group_id, one.round_number): names[one.station_id] for one in sent}
    stations = _stations_of(plan)
    titles = {item.title for playlist in playlists.values() for item in playlist.items}
    routine = {row.name: row.task for row in shape_of(plan, titles).stations}
    minutes = min((row.minutes for row in plan.rounds), default=None)
    found: dict[Cell, VisitRow] = {}
    for line in plan.groups:
        taken = _tasks_kept(line.visits, {n for group, n in cells if group == line.group_id})
        for number in (n for group, n in sorted(cells) if group == line.group_id):
            station = stations[cells[line.group_id, number]]
            task = routine.get(station.station_name) or _first_new(
                playlists.get(line.group_id), station.station_kind, minutes, taken
            )
            taken.add(task)
            found[line.group_id, number] = replace(station, round_number=number, task=task)
    return _with_stand_ins(plan, problem, playlists, found, known)


def with_cells(plan: PlanRow, cells: Mapping[Cell, VisitRow]) -> PlanRow:
    """The plan with other visits in some cells."""
    return replace(
        plan,
        groups=tuple(
            replace(
                line,
                visits=tuple(
                    visit and cells.get((line.group_id, visit.round_number), visit)
                    for visit in line.visits
                ),
            )
            for line in plan.groups
        ),
    )


def _stations_of(plan: PlanRow) -> dict[str, VisitRow]:
    """A visit at each station as it was planned, without its task."""
    return {
        visit.station_name: replace(
            visit,
            station_kind=visit.planned_kind or visit.station_kind,
            stand_in="",
            planned_task="",
            planned_kind=None,
            is_locked=False,
        )
        for line in plan.groups
        for visit in line.visits
        if visit is not None
    }


def _tasks_kept(visits: Sequence[VisitRow | None], left: Collection[int]) -> set[str]:
    kept = [visit for visit in visits if visit is not None and visit.round_number not in left]
    return {task for visit in kept for task in (visit.task, visit.planned_task)}


def _first_new(
    playlist: PlaylistRow | None,
    kind: StationKind,
    minutes: int | None,
    taken: Collection[str],
) -> str:
    ideas = task_ideas(
        kind,
        tasks_of_playlist(playlist) if playlist else (),
        playlist_title=playlist.title if playlist else None,
        minutes=minutes,
    )
    return next((one for one in ideas if one not in taken), ideas[0])


def _with_stand_ins(
    plan: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    cells: Mapping[Cell, VisitRow],
    known: Mapping[str, bool],
) -> dict[Cell, VisitRow]:
    again = stand_ins_again(plan, with_cells(plan, cells), problem, playlists, known)
    found = dict(cells)
    on_devices = {
        item.title for one in playlists.values() for item in one.items if item.needs_device
    }
    for why, tasks in again.items():
        for cell in tasks.keys() & cells.keys():
            planned = found[cell]
            is_alone = works_on_its_own(
                planned.station_kind, why, on_device=tasks[cell] in on_devices
            )
            found[cell] = replace(
                planned,
                task=tasks[cell],
                stand_in=why,
                planned_task=planned.planned_task or planned.task,
                planned_kind=planned.station_kind if is_alone else None,
                station_kind=StationKind.INDEPENDENT if is_alone else planned.station_kind,
            )
    return found
