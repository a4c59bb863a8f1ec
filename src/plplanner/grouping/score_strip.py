"""The class as a small histogram with its two cuts, in raw points where that is honest."""

from collections.abc import Sequence
from math import floor

from plplanner.gradebook.mastery import MasteryScale, number_words, points_cut
from plplanner.grouping.rows import StudentToGroup
from plplanner.records import record
from plplanner.terms import MasteryLevel

_MOST_POINTS = 20
_PERCENT_STEPS = 20


@record(frozen=True)
class ScoreStrip:
    """How many students stand at each step, and the first step that is nearly and secure.

    `bars[k]` counts students at step k, 0 … `steps`. A step is one point of `possible`, or five
    percent when the scores have no points in common (`possible` is then None).
    1 <= nearly <= secure <= steps.
    """

    bars: tuple[int, ...]
    nearly: int
    secure: int
    possible: int | None

    @property
    def steps(self) -> int:
        """The last step."""
        return len(self.bars) - 1


def strip_of(students: Sequence[StudentToGroup], scale: MasteryScale) -> ScoreStrip:
    """The strip of a class under a scale; students without evidence are on no bar."""
    known = [one.evidence for one in students]
    scored = [one for one in known if one.level is not MasteryLevel.NO_EVIDENCE]
    wholes = {one.possible if one.count == 1 else None for one in scored}
    whole = wholes.pop() if len(wholes) == 1 else None
    possible = int(whole) if whole is not None and whole == int(whole) <= _MOST_POINTS else None
    steps = possible or _PERCENT_STEPS
    bars = [0] * (steps + 1)
    for one in scored:
        at = floor((one.points if possible else (one.percent or 0) * steps / 100) or 0)
        bars[min(max(at, 0), steps)] += 1
    secure = max(1, int(points_cut(scale.secure, steps)))
    nearly = max(1, int(points_cut(scale.nearly, steps)))
    return ScoreStrip(tuple(bars), min(nearly, secure), secure, possible)


def scale_at(strip: ScoreStrip, *, nearly: int, secure: int) -> MasteryScale:
    """The scale whose cuts lie at these steps, kept in order and inside the strip.

    Shares are rounded down to four decimals, so that `ceil(share * steps)` is the step again.
    """
    secure = min(max(secure, 1), strip.steps)
    nearly = min(max(nearly, 1), secure)
    return MasteryScale(secure=_share(secure, strip.steps), nearly=_share(nearly, strip.steps))


def cut_spoken(strip: ScoreStrip, step: int) -> str:
    """A cut as the teacher says it: “4 of 5”, or “80 %”."""
    if strip.possible is None:
        return f"{number_words(100 * step / strip.steps)} %"
    return f"{step} of {strip.possible}"


def cuts_spoken(strip: ScoreStrip) -> str:
    """Both cuts: “Secure from 4 of 5, nearly from 3 of 5”."""
    secure, nearly = cut_spoken(strip, strip.secure), cut_spoken(strip, strip.nearly)
    return f"Secure from {secure}, nearly from {nearly}"


def _share(step: int, steps: int) -> float:
    return step * 10_000 // steps / 10_000
