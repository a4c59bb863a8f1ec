"""What taking in a file would do to each class it names, before anything happens."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypedDict

from plplanner.importing.choose_section import section_meant
from plplanner.importing.crowd import section_names
from plplanner.importing.named_by_file import with_titles
from plplanner.importing.plan import plan_import
from plplanner.importing.rows import (
    ClassImport,
    GradebookRead,
    ImportPlan,
    KnownClass,
    KnownPlanner,
)
from plplanner.problems import Problem


def plan_classes(
    read: GradebookRead,
    known: KnownPlanner,
    *,
    class_name: str,
    said: Mapping[str, str] | None = None,
    chosen: Mapping[int, int] | None = None,
    file_name: str = "",
) -> tuple[ClassImport, ...]:
    """One part per class of the file, the class asked for first.

    Every section of the file becomes a class of its own; the one that `class_name` means is
    called by that name, and takes whoever stands in no section. A file without sections is all
    one class. `said` are the classes the teacher named, by section, and hold to the letter.
    `chosen` are near matches the teacher picked, known id by place in `read.students`; an
    assessment without a title is called like the file. Sections become one class together only
    where the teacher said so; Problem when they would by their names alone.
    """
    sections = sections_in(read)
    meant = _section_asked(known.classes, class_name, sections)
    read = with_titles(read, file_name=file_name)
    others = [section for section in sections if section != meant]
    names = {meant or "": class_name, **{one: one for one in others}, **_of(said, sections)}
    joined = _joined(names, said or {}, known.classes)
    return tuple(
        _class_import(
            read, known, name, section or None, chosen or {}, joined=joined,
            asked_for=joined.get(meant or "") == section, is_said=section in (said or ()),
        )
        for section, name in names.items()
        if joined[section] == section
    )  # fmt: skip


def _of(said: Mapping[str, str] | None, sections: Sequence[str]) -> Mapping[str, str]:
    """What was said of sections that are in the file; "" stands for a file without any."""
    return {part: name for part, name in (said or {}).items() if part in (sections or ("",))}


def _section_asked(
    classes: Sequence[KnownClass], class_name: str, sections: Sequence[str]
) -> str | None:
    """The section a class name stands for; None in a file without sections."""
    found = known_class(classes, class_name, None)
    asked = found.section.casefold() if found else ""
    same = (section for section in sections if section.casefold() == asked)
    return next(same, None) or section_meant(class_name, sections)


def _joined(
    names: Mapping[str, str], said: Mapping[str, str], classes: Sequence[KnownClass]
) -> Mapping[str, str]:
    """For each section the first one that becomes the same class: itself, where it stands alone."""
    first: dict[object, str] = {}
    joined = {}
    for section, name in names.items():
        found = known_class(classes, name, None if section in said else section)
        other = first.setdefault(found.id if found else name.casefold(), section)
        if other != section and not {other, section} & said.keys():
            raise Problem(
                f"“{other}” and “{section}” would both become “{found.name if found else name}”.",
                "Name the class of one of them.",
            )
        joined[section] = other
    return joined


def sections_in(read: GradebookRead) -> list[str]:
    """The sections a file names, in its order."""
    return list(section_names(read))


def known_class(classes: Sequence[KnownClass], name: str, section: str | None) -> KnownClass | None:
    """The class of this name (upper and lower case read alike), else the one of this section."""
    for row in classes:
        if row.name.casefold() == name.strip().casefold():
            return row
    return next((row for row in classes if section and row.section == section), None)


def classes_meant(known: KnownPlanner, names: Collection[str]) -> tuple[int, ...]:
    """The ids of the classes that names of classes or of sections of a file may mean."""
    found = (known_class(known.classes, name, name) for name in names)
    return tuple(dict.fromkeys(row.id for row in found if row is not None))


def _class_import(
    read: GradebookRead,
    known: KnownPlanner,
    name: str,
    section: str | None,
    chosen: Mapping[int, int],
    *,
    joined: Mapping[str, str],
    asked_for: bool,
    is_said: bool,
) -> ClassImport:
    found = known_class(known.classes, name, None if is_said else section)
    plan = plan_import(
        read,
        known_students=known.students,
        known_assessments=found.assessments if found else (),
        known_scores=found.scores if found else {},
        known_days=found.score_days if found else {},
        in_class=found.students if found else (),
        chosen=chosen,
        joined=joined,
    )
    members = tuple(
        place
        for place, student in enumerate(plan.students)
        if section is None or section in student.sections or (asked_for and not student.sections)
    )
    named = found.name if found else name
    return ClassImport(
        class_id=found.id if found else None,
        name=named,
        section=section or "",
        also=tuple(one for one, other in joined.items() if other == section != one),
        students=members,
        plan=plan,
        **_against_roster(plan, members, found, known.classes),
    )


class _AgainstRoster(TypedDict):
    not_in_file: tuple[int, ...]
    left_before: tuple[int, ...]
    other_classes: Mapping[int, tuple[str, ...]]


def _against_roster(
    plan: ImportPlan,
    members: tuple[int, ...],
    found: KnownClass | None,
    classes: Sequence[KnownClass],
) -> _AgainstRoster:
    """Who is in the class but not in the file, who had left it, and who is elsewhere so far."""
    known = {plan.students[place].known_id for place in members} - {None}
    others = [row for row in classes if found is None or row.id != found.id]
    elsewhere = {
        student: names
        for student in sorted(one for one in known if one is not None)
        if (names := tuple(row.name for row in others if student in row.students))
    }
    return {
        "not_in_file": tuple(one for one in found.students if one not in known) if found else (),
        "left_before": tuple(one for one in found.left if one in known) if found else (),
        "other_classes": elsewhere,
    }
