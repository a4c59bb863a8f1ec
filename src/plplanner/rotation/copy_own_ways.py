"""An earlier day planned student by student, for another day: each student the ways she had."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.playlists.rows import PlaylistRow
from plplanner.problems import Problem
from plplanner.rotation.copy_plan import (
    CopiedPlan,
    StationsOfBoth,
    lesson_as_then,
    not_met,
    rounds_as_then,
    said_of_rounds,
    said_of_stations,
    task_as_planned,
)
from plplanner.rotation.few_names import few_names
from plplanner.rotation.fill_tasks import tasks_for_visits
from plplanner.rotation.newcomers import ways_for_newcomers
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.rows import (
    GroupToRotate,
    PlanDraft,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    RotationProposal,
    RoundRow,
    Visit,
)
from plplanner.terms import MasteryLevel


def copy_own_ways(
    earlier: PlanRow,
    problem: RotationProblem,
    *,
    group_set_id: int,
    playlists: Mapping[int, PlaylistRow],
    levels: Mapping[int, MasteryLevel],
) -> CopiedPlan:
    """The ways of `earlier` for the day, lesson time and students of `problem`.

    The lines of `problem` and the `playlists` are called by −student id, `levels` by student. Who
    is new, or worked at a seat of her own then, goes around the others; for whom no seat is left
    is not in the draft, and a note says so. Raises Problem where not one round fits, or nobody is
    left to plan for.
    """
    ways = {-line.student_ids[0]: line for line in earlier.alone if not _is_seated(line)}
    rounds = rounds_as_then(earlier, problem)
    stations = StationsOfBoth(problem.stations)
    then = {
        Visit(one.group_id, row.number, stations.named(visit)): task_as_planned(visit)
        for one in problem.groups
        if one.group_id in ways
        for row, visit in zip(rounds, ways[one.group_id].visits, strict=False)
        if visit is not None
    }
    lesson = lesson_as_then(earlier, problem, rounds, stations)
    new = [one for one in problem.groups if one.group_id not in ways]
    around = _around(lesson, rounds, tuple(then), new)
    placed = {visit.group_id for visit in (*then, *around)}
    if not placed:
        raise Problem("There is nobody to plan for.", "Add students to this class, or seats.")
    lesson = replace(lesson, groups=tuple(g for g in lesson.groups if g.group_id in placed))
    made = (*then, *around)
    proposal = RotationProposal(rounds, made, not_met(lesson, made), (), ())
    draft = PlanDraft(
        group_set_id=group_set_id,
        problem=lesson,
        proposal=proposal,
        tasks={
            **tasks_for_visits(lesson, replace(proposal, visits=around), playlists),
            **{(one.group_id, one.round_number): task for one, task in then.items()},
        },
        playlist_ids={line: row.id for line, row in playlists.items() if line in placed},
        when_done=earlier.when_done,
        levels={one: level for one, level in levels.items() if -one in placed},
    )
    notes = (
        *_said_of_new(new, placed, {-line.student_ids[0] for line in earlier.alone}),
        *said_of_rounds(earlier, rounds),
        *said_of_stations(problem, lesson),
    )
    return CopiedPlan(draft, notes)


def _is_seated(line: PlanGroupRow) -> bool:
    """Whether she worked at a seat of her own: that is no way, and no station to come back."""
    return any(visit is not None and visit.station_name == OWN_SEAT for visit in line.visits)


def _around(
    lesson: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    new: Sequence[GroupToRotate],
) -> tuple[Visit, ...]:
    """A way for each who has none, beside all before her; none where no seat is left."""
    made: tuple[Visit, ...] = ()
    for one in new:
        try:
            made += ways_for_newcomers(lesson, rounds, (*visits, *made), [one]).visits
        except Problem:
            continue
    return made


def _said_of_new(
    new: Sequence[GroupToRotate], placed: Collection[int], seated: Collection[int]
) -> Iterator[str]:
    """Who goes around the others and why; who cannot."""
    there = [one for one in new if one.group_id in placed]
    fresh = [one.name for one in there if one.group_id not in seated]
    back = [one.name for one in there if one.group_id in seated]
    out = [one.name for one in new if one.group_id not in placed]
    if fresh:
        yield f"{few_names(fresh)} {_is(fresh)} new, with a way at free seats."
    if back:
        yield f"{few_names(back)} had an own seat then; now with a way at free seats."
    if out:
        yield f"{few_names(out)} {_is(out)} left out: in some round no seat is free."


def _is(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"
