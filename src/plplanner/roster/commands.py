"""What can be done with classes and students."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from sqlmodel import Session, col, select

from plplanner.models.roster import (
    Enrollment,
    LearnerProfile,
    PullOut,
    SchoolClass,
    Student,
    StudentIdentifier,
)
from plplanner.problems import Problem
from plplanner.roster.names import clean_name
from plplanner.roster.rows import NewStudent
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Add class “{name}”")
def add_class(session: Session, *, name: str, subject: str = "", section: str = "") -> int:
    """Add a class; returns its id. Problem when the name is empty or taken."""
    name = _class_name(session, name)
    school_class = SchoolClass(name=name, subject=subject.strip(), section=section.strip())
    session.add(school_class)
    session.flush()
    return saved_id(school_class)


@step("Rename class to “{name}”")
def rename_class(session: Session, *, class_id: int, name: str) -> None:
    """Give a class another name."""
    school_class = still_there(session, SchoolClass, class_id, what="class")
    school_class.name = _class_name(session, name, of=class_id)
    session.add(school_class)


@step("Remove class")
def remove_class(session: Session, *, class_id: int) -> None:
    """Remove a class with its assessments, groups and plans; its students stay."""
    session.delete(still_there(session, SchoolClass, class_id, what="class"))


@step("Set the lesson time")
def set_bell_period(session: Session, *, class_id: int, bell_period_id: int | None) -> None:
    """Say in which period of the bell schedule a class meets."""
    school_class = still_there(session, SchoolClass, class_id, what="class")
    school_class.bell_period_id = bell_period_id
    session.add(school_class)


@step("Add students")
def add_students(
    session: Session, *, class_id: int, students: Sequence[NewStudent], entered_on: date
) -> list[int]:
    """Add students to a class in the order given; returns their ids.

    Problem when one of them has no name at all; then none is added.
    """
    still_there(session, SchoolClass, class_id, what="class")
    added = [_student_from(new) for new in students]
    session.add_all(added)
    session.flush()
    ids = [saved_id(student) for student in added]
    session.add_all(
        StudentIdentifier(student_id=student_id, kind=kind, value=value)
        for student_id, new in zip(ids, students, strict=True)
        for kind, value in new.ids.items()
        if value
    )
    enroll(session, class_id=class_id, student_ids=ids, entered_on=entered_on)
    return ids


@step("Enroll students")
def enroll(
    session: Session, *, class_id: int, student_ids: Sequence[int], entered_on: date
) -> None:
    """Enroll students who are not in the class yet; who had left comes back."""
    known = {
        enrollment.student_id: enrollment
        for enrollment in session.exec(
            select(Enrollment).where(Enrollment.school_class_id == class_id)
        )
    }
    number = max((enrollment.roster_number for enrollment in known.values()), default=0)
    for student_id in dict.fromkeys(student_ids):
        enrollment = known.get(student_id)
        if enrollment is None:
            number += 1
            enrollment = Enrollment(
                school_class_id=class_id,
                student_id=student_id,
                roster_number=number,
                entered_on=entered_on,
            )
        enrollment.left_on = None
        session.add(enrollment)


@step("Add ids")
def add_identifiers(session: Session, *, student_id: int, ids: Mapping[str, str]) -> None:
    """Remember how other systems name a student; what is known already stays."""
    known = set(
        session.exec(
            select(StudentIdentifier.kind, StudentIdentifier.value).where(
                StudentIdentifier.student_id == student_id
            )
        )
    )
    for kind, value in ids.items():
        if value and (kind, value) not in known:
            session.add(StudentIdentifier(student_id=student_id, kind=kind, value=value))


@step("Rename student")
def rename_student(
    session: Session,
    *,
    student_id: int,
    last: str,
    first: str,
    suffix: str = "",
    nickname: str = "",
) -> None:
    """Correct a student's name."""
    student = still_there(session, Student, student_id, what="student")
    named = _student_from(NewStudent(last, first, suffix, nickname))
    student.last, student.first = named.last, named.first
    student.suffix, student.nickname = named.suffix, named.nickname
    session.add(student)


@step("Remove student")
def remove_student(session: Session, *, student_id: int) -> None:
    """Remove a student with all scores and places in groups."""
    session.delete(still_there(session, Student, student_id, what="student"))


@step("Set home language")
def set_home_language(session: Session, *, student_id: int, language: str) -> None:
    """Remember the language read at home, as a tag such as `es`."""
    profile = session.exec(
        select(LearnerProfile).where(LearnerProfile.student_id == student_id)
    ).first() or LearnerProfile(student_id=student_id)
    profile.home_language = language
    session.add(profile)


@step("Add pull-out")
def add_pull_out(
    session: Session,
    *,
    student_id: int,
    weekday: Weekday,
    starts_at: time,
    ends_at: time,
    label: str,
) -> None:
    """Note that a student leaves the room every week at a set time."""
    if ends_at <= starts_at:
        raise Problem(
            f"A time out of the room from {starts_at:%H:%M} to {ends_at:%H:%M} ends before it "
            "begins.",
            "Set the later time as its end.",
        )
    session.add(
        PullOut(
            student_id=saved_id(still_there(session, Student, student_id, what="student")),
            weekday=int(weekday),
            starts_at=starts_at,
            ends_at=ends_at,
            label=label,
        )
    )


def _student_from(new: NewStudent) -> Student:
    parts = [clean_name(part) for part in (new.last, new.first, new.suffix, new.nickname)]
    if not parts[0] and not parts[1]:
        raise Problem("A student has no name.", "Give at least a first or a last name.")
    return Student(last=parts[0], first=parts[1], suffix=parts[2], nickname=parts[3])


def _class_name(session: Session, name: str, *, of: int | None = None) -> str:
    """The name as it is kept; `of` is the class that may have it already."""
    name = clean_name(name)
    if not name:
        raise Problem("A class needs a name.", "Type one, such as “Math P2”.")
    # Compared here, not in SQL: SQLite's lower() knows only the letters A to Z.
    for other_id, other in session.exec(select(col(SchoolClass.id), col(SchoolClass.name))):
        if other.casefold() == name.casefold() and other_id != of:
            raise Problem(f"There is already a class called “{name}”.", "Choose another name.")
    return name
