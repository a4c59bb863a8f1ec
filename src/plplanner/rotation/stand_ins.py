"""What stands in for a day: without internet, or when the adult of a station is out."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.rotation.pick_tasks import CARD_TASK, hints_at_level, is_plain, task_ideas
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    SUBSTITUTE,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    StationToVisit,
    VisitRow,
)
from plplanner.terms import GroupMode, ItemRole, StationKind

Cell = tuple[int, int]  # group id, round number
_ON_PAPER = tuple(one for one in task_ideas(StationKind.INDEPENDENT, ()) if one != CARD_TASK)
_ROLES = (ItemRole.MUST, ItemRole.CHECK, ItemRole.MAY)


def works_on_its_own(kind: StationKind, why: str, *, on_device: bool) -> bool:
    """Whether a group works on its own at a station of this kind where something stands in.

    Without internet it does where it would have been on devices, unless what stands in needs one.
    """
    return why != NO_INTERNET or (kind is StationKind.DIGITAL and not on_device)


def waits_for_internet(visit: VisitRow, known: Mapping[str, bool]) -> bool:
    """Whether a task needs internet: what the library knows of its title, else a digital station.

    `known` says of titles whether they need internet.
    """
    return bool(visit.task) and known.get(visit.task, visit.station_kind is StationKind.DIGITAL)


def offline_ideas(
    visit: VisitRow, playlist: PlaylistRow | None, known: Mapping[str, bool]
) -> tuple[str, ...]:
    """What can be done at a station without internet: items of the playlist, then plain words."""
    kind = visit.planned_kind or visit.station_kind
    own = () if kind is not StationKind.DIGITAL else _offline_items(playlist, known)
    plain = task_ideas(StationKind.INDEPENDENT if kind is StationKind.DIGITAL else kind, ())
    return tuple(dict.fromkeys((*own, *plain)))


def plan_bs(
    plan: PlanRow,
    playlists: Mapping[int, PlaylistRow],
    known: Mapping[str, bool],
    *,
    over: Collection[int] = (),
) -> dict[Cell, str]:
    """For each task that waits for internet an item of the group's own playlist that does not.

    Where nobody chose the words on screen, plain words of work on paper will do too. Nothing
    stands in twice for one group, nor is it there already; a cell for which nothing is left is
    not among the answers, nor one of a round that is `over`. `playlists` by group id.
    """
    found: dict[Cell, str] = {}
    for line in plan.groups:
        taken = {visit.task for visit in line.visits if visit is not None}
        for visit in line.visits:
            if visit is None or visit.stand_in or visit.round_number in over:
                continue
            if not waits_for_internet(visit, known):
                continue
            items = _offline_items(playlists.get(line.group_id), known)
            if is_plain(visit.task):
                items = (*items, *_ON_PAPER)
            task = next((one for one in items if one not in taken), None)
            if task is not None:
                taken.add(task)
                found[line.group_id, visit.round_number] = task
    return found


def still_waiting(
    plan: PlanRow, known: Mapping[str, bool]
) -> Iterator[tuple[PlanGroupRow, VisitRow]]:
    """On a day without internet: the cells whose task needs it and has nothing in its place."""
    for line in plan.groups:
        for visit in line.visits if not plan.has_internet else ():
            if visit is not None and not visit.stand_in and waits_for_internet(visit, known):
                yield line, visit


def adults_of(problem: RotationProblem) -> tuple[str, ...]:
    """The adults besides the teacher who help at a station on the day of the lesson, by name."""
    return tuple(sorted({one.adult for one in problem.stations if one.adult and one.is_adult_in}))


def adults_out(plan: PlanRow) -> frozenset[str]:
    """Who is out that day."""
    visits = (visit for line in plan.groups for visit in line.visits if visit is not None)
    no_adult = ("", NO_INTERNET, SUBSTITUTE, OUTSIDE_HOURS, NO_DEVICES)
    return frozenset(one.stand_in for one in visits if one.stand_in not in no_adult)


def without_adults_out(plan: PlanRow, problem: RotationProblem) -> RotationProblem:
    """The lesson with the stations whose adult is out as what they are that day."""
    out = adults_out(plan)
    return replace(
        problem,
        stations=tuple(
            replace(one, kind=StationKind.INDEPENDENT, needs_adult=False)
            if _is_led_by_none(one, plan, out)
            else one
            for one in problem.stations
        ),
    )


def _is_led_by_none(station: StationToVisit, plan: PlanRow, out: Collection[str]) -> bool:
    """Whether nobody leads there that day: its adult is out, or a substitute teaches."""
    if station.adult:
        return station.adult in out
    return plan.has_substitute and station.kind is StationKind.TEACHER_LED


def tasks_without(
    adult: str,
    plan: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    *,
    over: Collection[int] = (),
) -> dict[Cell, str]:
    """What the groups at an adult's stations can do alone; `playlists` by group id.

    Where the work is not led and needs no adult, its task stays: only nobody is there to help.
    Rounds that are `over` stay as they were.
    """
    theirs = {one.name: one for one in problem.stations if one.adult == adult}
    found: dict[Cell, str] = {}
    for line in plan.groups:
        taken = {visit.task for visit in line.visits if visit is not None}
        playlist = playlists.get(line.group_id)
        for visit in line.visits:
            if visit is None or visit.station_name not in theirs or visit.stand_in:
                continue
            if visit.round_number in over:
                continue
            task = visit.task
            if (
                visit.station_kind is StationKind.TEACHER_LED
                or theirs[visit.station_name].needs_adult
            ):
                task = _first_new(_alone_ideas(playlist, visit), taken)
                taken.add(task)
            found[line.group_id, visit.round_number] = task
    return found


def tasks_alone(
    cells: Collection[Cell], plan: PlanRow, playlists: Mapping[int, PlaylistRow]
) -> dict[Cell, str]:
    """What can be done in these cells without an adult; `playlists` by group id."""
    return _work_in(cells, plan, playlists, _alone_ideas)


def tasks_on_paper(
    cells: Collection[Cell], plan: PlanRow, playlists: Mapping[int, PlaylistRow]
) -> dict[Cell, str]:
    """What can be done in these cells without a device; `playlists` by group id."""
    return _work_in(cells, plan, playlists, _paper_ideas)


def _work_in(
    cells: Collection[Cell],
    plan: PlanRow,
    playlists: Mapping[int, PlaylistRow],
    ideas_of: Callable[[PlaylistRow | None, VisitRow], tuple[str, ...]],
) -> dict[Cell, str]:
    """The first idea for each of these cells that its group does not have yet."""
    found: dict[Cell, str] = {}
    for line in plan.groups:
        taken = {visit.task for visit in line.visits if visit is not None}
        for visit in line.visits:
            if visit is not None and (line.group_id, visit.round_number) in cells:
                task = _first_new(ideas_of(playlists.get(line.group_id), visit), taken)
                taken.add(task)
                found[line.group_id, visit.round_number] = task
    return found


def _first_new(ideas: Sequence[str], taken: Collection[str]) -> str:
    return next((one for one in ideas if one not in taken), ideas[0])


def _paper_ideas(playlist: PlaylistRow | None, _visit: VisitRow) -> tuple[str, ...]:
    items = [
        one
        for one in (playlist.items if playlist else ())
        if _is_work(one) and not one.needs_device and one.group_mode is not GroupMode.TEACHER
    ]
    items.sort(key=lambda one: _ROLES.index(one.role))
    return tuple(dict.fromkeys((*(one.title for one in items), *_ON_PAPER)))


def _alone_ideas(playlist: PlaylistRow | None, visit: VisitRow) -> tuple[str, ...]:
    """Work without an adult; on a device only where the station has some."""
    has_devices = StationKind.DIGITAL in (visit.station_kind, visit.planned_kind)
    alone = [
        one.title
        for one in (playlist.items if playlist else ())
        if one.group_mode is GroupMode.ALONE
        and _is_work(one)
        and (has_devices or not one.needs_device)
    ]
    plain = task_ideas(StationKind.INDEPENDENT, ())
    return tuple(dict.fromkeys((*alone, *plain)))


def _offline_items(playlist: PlaylistRow | None, known: Mapping[str, bool]) -> tuple[str, ...]:
    """Titles of a playlist that need no internet and no teacher: must do first, devices last."""
    items = [
        one
        for one in (playlist.items if playlist else ())
        if _is_work(one)
        and one.group_mode is not GroupMode.TEACHER
        and not known.get(one.title, one.needs_device)
    ]
    items.sort(key=lambda one: (_ROLES.index(one.role), one.needs_device))
    return tuple(dict.fromkeys(one.title for one in items))


def _is_work(item: PlaylistItemRow) -> bool:
    return bool(item.title) and item.role in _ROLES and not hints_at_level(item.title)
