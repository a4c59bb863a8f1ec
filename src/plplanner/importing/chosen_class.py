"""One class out of the file of a whole district, so that only hers is compared and shown."""

from dataclasses import replace

from plplanner.importing.crowd import crowd_read, only_section, section_names
from plplanner.importing.rows import CellWarning, GradebookRead, TableRead

_ABOUT_CROWD = "This file holds "


def classes_to_choose_from(read: GradebookRead) -> tuple[str, ...]:
    """The classes of a file that holds more than one teacher has; () for every other file."""
    sections = section_names(read)
    return sections if len(sections) > 1 and crowd_read(read).is_district else ()


def only_class(read: GradebookRead, section: str) -> GradebookRead:
    """What a file says of one class, with the rows of all others emptied out of its table.

    Row numbers stay those of the file. Whoever is in other classes too is only in this one here.
    """
    alone = only_section(read, section)
    source = alone.source
    return replace(
        alone,
        students=tuple(replace(student, section=section) for student in alone.students),
        sections=(section,),
        warnings=tuple(warning for warning in alone.warnings if not _is_of_others(warning, source)),
        source=_without_others(source) if source else None,
    )


def _is_of_others(warning: CellWarning, source: TableRead | None) -> bool:
    """Whether a warning speaks of the crowd, or of the row of a student of another class."""
    if warning.message.startswith(_ABOUT_CROWD):
        return True
    below = source is not None and warning.row - 1 > max(source.header, source.points or 0)
    return below and source is not None and warning.row - 1 not in set(source.students)


def _without_others(source: TableRead) -> TableRead:
    kept = {*range(source.header + 1), source.points, *source.students}
    rows = tuple(row if place in kept else () for place, row in enumerate(source.table.rows))
    return replace(source, table=replace(source.table, rows=rows))
