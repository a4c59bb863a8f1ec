"""A Kahoot report: correct answers by nickname; the game's own points are no score."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from plplanner.importing.clean_text import MAX_NAME, MAX_TITLE, clean_text, cut
from plplanner.importing.formats.kahoot_items import items_of_players
from plplanner.importing.formats.kahoot_layout import (
    CORRECT,
    PLAYER,
    SCORE,
    WRONG,
    find_results,
)
from plplanner.importing.formats.result_people import People, PersonColumns, refuse_nobody
from plplanner.importing.formats.result_source import one_cell_source
from plplanner.importing.formats.result_table import (
    Reading,
    ResultTable,
    bare,
    day_in,
    read_number_at,
)
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather
from plplanner.importing.item_results import Items
from plplanner.importing.read_score import percent_of
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
    StudentRead,
)
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import standards_in_title
from plplanner.terms import ScoreStatus

_COLUMNS = PersonColumns(ids={}, last=(), first=(), whole=(PLAYER,))
_PLAYED = re.compile(r"(\d{1,3})\s?(?:/|[^\W\d]{1,4})\s?(\d{1,3})[^\W\d]?")


def read_kahoot(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Correct answers of each nickname out of all questions; None for another file.

    Who left and joined again stands there twice: the row with more answers counts.
    """
    results = find_results(tables)
    if results is None:
        return None
    questions = _questions(results, tables)
    people = _people(results, questions)
    refuse_nobody(
        people,
        f"“{file_name}” is a Kahoot report without players.",
        "Open the report of a game that was played, download it, then import that.",
    )
    title = _title(results, file_name)
    read = gather(
        "kahoot_report",
        students=people.students,
        assessments=_assessment(title, questions, _day(tables)),
        sittings=_sittings(results, people, title, questions, tables),
        warnings=people.warnings,
    )
    left = ((SCORE, "A game score, not points."), (WRONG, "Counted in the score."))
    return one_cell_source(
        read,
        (results,),
        people,
        score=(CORRECT,),
        columns=_COLUMNS,
        ignored=tuple(
            IgnoredColumn(results.headers[results.places[what]], why) for what, why in left
        ),
    )


def _people(results: ResultTable, questions: float | None) -> People:
    """Nicknames as they are: nobody can tell a last name in “Noa C”.

    Two rows of one nickname are one player who joined again when together they answered no more
    than there was to answer, else two players.
    """
    students: dict[str, StudentRead] = {}
    keys: dict[tuple[int, int], str] = {}
    answered: dict[str, float] = {}
    warnings = []
    for row in _player_rows(results):
        nickname = cut(results.text(row, PLAYER), limit=MAX_NAME)
        count = _answered(results, row)
        again = nickname in students and answered[nickname] + count <= (questions or 0)
        key = nickname if again or nickname not in students else f"{nickname} {row}"
        if again:
            message = f"{quoted(nickname)} joined again. The row with more answers counts."
            warnings.append(CellWarning(row + 1, "Player", message))
        answered[key] = answered.get(key, 0) + count
        students[key] = StudentRead(None, None, display=nickname)
        keys[0, row] = key
    return People(students, keys, tuple(warnings))


def _player_rows(results: ResultTable) -> tuple[int, ...]:
    return tuple(row for row in results.rows if results.text(row, PLAYER))


def _title(results: ResultTable, file_name: str) -> str:
    """The first line of the sheet, which is the name of the kahoot; else that of the file."""
    above = (clean_text(cell) for row in results.table.rows[: results.header] for cell in row)
    written = next((cell for cell in above if cell), "")
    if bare(written) in {"", "finalscores", bare(results.table.name)}:
        written = file_name.rpartition(".")[0] or file_name
    return cut(written, limit=MAX_TITLE)


def _assessment(
    title: str, questions: float | None, day: date | None
) -> dict[AssessmentKey, AssessmentRead]:
    return {(title,): AssessmentRead(title, questions, day, standards=standards_in_title(title))}


def _overview(tables: tuple[Table, ...]) -> Mapping[str, str]:
    """The cells beside “Played on”, “Played” and their like, from the sheets with few columns."""
    said: dict[str, str] = {}
    for table in tables[:4]:
        for row in table.rows[:12]:
            cells = [clean_text(cell) for cell in row if cell.strip()]
            if len(cells) == 2:
                said.setdefault(bare(cells[0]), cells[1])
    return said


def _day(tables: tuple[Table, ...]) -> date | None:
    """The day beside “Played on”, in another language the first day the overview tells."""
    said = _overview(tables)
    days = (day_in(text) for text in (said.get("playedon", ""), *said.values()))
    return next((day for day in days if day), None)


def _questions(results: ResultTable, tables: tuple[Table, ...]) -> float | None:
    """How many questions counted: right and wrong together, where all players agree.

    Else the overview's “8 of 8”, or the fullest row when that says more.
    """
    totals = Counter(_answered(results, row) for row in _player_rows(results))
    most = max(totals, default=0)
    if len(totals) > 1:
        said = (_PLAYED.fullmatch(text) for text in _overview(tables).values())
        most = max([most, *(min(map(float, played.groups())) for played in said if played)])
    return most or None


def _answered(results: ResultTable, row: int) -> float:
    right = read_number_at(results, row, results.place(CORRECT)).score.points
    wrong = read_number_at(results, row, results.place(WRONG)).score.points
    return (right or 0) + (wrong or 0)


def _sittings(
    results: ResultTable,
    people: People,
    title: str,
    questions: float | None,
    tables: tuple[Table, ...],
) -> list[Sitting]:
    rows = [row for _, row in people.keys]
    items = items_of_players(results, tables, rows, questions=questions)
    return [
        _with_items(_sitting(results, row, who, title, questions), items.get(row, ()))
        for (_, row), who in people.keys.items()
    ]


def _with_items(sitting: Sitting, items: Items) -> Sitting:
    return sitting._replace(score=replace(sitting.score, items=items))


def _sitting(
    results: ResultTable, row: int, who: str, title: str, questions: float | None
) -> Sitting:
    read = read_number_at(results, row, results.place(CORRECT))
    points = read.score.points
    if points is not None:
        percent = percent_of(points, questions)
        read = Reading(ScoreRead(points, questions, percent, ScoreStatus.SCORED))
    answered = _answered(results, row)
    return Sitting(who, (title,), read.score, row, attempt=answered, warnings=read.warnings)
