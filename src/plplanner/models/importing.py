"""Gradebook files that were taken in, and what is remembered of them."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class GradebookImport(Table):
    """One file taken in. Scores, students and assessments remember the import that made them."""

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    file_hash: Mapped[str]
    format: Mapped[str]
    imported_at: Mapped[datetime]
    assessments_new: Mapped[int] = mapped_column(default=0)


class ImportedClass(Table):
    """What one import did to one class, as it was told then; `name` outlives the class."""

    id: Mapped[int] = mapped_column(primary_key=True)
    gradebook_import_id: Mapped[int] = owned_by("gradebook_import")
    school_class_id: Mapped[int | None] = points_to("school_class")
    name: Mapped[str]
    students_new: Mapped[int] = mapped_column(default=0)
    students_matched: Mapped[int] = mapped_column(default=0)
    scores_new: Mapped[int] = mapped_column(default=0)
    scores_changed: Mapped[int] = mapped_column(default=0)


class ImportedStudent(Table):
    """This student stood in this class of an imported file, whether new or known."""

    __table_args__ = (UniqueConstraint("imported_class_id", "student_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    imported_class_id: Mapped[int] = owned_by("imported_class")
    student_id: Mapped[int] = owned_by("student")


class ReplacedAssessment(Table):
    """What an assessment said before an import updated it, and (`new_…`) what the import set.

    None in a `new_` column: the file said nothing of it, or the teacher's word stood.
    """

    __table_args__ = (UniqueConstraint("assessment_id", "gradebook_import_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gradebook_import_id: Mapped[int] = owned_by("gradebook_import")
    assessment_id: Mapped[int] = owned_by("assessment")
    title: Mapped[str]
    taken_on: Mapped[date | None]
    points_possible: Mapped[float | None]
    imported_title: Mapped[str | None]
    imported_taken_on: Mapped[date | None]
    new_title: Mapped[str | None]
    new_taken_on: Mapped[date | None]
    new_points_possible: Mapped[float | None]
    new_imported_title: Mapped[str | None]
    new_imported_taken_on: Mapped[date | None]


class ImportedStandard(Table):
    """This import said that an assessment measures a standard; `is_new`: nobody had said so."""

    __table_args__ = (UniqueConstraint("assessment_id", "standard_id", "gradebook_import_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gradebook_import_id: Mapped[int] = owned_by("gradebook_import")
    assessment_id: Mapped[int] = owned_by("assessment")
    standard_id: Mapped[int] = owned_by("standard")
    is_new: Mapped[bool]


class FileMapping(Table):
    """What the teacher corrected in a file, as JSON, for the next file of the same shape."""

    id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(unique=True)
    corrections: Mapped[str]
    remembered_at: Mapped[datetime]
