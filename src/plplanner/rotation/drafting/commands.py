"""How a draft becomes the plan of its day."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from sqlalchemy.orm import Session

from plplanner.rotation.commands import save_plan
from plplanner.rotation.own_places import in_places, with_places
from plplanner.rotation.rows import PlanDraft
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Plan {draft.problem.day:%A}")
def keep_draft(session: Session, *, class_id: int, draft: PlanDraft) -> int:
    """Accept a draft: its plan, and the playlists of its groups until Friday; returns its id.

    Where each student goes her own way, her line gets its place first.
    """
    draft = with_places(draft, _places(session, class_id, draft))
    # A plan that is looked at does not wait for what keeps it.
    from plplanner.playlists.commands import assign_to_groups  # noqa: PLC0415

    day = draft.problem.day
    assign_to_groups(
        session,
        playlists=draft.playlist_ids,
        starts_on=day,
        ends_on=day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday())),
    )
    return save_plan(
        session,
        class_id=class_id,
        group_set_id=draft.group_set_id,
        problem=draft.problem,
        proposal=draft.proposal,
        tasks=draft.tasks,
        when_done=draft.when_done,
        of_days=(draft.part, draft.parts),
        locked=draft.locked,
    )


@step("{label}")
def keep_draft_and(
    session: Session,
    *,
    label: str,
    class_id: int,
    draft: PlanDraft,
    then: Callable[..., object],
    said: Mapping[str, object] | None = None,
) -> int:
    """Accept a draft and change it at once: one step, called after the change.

    `label` names the step; `then` gets the session, `plan_id`, and what is `said`: of lines, by the
    ids they are kept under.
    """
    del label  # the step is called by it
    places = _places(session, class_id, draft)
    plan_id = keep_draft(session, class_id=class_id, draft=with_places(draft, places))
    then(session, plan_id=plan_id, **in_places(said or {}, places))
    return plan_id


def _places(session: Session, class_id: int, draft: PlanDraft) -> dict[int, int]:
    """The places of the lines that have none yet, by −student id; most drafts have no such line."""
    if not draft.levels:
        return {}
    from plplanner.grouping.saved.commands import keep_own_ways  # noqa: PLC0415 - few days need it

    kept = keep_own_ways(session, class_id=class_id, on=draft.problem.day, levels=draft.levels)
    return {-student_id: place for student_id, place in kept.items()}
