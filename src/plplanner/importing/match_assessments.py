"""Which assessments of a file are in the class already, so that it updates instead of doubling."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from plplanner.importing.clean_text import name_form
from plplanner.importing.guess_kind import guess_kind
from plplanner.importing.rows import AssessmentRead, KnownAssessment, PlannedAssessment

_CLOSE = 0.005
_Same = Callable[[AssessmentRead, KnownAssessment], bool]


def match_assessments(
    read: Sequence[AssessmentRead], known: Sequence[KnownAssessment]
) -> tuple[PlannedAssessment, ...]:
    """Each known assessment is taken once: by its own id, by title and points, by title alone.

    A title counts as the planner has it or as the last file had it. Title alone decides only
    when one assessment of the file and one of the class bear it. Two different ids of one system
    always speak against.
    """
    taken: dict[int, KnownAssessment] = {}
    _take(read, known, taken, _same_native_id)
    _take(read, known, taken, _same_title_and_points)
    _take(read, known, taken, _same_title, only_unique=True)
    return tuple(_planned(one, taken.get(place)) for place, one in enumerate(read))


def _take(
    read: Sequence[AssessmentRead],
    known: Sequence[KnownAssessment],
    taken: dict[int, KnownAssessment],
    same: _Same,
    *,
    only_unique: bool = False,
) -> None:
    """Add to `taken`, by place in the file, what `same` finds among those still free."""
    places = [place for place in range(len(read)) if place not in taken]
    gone = {one.id for one in taken.values()}
    free = [one for one in known if one.id not in gone]
    for place in places:
        found = [one for one in free if same(read[place], one)]
        rivals = [other for other in places if found and same(read[other], found[0])]
        if found and not (only_unique and len(found) + len(rivals) > 2):
            taken[place] = found[0]
            free.remove(found[0])


def _same_native_id(assessment: AssessmentRead, known: KnownAssessment) -> bool:
    return assessment.native_id is not None and assessment.native_id == known.native_id


def _same_title_and_points(assessment: AssessmentRead, known: KnownAssessment) -> bool:
    one, other = assessment.points_possible, known.points_possible
    points = one is other if None in (one, other) else abs((one or 0) - (other or 0)) < _CLOSE
    return points and _same_title(assessment, known)


def _same_title(assessment: AssessmentRead, known: KnownAssessment) -> bool:
    """The title agrees, and no two different ids speak against it."""
    ids = {assessment.native_id, known.native_id} - {None}
    titles = {_form(title) for title in (known.title, known.imported_title) if title}
    return len(ids) < 2 and _form(assessment.title) in titles


@lru_cache(maxsize=4096)
def _form(title: str | None) -> str:
    """Every title is compared with every other, so its plain form is made once."""
    return name_form(title)


def _planned(assessment: AssessmentRead, known: KnownAssessment | None) -> PlannedAssessment:
    kind = guess_kind(assessment.title)
    if known is None:
        return PlannedAssessment(None, assessment, kind)
    hers = known.title != known.imported_title
    new = assessment.title and name_form(assessment.title) != name_form(known.title)
    renamed = known.title or "" if new and not hers else ""
    return PlannedAssessment(known.id, assessment, kind, renamed)
