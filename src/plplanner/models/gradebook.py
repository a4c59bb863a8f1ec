"""Assessments and scores."""

from datetime import date, datetime

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to


class Assessment(Table, table=True):
    """One check of learning in one class. `taken_on` is the day students took it.

    `imported_title` and `imported_taken_on` are what the last file said; where title or day differ
    from it, the teacher changed them here, and her word stands.
    """

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    title: str
    kind: str
    taken_on: date | None = None
    points_possible: float | None = None
    native_id: str | None = Field(default=None, index=True)
    position: int = 0
    imported_title: str | None = None
    imported_taken_on: date | None = None
    gradebook_import_id: int | None = points_to("gradebook_import")


class AssessmentStandard(Table, table=True):
    """This assessment measures this standard."""

    __table_args__ = (UniqueConstraint("assessment_id", "standard_id"),)

    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = owned_by("assessment")
    standard_id: int = owned_by("standard")


class Score(Table, table=True):
    """One student's result on one attempt; status apart from value, kinds of number apart.

    The highest attempt counts. `gradebook_import_id` is the import that brought the value, None
    when it was entered by hand; `last_import_id` is the newest import that spoke of it.
    """

    __table_args__ = (UniqueConstraint("student_id", "assessment_id", "attempt"),)

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    assessment_id: int = owned_by("assessment")
    attempt: int = 1
    status: str
    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None
    late: bool = False
    taken_on: date | None = None
    entered_at: datetime
    gradebook_import_id: int | None = points_to("gradebook_import")
    progress: float | None = None
    mastered: bool | None = None
    last_import_id: int | None = points_to("gradebook_import")


class ReplacedScore(Table, table=True):
    """What a score said before an import replaced it, so that the import can be removed."""

    __table_args__ = (UniqueConstraint("score_id", "gradebook_import_id"),)

    id: int | None = Field(default=None, primary_key=True)
    score_id: int = owned_by("score")
    gradebook_import_id: int = owned_by("gradebook_import")
    previous_import_id: int | None = None
    status: str
    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None
    late: bool = False
    taken_on: date | None = None
    entered_at: datetime
    progress: float | None = None
    mastered: bool | None = None
