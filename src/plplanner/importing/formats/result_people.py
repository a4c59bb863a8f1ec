"""Whom the rows of a test file are about: one student per id, or per name where there is no id."""

from collections.abc import Mapping
from dataclasses import replace

from plplanner.importing.clean_text import MAX_NAME, cut, name_form
from plplanner.importing.formats.result_table import ResultTable, is_shortened
from plplanner.importing.person_names import join_name, split_name
from plplanner.importing.rows import CellWarning, StudentRead
from plplanner.problems import Problem
from plplanner.records import record

_NOBODY = "This row names no student, so it is left out."
MAX_WARNINGS = 100


@record(frozen=True)
class PersonColumns:
    """Bare headings of each part of a person; the first heading with a cell counts.

    `ids` are in the order in which they tell people apart.
    """

    ids: Mapping[str, tuple[str, ...]]
    last: tuple[str, ...] = ("studentlastname", "lastname")
    first: tuple[str, ...] = ("studentfirstname", "firstname")
    whole: tuple[str, ...] = ("studentname", "student")
    section: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()


@record(frozen=True)
class People:
    """The students of one or more tables, in order; `keys` tells whose row (table, row) is."""

    students: Mapping[str, StudentRead]
    keys: Mapping[tuple[int, int], str]
    warnings: tuple[CellWarning, ...] = ()


def read_people(*tables: tuple[ResultTable, PersonColumns]) -> People:
    """Everybody the tables name, each once. Rows that name nobody are warned of and left out."""
    students: dict[str, StudentRead] = {}
    keys: dict[tuple[int, int], str] = {}
    warnings: list[CellWarning] = []
    for number, (results, columns) in enumerate(tables):
        places = _places(results, columns)
        known: dict[tuple[str, ...], str] = {}
        for row in results.rows:
            cells = tuple([results.cell(row, place) for place in places])
            if cells in known:
                keys[number, row] = known[cells]
                continue
            student = read_person(results, row, columns)
            key = person_key(student)
            if key is None:
                warnings.append(CellWarning(row + 1, "Student", _NOBODY))
                continue
            keys[number, row] = known[cells] = key
            if key not in students:
                warnings += _shortened_ids(student, row)
            students[key] = _merged(students[key], student) if key in students else student
    return People(students, keys, tuple(warnings[:MAX_WARNINGS]))


def refuse_nobody(people: People, what: str, next_step: str) -> None:
    """Raise a Problem that says `what` the file is when its tables name nobody."""
    if not people.students:
        raise Problem(what, next_step)


def _places(results: ResultTable, columns: PersonColumns) -> tuple[int, ...]:
    """Every column that says something about the person; rows alike in these are alike."""
    parts = (columns.last, columns.first, columns.whole, columns.section, columns.grade)
    names = (name for part in (*parts, *columns.ids.values()) for name in part)
    return tuple(results.places[name] for name in names if name in results.places)


def _shortened_ids(student: StudentRead, row: int) -> list[CellWarning]:
    message = "“{}” is a long id that a spreadsheet shortened."
    return [
        CellWarning(row + 1, "Student ID", message.format(value))
        for value in student.ids.values()
        if value and is_shortened(value)
    ]


def read_person(results: ResultTable, row: int, columns: PersonColumns) -> StudentRead:
    """Name, ids, class and school year of one row. An id that repeats another says
    nothing new, and zero is what a system writes where there is none."""
    last = results.text(row, *columns.last)
    first = results.text(row, *columns.first)
    whole = "" if last or first else results.text(row, *columns.whole)
    name = split_name(whole) if whole else join_name(last=last, first=first)
    ids: dict[str, str | None] = {}
    for kind, headings in columns.ids.items():
        value = results.text(row, *headings)
        if value.strip("0") and value not in ids.values():
            ids[kind] = value
    written = ", ".join(part for part in (last, first) if part) or whole
    number = next((value for value in ids.values() if value), None)
    grade = results.text(row, *columns.grade)
    return StudentRead(
        last=name.last,
        first=name.first,
        suffix=name.suffix,
        nickname=name.nickname,
        ids=ids,
        section=results.text(row, *columns.section) or None,
        display=cut(written, limit=MAX_NAME) or number,
        grade=(grade.lstrip("0") or grade) or None,
    )


def person_key(student: StudentRead) -> str | None:
    """What makes two rows one person: the first id, else the name; both for a damaged id."""
    parts = (student.last, student.first, student.suffix)
    name = "|".join(name_form(part) for part in parts) if any(parts) else ""
    kind, value = next(((k, v) for k, v in student.ids.items() if v), ("", ""))
    if not value:
        return f"name {name}" if name else None
    return f"{kind} {value} {name}" if is_shortened(value) else f"{kind} {value}"


def _merged(known: StudentRead, again: StudentRead) -> StudentRead:
    """One person from two rows: whatever one row leaves open, and both classes."""
    named = known if known.last or known.first else again
    return replace(
        named,
        ids={**again.ids, **known.ids},
        section=_both(known.section, again.section),
        grade=known.grade or again.grade,
    )


def _both(section: str | None, another: str | None) -> str | None:
    """“P2”, “P4” → “P2, P4”; each class once."""
    if not section or not another:
        return section or another
    told = section.split(", ")
    new = [one for one in another.split(", ") if one not in told]
    return ", ".join((section, *new))
