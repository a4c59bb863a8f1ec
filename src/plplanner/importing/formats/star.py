"""Renaissance Star Reading, Math and Early Literacy: district extracts and their standards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plplanner.importing.formats.result_people import People, PersonColumns, read_people
from plplanner.importing.formats.result_table import (
    Reading,
    ResultTable,
    find_tables,
    level_at,
    scale_score_at,
)
from plplanner.importing.formats.sittings import (
    AssessmentKey,
    Sitting,
    gather,
    named_assessments,
    taken_assessments,
)
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead
from plplanner.importing.table import Table
from plplanner.importing.titles import standards_in_title
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus

_PEOPLE = PersonColumns(
    ids={
        "student_identifier": ("studentidentifier",),
        "sourced_id": ("studentsourcedid",),
        "state_id": ("studentstateid",),
        "renaissance_id": ("studentrenaissanceid",),
        "email": ("studentemail",),
    },
    section=("grouporclassname", "coursename"),
    grade=("currentgrade",),
)
_STUDENT = "studentidentifier|studentrenaissanceid|studentsourcedid|studentstateid|studentlastname"
_DATE = ("completeddatelocal", "completeddate", "launchdate", "takenat")
_LEVEL = (
    "renaissancebenchmarkcategoryname",
    "districtbenchmarkcategoryname",
    "statebenchmarkcategoryname",
    "schoolbenchmarkcategoryname",
)
_FORMATS = {
    "Reading": "renaissance_star_reading",
    "Math": "renaissance_star_math",
    "Early Literacy": "renaissance_star_early_literacy",
    "": "renaissance_star",
}
_BY_NAME = (
    (re.compile(r"(?<![a-z])sel(?![a-z])|early.?lit"), "Early Literacy"),
    (re.compile(r"(?<![a-z])sm(?![a-z])|math"), "Math"),
    (re.compile(r"(?<![a-z])sr(?![a-z])|reading"), "Reading"),
)
_ONLY_IN = (
    ("Early Literacy", ("literacyclassification", "literacyclassificationname")),
    ("Math", ("quantile", "quantilemeasure", "mathlevel")),
    ("Reading", ("instructionalreadinglevel", "lexile", "estimatedoralreadingfluency")),
)


def read_star(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Scaled scores of each screening window, and standards where a file of them is there."""
    tests = find_tables(tables, _STUDENT, "scaledscore", "percentilerank")
    standards = find_tables(tables, _STUDENT, "standardname", "standardpercentmastery")
    if not tests and not standards:
        return None
    people = read_people(*((table, _PEOPLE) for table in (*tests, *standards)))
    if not people.students:
        raise Problem(
            f"“{file_name}” holds Star results without students.",
            "Check that the right class was exported, then import again.",
        )
    found = [s for n, t in enumerate(tests) for s in _of_tests(t, n, people, file_name)]
    for number, table in enumerate(standards, start=len(tests)):
        found += _of_standards(table, number, people, file_name)
    subject = next((sitting.assessment[0] for sitting in found), "")
    return gather(
        _FORMATS[subject],
        students=people.students,
        assessments=_assessments(found),
        sittings=found,
        warnings=people.warnings,
    )


def _of_tests(
    results: ResultTable, number: int, people: People, file_name: str
) -> Iterator[Sitting]:
    """The scaled score of each row; tests that were deactivated are no results."""
    subject = _subject(results, file_name)
    score, percentile = results.place("scaledscore"), results.place("percentilerank")
    for row in results.rows:
        who = people.keys.get((number, row))
        if who is None or results.text(row, "assessmentstatus").lower() == "deactivated":
            continue
        reading = scale_score_at(
            results, row, score=score, percentile=percentile, level=_level(results, row)
        )
        window = results.text(row, "screeningperiodwindowname")
        yield Sitting(
            student=who,
            assessment=(subject, results.text(row, "schoolyear"), window, ""),
            score=reading.score,
            row=row,
            day=results.day(row, *_DATE),
            warnings=reading.warnings,
        )


def _level(results: ResultTable, row: int) -> int | None:
    """The column of the first benchmark that names this student's category."""
    return next((results.places[name] for name in _LEVEL if results.text(row, name)), None)


def _of_standards(
    results: ResultTable, number: int, people: People, file_name: str
) -> Iterator[Sitting]:
    """How much of each standard a student is said to master."""
    subject = _subject(results, file_name)
    for row in results.rows:
        who, code = people.keys.get((number, row)), results.text(row, "standardname")
        if who is None or not code:
            continue
        reading = _mastery(results, row)
        yield Sitting(
            student=who,
            assessment=(subject, results.text(row, "schoolyear"), "", code),
            score=reading.score,
            row=row,
            day=results.day(row, *_DATE),
            warnings=reading.warnings,
        )


def _mastery(results: ResultTable, row: int) -> Reading:
    """Percent of a standard and its level; the percent may stand with or without its sign."""
    place = results.places["standardpercentmastery"]
    level = level_at(results, row, results.place("standardmasterylevel", "masterylevel"))
    read = read_score(results.table.cell(row, place), ScoreColumn(percent=True))
    if read.warning:
        return Reading(ScoreRead(), ((results.headers[place], read.warning),))
    if read.score.percent is None and not level:
        return Reading(read.score)
    return Reading(ScoreRead(percent=read.score.percent, status=ScoreStatus.SCORED, level=level))


def _subject(results: ResultTable, file_name: str) -> str:
    """By the name of the table or file (SR_v2, SM_v2, SEL_v2), else by columns only one of them
    fills; "" when nothing tells."""
    for name in (results.table.name, file_name):
        for pattern, subject in _BY_NAME:
            if pattern.search(name.lower()):
                return subject
    return next((subject for subject, columns in _ONLY_IN if results.has_any(*columns)), "")


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Tests first, named by window where the file has several; then the standards."""
    keys = sorted(taken_assessments(sittings), key=lambda key: key[3] != "")
    named = named_assessments(
        "Star",
        {key: key[3] or f"Star {key[0]}".strip() for key in keys},
        {key: (key[2], key[1], key[0]) for key in keys},
    )
    return {
        key: replace(found, standards=standards_in_title(key[3]) or (key[3],)) if key[3] else found
        for key, found in named.items()
    }
