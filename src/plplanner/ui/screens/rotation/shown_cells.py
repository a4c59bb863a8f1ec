"""A lesson's cells as Tomorrow shows them: the grid, what fits a cell, how many rounds fit."""

from collections.abc import Sequence

from plplanner.rotation.fill_tasks import tasks_of_playlist
from plplanner.rotation.pick_tasks import task_ideas
from plplanner.rotation.rounds import RoundChoice, RoundLength, round_choices
from plplanner.rotation.rows import PlanGroupRow, TimedRound, VisitRow
from plplanner.rotation.stand_ins import offline_ideas, still_waiting
from plplanner.terms import StationKind
from plplanner.ui.kit.plan_grid_rows import PlanGridRows
from plplanner.ui.screens.rotation.grid_rows import grid_of
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson

_MOST_ROUNDS = 5


def grid_of_lesson(lesson: PlannedLesson, held: Sequence[TimedRound] | None = None) -> PlanGridRows:
    """Groups × rounds, or students × rounds; `held` as in `grid_of`."""
    names = {row.id: row.name for row in lesson.students}
    counts = {
        (line.group_id, visit.round_number): len(ideas_in(lesson, line, visit))
        for line in lesson.plan.groups
        for visit in line.visits
        if visit is not None and not visit.task
    }
    waiting = {
        (line.group_id, visit.round_number)
        for line, visit in still_waiting(lesson.plan, lesson.needing_internet)
    }
    return grid_of(lesson.plan, lesson.problem, names, counts, waiting=waiting, held=held)


def ideas_in(lesson: PlannedLesson, line: PlanGroupRow, visit: VisitRow) -> tuple[str, ...]:
    """What fits a cell, the best first: playlist items, then plain words."""
    playlist = lesson.playlists.get(line.group_id)
    kinds = visit.station_kind, visit.planned_kind
    if not lesson.plan.has_internet and StationKind.DIGITAL in kinds:
        return offline_ideas(visit, playlist, lesson.needing_internet)
    return task_ideas(
        visit.station_kind,
        tasks_of_playlist(playlist) if playlist else (),
        playlist_title=playlist.title if playlist else None,
    )


def rounds_to_choose(lesson: PlannedLesson) -> tuple[RoundChoice, ...]:
    """How many rounds the lesson could have; shorter than ten minutes is not offered."""
    plan = lesson.plan
    most = plan.together or lesson.problem.stations
    found = round_choices(
        minutes=plan.minutes, launch=plan.launch, close=plan.close, move=plan.move,
        most=min(_MOST_ROUNDS, len(most)),
    )  # fmt: skip
    kept = [row for row in found if row.length is not RoundLength.TOO_SHORT]
    return tuple(kept or found[:1])
