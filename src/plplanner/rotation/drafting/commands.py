"""How a draft becomes the plan of its day."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy.orm import Session

from plplanner.rotation.commands import save_plan
from plplanner.rotation.rows import PlanDraft
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Plan {draft.problem.day:%A}")
def keep_draft(session: Session, *, class_id: int, draft: PlanDraft) -> int:
    """Accept a draft: its plan, and the playlists of its groups until Friday; returns its id."""
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
    then: Callable[[Session, int], object],
) -> int:
    """Accept a draft and change it at once: one step, called after the change.

    `label` names the step; `then` gets the session and the id of the new plan.
    """
    del label  # the step is called by it
    plan_id = keep_draft(session, class_id=class_id, draft=draft)
    then(session, plan_id)
    return plan_id
