"""What the scores say about each student: a level, how sure it is, and the cut in raw points.

Pure: scores in, evidence out. Shares and percents are compared as exact fractions, so 4 of 5 is
exactly 80 % on every computer. Only `ScoreStatus.SCORED` counts: excused, absent, missing,
incomplete, not assigned and blank say nothing, and nothing is not zero. A scored zero counts.

What an outcome gradebook says itself, `mastered`, is evidence only where a score has neither points
of points possible nor a percent: mastered is Secure, not mastered is Not yet, for its own scale has
no Nearly. It sums up many scores already, so it stands alone and never enters an average. Scale
scores, percentile ranks, game points and progress are no evidence at all.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, isfinite

from plplanner.gradebook.rows import Evidence, ScoreRow
from plplanner.records import record
from plplanner.terms import MasteryLevel, ScoreStatus

NEWEST_SHARE = Fraction(65, 100)
WINDOW_DAYS = 45
LAST_SCORES = 5
METHOD_WORDS = "Weighted average: 65 % newest score, 35 % mean of the scores before it"

_LARGEST_TEST_OF_SINGLE_POINTS = 20


@record(frozen=True)
class MasteryScale:
    """Where secure and nearly begin, as shares of the points possible (0 < nearly <= secure <= 1).

    80 % and 60 % are convention, not law. ValueError for shares out of order.
    """

    secure: float = 0.80
    nearly: float = 0.60

    def __post_init__(self) -> None:
        if not 0 < self.nearly <= self.secure <= 1:
            raise ValueError(f"cuts out of order: nearly {self.nearly}, secure {self.secure}")


DEFAULT_SCALE = MasteryScale()


@record(frozen=True)
class _Counted:
    """A score that counts: exact points of exact possible; a bare percent stands as n of 100.

    `mastered` is set, and the numbers mean nothing, where only an outcome's own word is known.
    """

    row: ScoreRow
    points: Fraction
    possible: Fraction
    mastered: bool | None = None

    @property
    def share(self) -> Fraction:
        """The share of the points possible, kept between 0 and 1 whatever extra credit says."""
        return _within(self.points / self.possible)


def points_cut(share: float, possible: float) -> float:
    """The fewest whole points that reach `share` of `possible`: 0.80 of 4 is 4, of 5 is 4.

    ceil(share * possible), in exact arithmetic; never more than the points possible.
    """
    return float(_cut(_exact(share), _exact(possible)))


def cut_words(share: float, possible: float) -> str:
    """The cut as the teacher says it: “4 of 5”."""
    return f"{number_words(points_cut(share, possible))} of {number_words(possible)}"


def number_words(number: float) -> str:
    """Points without a needless decimal: 4, 12.5, 7.25."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def level_of_points(
    points: float, possible: float, scale: MasteryScale = DEFAULT_SCALE
) -> MasteryLevel:
    """The level of one raw score, by the cuts in whole points. `possible` is more than 0."""
    return _level(_exact(points), *_cuts(_exact(possible), scale))


def level_of_percent(percent: float, scale: MasteryScale = DEFAULT_SCALE) -> MasteryLevel:
    """The level of a percent (0-100) that came without points."""
    return _level(_exact(percent) / 100, _exact(scale.secure), _exact(scale.nearly))


def no_evidence(student_id: int, status: ScoreStatus | None = None) -> Evidence:
    """What is known of a student without any score that counts: at most why, her `status`."""
    return Evidence(student_id, MasteryLevel.NO_EVIDENCE, status=status)


def evidence_on_assessment(
    scores: Iterable[ScoreRow], scale: MasteryScale = DEFAULT_SCALE
) -> tuple[Evidence, ...]:
    """What one assessment says about each student, in the order they first appear.

    Borderline means that one item more or one item fewer would change the level: 2, 3 and 4 of
    5 are borderline, 5 of 5 is not. One item is one point; above 20 points, where a point is
    rarely an item, it is a twentieth of the points possible (5 of 100). Should a student have
    two scores here, the one taken last counts.
    """
    rows = list(scores)
    status = {row.student_id: row.status for row in rows if row.status is not ScoreStatus.SCORED}
    return tuple(
        _evidence_of_one(counted[-1], scale)
        if counted
        else no_evidence(student_id, status.get(student_id))
        for student_id, counted in _counted_by_student(rows).items()
    )


def evidence_on_standard(
    scores: Iterable[ScoreRow],
    scale: MasteryScale = DEFAULT_SCALE,
    *,
    on: date,
    window_days: int = WINDOW_DAYS,
    last: int = LAST_SCORES,
) -> tuple[Evidence, ...]:
    """What several assessments of one standard say about each student on the day `on`.

    estimate = 0.65 * newest + 0.35 * mean(the ones before); with one score, that score.
    This is what Canvas now calls weighted average (default 65, `learning_outcome.rb`) after
    two formulas had shared the name “decaying average”; it is not the recursive one. Newest goes by
    the day taken, never by the day entered; on one day, by assessment id. Counted are the `last`
    newest scores taken from `window_days` before `on` until `on`, both included; a score without
    a day counts as the oldest. Shares above 1 (extra credit) count as 1. Where the newest is an
    outcome's own word, it stands alone; older ones of that kind are left out.
    Borderline: one item more or fewer on the newest assessment would change the level.
    """
    return tuple(
        _evidence_of_several(_newest(counted, on, window_days, last), student_id, scale)
        for student_id, counted in _counted_by_student(scores).items()
    )


def _newest(counted: Sequence[_Counted], on: date, window_days: int, last: int) -> list[_Counted]:
    first = on - timedelta(days=window_days)
    taken = [one.row.taken_on for one in counted]
    inside = [
        one for one, day in zip(counted, taken, strict=True) if day is None or first <= day <= on
    ]
    return inside[-last:]


def _evidence_of_several(
    counted: Sequence[_Counted], student_id: int, scale: MasteryScale
) -> Evidence:
    if not counted:
        return no_evidence(student_id)
    newest = counted[-1]
    before = [one for one in counted[:-1] if one.mastered is None]
    if not before or newest.mastered is not None:
        return _evidence_of_one(newest, scale)
    mean = sum((one.share for one in before), Fraction(0)) / len(before)
    item = _item(newest.possible) / newest.possible
    estimates = [
        NEWEST_SHARE * _within(newest.share + step) + (1 - NEWEST_SHARE) * mean
        for step in (-item, Fraction(0), item)
    ]
    cuts = _exact(scale.secure), _exact(scale.nearly)
    levels = [_level(estimate, *cuts) for estimate in estimates]
    return _evidence(newest, levels, estimates[1], 1 + len(before))


def _evidence_of_one(score: _Counted, scale: MasteryScale) -> Evidence:
    if score.mastered is not None:
        return _evidence_of_outcome(score.row, mastered=score.mastered)
    cuts = _cuts(score.possible, scale)
    item = _item(score.possible)
    levels = [_level(score.points + step, *cuts) for step in (-item, Fraction(0), item)]
    return _evidence(score, levels, score.share, 1)


def _evidence_of_outcome(row: ScoreRow, *, mastered: bool) -> Evidence:
    """The word of an outcome gradebook, without a number that could be taken for a percent."""
    level = MasteryLevel.SECURE if mastered else MasteryLevel.NOT_YET
    return Evidence(row.student_id, level, count=1, taken_on=row.taken_on)


def _evidence(
    newest: _Counted, levels: Sequence[MasteryLevel], estimate: Fraction, count: int
) -> Evidence:
    """`levels` are those one item below, at, and one item above the estimate."""
    has_points = _has_points(newest.row)
    return Evidence(
        student_id=newest.row.student_id,
        level=levels[1],
        percent=float(estimate * 100),
        points=newest.row.points if has_points else None,
        possible=newest.row.possible if has_points else None,
        borderline=len(set(levels)) > 1,
        count=count,
        taken_on=newest.row.taken_on,
        close_to=tuple(level for level in dict.fromkeys(levels) if level is not levels[1]),
    )


def _counted_by_student(scores: Iterable[ScoreRow]) -> dict[int, list[_Counted]]:
    """Scores that count, oldest first, for every student named at all."""
    by_student: dict[int, list[_Counted]] = {}
    for row in scores:
        counted = by_student.setdefault(row.student_id, [])
        score = _counted_score(row)
        if score is not None:
            counted.append(score)
    for counted in by_student.values():
        counted.sort(key=lambda one: (one.row.taken_on or date.min, one.row.assessment_id))
    return by_student


def _counted_score(row: ScoreRow) -> _Counted | None:
    if row.status is not ScoreStatus.SCORED:
        return None
    if row.points is not None and row.possible is not None and _has_points(row):
        return _Counted(row, _exact(row.points), _exact(row.possible))
    if row.percent is not None and isfinite(row.percent):
        return _Counted(row, _exact(row.percent), Fraction(100))
    if row.mastered is not None:
        return _Counted(row, Fraction(0), Fraction(1), row.mastered)
    return None


def _has_points(row: ScoreRow) -> bool:
    if row.points is None or row.possible is None:
        return False
    return isfinite(row.points) and isfinite(row.possible) and row.possible > 0


def _cuts(possible: Fraction, scale: MasteryScale) -> tuple[Fraction, Fraction]:
    return _cut(_exact(scale.secure), possible), _cut(_exact(scale.nearly), possible)


def _cut(share: Fraction, possible: Fraction) -> Fraction:
    return min(Fraction(ceil(share * possible)), possible)


def _item(possible: Fraction) -> Fraction:
    return max(Fraction(1), possible / _LARGEST_TEST_OF_SINGLE_POINTS)


def _level(value: Fraction, secure: Fraction, nearly: Fraction) -> MasteryLevel:
    if value >= secure:
        return MasteryLevel.SECURE
    return MasteryLevel.NEARLY if value >= nearly else MasteryLevel.NOT_YET


def _within(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


def _exact(number: float) -> Fraction:
    """The decimal number a person wrote, not its nearest binary neighbour."""
    return Fraction(str(number))
