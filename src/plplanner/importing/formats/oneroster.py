"""A OneRoster export (CSV, 1.1 or 1.2): classes, students, line items and their results."""

import re
from collections import Counter
from collections.abc import Mapping, Set

from plplanner.importing.clean_text import MAX_NAME, cut
from plplanner.importing.formats.oneroster_files import (
    RosterFiles,
    find_files,
    is_oneroster,
)
from plplanner.importing.formats.oneroster_results import read_results, result_columns
from plplanner.importing.person_names import join_name
from plplanner.importing.rows import CellWarning, GradebookRead, StudentRead
from plplanner.importing.table import Table, quoted
from plplanner.problems import Problem
from plplanner.records import record

# Ids in the files that this program writes itself; no other system knows people by them.
OWN = "plplanner-"
_OWN_ID = re.compile(rf"\{{{OWN}([a-z_]+):([^{{}}]*)\}}")


@record(frozen=True)
class _Person:
    """A student with her id in the other files, and her row (from 0) in users.csv."""

    id: str
    student: StudentRead
    row: int


def read_oneroster(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Students of the classes with one assessment per title, or None for other files.

    Teachers, parents and whatever is marked `tobedeleted` are left out. Students whom the file
    puts in no class are left out too, when it puts anyone in one.
    """
    if not is_oneroster(tables):
        return None
    files = find_files(tables)
    titles = _class_titles(files)
    classes = _classes_of_people(files, titles)
    people = _people(files, classes, titles)
    if not people:
        raise Problem(
            f"“{file_name}” is a OneRoster export without students in classes.",
            "Ask for users, classes and enrollments together, then import again.",
        )
    used = {class_id for one in people for class_id in classes.get(one.id, ())}
    columns = result_columns(files, used)
    grid = read_results(files, columns, [one.id for one in people])
    return GradebookRead(
        format="oneroster_csv_zip",
        students=tuple(one.student for one in people),
        assessments=tuple(column.assessment for column in columns),
        scores=grid.scores,
        warnings=(*_in_no_class(files, people, classes), *_nameless(people), *grid.warnings),
        unread=grid.unread,
        sections=tuple(dict.fromkeys(title for one, title in titles.items() if one in used)),
    )


def _class_titles(files: RosterFiles) -> Mapping[str, str]:
    """The name of every class by its id; two of one name are told apart by code or period."""
    courses = {
        files.courses.text(row, "sourcedid"): files.courses.text(row, "title")
        for row in files.courses.rows()
    }
    named: dict[str, str] = {}
    asides: dict[str, str] = {}
    classes = files.classes
    for row in classes.rows():
        class_id = classes.text(row, "sourcedid")
        title = classes.text(row, "title") or courses.get(classes.text(row, "coursesourcedid"), "")
        code = classes.text(row, "classcode")
        named.setdefault(class_id, cut(title or code or class_id, limit=MAX_NAME))
        period = classes.text(row, "periods")
        asides.setdefault(class_id, code or (f"period {period}" if period else class_id))
    times = Counter(named.values())
    return {
        class_id: title if times[title] == 1 else f"{title} ({asides[class_id]})"
        for class_id, title in named.items()
    }


def _classes_of_people(
    files: RosterFiles, titles: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """The classes (ids) in which each person is a student, in the order of the file."""
    found: dict[str, dict[str, None]] = {}
    enrollments = files.enrollments
    for row in enrollments.rows():
        class_id = enrollments.text(row, "classsourcedid")
        is_student = enrollments.text(row, "role").casefold() in {"student", ""}
        if is_student and (class_id in titles or not titles):
            person = enrollments.text(row, "usersourcedid")
            found.setdefault(person, {})[class_id] = None
    return {person: tuple(classes) for person, classes in found.items()}


def _roles(files: RosterFiles) -> Mapping[str, Set[str]]:
    """The roles of each user: in users.csv before 1.2, in roles.csv since."""
    found: dict[str, set[str]] = {}
    for table, person in ((files.users, "sourcedid"), (files.roles, "usersourcedid")):
        for row in table.rows():
            role = table.text(row, "role").casefold()
            if role:
                found.setdefault(table.text(row, person), set()).add(role)
    return found


def _people(
    files: RosterFiles, classes: Mapping[str, tuple[str, ...]], titles: Mapping[str, str]
) -> list[_Person]:
    """The students, in the order of users.csv, each once."""
    roles = _roles(files)
    found: dict[str, _Person] = {}
    for row in files.users.rows():
        person = files.users.text(row, "sourcedid")
        own = roles.get(person)
        is_student = "student" in own if own else person in classes
        if person and person not in found and is_student and (person in classes or not classes):
            sections = [titles.get(one, one) for one in classes.get(person, ())]
            found[person] = _Person(person, _student(files, row, sections), row)
    return list(found.values())


def _student(files: RosterFiles, row: int, sections: list[str]) -> StudentRead:
    """One student. A name she prefers is her nickname; “A, B, and C” are several classes."""
    users = files.users
    name = join_name(
        last=users.text(row, "familyname"),
        first=users.text(row, "givenname"),
        nickname=users.text(row, "preferredfirstname", "preferredgivenname"),
    )
    sourced = users.text(row, "sourcedid")
    ids = {
        "sourced_id": "" if sourced.startswith(OWN) else sourced,
        "identifier": users.text(row, "identifier"),
        "email": users.text(row, "email"),
        **dict(_OWN_ID.findall(users.text(row, "userids"))),
    }
    return StudentRead(
        last=name.last,
        first=name.first,
        suffix=name.suffix,
        nickname=name.nickname,
        ids={kind: text for kind, text in ids.items() if text},
        section=_joined(sections),
        grade=users.text(row, "grades") or None,
        display=None if name.last or name.first else next(filter(None, ids.values()), None),
    )


def _nameless(people: list[_Person]) -> tuple[CellWarning, ...]:
    """One warning for each student whose name is blank: an id stands for it."""
    return tuple(
        CellWarning(
            one.row + 1,
            "familyName",
            f"users.csv: this student has no name and is called {quoted(called)}. "
            "Give her a name in Students afterwards.",
        )
        for one in people
        if (called := one.student.display)
    )


def _joined(sections: list[str]) -> str | None:
    if len(sections) < 3:
        return " and ".join(sections) or None
    return f"{', '.join(sections[:-1])}, and {sections[-1]}"


def _in_no_class(
    files: RosterFiles, people: list[_Person], classes: Mapping[str, tuple[str, ...]]
) -> tuple[CellWarning, ...]:
    """One warning when users.csv has students whom no class has."""
    roles, taken = _roles(files), {one.id for one in people}
    left = [
        row
        for row in files.users.rows()
        if classes
        and "student" in roles.get(files.users.text(row, "sourcedid"), ())
        and files.users.text(row, "sourcedid") not in taken
    ]
    if not left:
        return ()
    who = "1 student is" if len(left) == 1 else f"{len(left):,} students are"
    said = f"users.csv: {who} in no class of this file, so left out."
    return (CellWarning(left[0] + 1, "sourcedId", said),)
