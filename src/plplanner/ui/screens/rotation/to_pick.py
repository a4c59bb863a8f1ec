"""What the task picker needs to know of a cell, asked when it opens."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from plplanner.records import record
from plplanner.rotation.picking.queries import library_to_pick, standard_of_groups, tasks_used
from plplanner.rotation.rows import PlanGroupRow
from plplanner.rotation.task_offers import CellToFill, LibraryTask
from plplanner.terms import PlaylistUse
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.shown_cells import ideas_in

_USE_FOR_NEED = (PlaylistUse.EXTEND, PlaylistUse.PRACTISE, PlaylistUse.RETEACH)


@record(frozen=True)
class ToPick:
    """A cell, all of Resources, and when the class had a task last."""

    cell: CellToFill
    library: tuple[LibraryTask, ...] = ()
    used: Mapping[str, date] = field(default_factory=dict)


def to_pick(desk: Desk, lesson: PlannedLesson, line: int, round_index: int) -> ToPick:
    """A cell of a lesson with everything that could stand in it."""
    plan = lesson.plan
    return ToPick(
        cell=_cell(desk, lesson, plan.groups[line], round_index),
        library=desk.ask(library_to_pick),
        used=desk.ask(tasks_used, class_id=plan.class_id, before=plan.day),
    )


def _cell(desk: Desk, lesson: PlannedLesson, group: PlanGroupRow, round_index: int) -> CellToFill:
    plan, visit = lesson.plan, group.visits[round_index]
    if visit is None:
        raise LookupError("a group without a station has nothing to do there")
    return CellToFill(
        minutes=plan.rounds[round_index].minutes,
        kind=visit.station_kind,
        use=_use(lesson, group.group_id),
        standard=_standard(desk, lesson, group.group_id),
        has_internet=plan.has_internet,
        has_devices=lesson.problem.devices.working != 0,
        ideas=ideas_in(lesson, group, visit),
        planned={
            one.task: one.round_number
            for one in reversed(group.visits)
            if one is not None and one.task
        },
    )


def _use(lesson: PlannedLesson, group_id: int) -> PlaylistUse:
    """What the group needs today, whatever its playlist is for: that may be the nearest one."""
    need = next(one.need for one in lesson.problem.groups if one.group_id == group_id)
    return _USE_FOR_NEED[need]


def _standard(desk: Desk, lesson: PlannedLesson, group_id: int) -> str:
    """What the group works on; without a playlist, what the groups were made for."""
    playlist = lesson.playlists.get(group_id)
    if playlist is not None and playlist.standard is not None:
        return playlist.standard.code
    return desk.ask(standard_of_groups, group_set_id=lesson.plan.group_set_id)
