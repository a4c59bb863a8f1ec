"""A new draft in the place of a plan: the day stays without what it had to do without."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.records import record
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.draft import draft_as_plan
from plplanner.rotation.drafting.commands import keep_draft, keep_draft_and
from plplanner.rotation.drafting.queries import (
    needing_internet,
    playlists_for_groups,
    playlists_of_draft,
    rotation_problem,
)
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.locked_cells import as_planned
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import NO_INTERNET, SUBSTITUTE, PlanDraft, PlanRow, RotationProblem
from plplanner.rotation.stand_ins_again import stand_ins_again
from plplanner.rotation.substitute.commands import hand_to_substitute
from plplanner.rotation.templates.day_shape import in_shape
from plplanner.rotation.templates.queries import template_on
from plplanner.rotation.templates.rows import DayShape
from plplanner.ui.desk import Desk, StepSession
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.words import listed

# By why something stands in: the task by (group id, round number).
StandIns = Mapping[str, Mapping[tuple[int, int], str]]
_STAYS = {NO_INTERNET: "no internet", SUBSTITUTE: "a substitute teaches"}


@record(frozen=True)
class ToDraft:
    """All that drafting a day anew needs: what it thinks about, and what it puts in place."""

    of: SchoolClassRow
    groups: GroupSetRow
    problem: RotationProblem
    playlists: Mapping[int, PlaylistRow]
    shape: DayShape | None
    before: PlanRow | None

    @property
    def rounds(self) -> int:
        """How many rounds there will be."""
        return len(clock_rounds(self.problem))


def to_draft(
    desk: Desk, lesson: PlannedLesson, of: SchoolClassRow, *, on: date | None = None,
    rounds: int | None = None,
) -> ToDraft | None:  # fmt: skip
    """The newest groups on the day of a lesson, or `on` another, in the shape of the weekday.

    None without groups; `rounds` None takes as many as the template has, or as fit well.
    """
    groups, day = lesson.newest, on or lesson.plan.day
    if groups is None:
        return None
    problem = desk.ask(rotation_problem, class_id=of.id, day=day, groups=groups, rounds=rounds)
    template = desk.ask(template_on, class_id=of.id, day=day)
    saved = desk.ask(plan_on, class_id=of.id, day=day)
    shape = template.shape if template is not None else None
    playlists = desk.ask(playlists_for_groups, groups=groups)
    so_far = lesson.plan if on is None else saved
    if so_far is not None:
        problem = as_planned(problem, so_far)
    if shape is not None:
        problem = in_shape(problem, shape)
    return ToDraft(of, groups, problem, playlists, shape, saved)


def put_in_place(
    desk: Desk,
    draft: PlanDraft,
    *,
    of: SchoolClassRow,
    groups: GroupSetRow,
    before: PlanRow | None,
    label: str,
) -> str | None:
    """Keep a draft in place of the plan `before`, as one step; None when it was refused.

    Answers what is as it was, in words for the toast; nothing on an ordinary day.
    """
    again = _stand_ins(desk, draft, of, groups, before) if before is not None else {}
    kept = desk.do(
        keep_draft_and, label=label, class_id=of.id, draft=draft, then=_stand_in,
        said={"again": again},
    )  # fmt: skip
    return None if kept is None else _stays(again)


def put_days_in_place(
    desk: Desk, days: Sequence[tuple[ToDraft, PlanDraft]], *, label: str
) -> str | None:
    """Keep a draft for each of several days, all as one step; answers as `put_in_place` does."""
    again = [
        _stand_ins(desk, draft, asked.of, asked.groups, asked.before) if asked.before else {}
        for asked, draft in days
    ]

    def keep(session: StepSession) -> bool:
        for (asked, draft), tasks in zip(days, again, strict=True):
            plan_id = keep_draft(session, class_id=asked.of.id, draft=draft)
            _stand_in(session, plan_id, again=tasks)
        return True

    kept = desk.do_together(label, keep)
    return None if kept is None else _stays(dict.fromkeys(chain.from_iterable(again)))


def _stand_in(session: StepSession, plan_id: int, *, again: StandIns) -> None:
    for why, tasks in again.items():
        if why == SUBSTITUTE:
            hand_to_substitute(session, plan_id=plan_id, tasks=tasks)
        else:
            let_stand_in(session, plan_id=plan_id, why=why, tasks=tasks, says="")


def _stays(again: Iterable[str]) -> str:
    stays = [_STAYS.get(why, f"{why} is out") for why in again]
    return f" It stays as it was: {listed(stays)}." if stays else ""


def _stand_ins(
    desk: Desk,
    draft: PlanDraft,
    of: SchoolClassRow,
    groups: GroupSetRow,
    before: PlanRow,
) -> StandIns:
    playlists = desk.ask(playlists_of_draft, draft=draft)
    drafted = draft_as_plan(draft, groups=groups, of=of)
    known = desk.ask(needing_internet) if not before.has_internet else {}
    return stand_ins_again(before, drafted, draft.problem, playlists, known)
