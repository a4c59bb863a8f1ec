"""The rows that one score makes: the newest try in full, earlier ones where they differ."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from plplanner.gradebook.rows import ScoreToSave
from plplanner.terms import ScoreStatus


class StoredTry(Protocol):
    """What has to be known of a try that is stored."""

    @property
    def points(self) -> float | None:
        """Points, None where the test gives none."""

    @property
    def scale_score(self) -> float | None:
        """Scale score, None where the test gives none."""


def percent_of(points: float | None, possible: float | None) -> float | None:
    """Points of those possible as percent (0–100), rounded to two places."""
    return round(100 * points / possible, 2) if points is not None and possible else None


def tries_of(
    score: ScoreToSave, stored: Mapping[int, StoredTry], import_id: int, entered_at: datetime
) -> Iterator[tuple[int, dict[str, object]]]:
    """(attempt, columns) of each row to write; `stored` are the tries there are, by attempt.

    A file that knows fewer tries than are stored speaks of the newest of them.
    """
    newest = max(stored, default=0)
    tries = len(score.attempts)
    attempt = newest + 1 if score.is_new_attempt else max(tries, newest, 1)
    yield attempt, _columns(score, attempt, import_id, entered_at)
    for number, measured in enumerate(score.attempts[:-1] if attempt == tries else (), start=1):
        known = stored.get(number)
        if measured is not None and (known is None or _measure(known) != measured):
            yield number, _columns(_earlier(score, measured), number, import_id, entered_at)


def _measure(known: StoredTry) -> float | None:
    """What a try counts in: points, or the scale score of a test without points."""
    return known.points if known.points is not None else known.scale_score


def _earlier(score: ScoreToSave, measured: float) -> ScoreToSave:
    """An earlier try, of which nothing but its number is known."""
    who, what = score.student_id, score.assessment_id
    if score.points is None and score.scale_score is not None:
        return ScoreToSave(who, what, ScoreStatus.SCORED, scale_score=measured)
    percent = percent_of(measured, score.possible)
    return ScoreToSave(who, what, ScoreStatus.SCORED, measured, score.possible, percent)


def _columns(
    score: ScoreToSave, attempt: int, import_id: int, entered_at: datetime
) -> dict[str, object]:
    return {
        "student_id": score.student_id,
        "assessment_id": score.assessment_id,
        "attempt": attempt,
        "status": score.status.value,
        "points": score.points,
        "possible": score.possible,
        "percent": score.percent,
        "scale_score": score.scale_score,
        "percentile": score.percentile,
        "level": score.level,
        "late": score.late,
        "taken_on": score.taken_on,
        "entered_at": entered_at,
        "gradebook_import_id": import_id,
        "progress": score.progress,
        "mastered": score.mastered,
        "last_import_id": import_id,
    }
