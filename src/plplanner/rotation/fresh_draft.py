"""A day drafted from the newest groups, in the shape its weekday has: frozen in, a draft out."""

from collections.abc import Mapping

from plplanner.playlists.rows import PlaylistRow
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.rows import PlanDraft, RotationProblem
from plplanner.rotation.templates.rows import DayTemplateRow


@record(frozen=True)
class DayToDraft:
    """All that decides a draft; `playlists` by group id."""

    problem: RotationProblem
    group_set_id: int
    playlists: Mapping[int, PlaylistRow]
    template: DayTemplateRow | None = None


@record(frozen=True)
class FreshDraft:
    """A draft, the template it has the shape of, and in sentences what of that is not kept."""

    draft: PlanDraft
    template: str = ""
    notes: tuple[str, ...] = ()


def fresh_draft(asked: DayToDraft) -> FreshDraft:
    """The draft of a day; a template that does not fit any more is left out, and a note says so.

    Raises Problem as build_rotation does.
    """
    if asked.template is None:
        return FreshDraft(_plain(asked))
    try:
        return draft_in_template(asked, asked.template)
    except Problem as problem:
        says = f"“{asked.template.name}” does not fit: {problem.what}"
        return FreshDraft(_plain(asked), notes=(says,))


def draft_in_template(asked: DayToDraft, template: DayTemplateRow) -> FreshDraft:
    """The draft of a day in the shape of a template. Raises Problem where it does not fit."""
    # Most classes have no template: the first screen does not wait for what they would need.
    from plplanner.rotation.templates.day_shape import (  # noqa: PLC0415
        in_shape,
        not_as_it_was,
        with_routine,
    )

    shape = template.shape
    shaped = draft_plan(
        in_shape(asked.problem, shape),
        group_set_id=asked.group_set_id,
        playlists=asked.playlists,
    )
    draft = with_routine(shaped, shape)
    return FreshDraft(draft, template.name, tuple(not_as_it_was(draft, shape)))


def _plain(asked: DayToDraft) -> PlanDraft:
    return draft_plan(asked.problem, group_set_id=asked.group_set_id, playlists=asked.playlists)
