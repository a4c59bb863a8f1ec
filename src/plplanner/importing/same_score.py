"""Whether a score of a file is the stored one, so that only real changes are told."""

from collections.abc import Sequence

from plplanner.importing.rows import ScoreRead

_CLOSE = 0.005
_PLAIN = ("status", "late", "level", "mastered")


def is_same_score(score: ScoreRead, before: ScoreRead) -> bool:
    """The same in all that matters. Points decide before percent; tries count where both tell."""
    measures = ["points", "scale_score", "percentile", "progress"]
    if score.points is None or before.points is None:
        measures.append("percent")
    return (
        all(getattr(score, name) == getattr(before, name) for name in _PLAIN)
        and all(_near(getattr(score, name), getattr(before, name)) for name in measures)
        and _same_where_known(score.possible, before.possible)
        and _tries_known(score.attempts, before)
    )


def _tries_known(attempts: Sequence[float | None], before: ScoreRead) -> bool:
    """No try of the file is new; one that left no points says nothing."""
    newest = before.points if before.points is not None else before.scale_score
    stored = before.attempts or (newest,)
    if len(attempts) < 2:
        return True
    if len(attempts) > len(stored):
        return False
    pairs = zip(attempts, stored, strict=False)
    return all(_near(one, other) for one, other in pairs if one is not None)


def _same_where_known(one: float | None, other: float | None) -> bool:
    return None in (one, other) or _near(one, other)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < _CLOSE
