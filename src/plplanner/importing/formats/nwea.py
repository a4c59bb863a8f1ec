"""NWEA MAP Growth: the files of a data export, joined on the student id."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plplanner.importing.formats.result_people import (
    People,
    PersonColumns,
    read_people,
    refuse_nobody,
)
from plplanner.importing.formats.result_table import (
    ResultTable,
    find_tables,
    scale_score_at,
)
from plplanner.importing.formats.sittings import (
    AssessmentKey,
    Sitting,
    gather,
    named_assessments,
    taken_assessments,
)
from plplanner.importing.rows import AssessmentRead, CellWarning, GradebookRead
from plplanner.importing.table import Table

GOALS = 8
_IDS = {
    "student_id": ("studentid",),
    "state_id": ("studentstateid", "stateid"),
}
_PEOPLE = PersonColumns(ids=_IDS, section=("classname",), grade=("grade", "gradelevel"))
_TERM = ("termname", "term")
_TEST = ("testname", "measurementscale", "course", "subject")
_DATE = ("teststartdate", "testdate")


def read_nwea(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """RIT scores by test and goal area of each term, or None without a file of test results.

    Names come from the list of students, or from the results where one file holds both; results
    alone name students by id only.
    """
    results = find_tables(tables, "studentid|studentstateid", "testritscore")
    if not results:
        return None
    rosters = [
        table
        for table in find_tables(tables, "studentid", "studentlastname|classname")
        if all(table.table is not other.table for other in results)
    ]
    rosters.sort(key=lambda table: table.place("studentlastname") is None)
    people = read_people(*((table, _PEOPLE) for table in (*rosters, *results)))
    refuse_nobody(
        people,
        f"“{file_name}” holds NWEA MAP results without students.",
        "Check that the right term was exported, then import again.",
    )
    people = _in_order(people, rosters)
    found = [
        sitting
        for number, table in enumerate(results, start=len(rosters))
        for sitting in _sittings(table, number, people)
    ]
    return gather(
        "nwea_cdf",
        students=people.students,
        assessments=_assessments(found),
        sittings=found,
        warnings=_not_listed(people, rosters) + people.warnings,
    )


def _in_order(people: People, rosters: Sequence[ResultTable]) -> People:
    """Students of the list first; those whom only the list of classes knows are not there."""
    named = {key: one for key, one in people.students.items() if one.last or one.first}
    if not rosters or not named:
        return people
    sat = {key for (number, _), key in people.keys.items() if number >= len(rosters)}
    nameless = {k: one for k, one in people.students.items() if k not in named and k in sat}
    return replace(people, students=named | nameless)


def _not_listed(people: People, rosters: Sequence[ResultTable]) -> tuple[CellWarning, ...]:
    """One warning when results name students whom the list of students does not."""
    unknown = sum(1 for one in people.students.values() if not one.last and not one.first)
    if not unknown:
        return ()
    who = "1 student has" if unknown == 1 else f"{unknown} students have"
    where = "in the list of students" if rosters else "in this file"
    message = f"{who} only an id: no name stands {where}."
    return (CellWarning(1, "StudentID", f"{message} Import the file StudentsBySchool with it."),)


def _sittings(results: ResultTable, number: int, people: People) -> Iterator[Sitting]:
    """The test of each row, then its goal areas, each by term, test and goal area."""
    whole, rank = results.place("testritscore"), results.place("testpercentile")
    goals = _goal_columns(results)
    for row in results.rows:
        who = people.keys.get((number, row))
        if who is None:
            continue
        term, test = results.text(row, *_TERM), results.text(row, *_TEST)
        day = results.day(row, *_DATE)
        time = _time(results.text(row, "teststarttime"))
        parts = [(goal, at, None) for name, at in goals if (goal := results.cell(row, name))]
        for goal, score, percentile in (("", whole, rank), *parts):
            reading = scale_score_at(results, row, score=score, percentile=percentile)
            yield Sitting(
                student=who,
                assessment=(term, test, goal),
                score=reading.score,
                row=row,
                day=day,
                attempt=time,
                warnings=reading.warnings,
            )


def _goal_columns(results: ResultTable) -> tuple[tuple[int, int | None], ...]:
    """(name column, RIT column) of each goal area the file has room for."""
    names = ((results.place(f"goal{goal}name"), goal) for goal in range(1, GOALS + 1))
    return tuple(
        (name, results.place(f"goal{goal}ritscore")) for name, goal in names if name is not None
    )


def _time(text: str) -> float:
    """“08:54:50” in minutes, so that two tests of one day have an order; 0 when not said."""
    parts = text.split(":")[:2]
    if len(parts) < 2 or not all(part.isdecimal() and len(part) < 3 for part in parts):
        return 0
    return int(parts[0]) * 60 + int(parts[1])


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Each test of each term, its goal areas behind it, in the order of the file."""
    keys = taken_assessments(sittings)
    first: dict[AssessmentKey, int] = {}
    for place, key in enumerate(keys):
        first.setdefault(key[:2], place)
    ordered = sorted(keys, key=lambda key: (first[key[:2]], key[2] != ""))
    return named_assessments(
        "NWEA",
        {key: key[2] or key[1] or "MAP Growth" for key in ordered},
        {key: key[:2] for key in ordered},
    )
