"""School classes and students."""

from datetime import date, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class SchoolClass(Table):
    """A class as the school knows it. `section` is its name in gradebook files."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    bell_period_id: Mapped[int | None] = points_to("bell_period")
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class Student(Table):
    """A student. The name to show is enough; every other field may stay empty."""

    id: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[str] = mapped_column(default="")
    first: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    nickname: Mapped[str] = mapped_column(default="")
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class StudentIdentifier(Table):
    """How another system names a student; text exactly as written there."""

    __table_args__ = (UniqueConstraint("student_id", "kind", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    kind: Mapped[str]
    value: Mapped[str]
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class StudentAlias(Table):
    """A name under which the teacher recognised a student in a file; `written` in lower case."""

    __table_args__ = (UniqueConstraint("student_id", "written"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    written: Mapped[str]
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class Enrollment(Table):
    """A student is in a class from one day until another."""

    __table_args__ = (UniqueConstraint("school_class_id", "student_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    student_id: Mapped[int] = owned_by("student")
    roster_number: Mapped[int]
    entered_on: Mapped[date]
    left_on: Mapped[date | None]
    gradebook_import_id: Mapped[int | None] = points_to("gradebook_import")


class LearnerProfile(Table):
    """What helps a student work; so far the language read at home."""

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = mapped_column(
        ForeignKey("student.id", ondelete="CASCADE"), unique=True
    )
    home_language: Mapped[str] = mapped_column(default="en")


class PullOut(Table):
    """A student leaves the room every week at a set time; the label is neutral text."""

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    weekday: Mapped[int]
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    label: Mapped[str]


class StudentTag(Table):
    """A word the teacher gives a student for forming groups, such as “leader”. Never prints."""

    __table_args__ = (UniqueConstraint("student_id", "tag"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    tag: Mapped[str]


class AttendanceMark(Table):
    """A student is absent on a day, or came late: since `came_at`, where that is known."""

    __table_args__ = (UniqueConstraint("student_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = owned_by("student")
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(default="absent")
    came_at: Mapped[time | None]
