"""Assessments and scores."""

from datetime import date, datetime

from sqlalchemy import Dialect, String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to
from plplanner.terms import ItemResult

_LETTERS: dict[ItemResult | None, str] = {
    ItemResult.RIGHT: "R",
    ItemResult.WRONG: "W",
    ItemResult.NOT_ANSWERED: "-",
    None: "?",
}
_RESULTS = {letter: result for result, letter in _LETTERS.items()}


class Assessment(Table):
    """One check of learning in one class. `taken_on` is the day students took it.

    `imported_title` and `imported_taken_on` are what the last file said; where title or day differ
    from it, the teacher changed them here, and her word stands.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    title: Mapped[str]
    kind: Mapped[str]
    taken_on: Mapped[date | None]
    points_possible: Mapped[float | None]
    native_id: Mapped[str | None] = mapped_column(index=True)
    position: Mapped[int] = mapped_column(default=0)
    imported_title: Mapped[str | None]
    imported_taken_on: Mapped[date | None]
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class AssessmentStandard(Table):
    """This assessment measures this standard."""

    __table_args__ = (UniqueConstraint("assessment_id", "standard_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = owned_by("assessment")
    standard_id: Mapped[int] = owned_by("standard")


class Score(Table):
    """One student's result on one attempt; status apart from value, kinds of number apart.

    The highest attempt counts. `gradebook_import_id` is the import that brought the value, None
    when it was entered by hand; `last_import_id` is the newest import that spoke of it.
    """

    __table_args__ = (UniqueConstraint("student_id", "assessment_id", "attempt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    assessment_id: Mapped[int] = owned_by("assessment")
    attempt: Mapped[int] = mapped_column(default=1)
    status: Mapped[str]
    points: Mapped[float | None]
    possible: Mapped[float | None]
    percent: Mapped[float | None]
    scale_score: Mapped[float | None]
    percentile: Mapped[float | None]
    level: Mapped[str | None]
    late: Mapped[bool] = mapped_column(default=False)
    taken_on: Mapped[date | None]
    entered_at: Mapped[datetime]
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")
    progress: Mapped[float | None]
    mastered: Mapped[bool | None]
    last_import_id: Mapped[int | None] = points_to("gradebook_import")


class ItemLetters(TypeDecorator[tuple[ItemResult | None, ...]]):
    """How the items of a test went, kept as a letter to each: “RRW-?”."""

    impl = String
    cache_ok = True

    def process_bind_param(
        self,
        value: tuple[ItemResult | None, ...] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy hands it over
    ) -> str | None:
        """As it is kept."""
        return None if value is None else "".join(_LETTERS[result] for result in value)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy hands it over
    ) -> tuple[ItemResult | None, ...] | None:
        """As it was meant."""
        return None if value is None else tuple(_RESULTS.get(letter) for letter in value)


class ItemAnswers(Table):
    """How a student did on every item of a test, as one import says it of her score.

    It counts while the score is what that import says of it, see `items_on`; the last import wins.
    """

    __table_args__ = (UniqueConstraint("score_id", "gradebook_import_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    score_id: Mapped[int] = owned_by("score")
    gradebook_import_id: Mapped[int] = owned_by("gradebook_import")
    results: Mapped[tuple[ItemResult | None, ...]] = mapped_column(ItemLetters)


class ReplacedScore(Table):
    """What a score said before an import replaced it, so that the import can be removed."""

    __table_args__ = (UniqueConstraint("score_id", "gradebook_import_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    score_id: Mapped[int] = owned_by("score")
    gradebook_import_id: Mapped[int] = owned_by("gradebook_import")
    previous_import_id: Mapped[int | None]
    status: Mapped[str]
    points: Mapped[float | None]
    possible: Mapped[float | None]
    percent: Mapped[float | None]
    scale_score: Mapped[float | None]
    percentile: Mapped[float | None]
    level: Mapped[str | None]
    late: Mapped[bool] = mapped_column(default=False)
    taken_on: Mapped[date | None]
    entered_at: Mapped[datetime]
    progress: Mapped[float | None]
    mastered: Mapped[bool | None]
