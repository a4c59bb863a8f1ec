"""What is handed to another program: a class with its people, assessments and scores."""

from datetime import date

from plplanner.gradebook.rows import AssessmentRow
from plplanner.records import record
from plplanner.roster.rows import SchoolClassRow, StudentRow
from plplanner.terms import ScoreStatus


@record(frozen=True)
class SharedScore:
    """One try of one student; kinds of number apart. `attempt` counts the tries from 1."""

    student_id: int
    assessment_id: int
    status: ScoreStatus
    attempt: int = 1
    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None
    progress: float | None = None
    mastered: bool | None = None
    late: bool = False
    taken_on: date | None = None


@record(frozen=True)
class SharedClass:
    """One class with all that is said of it."""

    school_class: SchoolClassRow
    students: tuple[StudentRow, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    scores: tuple[SharedScore, ...] = ()
