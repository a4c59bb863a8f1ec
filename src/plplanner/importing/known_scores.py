"""What is stored of a class, as an import compares it: the newest try of each score, with all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from plplanner.importing.rows import KnownAssessment, KnownClass, KnownPlanner, ScoreRead
from plplanner.terms import ScoreStatus


class StoredTry(NamedTuple):
    """One try of one score, as it is stored; made by the thousand, so a bare tuple."""

    id: int
    student_id: int
    assessment_id: int
    attempt: int
    status: str
    late: bool
    points: float | None
    possible: float | None
    percent: float | None
    scale_score: float | None
    percentile: float | None
    level: str | None
    progress: float | None
    mastered: bool | None
    taken_on: date | None


class StoredClass(NamedTuple):
    """The assessments and every try of one class, not yet put together."""

    class_id: int
    assessments: tuple[KnownAssessment, ...]
    tries: tuple[StoredTry, ...]


def with_stored(known: KnownPlanner, stored: Iterable[StoredClass]) -> KnownPlanner:
    """The planner with what is stored of these classes."""
    by_id = {one.class_id: one for one in stored}
    return replace(
        known,
        classes=tuple(
            _filled(row, by_id[row.id]) if row.id in by_id else row for row in known.classes
        ),
    )


def _filled(row: KnownClass, stored: StoredClass) -> KnownClass:
    tries: dict[tuple[int, int], list[StoredTry]] = {}
    for one in sorted(stored.tries, key=lambda one: one.attempt):
        tries.setdefault((one.student_id, one.assessment_id), []).append(one)
    return replace(
        row,
        assessments=stored.assessments,
        scores={key: _score_read(found) for key, found in tries.items()},
        score_days={key: found[-1].taken_on for key, found in tries.items()},
    )


def _score_read(tries: Sequence[StoredTry]) -> ScoreRead:
    newest = tries[-1]
    return ScoreRead(
        points=newest.points,
        possible=newest.possible,
        percent=newest.percent,
        status=_status(newest.status),
        late=bool(newest.late),
        scale_score=newest.scale_score,
        percentile=newest.percentile,
        level=newest.level,
        progress=newest.progress,
        mastered=newest.mastered,
        attempts=_measures_of(tries) if newest.attempt > 1 else (),
    )


@cache
def _status(word: str) -> ScoreStatus:
    return ScoreStatus(word)


def _measures_of(tries: Sequence[StoredTry]) -> tuple[float | None, ...]:
    """Points by attempt from the first, or scale scores of a test without points; None for a
    try that is not stored."""
    in_scale = tries[-1].points is None and tries[-1].scale_score is not None
    by_attempt = {one.attempt: one.scale_score if in_scale else one.points for one in tries}
    return tuple(by_attempt.get(number + 1) for number in range(tries[-1].attempt))
