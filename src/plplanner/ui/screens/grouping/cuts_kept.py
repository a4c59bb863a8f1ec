"""Where the teacher put the cuts, kept while the program runs."""

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.grouping.rows import GroupingBasis

_Key = tuple[int | None, int | None, tuple[str, ...]]


class CutsKept:
    """The cuts of every assessment or standard; saved groups keep their own in the planner."""

    def __init__(self) -> None:
        """The usual cuts everywhere."""
        self._of_basis: dict[_Key, MasteryScale] = {}

    def keep(self, basis: GroupingBasis, scale: MasteryScale) -> None:
        """Remember where the cuts of a basis were put."""
        self._of_basis[_key(basis)] = scale

    def forget(self, basis: GroupingBasis) -> None:
        """The draft they were put for is given up."""
        self._of_basis.pop(_key(basis), None)

    def of(
        self, basis: GroupingBasis | None, *, otherwise: MasteryScale = DEFAULT_SCALE
    ) -> MasteryScale:
        """The cuts of a basis."""
        return self._of_basis.get(_key(basis), otherwise) if basis is not None else otherwise


def _key(basis: GroupingBasis) -> _Key:
    # The words may change with the title; what is measured stays.
    return basis.assessment_id, basis.standard_id, basis.codes
