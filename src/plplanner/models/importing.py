"""Gradebook files that were taken in, and what is remembered of them."""

from datetime import date, datetime

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to


class GradebookImport(Table, table=True):
    """One file taken in. Scores, students and assessments remember the import that made them."""

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    file_hash: str
    format: str
    imported_at: datetime
    assessments_new: int = 0


class ImportedClass(Table, table=True):
    """What one import did to one class, as it was told then; `name` outlives the class."""

    id: int | None = Field(default=None, primary_key=True)
    gradebook_import_id: int = owned_by("gradebook_import")
    school_class_id: int | None = points_to("school_class")
    name: str
    students_new: int = 0
    students_matched: int = 0
    scores_new: int = 0
    scores_changed: int = 0


class ImportedStudent(Table, table=True):
    """This student stood in this class of an imported file, whether new or known."""

    __table_args__ = (UniqueConstraint("imported_class_id", "student_id"),)

    id: int | None = Field(default=None, primary_key=True)
    imported_class_id: int = owned_by("imported_class")
    student_id: int = owned_by("student")


class ReplacedAssessment(Table, table=True):
    """What an assessment said before an import updated it, and (`new_…`) what the import set.

    None in a `new_` column: the file said nothing of it, or the teacher's word stood.
    """

    __table_args__ = (UniqueConstraint("assessment_id", "gradebook_import_id"),)

    id: int | None = Field(default=None, primary_key=True)
    gradebook_import_id: int = owned_by("gradebook_import")
    assessment_id: int = owned_by("assessment")
    title: str
    taken_on: date | None = None
    points_possible: float | None = None
    imported_title: str | None = None
    imported_taken_on: date | None = None
    new_title: str | None = None
    new_taken_on: date | None = None
    new_points_possible: float | None = None
    new_imported_title: str | None = None
    new_imported_taken_on: date | None = None


class ImportedStandard(Table, table=True):
    """This import said that an assessment measures a standard; `is_new`: nobody had said so."""

    __table_args__ = (UniqueConstraint("assessment_id", "standard_id", "gradebook_import_id"),)

    id: int | None = Field(default=None, primary_key=True)
    gradebook_import_id: int = owned_by("gradebook_import")
    assessment_id: int = owned_by("assessment")
    standard_id: int = owned_by("standard")
    is_new: bool


class FileMapping(Table, table=True):
    """What the teacher corrected in a file, as JSON, for the next file of the same shape."""

    id: int | None = Field(default=None, primary_key=True)
    shape: str = Field(unique=True)
    corrections: str
    remembered_at: datetime
