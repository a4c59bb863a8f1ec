"""A file of a whole school or district: how many classes and students it holds, told early."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from plplanner.importing.clean_text import clean_text
from plplanner.importing.guess_columns import find_header
from plplanner.importing.header_words import ColumnRole, settle_name_roles
from plplanner.importing.rows import CellWarning, GradebookRead
from plplanner.importing.sections import sections_of_cells
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.records import record

# What one teacher may have in one file; beyond it the file says that it is a whole district's.
MAX_SECTIONS = 40
MAX_STUDENTS = 2_000
# What is read at all.
TALL_ROWS = 20_000
MAX_STUDENTS_READ = 10_000
_NAMED = 5
_OF_A_PERSON = (ColumnRole.ID, ColumnRole.EMAIL, ColumnRole.NAME)


@record(frozen=True)
class Crowd:
    """Whom a file holds. `students` counts people, or rows where nothing tells people apart."""

    students: int
    sections: tuple[str, ...]

    @property
    def is_district(self) -> bool:
        """More than one teacher has."""
        return self.students > MAX_STUDENTS or len(self.sections) > MAX_SECTIONS


@record(frozen=True)
class CrowdColumns:
    """The header row and the columns (from 0) that tell people and classes apart."""

    header: int
    person: int | None
    section: int | None


def crowd_columns(table: Table) -> CrowdColumns | None:
    """Where people and classes stand; None without a heading for names."""
    header = find_header(table)
    if header is None:
        return None
    roles = settle_name_roles(table.rows[header])
    person = next((roles.index(role) for role in _OF_A_PERSON if role in roles), None)
    section = roles.index(ColumnRole.SECTION) if ColumnRole.SECTION in roles else None
    return CrowdColumns(header, person, section)


def crowd_in_table(table: Table) -> Crowd | None:
    """Whom a tall table holds; None when nothing tells."""
    columns = crowd_columns(table)
    if columns is None:
        return None
    below = table.rows[columns.header + 1 :]
    people = _distinct(below, columns.person) if columns.person is not None else below
    sections = _distinct(below, columns.section) if columns.section is not None else ()
    return Crowd(len(people), cleaned_names(sections))


def _distinct(rows: Sequence[tuple[str, ...]], column: int) -> tuple[str, ...]:
    cells = (row[column].strip() for row in rows if len(row) > column)
    return tuple(cell for cell in dict.fromkeys(cells) if cell)


def cleaned_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Names of classes as they are shown and asked for, each once."""
    return tuple(dict.fromkeys(name for name in map(clean_text, cells) if name))


def crowd_read(read: GradebookRead) -> Crowd:
    """Whom a file holds that was read."""
    return Crowd(len(read.students), section_names(read))


def section_names(read: GradebookRead) -> tuple[str, ...]:
    """The classes a file names, in its order."""
    by_cell = sections_of_cells((s.section for s in read.students), listed=read.sections)
    named = (by_cell.get(student.section or "", ()) for student in read.students)
    return tuple(dict.fromkeys(section for sections in named for section in sections))


def crowd_words(crowd: Crowd) -> str:
    """“61 classes and 4,812 students: Math 6, Art 2 and 59 more”."""
    named = ", ".join(f"“{section}”" for section in crowd.sections[:_NAMED])
    more = len(crowd.sections) - _NAMED
    some = f": {named}" if named else ""
    rest = f" and {more:,} more" if more > 0 else ""
    classes = f"{len(crowd.sections):,} classes and " if len(crowd.sections) > 1 else ""
    return f"{classes}{crowd.students:,} students{some}{rest}"


def refuse_crowd(crowd: Crowd | None, *, file_name: str) -> None:
    """Raise a Problem for a tall table with more than one teacher has; it offers their classes.

    Where no classes are named, up to MAX_STUDENTS_READ are read all the same.
    """
    most = MAX_STUDENTS if crowd is not None and crowd.sections else MAX_STUDENTS_READ
    if crowd is None or (crowd.students <= most and len(crowd.sections) <= MAX_SECTIONS):
        return
    what = f"“{file_name}” is a file of a whole district. It holds {crowd_words(crowd)}."
    raise too_many(what, crowd)


def too_many(what: str, crowd: Crowd | None) -> Problem:
    """The Problem for more than one teacher's classes: one of them can still be read."""
    if crowd is None or not crowd.sections:
        return Problem(what, "Export your own classes alone, then import that.")
    return Problem(
        what,
        "Choose one class to read it alone, or export your own classes, then import that.",
        choices=crowd.sections,
    )


def with_crowd_warning(read: GradebookRead) -> GradebookRead:
    """The same, with a word at the top when it holds more than one teacher has."""
    crowd = crowd_read(read)
    if not crowd.is_district:
        return read
    said = f"This file holds {crowd_words(crowd)}. Take in only the class that is yours."
    row = read.source.header + 1 if read.source and read.source.header >= 0 else 1
    return replace(read, warnings=(CellWarning(row, "Section", said), *read.warnings))


def only_section_rows(table: Table, section: str) -> Table:
    """The same table with the rows of other classes emptied, so that row numbers stay."""
    columns = crowd_columns(table)
    if columns is None or columns.section is None:
        return table
    place, is_in = columns.section, naming(section)
    return replace(
        table,
        rows=tuple(
            row if number <= columns.header or (len(row) > place and is_in(row[place])) else ()
            for number, row in enumerate(table.rows)
        ),
    )


def rows_of_others(head: Table, section: str) -> Callable[[Sequence[object], int], bool] | None:
    """Tells rows of other classes by their cells, the first of which stands in column `left`;
    None where the first rows of a sheet head no column of classes."""
    columns = crowd_columns(head)
    if columns is None or columns.section is None:
        return None
    place, is_in = columns.section, naming(section)

    def is_other(cells: Sequence[object], left: int) -> bool:
        at = place - left
        text = cells[at] if 0 <= at < len(cells) else ""
        return isinstance(text, str) and not is_in(text)

    return is_other


def naming(section: str) -> Callable[[str], bool]:
    """Tells a cell that names the class, alone or among others: “Math 7”, not “Math 70”.

    What was found is kept: cells repeat.
    """
    whole = re.compile(rf"(?<!\w){re.escape(section)}(?!\w)", re.IGNORECASE)

    @cache
    def is_in(cell: str) -> bool:
        return whole.search(clean_text(cell)) is not None

    return is_in


def only_section(read: GradebookRead, section: str) -> GradebookRead:
    """What a file says of one class. `section` is one of `section_names`."""
    by_cell = sections_of_cells((s.section for s in read.students), listed=read.sections)
    kept = [
        place
        for place, student in enumerate(read.students)
        if section in by_cell.get(student.section or "", ())
    ]
    return _only_places(read, kept)


def _only_places(read: GradebookRead, kept: Iterable[int]) -> GradebookRead:
    """What a file says of the students at these places, from 0."""
    places = tuple(kept)
    new_place = {old: new for new, old in enumerate(places)}
    source = read.source
    if source is not None:
        source = replace(source, students=tuple(source.students[place] for place in places))
    return replace(
        read,
        students=tuple(read.students[place] for place in places),
        scores=tuple(read.scores[place] for place in places),
        unread=frozenset((new_place[i], j) for i, j in read.unread if i in new_place),
        source=source,
    )
