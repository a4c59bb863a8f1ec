"""What groups rest on: that of saved groups, the evidence it gives, and how it is said."""

from collections.abc import Sequence

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.grouping.queries import basis_of_groups, students_to_group
from plplanner.grouping.rows import GroupingBasis, StudentToGroup
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.grouping.score_strip import ScoreStrip, cut_spoken
from plplanner.ui.stage import Stage


def basis_of_saved(
    stage: Stage, bases: Sequence[GroupingBasis], saved: GroupSetRow
) -> GroupingBasis:
    """What saved groups rest on: one of `bases` where it still is, else as it was saved."""
    known = stage.desk.ask(basis_of_groups, groups=saved)
    return next((one for one in bases if _same(one, known)), known)


def evidence_on(
    stage: Stage, basis: GroupingBasis, scale: MasteryScale, *, class_id: int
) -> tuple[StudentToGroup, ...]:
    """Everyone in the class with what the basis says today."""
    return stage.desk.ask(
        students_to_group,
        class_id=class_id,
        basis=basis,
        on=stage.clock().date(),
        scale=scale,
    )


def said_with_cuts(basis: GroupingBasis, strip: ScoreStrip | None, scale: MasteryScale) -> str:
    """What groups rest on, with the cuts where they are not the usual ones."""
    if strip is None or scale == DEFAULT_SCALE:
        return basis.words
    secure, nearly = cut_spoken(strip, strip.secure), cut_spoken(strip, strip.nearly)
    return f"{basis.words}, secure from {secure}, nearly from {nearly}"


def _same(one: GroupingBasis, other: GroupingBasis) -> bool:
    if one.assessment_id is not None or other.assessment_id is not None:
        return one.assessment_id == other.assessment_id
    return one.standard_id is not None and one.standard_id == other.standard_id
