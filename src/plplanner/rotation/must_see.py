"""A lesson in which the teacher names who she must see; who need not be seen may choose."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from plplanner.grouping.engine.work import Stop, never
from plplanner.playlists.rows import PlaylistRow
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.locked_cells import led_stations
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.pick_tasks import MAY_DO
from plplanner.rotation.rows import PlanDraft, RotationProblem
from plplanner.rotation.templates.day_shape import with_routine
from plplanner.rotation.templates.rows import DayShape


def draft_must_see(
    problem: RotationProblem,
    must_see: Collection[int],
    *,
    group_set_id: int,
    playlists: Mapping[int, PlaylistRow],
    others_choose: bool,
    shape: DayShape | None = None,
) -> PlanDraft:
    """A draft in which these groups, by id, meet the teacher; turns left over go by who waited.

    Their places at the teacher's are locked, so that they come when the day is drafted again, too.
    With `others_choose`, who is not among them works on a may-do of her choice at every station
    without the teacher. `shape` says what every group does somewhere else. Raises Problem as
    build_rotation, and when not all of them can be met.
    """
    asked = replace(problem, must_see=tuple(sorted(must_see)))
    draft = draft_plan(asked, group_set_id=group_set_id, playlists=playlists)
    if shape is not None:
        draft = with_routine(draft, shape)
    return _who_is_seen(draft, must_see, others_choose=others_choose)


def draft_own_must_see(
    problem: RotationProblem,
    must_see: Collection[int],
    *,
    group_set_id: int,
    playlists: Mapping[int, PlaylistRow],
    others_choose: bool,
    stop: Stop = never,
) -> PlanDraft:
    """The same where each student goes her own way: these students meet the teacher.

    Raises Problem as `plan_own_ways`, and when not all of them can be met.
    """
    asked = replace(problem, must_see=tuple(sorted(must_see)))
    draft = draft_own_ways(asked, group_set_id=group_set_id, playlists=playlists, stop=stop)
    return _who_is_seen(draft, must_see, others_choose=others_choose)


def _who_is_seen(draft: PlanDraft, must_see: Collection[int], *, others_choose: bool) -> PlanDraft:
    if others_choose:
        draft = with_choice(draft, besides=must_see, words=MAY_DO)
    named = {
        (visit.group_id, visit.round_number)
        for visit in draft.proposal.visits
        if visit.group_id in must_see and visit.station_id in led_stations(draft.problem)
    }
    return replace(draft, locked=draft.locked | named)


def with_choice(draft: PlanDraft, *, besides: Collection[int], words: str) -> PlanDraft:
    """A draft in which every group has these words where it is without the teacher.

    Groups `besides`, by id, keep their tasks, and so does what is locked.
    """
    led = led_stations(draft.problem)
    chosen = {
        (visit.group_id, visit.round_number): words
        for visit in draft.proposal.visits
        if visit.group_id not in besides
        and visit.station_id not in led
        and (visit.group_id, visit.round_number) not in draft.locked
    }
    return replace(draft, tasks={**draft.tasks, **chosen})
