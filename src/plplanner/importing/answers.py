"""The teacher's answers put on the scores: what blanks, marks and bare numbers mean."""

from collections.abc import Mapping
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.rows import GradebookRead, ScoreRead, TableRead
from plplanner.records import record
from plplanner.terms import ScoreStatus

Cell = tuple[int, int]


@record(frozen=True)
class Settled:
    """Scores as answered. `cells` (student, assessment) were answered, and so were `warnings`
    (row from 1, title); `left_out` are above their points and stay out."""

    scores: tuple[tuple[ScoreRead, ...], ...]
    cells: frozenset[Cell]
    left_out: frozenset[Cell]
    warnings: frozenset[tuple[int, str]]


def settle_scores(
    read: GradebookRead,
    source: TableRead,
    places: tuple[int, ...],
    *,
    blank: ScoreStatus,
    marks: Mapping[str, ScoreStatus],
    percent: bool,
    extra_credit: bool,
) -> Settled:
    """Each score with the answers; SCORED for `blank` means zero points.

    Scores that no answer speaks of are the very same objects.
    """
    rows, cells, left_out = [], set(), set()
    for i, line in enumerate(read.scores):
        row = []
        for j, score in enumerate(line):
            text = clean_text(source.table.cell(source.students[i], places[j]))
            if text in marks:
                cells.add((i, j))
            if is_above(score) and extra_credit:
                cells.add((i, j))
            if is_above(score) and not extra_credit:
                left_out.add((i, j))
                score = ScoreRead(possible=score.possible)  # noqa: PLW2901 - stays out
            row.append(_answered(score, text, blank=blank, marks=marks, percent=percent))
        rows.append(tuple(row))
    titles = [assessment.title or "" for assessment in read.assessments]
    return Settled(
        scores=tuple(rows),
        cells=frozenset(cells),
        left_out=frozenset(left_out),
        warnings=frozenset((source.students[i] + 1, titles[j]) for i, j in cells),
    )


def is_above(score: ScoreRead) -> bool:
    """More points than there are."""
    return None not in (score.points, score.possible) and score.points > score.possible  # type: ignore[operator]


def _answered(
    score: ScoreRead,
    text: str,
    *,
    blank: ScoreStatus,
    marks: Mapping[str, ScoreStatus],
    percent: bool,
) -> ScoreRead:
    if text in marks:
        return ScoreRead(possible=score.possible, status=marks[text])
    if not text and score.status is ScoreStatus.NONE and blank is not ScoreStatus.NONE:
        return _blank(score, blank)
    if percent and score.points is not None and score.possible is None:
        return replace(score, points=None, percent=round(score.points, 2))
    return score


def _blank(score: ScoreRead, blank: ScoreStatus) -> ScoreRead:
    if blank is not ScoreStatus.SCORED:
        return replace(score, status=blank)
    percent = 0.0 if score.possible else None
    return replace(score, status=ScoreStatus.SCORED, points=0.0, percent=percent)
