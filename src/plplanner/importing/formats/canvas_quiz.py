"""The student analysis of one Canvas quiz: its score, and what each question brought."""

import re
from collections.abc import Mapping, Sequence

from plplanner.importing.formats.result_people import (
    People,
    PersonColumns,
    read_people,
    refuse_nobody,
)
from plplanner.importing.formats.result_source import one_cell_source
from plplanner.importing.formats.result_table import ResultTable, find_tables, read_number_at
from plplanner.importing.formats.sittings import Sitting, gather
from plplanner.importing.item_results import Items, result_of_points, where_counts_agree
from plplanner.importing.read_score import percent_of
from plplanner.importing.rows import AssessmentRead, GradebookRead, IgnoredColumn, ScoreRead
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus

_PEOPLE = PersonColumns(
    ids={"canvas_id": ("id",), "sis_user_id": ("sisid",)}, whole=("name",), section=("section",)
)
_SCORE = ("score",)
_ABOUT = frozenset({"name", "id", "sisid", "section", *_SCORE})
_QUESTION = re.compile(r"\d+: .*", re.DOTALL)
_POSSIBLE = re.compile(r"\d{1,4}(?:\.\d+)?")


def read_canvas_quiz(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The score of everybody out of the points of all questions; None for another file.

    Of several attempts the latest counts, and all are kept.
    """
    results = find_tables(tables, "name", "id", "submitted", "attempt", "ncorrect", "score")
    if not results:
        return None
    sheet = results[0]
    questions = _questions(sheet)
    people = read_people((sheet, _PEOPLE))
    refuse_nobody(
        people,
        f"“{file_name}” is a Canvas quiz report without students.",
        "Wait until somebody took the quiz, then export and import again.",
    )
    whole = sum(questions.values()) or None
    items = _items(sheet, questions, [row for _, row in people.keys])
    read = gather(
        "canvas_quiz",
        students=people.students,
        assessments={("",): AssessmentRead(None, whole)},
        sittings=[
            _sitting(sheet, row, who, whole, items.get(row, ()))
            for (_, row), who in people.keys.items()
        ],
        warnings=people.warnings,
    )
    return _with_source(read, sheet, people)


def _with_source(read: GradebookRead, sheet: ResultTable, people: People) -> GradebookRead:
    ignored = tuple(
        IgnoredColumn(sheet.headers[place], "One question, or about the try.")
        for name, place in sheet.places.items()
        if name not in _ABOUT
    )
    return one_cell_source(read, (sheet,), people, score=_SCORE, columns=_PEOPLE, ignored=ignored)


def _questions(sheet: ResultTable) -> dict[int, float]:
    """The column of points behind each question, headed by the points possible."""
    pairs = zip(sheet.headers, sheet.headers[1:], strict=False)
    return {
        place: float(points)
        for place, (asked, points) in enumerate(pairs, start=1)
        if _QUESTION.fullmatch(asked) and _POSSIBLE.fullmatch(points)
    }


def _items(
    sheet: ResultTable, questions: Mapping[int, float], rows: Sequence[int]
) -> dict[int, Items]:
    """How each question went, where all of them come to the score."""
    points = {
        row: [read_number_at(sheet, row, place).score.points for place in questions] for row in rows
    }
    items = {
        row: tuple(map(result_of_points, own, questions.values())) for row, own in points.items()
    }
    score = sheet.place(*_SCORE)
    return where_counts_agree(
        items,
        said={row: read_number_at(sheet, row, score).score.points for row in rows},
        added={row: sum(one or 0 for one in own) for row, own in points.items()},
    )


def _sitting(sheet: ResultTable, row: int, who: str, whole: float | None, items: Items) -> Sitting:
    reading = read_number_at(sheet, row, sheet.place(*_SCORE))
    points = reading.score.points
    score = reading.score
    if points is not None:
        percent = percent_of(points, whole)
        score = ScoreRead(points, whole, percent, ScoreStatus.SCORED, items=items)
    return Sitting(
        student=who,
        assessment=("",),
        score=score,
        row=row,
        day=sheet.day(row, "submitted"),
        attempt=read_number_at(sheet, row, sheet.place("attempt")).score.points or 1,
        warnings=reading.warnings,
    )
