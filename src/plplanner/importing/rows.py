"""What a gradebook file says, and what would change if the teacher takes it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plplanner.terms import ScoreStatus


@dataclass(frozen=True)
class StudentRead:
    """One person as the file names her. Ids are text exactly as written."""

    last: str | None
    first: str | None
    suffix: str | None = None
    nickname: str | None = None
    ids: Mapping[str, str | None] = field(default_factory=dict)
    section: str | None = None
    display: str | None = None


@dataclass(frozen=True)
class AssessmentRead:
    """One column of scores. `points_possible` is None where the file does not say."""

    title: str | None
    points_possible: float | None = None
    date: date | None = None
    native_id: str | None = None
    standards: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScoreRead:
    """One cell. Points, percent, scale score, percentile and level are never mixed up."""

    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    status: ScoreStatus = ScoreStatus.NONE
    late: bool = False
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None


@dataclass(frozen=True)
class CellWarning:
    """A cell that needs a look. `row` counts from 1 as a spreadsheet does."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class ImportQuestion:
    """What the teacher would be asked; the reader has already answered with its best guess."""

    about: str
    message: str


@dataclass(frozen=True)
class IgnoredColumn:
    """A column left out, and why: computed, empty, notes …"""

    header: str
    why: str


@dataclass(frozen=True)
class GradebookRead:
    """All that a file says. `scores[i][j]` belongs to student i and assessment j."""

    format: str
    students: tuple[StudentRead, ...] = ()
    assessments: tuple[AssessmentRead, ...] = ()
    scores: tuple[tuple[ScoreRead, ...], ...] = ()
    warnings: tuple[CellWarning, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    ignored_columns: tuple[IgnoredColumn, ...] = ()
