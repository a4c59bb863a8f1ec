"""People of a file who bear the very name of somebody known, with nothing to tell who they are."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from plplanner.importing.clean_text import name_form
from plplanner.importing.rows import ClassImport, KnownStudent, PlannedStudent, StudentRead


def people_to_settle(
    classes: Sequence[ClassImport],
    known: Mapping[int, KnownStudent],
    *,
    said_new: Collection[int] = (),
) -> tuple[tuple[int, PlannedStudent], ...]:
    """(place in `read.students`, student) of those the teacher must choose for; each once.

    That is whoever is nobody yet and has exactly the name of somebody offered: two people with
    one name and no ids. `said_new` are places that the teacher said are new students.
    """
    found: dict[int, PlannedStudent] = {}
    for part in classes:
        for place in part.students:
            student = part.plan.students[place]
            row = student.rows[0]
            if student.known_id is None and row not in said_new and _is_twin(student, known):
                found.setdefault(row, student)
    return tuple(found.items())


def names_borne_twice(classes: Sequence[ClassImport]) -> tuple[str, ...]:
    """Names that two new students of one class bear, with nothing else to tell them apart."""
    twice: dict[str, None] = {}
    for part in classes:
        new = [part.plan.students[place] for place in part.students]
        bare = [one.read for one in new if one.known_id is None and not any(one.read.ids.values())]
        counted = Counter(_name(read) for read in bare)
        for read in bare:
            if counted[_name(read)] > 1 and any(_name(read)):
                twice.setdefault(" ".join(part for part in (read.first, read.last) if part))
    return tuple(twice)


def _is_twin(student: PlannedStudent, known: Mapping[int, KnownStudent]) -> bool:
    name = _name(student.read)
    return any(_name(known[one]) == name for one in student.offered if one in known)


def _name(person: StudentRead | KnownStudent) -> tuple[str, str, str]:
    first, last, suffix = (name_form(part) for part in (person.first, person.last, person.suffix))
    return first, last, suffix.strip(".")
