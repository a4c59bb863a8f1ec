"""A draft as it is saved, whichever act saves it."""

from datetime import date
from typing import TypedDict

from plplanner.grouping.changes import with_stays_explained
from plplanner.grouping.draft import Draft
from plplanner.grouping.rows import GroupingProposal
from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.basis_choice import said_with_cuts
from plplanner.ui.screens.grouping.viewmodel import GroupsModel


class ToSave(TypedDict):
    """What `save_groups` is told of a draft."""

    class_id: int
    created_on: date
    basis: str
    strategy: GroupingStrategy
    seed: int
    proposal: GroupingProposal
    assessment_id: int | None
    standard_id: int | None
    moved: tuple[int, ...]
    locked: tuple[int, ...]
    nearly_cut: float
    secure_cut: float


def what_to_save(model: GroupsModel, draft: Draft) -> ToSave:
    """The draft of today, with what it rests on; who stays by the teacher's wish is explained."""
    basis, scale = model.asked.basis, model.asked.scale
    is_on_table = draft is model.draft
    stays = {move.student_id for move in model.changes.moves if move.stays and is_on_table}
    to_save = draft.to_save()
    if is_on_table:
        to_save = with_stays_explained(to_save, draft.problem.students, model.changes)
    return ToSave(
        class_id=model.class_id or 0,
        created_on=model.stage.clock().date(),
        basis=said_with_cuts(basis, model.shown.strip, scale) if basis is not None else "",
        strategy=model.asked.strategy,
        seed=draft.problem.seed,
        proposal=to_save,
        assessment_id=basis.assessment_id if basis is not None else None,
        standard_id=basis.standard_id if basis is not None else None,
        moved=tuple(one for one in draft.moves if one not in stays),
        locked=tuple(lock.student_id for lock in model.asked.locks),
        nearly_cut=scale.nearly,
        secure_cut=scale.secure,
    )
