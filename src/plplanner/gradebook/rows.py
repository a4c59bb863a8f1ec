"""What screens and engines see of assessments and scores."""

from collections.abc import Sequence
from datetime import date

from plplanner.records import record
from plplanner.terms import AssessmentKind, ItemResult, MasteryLevel, ScoreStatus


@record(frozen=True)
class AssessmentRow:
    """One assessment of a class. `scored` counts students with a score."""

    id: int
    class_id: int
    title: str
    kind: AssessmentKind
    taken_on: date | None
    points_possible: float | None
    standards: tuple[str, ...]
    scored: int
    native_id: str | None = None


@record(frozen=True)
class ScoreRow:
    """One student's result on one assessment, status apart from value.

    `mastered` is what an outcome gradebook says itself; `attempt` counts the tries from 1;
    `scale_score` is that of a test without points.
    """

    student_id: int
    assessment_id: int
    points: float | None
    possible: float | None
    percent: float | None
    status: ScoreStatus
    taken_on: date | None
    mastered: bool | None = None
    attempt: int = 1
    scale_score: float | None = None


@record(frozen=True)
class TitledScore:
    """A score with the name of the assessment it is on."""

    title: str
    score: ScoreRow


@record(frozen=True)
class Evidence:
    """What the scores say about one student and one target, with its uncertainty.

    `points` and `possible` are the raw points of the newest score behind the estimate; `percent`
    (0-100) is the estimate; `borderline` means within one item of a cut, and `close_to` names
    the levels across it, lower one first; `count` is the number of scores behind it. Without any
    score the level is NO_EVIDENCE, the numbers are None, and `status` says why where it is known.
    `items` tell how each item of the one assessment behind it went, where its file said so; None is
    an item without a result, () nothing known.
    """

    student_id: int
    level: MasteryLevel
    percent: float | None = None
    points: float | None = None
    possible: float | None = None
    borderline: bool = False
    count: int = 0
    taken_on: date | None = None
    close_to: tuple[MasteryLevel, ...] = ()
    status: ScoreStatus | None = None
    items: tuple[ItemResult | None, ...] = ()

    @property
    def missed(self) -> tuple[int, ...]:
        """The items answered wrong, numbered from 1."""
        return tuple(
            number
            for number, result in enumerate(self.items, start=1)
            if result is ItemResult.WRONG
        )


@record(frozen=True)
class NewAssessment:
    """An assessment on its way into the planner."""

    title: str
    kind: AssessmentKind
    taken_on: date | None = None
    points_possible: float | None = None
    native_id: str | None = None
    standard_ids: Sequence[int] = ()


@record(frozen=True)
class ScoreToSave:
    """One score on its way into the planner, numbers kept apart by what they mean.

    `attempts` are the points of every try, newest last, where more than one is known, or its
    scale scores where the score has no points;
    `is_new_attempt` keeps what is stored as an earlier try instead of replacing it.
    """

    student_id: int
    assessment_id: int
    status: ScoreStatus
    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None
    late: bool = False
    taken_on: date | None = None
    progress: float | None = None
    mastered: bool | None = None
    attempts: tuple[float | None, ...] = ()
    is_new_attempt: bool = False


@record(frozen=True)
class ScoresTakenBack:
    """What removing an import did to scores.

    `removed` were brought by it, `put_back` had replaced something, `kept` are said by a later
    import too. `edited` are (student id, assessment id) changed by hand since: they stay.
    """

    removed: int = 0
    put_back: int = 0
    kept: int = 0
    edited: tuple[tuple[int, int], ...] = ()
    assessments_removed: int = 0
