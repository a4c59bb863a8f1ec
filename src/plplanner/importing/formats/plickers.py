"""A Plickers scoresheet: the percent each card answered correctly over the days it covers."""

import re
from dataclasses import replace

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.formats.result_people import (
    People,
    PersonColumns,
    read_people,
    refuse_nobody,
)
from plplanner.importing.formats.result_source import one_cell_source
from plplanner.importing.formats.result_table import Reading, ResultTable, find_tables
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import (
    AssessmentRead,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
    StudentRead,
)
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title

_PEOPLE = PersonColumns(ids={"card_number": ("cardnumber", "card")})
_SCORE = ("score", "scoresheetscore", "totalscore")
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_DAYS = re.compile(rf"(?P<before>.*?)[\s,:–-]*(?P<first>{_DAY})(?:\s*[-–]\s*(?P<last>{_DAY}))?\s*")


def read_plickers(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Percents by card; “-” is a student who took no part. None for another file."""
    results = find_tables(tables, "cardnumber|card", "score", "answered|correct", "firstname|name")
    if not results:
        return None
    sheet = results[0]
    people = read_people((sheet, _PEOPLE))
    refuse_nobody(
        people,
        f"“{file_name}” is a Plickers scoresheet without students.",
        "Check that the right class was chosen, then export and import again.",
    )
    title = _title(sheet, file_name)
    score = sheet.place(*_SCORE)
    sittings = []
    for (_, row), who in people.keys.items():
        reading = _score(sheet, row, score)
        sittings.append(Sitting(who, (title,), reading.score, row, warnings=reading.warnings))
    read = gather(
        "plickers",
        students=_with_class(people, title),
        assessments=_assessment(title),
        sittings=sittings,
        warnings=tuple(one for one in people.warnings if one.row > min(people.keys)[1]),
    )
    return one_cell_source(
        read, (sheet,), people, score=_SCORE, columns=_PEOPLE, ignored=_left_out(sheet)
    )


def _title(sheet: ResultTable, file_name: str) -> str:
    """The line above the heading (class and days), else the name of the file."""
    above = (clean_text(cell) for row in sheet.table.rows[: sheet.header] for cell in row)
    written = next((cell for cell in above if cell), "")
    return cut(written or file_name.rpartition(".")[0] or file_name, limit=MAX_TITLE)


def _assessment(title: str) -> dict[AssessmentKey, AssessmentRead]:
    """Dated only when the sheet covers one day."""
    days = _DAYS.fullmatch(title)
    one_day = days and (not days["last"] or days["last"] == days["first"])
    day = date_in(days["first"], month_first=True) if days and one_day else None
    return {(title,): AssessmentRead(title, date=day, standards=standards_in_title(title))}


def _with_class(people: People, title: str) -> dict[str, StudentRead]:
    """The class stands in the title, before the days."""
    days = _DAYS.fullmatch(title)
    section = (days["before"].strip() if days else "") or None
    return {key: replace(one, section=section) for key, one in people.students.items()}


def _score(sheet: ResultTable, row: int, place: int | None) -> Reading:
    """The percent of one card; a bare number is a percent too."""
    if place is None:
        return Reading(ScoreRead())
    found = read_score(sheet.table.cell(row, place), ScoreColumn(percent=True))
    if found.warning:
        return Reading(ScoreRead(), ((sheet.headers[place], found.warning),))
    return Reading(found.score)


def _left_out(sheet: ResultTable) -> tuple[IgnoredColumn, ...]:
    """How many questions were answered, and the answer to each."""
    known = {"cardnumber", "card", "firstname", "lastname", "name", *_SCORE}
    return tuple(
        IgnoredColumn(
            sheet.headers[place],
            "Counted in the score." if name in {"correct", "answered"} else "One question.",
        )
        for name, place in sheet.places.items()
        if name not in known
    )
