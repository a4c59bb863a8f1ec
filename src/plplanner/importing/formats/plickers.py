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
from plplanner.importing.formats.result_table import (
    Reading,
    ResultTable,
    find_tables,
    read_number_at,
)
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather
from plplanner.importing.item_results import (
    Items,
    is_key,
    result_by_key,
    right_in,
    where_counts_agree,
)
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
from plplanner.terms import ScoreStatus

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
    items = _items(sheet, [row for _, row in people.keys])
    sittings = []
    for (_, row), who in people.keys.items():
        reading = _score(sheet, row, score)
        took_part = reading.score.status is ScoreStatus.SCORED
        result = replace(reading.score, items=items.get(row, ()) if took_part else ())
        sittings.append(Sitting(who, (title,), result, row, warnings=reading.warnings))
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


def _items(sheet: ResultTable, rows: list[int]) -> dict[int, Items]:
    """The answers of each card against the row of keys, the last one above the first card.

    A card that took no part in a set has not answered it; a question without a key has no result.
    """
    answered = sheet.place("answered")
    if answered is None or min(rows) - 1 <= sheet.header:
        return {}
    questions = range(answered + 1, len(sheet.headers))
    keys = [sheet.cell(min(rows) - 1, place) for place in questions]
    if not all(map(is_key, keys)):
        return {}
    items = {
        row: tuple(
            result_by_key(sheet.cell(row, place), key)
            for place, key in zip(questions, keys, strict=True)
        )
        for row in rows
    }
    correct = sheet.place("correct")
    said = {row: read_number_at(sheet, row, correct).score.points for row in rows}
    added = {row: float(right_in(found)) for row, found in items.items()}
    return where_counts_agree(items, said=said, added=added)


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
