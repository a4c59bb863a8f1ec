"""What taking in a file would do to each class it names, before anything happens."""

from collections.abc import Mapping, Sequence

from plplanner.importing.choose_section import section_meant
from plplanner.importing.plan import plan_import
from plplanner.importing.rows import ClassImport, GradebookRead, KnownClass, KnownPlanner
from plplanner.importing.sections import sections_of_cells


def plan_classes(
    read: GradebookRead,
    known: KnownPlanner,
    *,
    class_name: str,
    chosen: Mapping[int, int] | None = None,
) -> tuple[ClassImport, ...]:
    """One part per class of the file, the class asked for first.

    Every section of the file becomes a class of its own; the one that `class_name` means is
    called by that name, and takes whoever stands in no section. A file without sections is all
    one class. `chosen` are near matches the teacher picked, known id by place in
    `read.students`.
    """
    found = known_class(known.classes, class_name, None)
    asked = found.section or None if found else None
    sections = sections_in(read)
    meant = asked if asked in sections else section_meant(class_name, sections)
    first = _class_import(read, known, class_name, meant, chosen or {}, asked_for=True)
    others = (section for section in sections if section != meant)
    return (first, *(_class_import(read, known, name, name, chosen or {}) for name in others))


def sections_in(read: GradebookRead) -> list[str]:
    """The sections a file names, in its order."""
    by_cell = sections_of_cells(student.section for student in read.students)
    named = (by_cell.get(student.section or "", ()) for student in read.students)
    return list(dict.fromkeys(section for sections in named for section in sections))


def known_class(classes: Sequence[KnownClass], name: str, section: str | None) -> KnownClass | None:
    """The class of this name (upper and lower case read alike), else the one of this section."""
    for row in classes:
        if row.name.casefold() == name.strip().casefold():
            return row
    return next((row for row in classes if section and row.section == section), None)


def _class_import(
    read: GradebookRead,
    known: KnownPlanner,
    name: str,
    section: str | None,
    chosen: Mapping[int, int],
    *,
    asked_for: bool = False,
) -> ClassImport:
    found = known_class(known.classes, name, section)
    plan = plan_import(
        read,
        known_students=known.students,
        known_assessments=found.assessments if found else (),
        known_scores=found.scores if found else {},
        chosen=chosen,
    )
    members = tuple(
        place
        for place, student in enumerate(plan.students)
        if section is None or section in student.sections or (asked_for and not student.sections)
    )
    named = found.name if found else name
    return ClassImport(found.id if found else None, named, section or "", members, plan)
