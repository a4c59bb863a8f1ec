"""Lines called by −student id, as long as they have no place: what is said of them, by place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from plplanner.rotation.rows import PlanDraft


def with_places(draft: PlanDraft, places: Mapping[int, int]) -> PlanDraft:
    """The draft by the ids its lines are kept under; `places` are those, by −student id."""
    if not places:
        return draft
    proposal = draft.proposal
    visits = tuple(replace(one, group_id=places[one.group_id]) for one in proposal.visits)
    return replace(
        draft,
        proposal=replace(proposal, visits=visits),
        tasks=in_places(draft.tasks, places),
        playlist_ids=in_places(draft.playlist_ids, places),
        locked=in_places(draft.locked, places),
        levels={},
    )


def in_places(said: Any, places: Mapping[int, int]) -> Any:  # noqa: ANN401 - what a command takes
    """The same of the lines that are kept: ids, cells, tasks by cell, or arguments by name.

    The words of a task and the id of a playlist stay what they are.
    """
    if not places:
        return said
    if isinstance(said, int):
        return places.get(said, said)
    if isinstance(said, Mapping):
        return {in_places(key, places): in_places(what, places) for key, what in said.items()}
    if isinstance(said, tuple | list | set | frozenset):
        return type(said)(in_places(one, places) for one in said)
    return said
