"""What groups rest on: the usual choice, that of saved groups, and the evidence it gives."""

from collections.abc import Sequence

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.gradebook.queries import newest_check
from plplanner.grouping.queries import basis_of_groups, students_to_group
from plplanner.grouping.rows import GroupingBasis, GroupSetRow, StudentToGroup
from plplanner.grouping.score_strip import ScoreStrip, cut_spoken
from plplanner.ui.stage import Stage


def usual_basis(
    stage: Stage, bases: Sequence[GroupingBasis], *, class_id: int, students: int
) -> GroupingBasis | None:
    """The newest check most of the class has taken, else the newest assessment with scores."""
    newest = stage.desk.ask(newest_check, class_id=class_id, students=students)
    fitting = [one for one in bases if newest is not None and one.assessment_id == newest.id]
    return next(iter(fitting or bases), None)


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
