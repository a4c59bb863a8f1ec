"""A day that is drafted again stays the day it is: without internet, an adult, or the teacher."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from plplanner.playlists.rows import PlaylistRow
from plplanner.rotation.adult_hours import helped
from plplanner.rotation.rows import NO_INTERNET, SUBSTITUTE, PlanRow, RotationProblem
from plplanner.rotation.stand_ins import adults_out, plan_bs, tasks_without
from plplanner.rotation.substitute.supervised import tasks_to_watch

Cell = tuple[int, int]  # group id, round number


def stand_ins_again(
    before: PlanRow,
    drafted: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    known: Mapping[str, bool],
) -> dict[str, dict[Cell, str]]:
    """What must stand in in a new draft for what the plan `before` had to do without, by why.

    `problem` is the lesson of the draft, `playlists` by group id; `known` says of titles whether
    they need internet. Nothing stands in twice in one cell, nor twice for one group while other
    work is left.
    """
    found: dict[str, dict[Cell, str]] = {}
    for why, pick in _ways(before, problem, playlists, known):
        found[why] = pick(drafted)
        drafted = _with(drafted, why, found[why])
    return found


def _ways(
    before: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    known: Mapping[str, bool],
) -> Iterator[tuple[str, Callable[[PlanRow], dict[Cell, str]]]]:
    if before.has_substitute:
        others = helped(problem.stations)
        yield SUBSTITUTE, partial(tasks_to_watch, playlists=playlists, led_by_others=others)
    for adult in sorted(adults_out(before)):
        yield adult, partial(_alone, adult, problem=problem, playlists=playlists)
    if not before.has_internet:
        yield NO_INTERNET, partial(plan_bs, playlists=playlists, known=known)


def _alone(
    adult: str, plan: PlanRow, *, problem: RotationProblem, playlists: Mapping[int, PlaylistRow]
) -> dict[Cell, str]:
    return tasks_without(adult, plan, problem, playlists)


def _with(plan: PlanRow, why: str, tasks: Mapping[Cell, str]) -> PlanRow:
    """The plan with these tasks standing in, as the next way finds it."""
    return replace(
        plan,
        groups=tuple(
            replace(
                line,
                visits=tuple(
                    visit
                    if visit is None or (line.group_id, visit.round_number) not in tasks
                    else replace(visit, task=tasks[line.group_id, visit.round_number], stand_in=why)
                    for visit in line.visits
                ),
            )
            for line in plan.groups
        ),
    )
