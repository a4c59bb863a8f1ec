"""A rotation spread over days: thought through, and all its days put in place as one step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from plplanner.rotation.draft import draft_of, draft_plan
from plplanner.rotation.must_see import with_choice
from plplanner.rotation.pick_tasks import FINISH
from plplanner.rotation.rows import PlanDraft
from plplanner.rotation.spread_days import SpreadChoice, after_days, spread_rotation
from plplanner.rotation.templates.day_shape import with_routine
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.redrafting import ToDraft, put_days_in_place, to_draft
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


def spread(
    stage: Stage,
    lesson: PlannedLesson,
    days: Sequence[date],
    choice: SpreadChoice,
    catch_up: bool,
) -> None:
    """Think it through off the main thread, then put all the days in place as one step."""
    of = stage.choice.school_class
    if of is None:
        return
    used = days[: choice.days + catch_up]
    asked = [to_draft(stage.desk, lesson, of, on=day) for day in used]
    known = [one for one in asked if one is not None]
    stage.jobs.think(
        partial(drafts_of_days, known, choice),
        then=partial(_put, stage, known, choice),
        on_problem=stage.wishes.warn.emit,
    )


def drafts_of_days(asked: Sequence[ToDraft], choice: SpreadChoice) -> list[PlanDraft]:
    """The drafts of the days, and of the one to catch up where one more day is asked for.

    All days have the stations of the first. To catch up, everyone without the teacher finishes
    what is open.
    """
    first = asked[0].problem
    problems = [
        replace(one.problem, stations=first.stations, rounds=choice.rounds, lengths=())
        for one in asked[: choice.days]
    ]
    proposals = spread_rotation(problems)
    drafts = [
        _routine(
            one, draft_of(problem, proposal, group_set_id=one.groups.id, playlists=one.playlists)
        )
        for one, problem, proposal in zip(asked, problems, proposals, strict=False)
    ]
    for one in asked[choice.days :]:
        problem = after_days(one.problem, problems, proposals)
        last = draft_plan(problem, group_set_id=one.groups.id, playlists=one.playlists)
        drafts.append(with_choice(last, besides=(), words=FINISH))
    return [
        replace(draft, part=place, parts=choice.days) for place, draft in enumerate(drafts, start=1)
    ]


def _routine(asked: ToDraft, draft: PlanDraft) -> PlanDraft:
    return draft if asked.shape is None else with_routine(draft, asked.shape)


def _put(
    stage: Stage,
    asked: Sequence[ToDraft],
    choice: SpreadChoice,
    drafts: Sequence[PlanDraft],
) -> None:
    days = [day_words(draft.problem.day) for draft in drafts]
    words = listed(days[: choice.days])
    stays = put_days_in_place(
        stage.desk, list(zip(asked, drafts, strict=True)), label=f"Spread over {words}"
    )
    if stays is not None:
        later = f", to catch up {days[-1]}" if len(days) > choice.days else ""
        stage.wishes.say.emit(f"Spread over {words}{later}.{stays}")
