"""One student in several rows, for each class or each try: shown as the one student she is."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from plplanner.importing.clean_text import name_form
from plplanner.importing.rows import GradebookRead, ScoreRead, StudentRead
from plplanner.terms import ScoreStatus


def one_row_each(read: GradebookRead) -> GradebookRead:
    """The same with each student once: classes of a list as “Math and Lab”, of tries the newest.

    Rows are one student when name and all ids are the same; names alone may be two people's. Rows
    with scores in several classes stay apart. An import joins such rows by itself.
    """
    rows: dict[Hashable, list[int]] = {}
    for row, student in enumerate(read.students):
        rows.setdefault(_identity(student, scored=bool(read.assessments)) or row, []).append(row)
    if len(rows) == len(read.students):
        return read
    return replace(
        read,
        students=tuple(_joined([read.students[row] for row in own]) for own in rows.values()),
        scores=tuple(_newest([read.scores[row] for row in own]) for own in rows.values()),
    )


def _identity(student: StudentRead, *, scored: bool) -> Hashable:
    ids = tuple(sorted((kind, value) for kind, value in student.ids.items() if value))
    named = (name_form(student.last), name_form(student.first))
    return (ids, named, student.section if scored else None) if ids else None


def _joined(rows: Sequence[StudentRead]) -> StudentRead:
    """Her first row with the classes of all."""
    sections = " and ".join(dict.fromkeys(one.section for one in rows if one.section))
    return replace(rows[0], section=sections or None)


def _newest(rows: Sequence[tuple[ScoreRead, ...]]) -> tuple[ScoreRead, ...]:
    """For each assessment the last score that says something, with the points of every try."""
    return rows[0] if len(rows) == 1 else tuple(map(_of_tries, zip(*rows, strict=True)))


def _of_tries(tries: tuple[ScoreRead, ...]) -> ScoreRead:
    said = [score for score in tries if score.status is not ScoreStatus.NONE]
    points = tuple(score.points for score in said)
    if len(said) < 2 or said[-1].attempts or None in points:
        return (said or [*tries])[-1]
    return replace(said[-1], attempts=points)
