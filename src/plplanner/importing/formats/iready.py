"""i-Ready Diagnostic, reading and mathematics: one row per student and testing window."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from plplanner.importing.formats.result_people import PersonColumns, read_people, refuse_nobody
from plplanner.importing.formats.result_table import (
    ResultTable,
    bare,
    find_tables,
    scale_score_at,
)
from plplanner.importing.formats.sittings import (
    AssessmentKey,
    Sitting,
    gather_tables,
    named_assessments,
    taken_assessments,
)
from plplanner.importing.rows import AssessmentRead, GradebookRead, StudentRead
from plplanner.importing.table import Table

_PEOPLE = PersonColumns(
    ids={"student_id": ("studentid",), "state_id": ("studentstateid",)},
    section=("classes", "class"),
    grade=("studentgrade", "grade"),
)
_WINDOW = ("normingwindow", "testingwindow", "window")
_YEAR = ("academicyear", "schoolyear")
_DATE = ("completiondate", "startdate")
_SCORE = re.compile(r"(.+?)\s*[-:]?\s*scale score", re.IGNORECASE)
_NO_DOMAIN = re.compile(
    r"(mid|early|on|end)\b.*\bgrade level|.*\b(growth|target|goal)\b", re.IGNORECASE
)
_MATH = ("quantilemeasure", "numberandoperationsscalescore", "geometryscalescore")
_READING = ("lexilemeasure", "phonicsscalescore", "vocabularyscalescore")


def read_iready(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Scale scores and placements, whole and by domain, of each window; None for another file."""
    results = find_tables(tables, "overallscalescore", "overallplacement", "lastname|studentid")
    if not results:
        return None
    people = read_people(*((table, _PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is an i-Ready file without students.",
        "Check that the right class was exported, then import again.",
    )
    apart = {key: _with_classes_apart(student) for key, student in people.students.items()}
    return gather_tables(
        "iready_diagnostic",
        results,
        replace(people, students=apart),
        sittings=partial(_sittings, file_name),
        assessments=_assessments,
    )


def _sittings(
    file_name: str, results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[Sitting]:
    """The whole test of each row, then its domains, each by year, window, subject and domain."""
    measures = _measures(results)
    named = _subject(results, file_name)
    rank = results.place("percentile", "overallpercentile")
    for row in results.rows:
        who = keys.get((number, row))
        if who is None:
            continue
        subject = results.text(row, "subject") or named
        day = results.day(row, *_DATE)
        year, window = results.text(row, *_YEAR), _window(results, row)
        for domain, score, level in measures:
            percentile = None if domain else rank
            reading = scale_score_at(results, row, score=score, percentile=percentile, level=level)
            key = (year, window, subject, domain)
            yield Sitting(who, key, reading.score, row, day, warnings=reading.warnings)


def _measures(results: ResultTable) -> tuple[tuple[str, int, int | None], ...]:
    """(domain, score column, placement column); "" for the whole test, which comes first.

    Domains that nobody in the file was tested in are left out.
    """
    found = []
    for place, header in enumerate(results.headers):
        scored = _SCORE.fullmatch(header)
        if not scored or _NO_DOMAIN.fullmatch(scored.group(1)):
            continue
        domain = scored.group(1).strip()
        level = results.place(f"{bare(domain)}placement")
        whole = bare(domain) == "overall"
        if whole or any(cell.strip() for cell in results.table.column(place, rows=results.rows)):
            found.append(("" if whole else domain, place, level))
    return tuple(sorted(found, key=lambda measure: measure[0] != ""))


def _window(results: ResultTable, row: int) -> str:
    """“Fall (Beginning of Year - November 15)” is Fall."""
    return results.text(row, *_WINDOW).partition("(")[0].strip()


def _subject(results: ResultTable, file_name: str) -> str:
    """Math or Reading: by the columns only one of them has, else by the name of the file."""
    if results.place(*_MATH) is not None:
        return "Math"
    if results.place(*_READING) is not None:
        return "Reading"
    words = f"{results.table.name} {file_name}".lower()
    if "math" in words:
        return "Math"
    return "Reading" if re.search(r"reading|ela\b|_ela|lectura", words) else ""


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Each window's test with its domains behind it, in the order of the file."""
    keys = taken_assessments(sittings)
    return named_assessments(
        "i-Ready",
        {key: key[3] or _whole_title(key) for key in keys},
        {key: (key[1], key[0], key[2]) for key in keys},
    )


def _whole_title(key: AssessmentKey) -> str:
    _, window, subject, _ = key
    title = " ".join(part for part in ("i-Ready Diagnostic", subject) if part)
    return f"{title} ({window})" if window else title


def _with_classes_apart(student: StudentRead) -> StudentRead:
    """“Math 6 P2; Homeroom” as other readers write two classes: with a comma."""
    if not student.section:
        return student
    return replace(student, section=", ".join(re.split(r"\s*;\s*", student.section)))
