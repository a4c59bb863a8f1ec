"""All scores of a table, with the cells that need a look and what the teacher would be asked."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from plplanner.importing.clean_text import clean_text
from plplanner.importing.numbers_read import uses_decimal_comma
from plplanner.importing.read_score import CellReading, ScoreColumn, is_letter_grade, read_score
from plplanner.importing.rows import AssessmentRead, CellWarning, ImportQuestion, ScoreRead
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import is_percent_title
from plplanner.records import record
from plplanner.terms import ScoreStatus

MAX_WARNINGS = 1_000


@record(frozen=True)
class ScoreGrid:
    """`scores[i][j]` belongs to the i-th row and the j-th assessment asked for."""

    scores: tuple[tuple[ScoreRead, ...], ...]
    warnings: tuple[CellWarning, ...]
    questions: tuple[ImportQuestion, ...]
    unread: frozenset[tuple[int, int]]


def read_score_grid(
    table: Table,
    *,
    rows: Sequence[int],
    places: Sequence[int],
    assessments: Sequence[AssessmentRead],
    not_available: ScoreStatus = ScoreStatus.NONE,
) -> ScoreGrid:
    """The cells of the student `rows` (from 0) at the score columns `places`, read one by one."""
    columns = score_columns(table, rows, places, assessments, not_available)
    by_column = [
        _read_column(table, rows, place, column)
        for place, column in zip(places, columns, strict=True)
    ]
    readings = list(zip(*by_column, strict=True)) if places else [() for _ in rows]
    columns_of_text = (table.column(place, rows=tuple(rows)) for place in places)
    blanks = sum(1 for column in columns_of_text for cell in column if not cell.strip())
    scores = tuple(tuple(reading.score for reading in row) for row in readings)
    return ScoreGrid(
        scores=scores,
        warnings=_warnings(rows, readings, assessments),
        questions=_questions(
            blanks, _odd_words(table, rows, places, readings), assessments, scores
        ),
        unread=_unread(readings, columns),
    )


def _read_column(
    table: Table, rows: Sequence[int], place: int, column: ScoreColumn
) -> list[CellReading]:
    """The readings of one column; cells that say the same are read once."""
    known: dict[tuple[str, bool], CellReading] = {}
    readings = []
    for row, text in zip(rows, table.column(place, rows=tuple(rows)), strict=True):
        cell = (text, (row, place) in table.dates)
        if cell not in known:
            known[cell] = read_score(text, column, is_date=cell[1])
        readings.append(known[cell])
    return readings


def _warnings(
    rows: Sequence[int],
    readings: Sequence[Sequence[CellReading]],
    assessments: Sequence[AssessmentRead],
) -> tuple[CellWarning, ...]:
    """What needs a look, by row and column, up to a thousand."""
    found = (
        CellWarning(row + 1, assessment.title or "", reading.warning)
        for row, cells in zip(rows, readings, strict=True)
        for assessment, reading in zip(assessments, cells, strict=True)
        if reading.warning
    )
    return tuple(islice(found, MAX_WARNINGS))


def _unread(
    readings: Sequence[Sequence[CellReading]], columns: Sequence[ScoreColumn]
) -> frozenset[tuple[int, int]]:
    """Cells with a warning from which nothing was taken."""
    nothing = [ScoreRead(possible=column.possible) for column in columns]
    return frozenset(
        (i, j)
        for i, cells in enumerate(readings)
        for j, reading in enumerate(cells)
        if reading.warning and reading.score == nothing[j]
    )


def _odd_words(
    table: Table,
    rows: Sequence[int],
    places: Sequence[int],
    readings: Sequence[Sequence[CellReading]],
) -> Counter[str]:
    """Marks with more than one meaning, and words nobody knows, with how often they stand."""
    odd: Counter[str] = Counter()
    for row, cells in zip(rows, readings, strict=True):
        for place, reading in zip(places, cells, strict=True):
            if reading.odd or reading.unclear:
                odd[clean_text(table.cell(row, place))] += 1
    return odd


def score_columns(
    table: Table,
    rows: Sequence[int],
    places: Sequence[int],
    assessments: Sequence[AssessmentRead],
    not_available: ScoreStatus,
) -> list[ScoreColumn]:
    """What the whole file tells about each score column before its cells are read."""
    cells = {
        place: [cell.strip() for cell in table.column(place, rows=tuple(rows))] for place in places
    }
    comma = uses_decimal_comma([cell for column in cells.values() for cell in column if cell])
    return [
        ScoreColumn(
            possible=assessment.points_possible,
            decimal_comma=comma,
            percent=is_percent_title(assessment.title or ""),
            letters=_has_letters(cells[place]),
            scale=assessment.is_scale,
            not_available=not_available,
        )
        for place, assessment in zip(places, assessments, strict=True)
    ]


def _has_letters(cells: list[str]) -> bool:
    """Letter grades, when one other than A, E and F (absent, excused …) shows up."""
    grades = [cell for cell in cells if is_letter_grade(cell)]
    return any(cell not in {"A", "E"} for cell in grades)


def _questions(
    blanks: int,
    odd: Counter[str],
    assessments: Sequence[AssessmentRead],
    scores: tuple[tuple[ScoreRead, ...], ...],
) -> tuple[ImportQuestion, ...]:
    """At most three: what a blank means, what odd marks mean, points or percent."""
    asked = [_about_blanks(blanks), _about_words(odd), _about_units(assessments, scores)]
    return tuple(question for question in asked if question)


def _about_blanks(blanks: int) -> ImportQuestion | None:
    if not blanks:
        return None
    cells = "1 cell is blank" if blanks == 1 else f"{blanks} cells are blank"
    return ImportQuestion("blank", f"{cells}. Not handed in, or not yet graded?")


def _about_words(odd: Counter[str]) -> ImportQuestion | None:
    """Which short marks or unknown words the file uses, most frequent first."""
    if not odd:
        return None
    ranked = sorted(odd, key=lambda word: (-odd[word], word))[:6]
    words = ", ".join(quoted(word) for word in ranked)
    return ImportQuestion("words", f"What do these marks mean: {words}?", tuple(ranked))


def _about_units(
    assessments: Sequence[AssessmentRead], scores: tuple[tuple[ScoreRead, ...], ...]
) -> ImportQuestion | None:
    """Assessments with bare numbers and no points possible."""
    open_titles = [
        quoted(assessment.title or "")
        for place, assessment in enumerate(assessments)
        if assessment.points_possible is None
        and any(row[place].points is not None and row[place].possible is None for row in scores)
    ]
    if not open_titles:
        return None
    some = ", ".join(open_titles[:4]) + (" and others" if len(open_titles) > 4 else "")
    return ImportQuestion(
        "points_or_percent", f"The file gives no points possible for {some}. Points or percent?"
    )
