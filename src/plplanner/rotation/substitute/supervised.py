"""What groups do where the teacher would have led: work that a substitute only watches over."""

from collections.abc import Collection, Iterator, Mapping

from plplanner.playlists.rows import PlaylistRow
from plplanner.rotation.pick_tasks import hints_at_level, task_ideas
from plplanner.rotation.rows import PlanGroupRow, PlanRow, VisitRow
from plplanner.terms import GroupMode, ItemRole, StationKind

Cell = tuple[int, int]  # group id, round number
_TO_DO = (ItemRole.MUST, ItemRole.CHECK, ItemRole.MAY)


def tasks_to_watch(
    plan: PlanRow, playlists: Mapping[int, PlaylistRow], *, led_by_others: Collection[str] = ()
) -> dict[Cell, str]:
    """For each cell that needs a teacher a task that needs none, from the group's own playlist.

    No item stands in twice for one group, none is there already; then plain words do. Stations
    `led_by_others`, by name, stay as they are: their adult is there.
    """
    found: dict[Cell, str] = {}
    for line in plan.groups:
        playlist = playlists.get(line.group_id)
        taken = {visit.task for visit in line.visits if visit is not None}
        for visit in _needing_a_teacher(line, playlist, led_by_others):
            ideas = _without_teaching(playlist)
            task = next((one for one in ideas if one not in taken), ideas[-1])
            taken.add(task)
            found[line.group_id, visit.round_number] = task
    return found


def _needing_a_teacher(
    line: PlanGroupRow, playlist: PlaylistRow | None, led_by_others: Collection[str]
) -> Iterator[VisitRow]:
    items = playlist.items if playlist else ()
    with_teacher = {one.title for one in items if one.group_mode is GroupMode.TEACHER}
    for visit in line.visits:
        if visit is None or visit.station_name in led_by_others:
            continue
        if visit.station_kind is StationKind.TEACHER_LED or visit.task in with_teacher:
            yield visit


def _without_teaching(playlist: PlaylistRow | None) -> tuple[str, ...]:
    items = [
        one
        for one in (playlist.items if playlist else ())
        if one.title
        and one.role in _TO_DO
        and one.group_mode is GroupMode.ALONE
        and not one.needs_device
        and not hints_at_level(one.title)
    ]
    items.sort(key=lambda one: _TO_DO.index(one.role))
    titles = [one.title for one in items]
    return tuple(dict.fromkeys((*titles, *task_ideas(StationKind.INDEPENDENT, ())[1:])))
