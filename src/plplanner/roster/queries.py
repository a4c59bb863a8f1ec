"""What can be seen of classes and students."""

from collections.abc import Mapping
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy import select as columns
from sqlalchemy.orm import Session

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
from plplanner.terms import AttendanceKind, Weekday


def classes(session: Session) -> list[SchoolClassRow]:
    """All classes by name."""
    enrolled = (
        select(func.count(Enrollment.id))
        .where(Enrollment.school_class_id == SchoolClass.id, Enrollment.left_on.is_(None))
        .scalar_subquery()
    )
    found = session.execute(
        select(SchoolClass, enrolled).order_by(func.reading_order(SchoolClass.name))
    )
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
    gone = Enrollment.left_on.is_not(None)
    # Bare columns: lists ask this after every step, and whole rows would take twice as long.
    found = session.execute(
        columns(
            Student.id,
            Student.last,
            Student.first,
            Student.suffix,
            Student.nickname,
            Enrollment.roster_number,
            LearnerProfile.home_language,
        )
        .join(Enrollment, Enrollment.student_id == Student.id)
        .outerjoin(LearnerProfile, LearnerProfile.student_id == Student.id)
        .where(Enrollment.school_class_id == class_id, gone if who_left else ~gone)
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
    found = session.execute(
        select(Student, Enrollment)
        .join(Enrollment, Enrollment.student_id == Student.id)
        .where(Enrollment.school_class_id == class_id, Enrollment.left_on.is_not(None))
        .order_by(Enrollment.left_on.desc(), Student.last, Student.first)
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
    found = session.scalars(
        select(PullOut)
        .join(Enrollment, Enrollment.student_id == PullOut.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            Enrollment.left_on.is_(None),
            PullOut.weekday == day.weekday(),
        )
        .order_by(PullOut.starts_at, PullOut.student_id)
    )
    return [PullOutRow(row.student_id, row.starts_at, row.ends_at, row.label) for row in found]


def pull_outs_of(session: Session, *, student_id: int) -> list[WeeklyPullOutRow]:
    """When one student leaves the room, in the order of the week."""
    found = session.scalars(
        select(PullOut)
        .where(PullOut.student_id == student_id)
        .order_by(PullOut.weekday, PullOut.starts_at)
    )
    return [
        WeeklyPullOutRow(Weekday(row.weekday), row.starts_at, row.ends_at, row.label)
        for row in found
    ]


def classes_of(session: Session, *, student_id: int) -> list[str]:
    """The names of the classes a student is in now."""
    found = session.scalars(
        select(SchoolClass.name)
        .join(Enrollment, Enrollment.school_class_id == SchoolClass.id)
        .where(Enrollment.student_id == student_id, Enrollment.left_on.is_(None))
        .order_by(func.reading_order(SchoolClass.name))
    )
    return list(found)


def _identifiers(session: Session, class_id: int) -> Mapping[int, Mapping[str, str]]:
    found = session.execute(
        select(StudentIdentifier.student_id, StudentIdentifier.kind, StudentIdentifier.value)
        .join(Enrollment, Enrollment.student_id == StudentIdentifier.student_id)
        .where(Enrollment.school_class_id == class_id)
        .order_by(StudentIdentifier.id)
    )
    ids: dict[int, dict[str, str]] = {}
    for student_id, kind, value in found:
        ids.setdefault(student_id, {})[kind] = value
    return ids


def tags_of_class(session: Session, *, class_id: int) -> dict[int, tuple[str, ...]]:
    """The tags of each student of a class who has any, in order of the alphabet."""
    found = session.scalars(
        select(StudentTag)
        .join(Enrollment, Enrollment.student_id == StudentTag.student_id)
        .where(Enrollment.school_class_id == class_id, Enrollment.left_on.is_(None))
        .order_by(StudentTag.student_id, StudentTag.tag)
    )
    tags: dict[int, tuple[str, ...]] = {}
    for row in found:
        tags[row.student_id] = (*tags.get(row.student_id, ()), row.tag)
    return tags


def absent_on(session: Session, *, class_id: int, day: date) -> frozenset[int]:
    """The students of a class marked absent on a day."""
    return frozenset(
        session.scalars(
            select(AttendanceMark.student_id)
            .join(Enrollment, Enrollment.student_id == AttendanceMark.student_id)
            .where(
                Enrollment.school_class_id == class_id,
                Enrollment.left_on.is_(None),
                AttendanceMark.day == day,
                AttendanceMark.kind == AttendanceKind.ABSENT.value,
            )
        )
    )


def attendance_on(session: Session, *, class_id: int, day: date) -> dict[int, AttendanceKind]:
    """Who of a class is absent or came late on a day, by student."""
    found = session.execute(
        select(AttendanceMark.student_id, AttendanceMark.kind)
        .join(Enrollment, Enrollment.student_id == AttendanceMark.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            Enrollment.left_on.is_(None),
            AttendanceMark.day == day,
        )
        .order_by(AttendanceMark.id)
    )
    return {student_id: AttendanceKind(kind) for student_id, kind in found}


def arrivals_on(session: Session, *, class_id: int, day: date) -> dict[int, time]:
    """When those of a class who came late on a day did, by student, where that is known."""
    found = session.execute(
        select(AttendanceMark.student_id, AttendanceMark.came_at)
        .join(Enrollment, Enrollment.student_id == AttendanceMark.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            AttendanceMark.day == day,
            AttendanceMark.kind == AttendanceKind.LATE.value,
            AttendanceMark.came_at.is_not(None),
        )
    )
    return {student_id: came_at for student_id, came_at in found if came_at is not None}
