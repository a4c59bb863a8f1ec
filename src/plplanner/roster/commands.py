"""What can be done with classes and students."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.gradebook import Assessment, Score
from plplanner.models.grouping import GroupMember, GroupSet, SmallGroup
from plplanner.models.roster import (
    AttendanceMark,
    Enrollment,
    LearnerProfile,
    PullOut,
    SchoolClass,
    Student,
    StudentAlias,
    StudentIdentifier,
    StudentTag,
)
from plplanner.problems import Problem
from plplanner.roster.names import clean_name
from plplanner.roster.rows import NewStudent, RosterTakenBack
from plplanner.store.fetch import mentioned_ids, saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import AttendanceKind, Weekday


@step("Add class “{name}”")
def add_class(
    session: Session,
    *,
    name: str,
    subject: str = "",
    section: str = "",
    import_id: int | None = None,
) -> int:
    """Add a class; returns its id. Problem when the name is empty or taken.

    `import_id` is here and below the import that brings something, None for what is done by hand.
    """
    school_class = SchoolClass(
        name=_class_name(session, name),
        subject=subject.strip(),
        section=section.strip(),
        gradebook_import_id=import_id,
    )
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
    session: Session,
    *,
    class_id: int,
    students: Sequence[NewStudent],
    entered_on: date,
    import_id: int | None = None,
) -> list[int]:
    """Add students to a class in the order given; returns their ids.

    Problem when one of them has no name at all; then none is added.
    """
    still_there(session, SchoolClass, class_id, what="class")
    added = [_student_from(new) for new in students]
    for student in added:
        student.gradebook_import_id = import_id
    session.add_all(added)
    session.flush()
    ids = [saved_id(student) for student in added]
    session.add_all(
        StudentIdentifier(
            student_id=student_id, kind=kind, value=value, gradebook_import_id=import_id
        )
        for student_id, new in zip(ids, students, strict=True)
        for kind, value in new.ids.items()
        if value
    )
    enroll(session, class_id=class_id, student_ids=ids, entered_on=entered_on, import_id=import_id)
    return ids


@step("Enroll students")
def enroll(
    session: Session,
    *,
    class_id: int,
    student_ids: Sequence[int],
    entered_on: date,
    import_id: int | None = None,
    bring_back: bool = True,
) -> None:
    """Enroll students who are not in the class yet; who had left comes back.

    Without `bring_back`, as for a file that still names her, who had left stays away.
    """
    known = {
        enrollment.student_id: enrollment
        for enrollment in session.scalars(
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
                gradebook_import_id=import_id,
            )
        elif bring_back:
            enrollment.left_on = None
        session.add(enrollment)


@step("Move “{name}” to another class")
def move_student(
    session: Session,
    *,
    student_id: int,
    from_class_id: int,
    to_class_id: int,
    moved_on: date,
    name: str,
) -> None:
    """Move a student from one class to another; scores, groups and plans of before stay.

    `name` is what Undo calls her. Problem when she is not in the first class, or both are one.
    """
    if from_class_id == to_class_id:
        raise Problem(f"{name} is in this class already.", "Choose another class.")
    still_there(session, SchoolClass, to_class_id, what="class")
    enrollment = _enrollment(session, student_id, from_class_id)
    if enrollment is None or enrollment.left_on is not None:
        raise Problem(f"{name} is not in this class now.", "Choose the class the student is in.")
    enrollment.left_on = moved_on
    session.add(enrollment)
    enroll(session, class_id=to_class_id, student_ids=[student_id], entered_on=moved_on)


@step("Archive “{name}”")
def archive_student(
    session: Session, *, student_id: int, left_on: date, name: str, class_id: int | None = None
) -> None:
    """A student leaves a class, or every class when none is named; what was stays.

    From then on she is on no list, in no group and on no sheet. Problem when she is in none.
    """
    still_there(session, Student, student_id, what="student")
    now_in = select(Enrollment).where(
        Enrollment.student_id == student_id, Enrollment.left_on.is_(None)
    )
    if class_id is not None:
        now_in = now_in.where(Enrollment.school_class_id == class_id)
    found = session.scalars(now_in).all()
    if not found:
        raise Problem(f"{name} has left already.", "Look under the students who left.")
    for enrollment in found:
        enrollment.left_on = left_on
        session.add(enrollment)


@step("Bring “{name}” back")
def restore_student(session: Session, *, student_id: int, class_id: int, name: str) -> None:
    """A student who left a class is in it again, with everything she had."""
    enrollment = _enrollment(session, student_id, class_id)
    if enrollment is None:
        raise Problem(f"{name} never was in this class.", "Add the student to the class.")
    enrollment.left_on = None
    session.add(enrollment)


def _enrollment(session: Session, student_id: int, class_id: int) -> Enrollment | None:
    return session.scalars(
        select(Enrollment).where(
            Enrollment.student_id == student_id, Enrollment.school_class_id == class_id
        )
    ).first()


@step("Add ids")
def add_identifiers(
    session: Session, *, student_id: int, ids: Mapping[str, str], import_id: int | None = None
) -> None:
    """Remember how other systems name a student; what is known already stays."""
    known = set(
        session.execute(
            select(StudentIdentifier.kind, StudentIdentifier.value).where(
                StudentIdentifier.student_id == student_id
            )
        )
    )
    for kind, value in ids.items():
        if value and (kind, value) not in known:
            session.add(
                StudentIdentifier(
                    student_id=student_id, kind=kind, value=value, gradebook_import_id=import_id
                )
            )


@step("Remember a name")
def add_alias(
    session: Session, *, student_id: int, written: str, import_id: int | None = None
) -> None:
    """Remember a name under which the teacher recognized a student in a file."""
    still_there(session, Student, student_id, what="student")
    written = clean_name(written)
    known = session.scalars(
        select(StudentAlias.id).where(
            StudentAlias.student_id == student_id, StudentAlias.written == written
        )
    ).first()
    if written and known is None:
        session.add(
            StudentAlias(student_id=student_id, written=written, gradebook_import_id=import_id)
        )


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
    profile = session.scalars(
        select(LearnerProfile).where(LearnerProfile.student_id == student_id)
    ).first() or LearnerProfile(student_id=student_id)
    profile.home_language = language
    session.add(profile)


@step("Tag a student “{tag}”")
def add_tag(session: Session, *, student_id: int, tag: str) -> None:
    """Give a student a word for forming groups, such as “leader”; it never prints."""
    word = clean_name(tag)
    if not word:
        raise Problem("A tag needs a word.", "Type one, such as “leader”.")
    still_there(session, Student, student_id, what="student")
    if _tag(session, student_id, word) is None:
        session.add(StudentTag(student_id=student_id, tag=word))


@step("Remove the tag “{tag}”")
def remove_tag(session: Session, *, student_id: int, tag: str) -> None:
    """Take a tag from a student; one she does not have stays away."""
    found = _tag(session, student_id, clean_name(tag))
    if found is not None:
        session.delete(found)


def _tag(session: Session, student_id: int, word: str) -> StudentTag | None:
    return session.scalars(
        select(StudentTag).where(StudentTag.student_id == student_id, StudentTag.tag == word)
    ).first()


@step("Mark {name} absent")
def mark_absent(session: Session, *, student_id: int, day: date, name: str) -> None:  # noqa: ARG001
    """Note that a student is absent on a day; `name` is what Undo says."""
    _mark(session, student_id, day, AttendanceKind.ABSENT)


@step("Mark {name} late")
def mark_late(
    session: Session,
    *,
    student_id: int,
    day: date,
    name: str,  # noqa: ARG001
    came_at: time | None = None,
) -> None:
    """Note that a student is here, but came late, at `came_at` if known; Undo says `name`."""
    mark = _mark(session, student_id, day, AttendanceKind.LATE)
    mark.came_at = came_at.replace(second=0, microsecond=0) if came_at is not None else None


@step("Mark {name} present")
def mark_present(session: Session, *, student_id: int, day: date, name: str) -> None:  # noqa: ARG001
    """Take back that a student is absent or late on a day; `name` is what Undo says."""
    found = _attendance(session, student_id, day)
    if found is not None:
        session.delete(found)


def _mark(session: Session, student_id: int, day: date, kind: AttendanceKind) -> AttendanceMark:
    still_there(session, Student, student_id, what="student")
    found = _attendance(session, student_id, day)
    mark = found or AttendanceMark(student_id=student_id, day=day)
    mark.kind, mark.came_at = kind.value, None
    session.add(mark)
    return mark


def _attendance(session: Session, student_id: int, day: date) -> AttendanceMark | None:
    return session.scalars(
        select(AttendanceMark).where(
            AttendanceMark.student_id == student_id, AttendanceMark.day == day
        )
    ).first()


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
        start, end = (f"{moment.hour}:{moment:%M}" for moment in (starts_at, ends_at))
        raise Problem(
            f"A time out of the room from {start} to {end} ends before it begins.",
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


@step("Take back the students of an import")
def take_back_roster(
    session: Session, *, import_id: int, held: Mapping[tuple[int, int], int]
) -> RosterTakenBack:
    """Remove the students, places in a class and classes an import made that hold nothing else.

    `held` says which other import has a student in a class: its id by (class id, student id);
    what that one holds too is its own from now on.
    """
    by_student = {student_id: other for (_, student_id), other in held.items()}
    ids = select(StudentIdentifier).where(StudentIdentifier.gradebook_import_id == import_id)
    aliases = select(StudentAlias).where(StudentAlias.gradebook_import_id == import_id)
    named: list[StudentIdentifier | StudentAlias] = [
        *session.scalars(ids),
        *session.scalars(aliases),
    ]
    for row in named:
        _hand_over(session, row, by_student.get(row.student_id))
    enrollments = _take_back_enrollments(session, import_id, held)
    own = select(Student).where(Student.gradebook_import_id == import_id)
    students = _take_back_rows(
        session,
        {saved_id(student): student for student in session.scalars(own)},
        by_student,
        besides=("student_identifier", "student_alias", "imported_student"),
    )
    by_class = {class_id: other for (class_id, _), other in held.items()}
    made = select(SchoolClass).where(SchoolClass.gradebook_import_id == import_id)
    classes = _take_back_rows(
        session,
        {saved_id(row): row for row in session.scalars(made)},
        by_class,
        besides=("imported_class",),
    )
    return RosterTakenBack(students=students, enrollments=enrollments, classes=classes)


def _take_back_enrollments(
    session: Session, import_id: int, held: Mapping[tuple[int, int], int]
) -> int:
    """A place in a class goes when no score and no group of that class needs it."""
    gone = 0
    own = select(Enrollment).where(Enrollment.gradebook_import_id == import_id)
    for row in session.scalars(own).all():
        other = held.get((row.school_class_id, row.student_id))
        if other is None and _has_history(session, row.student_id, row.school_class_id):
            row.gradebook_import_id = None
        else:
            gone += other is None
            _hand_over(session, row, other)
    session.flush()
    return gone


def _has_history(session: Session, student_id: int, class_id: int) -> bool:
    scores = (
        select(Score.id)
        .join(Assessment, Assessment.id == Score.assessment_id)
        .where(Score.student_id == student_id, Assessment.school_class_id == class_id)
    )
    groups = (
        select(GroupMember.id)
        .join(SmallGroup, SmallGroup.id == GroupMember.small_group_id)
        .join(GroupSet, GroupSet.id == SmallGroup.group_set_id)
        .where(GroupMember.student_id == student_id, GroupSet.school_class_id == class_id)
    )
    return any(session.scalars(query).first() is not None for query in (scores, groups))


def _take_back_rows(
    session: Session,
    made: Mapping[int, Student | SchoolClass],
    held: Mapping[int, int],
    *,
    besides: Sequence[str],
) -> int:
    """Remove rows an import made unless another import or any other table holds them."""
    if not made:
        return 0
    table = "student" if isinstance(next(iter(made.values())), Student) else "school_class"
    mentioned = mentioned_ids(session, table, list(made), besides=besides)
    gone = 0
    for row_id, row in made.items():
        if row_id in held or row_id in mentioned:
            row.gradebook_import_id = held.get(row_id)
        else:
            session.delete(row)
            gone += 1
    session.flush()
    return gone


def _hand_over(
    session: Session, row: StudentIdentifier | StudentAlias | Enrollment, other: int | None
) -> None:
    """The row belongs to another import from now on, or goes when there is none."""
    if other is None:
        session.delete(row)
    else:
        row.gradebook_import_id = other


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
    for other_id, other in session.execute(select(SchoolClass.id, SchoolClass.name)):
        if other.casefold() == name.casefold() and other_id != of:
            raise Problem(f"There is already a class called “{name}”.", "Choose another name.")
    return name
