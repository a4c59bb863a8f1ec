"""mCLASS with DIBELS: composite and every measure given in a benchmark period."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plplanner.importing.formats.result_people import PersonColumns, read_people, refuse_nobody
from plplanner.importing.formats.result_table import (
    ResultTable,
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
from plplanner.importing.rows import AssessmentRead, GradebookRead
from plplanner.importing.table import Table
from plplanner.records import record

_PEOPLE = PersonColumns(
    ids={
        "student_id": ("studentprimaryid", "studentlocalid", "studentid"),
        "student_number": ("studentiddistrictidorschoolid", "secondarystudentid"),
        "state_id": (
            "primaryidstudentidstateid",
            "primaryidprimarystudentidstateid",
            "studentstateid",
            "stateid",
        ),
    },
    section=("reportingclassname", "classname"),
    grade=("enrollmentgrade", "studentgrade", "assessmentgrade", "testgrade"),
)
_DATE = ("clientdate", "datetested", "assessmentdate", "syncdate")
_PART = re.compile(
    r"(?P<measure>.+?)(?:\s+-\s+|\s*:\s*|\s+)(?P<part>level|score|(?:national norm )?percentile)",
    re.IGNORECASE,
)
# Scores that only explain another measure; more of them is worse, or the same counted again.
_DETAIL = re.compile(r"error rate|(?:in)?correct responses|risk indicator|lexile", re.IGNORECASE)


@record(frozen=True)
class _Measure:
    """The columns of one measure; "" is the composite."""

    name: str
    score: int | None = None
    level: int | None = None
    percentile: int | None = None


def read_dibels(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Scores, levels and percentiles by period, or None for another file. Blank = not given."""
    results = find_tables(
        tables,
        "benchmarkperiod|assessmentperiod",
        "compositescore|compositelevel",
        "studentlastname|lastname|studentprimaryid",
    )
    if not results:
        return None
    people = read_people(*((table, _PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is an mCLASS file without students.",
        "Check that the right class was exported, then import again.",
    )
    return gather_tables(
        "mclass_dibels8", results, people, sittings=_sittings, assessments=_assessments
    )


def _measures(results: ResultTable) -> tuple[_Measure, ...]:
    """Measures with a result anywhere in the file, the composite first."""
    parts: dict[str, dict[str, int]] = {}
    for place, header in enumerate(results.headers):
        found = _PART.fullmatch(header)
        filled = any(cell.strip() for cell in results.table.column(place, rows=results.rows))
        if found and filled and not _DETAIL.search(header):
            name = found["measure"].strip()
            part = found["part"].lower().split()[-1]
            name = "" if name.lower() in {"composite", "dibels composite"} else name
            parts.setdefault(name, {}).setdefault(part, place)
    measures = [
        _Measure(name, found.get("score"), found.get("level"), found.get("percentile"))
        for name, found in parts.items()
        if "score" in found or "level" in found
    ]
    return tuple(sorted(measures, key=lambda measure: measure.name != ""))


def _sittings(
    results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[Sitting]:
    measures = _measures(results)
    for row in results.rows:
        who = keys.get((number, row))
        if who is None:
            continue
        day = results.day(row, *_DATE)
        year = results.text(row, "schoolyear")
        period = results.text(row, "benchmarkperiod", "assessmentperiod")
        edition = _edition(results, row)
        for measure in measures:
            reading = scale_score_at(
                results,
                row,
                score=measure.score,
                percentile=measure.percentile,
                level=measure.level,
            )
            key = (year, period, edition, measure.name)
            yield Sitting(who, key, reading.score, row, day, warnings=reading.warnings)


def _edition(results: ResultTable, row: int) -> str:
    """“DIBELS 8th Edition” is DIBELS 8; other editions (Next, Lectura) keep their name."""
    said = results.text(row, "assessmentedition", "assessment") or "DIBELS 8"
    return re.sub(r"\s*(\d)(?:st|nd|rd|th) edition", r" \1", said, flags=re.IGNORECASE)


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """The composite of each period with its measures behind it; measures nobody took stay out."""
    keys = taken_assessments(sittings)
    return named_assessments(
        "mCLASS",
        {key: key[3] or _composite_title(key) for key in keys},
        {key: (key[1], key[0], key[2]) for key in keys},
    )


def _composite_title(key: AssessmentKey) -> str:
    _, period, edition, _ = key
    return f"{edition} Composite ({period})" if period else f"{edition} Composite"
