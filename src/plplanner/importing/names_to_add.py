"""Typed names on their way into a class: who is new, who is known, who may be known."""

from collections.abc import Mapping, Sequence

from plplanner.importing.match_students import match_students
from plplanner.importing.pasted_names import spoken_name
from plplanner.importing.rows import KnownPlanner, KnownStudent, StudentRead
from plplanner.records import record
from plplanner.roster.rows import NewStudent


@record(frozen=True)
class NameToAdd:
    """One typed name. `meant` is the known student of that very name, None for a new one.

    `offered` are the known students she may be; the teacher says who. `is_here` is for a name
    that one student of the class has already: there is nothing to add.
    """

    new: NewStudent
    meant: int | None = None
    offered: tuple[int, ...] = ()
    is_here: bool = False

    @property
    def name(self) -> str:
        """First name first."""
        return spoken_name(self.new)


def names_to_add(
    students: Sequence[NewStudent], known: KnownPlanner, *, class_id: int | None
) -> tuple[NameToAdd, ...]:
    """One for each typed name, in order; nobody is taken for somebody without being asked about.

    `class_id` is the class they go into, None for a class that is still to be made.
    """
    own = next((row for row in known.classes if row.id == class_id), None)
    here = frozenset(own.students if own else ())
    reads = [_as_read(student) for student in students]
    matches = match_students(reads, known.students, in_class=tuple(here))
    found = []
    for student, match in zip(students, matches, strict=True):
        sure = match.known_id
        if sure in here:
            found.append(NameToAdd(student, sure, is_here=True))
        elif sure is not None:
            found.append(NameToAdd(student, sure, (sure,)))
        else:
            found.append(NameToAdd(student, None, match.offered))
    return tuple(found)


def who_they_are(known: KnownPlanner) -> Mapping[int, str]:
    """`Ana García, Math 4` for every known student, to choose from."""
    return {
        student.id: ", ".join((_known_name(student), *_where(student.id, known)))
        for student in known.students
    }


def _where(student_id: int, known: KnownPlanner) -> tuple[str, ...]:
    now = tuple(row.name for row in known.classes if student_id in row.students)
    left = (f"left {row.name}" for row in known.classes if student_id in row.left)
    return now or tuple(left) or ("in no class",)


def _known_name(student: KnownStudent) -> str:
    parts = (student.first, student.last, student.suffix)
    return " ".join(part for part in parts if part)


def _as_read(student: NewStudent) -> StudentRead:
    return StudentRead(
        last=student.last or None,
        first=student.first or None,
        suffix=student.suffix or None,
        nickname=student.nickname or None,
        display=spoken_name(student),
    )
