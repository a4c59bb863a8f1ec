"""Which scores of a file come from blank cells, so that none takes a stored score away."""

from plplanner.importing.clean_text import clean_text
from plplanner.importing.rows import GradebookRead, ScoreRead
from plplanner.terms import ScoreStatus


def blank_cells(read: GradebookRead) -> frozenset[tuple[int, int]]:
    """The (student, assessment) that are missing or zero only because a blank is said to mean it.

    Empty where the table behind the file is not known.
    """
    source = read.source
    if source is None or len(source.students) != len(read.students):
        return frozenset()
    places = [i for i, column in enumerate(source.columns) if column.assessment is not None]
    if len(places) != len(read.assessments):
        return frozenset()
    return frozenset(
        (i, j)
        for i, row in enumerate(source.students)
        for j, place in enumerate(places)
        if _may_stand_for_a_blank(read.scores[i][j])
        and not clean_text(source.table.cell(row, place))
    )


def _may_stand_for_a_blank(score: ScoreRead) -> bool:
    return score.status is ScoreStatus.MISSING or score.points == 0
