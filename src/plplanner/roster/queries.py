"""What can be seen of classes and students."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from plplanner.models.roster import (
    AttendanceMark,
    Enrollment,
    LearnerProfile,
    PullOut,
    SchoolClass,
    Student,
    StudentIdentifier,
    StudentTag,
)
from plplanner.problems import Problem
from plplanner.roster.display_names import PersonName, display_names
from plplanner.roster.rows import (
    LeftStudentRow,
    PullOutRow,
    SchoolClassRow,
    StudentRow,
    WeeklyPullOutRow,
)
from plplanner.store.fetch import saved_id
from plplanner.terms import Weekday


def classes(session: Session) -> list[SchoolClassRow]:
    """All classes by name."""
    enrolled = (
        select(func.count(col(Enrollment.id)))
        .where(Enrollment.school_class_id == SchoolClass.id, col(Enrollment.left_on).is_(None))
        .scalar_subquery()
    )
    found = session.exec(select(SchoolClass, enrolled).order_by(func.lower(SchoolClass.name)))
    return [
        SchoolClassRow(saved_id(row), row.name, row.subject, row.section, count)
        for row, count in found
    ]


def class_named(session: Session, *, name: str) -> SchoolClassRow:
    """The class of this name (upper and lower case read alike), or a Problem naming the others."""
    found = {row.name.casefold(): row for row in classes(session)}
    row = found.get(name.strip().casefold())
    if row is None:
        names = ", ".join(f"“{other.name}”" for other in found.values())
        raise Problem(
            f"There is no class called “{name}”.",
            f"Choose one of these: {names}." if names else "Import a gradebook to make one.",
        )
    return row


def students_of_class(
    session: Session, *, class_id: int, who_left: bool = False
) -> list[StudentRow]:
    """Who is enrolled now, or `who_left`, in order of last name, first name and ids."""
    gone = col(Enrollment.left_on).is_not(None)
    # Bare columns: lists ask this after every step, and whole rows would take twice as long.
    found = session.execute(
        columns(
            col(Student.id),
            col(Student.last),
            col(Student.first),
            col(Student.suffix),
            col(Student.nickname),
            col(Enrollment.roster_number),
            col(LearnerProfile.home_language),
        )
        .join(Enrollment, col(Enrollment.student_id) == Student.id)
        .outerjoin(LearnerProfile, col(LearnerProfile.student_id) == Student.id)
        .where(col(Enrollment.school_class_id) == class_id, gone if who_left else ~gone)
    ).all()
    ids = _identifiers(session, class_id)
    names = display_names([PersonName(*row[:6]) for row in found])
    rows = [
        StudentRow(
            id=row.id,
            name=names[row.id],
            last=row.last,
            first=row.first,
            suffix=row.suffix,
            nickname=row.nickname,
            roster_number=row.roster_number,
            home_language=row.home_language or "en",
            ids=ids.get(row.id, {}),
        )
        for row in found
    ]
    return sorted(rows, key=lambda row: row.key)


def students_who_left(session: Session, *, class_id: int) -> list[LeftStudentRow]:
    """Who left a class, the last first, with the classes each is in now."""
    found = session.exec(
        select(Student, Enrollment)
        .join(Enrollment, col(Enrollment.student_id) == Student.id)
        .where(Enrollment.school_class_id == class_id, col(Enrollment.left_on).is_not(None))
        .order_by(col(Enrollment.left_on).desc(), col(Student.last), col(Student.first))
    )
    return [
        LeftStudentRow(
            id=saved_id(student),
            name=" ".join(part for part in (student.first, student.last, student.suffix) if part),
            left_on=enrollment.left_on,
            now_in=tuple(classes_of(session, student_id=saved_id(student))),
        )
        for student, enrollment in found
        if enrollment.left_on is not None
    ]


def pull_outs_on(session: Session, *, class_id: int, day: date) -> list[PullOutRow]:
    """Who leaves the room on this weekday, and when."""
    found = session.exec(
        select(PullOut)
        .join(Enrollment, col(Enrollment.student_id) == PullOut.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            col(Enrollment.left_on).is_(None),
            PullOut.weekday == day.weekday(),
        )
        .order_by(col(PullOut.starts_at), col(PullOut.student_id))
    )
    return [PullOutRow(row.student_id, row.starts_at, row.ends_at, row.label) for row in found]


def pull_outs_of(session: Session, *, student_id: int) -> list[WeeklyPullOutRow]:
    """When one student leaves the room, in the order of the week."""
    found = session.exec(
        select(PullOut)
        .where(PullOut.student_id == student_id)
        .order_by(col(PullOut.weekday), col(PullOut.starts_at))
    )
    return [
        WeeklyPullOutRow(Weekday(row.weekday), row.starts_at, row.ends_at, row.label)
        for row in found
    ]


def classes_of(session: Session, *, student_id: int) -> list[str]:
    """The names of the classes a student is in now."""
    found = session.exec(
        select(SchoolClass.name)
        .join(Enrollment, col(Enrollment.school_class_id) == SchoolClass.id)
        .where(Enrollment.student_id == student_id, col(Enrollment.left_on).is_(None))
        .order_by(func.lower(SchoolClass.name))
    )
    return list(found)


def _identifiers(session: Session, class_id: int) -> Mapping[int, Mapping[str, str]]:
    found = session.exec(
        select(StudentIdentifier.student_id, StudentIdentifier.kind, StudentIdentifier.value)
        .join(Enrollment, col(Enrollment.student_id) == StudentIdentifier.student_id)
        .where(Enrollment.school_class_id == class_id)
        .order_by(col(StudentIdentifier.id))
    )
    ids: dict[int, dict[str, str]] = {}
    for student_id, kind, value in found:
        ids.setdefault(student_id, {})[kind] = value
    return ids


def tags_of_class(session: Session, *, class_id: int) -> dict[int, tuple[str, ...]]:
    """The tags of each student of a class who has any, in order of the alphabet."""
    found = session.exec(
        select(StudentTag)
        .join(Enrollment, col(Enrollment.student_id) == StudentTag.student_id)
        .where(Enrollment.school_class_id == class_id, col(Enrollment.left_on).is_(None))
        .order_by(col(StudentTag.student_id), col(StudentTag.tag))
    )
    tags: dict[int, tuple[str, ...]] = {}
    for row in found:
        tags[row.student_id] = (*tags.get(row.student_id, ()), row.tag)
    return tags


def absent_on(session: Session, *, class_id: int, day: date) -> frozenset[int]:
    """The students of a class marked absent on a day."""
    return frozenset(
        session.exec(
            select(AttendanceMark.student_id)
            .join(Enrollment, col(Enrollment.student_id) == AttendanceMark.student_id)
            .where(
                Enrollment.school_class_id == class_id,
                col(Enrollment.left_on).is_(None),
                AttendanceMark.day == day,
            )
        )
    )
