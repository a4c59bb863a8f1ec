"""STAAR results of Texas as delimited files: interim, summative and end-of-course."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.importing.formats.result_people import PersonColumns, read_people, refuse_nobody
from plplanner.importing.formats.result_table import (
    Reading,
    ResultTable,
    find_tables,
    level_at,
    read_number_at,
    scale_score_at,
)
from plplanner.importing.formats.sittings import (
    AssessmentKey,
    Sitting,
    gather_tables,
    named_assessments,
    taken_assessments,
)
from plplanner.importing.formats.staar_tests import (
    END_OF_COURSE,
    SUBJECTS,
    administration,
    grade_of,
    interim_test,
)
from plplanner.importing.person_names import calm_given_name, calm_name
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead, StudentRead
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus

# The PEIMS id can be a social security number; it is never read.
_PEOPLE = PersonColumns(
    ids={
        "student_id": ("localstudentid",),
        "state_id": ("tsdsuid", "txuniquestudentid", "tsdsuniqueid"),
    },
    grade=("enrolledgrade", "enrolledgrade41", "gradeleveltested"),
)
_DATE = ("testdate", "datetested")
_ADMINISTRATION = ("administration", "administrationdate")
_WHOLE = ("totalscalescore", "scalescore")
_PERFORMANCE = ("overallperformancelevel", "predictedstaarperformancelevel", "performancelevel")
_CATEGORIES = range(1, 7)
_FIXED_WIDTH = re.compile(r"\d{4}(?:0[3-9]|1[0-2]|  )\d{2}\d{9}")


def read_staar(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Scale scores, levels and reporting categories by test; None for another file."""
    _refuse_fixed_width(tables, file_name=file_name)
    interim = find_tables(tables, "lastname", "testcode", "totalscalescore")
    course = find_tables(tables, "lastname", "endofcoursecode", "scalescore")
    subject = find_tables(tables, "lastname", "administrationdate", _ANY_SUBJECT)
    results = tuple({id(one.table): one for one in (*subject, *course, *interim)}.values())
    if not results:
        return None
    people = read_people(*((table, _PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is a STAAR file without students.",
        "Download the results of the right campus and grade, then import again.",
    )
    calm = {key: _calm(student) for key, student in people.students.items()}
    people = replace(people, students=calm)
    return gather_tables("staar", results, people, sittings=_sittings, assessments=_assessments)


def _calm(student: StudentRead) -> StudentRead:
    """A name in capitals as the roster writes it."""
    last, first = student.last or "", student.first or ""
    return replace(
        student,
        last=calm_name(last.split()) if last.isupper() else student.last,
        first=calm_given_name(first.split()) if first.isupper() else student.first,
    )


_ANY_SUBJECT = "|".join(
    name for subject in SUBJECTS for name in (f"{subject}scalescore", f"scalescore{subject}")
)


def _refuse_fixed_width(tables: tuple[Table, ...], *, file_name: str) -> None:
    """The same results come in one long line per student, which holds no cells."""
    first = tables[0].rows[0] if tables and tables[0].rows else ()
    if first and len(first[0]) > 900 and _FIXED_WIDTH.match(first[0]):
        raise Problem(
            f"“{file_name}” is a STAAR file in fixed-width lines, without columns.",
            "Download the comma-delimited file of the same results, then import that.",
        )


def _sittings(
    results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[Sitting]:
    """Every test of each row with its reporting categories."""
    for row in results.rows:
        who = keys.get((number, row))
        if who is None:
            continue
        day = results.day(row, *_DATE)
        when = administration(results.text(row, *_ADMINISTRATION), day)
        for test, subject in _tests(results, row):
            whole = _whole(results, row, subject)
            yield Sitting(who, (when, test, ""), whole.score, row, day, warnings=whole.warnings)
            for category in _CATEGORIES:
                part = _category(results, row, subject, category)
                if part is not None:
                    key = (when, test, f"Reporting Category {category}")
                    yield Sitting(who, key, part.score, row, day, warnings=part.warnings)


def _tests(results: ResultTable, row: int) -> Iterator[tuple[str, str]]:
    """(title, subject as headings write it); subject "" where one row is one test."""
    code = results.text(row, "testcode")
    grade = grade_of(results.text(row, "gradeleveltested", "enrolledgrade"))
    course = results.text(row, "endofcoursecode")
    if code:
        yield interim_test(code, grade), ""
    elif course:
        yield f"STAAR {END_OF_COURSE.get(course.upper(), f'End of Course {course}')}", ""
    else:
        for subject, name in SUBJECTS.items():
            if results.place(f"{subject}scalescore", f"scalescore{subject}") is not None:
                yield f"STAAR {name} {grade}".strip(), subject


def _whole(results: ResultTable, row: int, subject: str) -> Reading:
    """The scale score with percentile and level; absent where the score code says so."""
    names = (f"{subject}scalescore", f"scalescore{subject}") if subject else _WHOLE
    reading = scale_score_at(
        results,
        row,
        score=results.place(*names),
        percentile=results.place(f"percentile{subject}" if subject else "percentile"),
        level=None if subject else _written_level(results, row),
    )
    if reading.score.status is ScoreStatus.NONE and not reading.warnings:
        code = results.text(row, f"scorecode{subject}", f"scorecodeinformation{subject}")
        status = ScoreStatus.ABSENT if code.upper() == "A" else ScoreStatus.NONE
        return Reading(ScoreRead(status=status))
    if reading.score.level or reading.score.status is not ScoreStatus.SCORED:
        return reading
    level = _flagged_level(results, row, subject)
    return Reading(
        ScoreRead(
            status=ScoreStatus.SCORED,
            scale_score=reading.score.scale_score,
            percentile=reading.score.percentile,
            level=level,
        ),
        reading.warnings,
    )


def _written_level(results: ResultTable, row: int) -> int | None:
    return next((results.places[name] for name in _PERFORMANCE if results.text(row, name)), None)


def _flagged_level(results: ResultTable, row: int, subject: str) -> str | None:
    """The highest of Masters, Meets and Approaches that is marked 1; None without marks."""
    marks = {}
    for word in ("Masters", "Meets", "Approaches"):
        low = word.lower()
        in_subject = f"{low}gradelevelin{subject}", f"{low}gradelevel{subject}"
        alone = f"{low}gradelevel", f"{low}gradelevelatthestudentsstandard"
        marks[word] = results.text(row, *(in_subject if subject else alone))
    reached = next((word for word, mark in marks.items() if mark == "1"), None)
    if reached:
        return f"{reached} Grade Level"
    return "Did Not Meet Grade Level" if any(mark == "0" for mark in marks.values()) else None


def _category(results: ResultTable, row: int, subject: str, category: int) -> Reading | None:
    """Raw points and the strength of one reporting category; None when the file has none."""
    number = f"reportingcategory{category}"
    raw = results.place(
        *(
            (f"{subject}{number}scores", f"{subject}{number}rawscore", f"{number}{subject}rawscore")
            if subject
            else (f"{number}rawscoreorrawscore{number}", f"{number}rawscore", f"rawscore{number}")
        )
    )
    strength = None if subject else results.place(f"{number}strengthweaknessindicator")
    if raw is None and strength is None:
        return None
    reading = read_number_at(results, row, raw)
    level = level_at(results, row, strength)
    if reading.warnings or (reading.score.points is None and level is None):
        return reading
    score = ScoreRead(points=reading.score.points, status=ScoreStatus.SCORED, level=level)
    return Reading(score)


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Each test of each administration with its categories; what nobody took stays out."""
    keys = taken_assessments(sittings)
    return named_assessments(
        "STAAR",
        {key: key[2] or (f"{key[1]} ({key[0]})" if key[0] else key[1]) for key in keys},
        {key: (key[1], key[0]) for key in keys},
    )
