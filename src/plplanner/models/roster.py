"""School classes and students."""

from datetime import date, time

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to


class SchoolClass(Table, table=True):
    """A class as the school knows it. `section` is its name in gradebook files."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    subject: str = ""
    section: str = ""
    bell_period_id: int | None = points_to("bell_period")
    gradebook_import_id: int | None = points_to("gradebook_import")


class Student(Table, table=True):
    """A student. The name to show is enough; every other field may stay empty."""

    id: int | None = Field(default=None, primary_key=True)
    last: str = ""
    first: str = ""
    suffix: str = ""
    nickname: str = ""
    gradebook_import_id: int | None = points_to("gradebook_import")


class StudentIdentifier(Table, table=True):
    """How another system names a student; text exactly as written there."""

    __table_args__ = (UniqueConstraint("student_id", "kind", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    kind: str
    value: str
    gradebook_import_id: int | None = points_to("gradebook_import")


class StudentAlias(Table, table=True):
    """A name under which the teacher recognised a student in a file; `written` in lower case."""

    __table_args__ = (UniqueConstraint("student_id", "written"),)

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    written: str
    gradebook_import_id: int | None = points_to("gradebook_import")


class Enrollment(Table, table=True):
    """A student is in a class from one day until another."""

    __table_args__ = (UniqueConstraint("school_class_id", "student_id"),)

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    student_id: int = owned_by("student")
    roster_number: int
    entered_on: date
    left_on: date | None = None
    gradebook_import_id: int | None = points_to("gradebook_import")


class LearnerProfile(Table, table=True):
    """What helps a student work; so far the language read at home."""

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = Field(foreign_key="student.id", ondelete="CASCADE", unique=True)
    home_language: str = "en"


class PullOut(Table, table=True):
    """A student leaves the room every week at a set time; the label is neutral text."""

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    weekday: int
    starts_at: time
    ends_at: time
    label: str


class StudentTag(Table, table=True):
    """A word the teacher gives a student for forming groups, such as “leader”. Never prints."""

    __table_args__ = (UniqueConstraint("student_id", "tag"),)

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    tag: str


class AttendanceMark(Table, table=True):
    """A student is absent on a day."""

    __table_args__ = (UniqueConstraint("student_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    student_id: int = owned_by("student")
    day: date
