"""One file as it would come in, thought through in the background, and what in it is news."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.chosen_class import only_class
from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.class_plans import sections_in
from plplanner.importing.corrections import Corrections
from plplanner.importing.preview import ImportPreview, preview_import
from plplanner.importing.rows import GradebookRead, KnownClass
from plplanner.ui.screens.importing.files_in import FileIn, Told
from plplanner.ui.screens.importing.knowing import Gathered


def preview_of(
    read: GradebookRead, told: Told, known: Gathered, *, file_name: str
) -> ImportPreview:
    """What the file says with everything told about it, and what taking it in would do."""
    return preview_import(
        only_class(read, told.section) if told.section else read,
        known.whole(),
        class_name=told.class_name,
        corrections=told.corrections,
        chosen=told.chosen,
        file_name=file_name,
    )


def first_told(
    file: FileIn,
    read: GradebookRead,
    *,
    classes: Sequence[KnownClass],
    chosen: str | None,
    kept: Corrections,
    section: str | None = None,
) -> Told:
    """What is taken as told of a file before the teacher says anything.

    `kept` was remembered from the last file of its shape, `chosen` is the class chosen in the
    window, `section` the class already chosen of a district's file.
    """
    kept = still_there(kept, classes)
    told = Told(corrections=kept, is_remembered=kept != Corrections())
    meant = section or class_meant(file.sections, classes)
    if file.sections and meant is None:
        return told
    name = suggested_class_name(
        sections=[meant] if meant else sections_in(read),
        classes=classes,
        chosen=None if section else chosen,
        file_name=file.name,
    )
    return replace(told, class_name=name, section=meant)


def class_shown(told: Told, preview: ImportPreview | None) -> str:
    """The class a file goes into; of several the one asked for."""
    classes = preview.classes if preview is not None else ()
    section = classes[0].section if len(classes) == 1 else None
    said = told.corrections.classes.get(section) if section is not None else None
    return said or told.class_name


def classes_of_sections(preview: ImportPreview, told: Told) -> tuple[tuple[str, str], ...]:
    """(section, the class it becomes) in the order of the file; () for one without sections."""
    planned = {one: part.name for part in preview.classes for one in (part.section, *part.also)}
    said = {**planned, **told.corrections.classes}
    return tuple((section, said.get(section, section)) for section in sections_in(preview.read))


def has_people_in_none(preview: ImportPreview) -> bool:
    """Whether a file with sections has students whom it puts in none."""
    return any(not student.section for student in preview.read.students)


def still_there(kept: Corrections, classes: Sequence[KnownClass]) -> Corrections:
    """What was remembered, without answers that speak of a class which is gone since."""
    known = {row.name.casefold() for row in classes}
    there = {part: name for part, name in kept.classes.items() if name.casefold() in known}
    return kept if len(there) == len(kept.classes) else replace(kept, classes=there)


def class_meant(sections: Sequence[str], classes: Sequence[KnownClass]) -> str | None:
    """The one class of a district's file that is in the planner already; None when unclear."""
    known = {words.casefold() for row in classes for words in (row.name, row.section) if words}
    meant = [section for section in sections if section.casefold() in known]
    return meant[0] if len(meant) == 1 else None


def has_news(preview: ImportPreview) -> bool:
    """Whether taking the file in would add or change anything."""
    counts = preview.counts
    assessments = sum(
        part.plan.assessments_new + part.plan.assessments_renamed for part in preview.classes
    )
    return counts.students_new + counts.scores_new + counts.scores_changed + assessments > 0


def was_here_before(preview: ImportPreview) -> bool:
    """Whether some of the scores are in the planner already: then only the changes matter."""
    return preview.counts.scores_same + preview.counts.kept > 0


def shows_only_changes(preview: ImportPreview, told: Told) -> bool:
    """What the teacher asked to see; until then the changes alone of a file that came before."""
    if told.only_changes is not None:
        return told.only_changes and was_here_before(preview)
    return was_here_before(preview) and has_news(preview)
