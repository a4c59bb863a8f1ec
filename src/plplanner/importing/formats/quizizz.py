"""A Quizizz (Wayground) report: correct answers by student and attempt."""

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from pathlib import PurePath

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.formats.quizizz_items import items_of_students
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
    bare,
    find_tables,
    read_number_at,
)
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather
from plplanner.importing.item_results import Items
from plplanner.importing.read_score import ScoreColumn, percent_of, read_score
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
)
from plplanner.importing.table import Table
from plplanner.importing.titles import standards_in_title
from plplanner.terms import ScoreStatus

_PEOPLE = PersonColumns(
    ids={"email": ("email", "emailaddress")}, whole=("name", "player", "participant")
)
_NAME_OF_QUIZ = frozenset({"quizname", "quiztitle", "quiz", "activityname", "name", "title"})
_CORRECT = ("correct",)
_ANSWERS = ("correct", "incorrect", "unattempted", "partiallycorrect")
_ACCURACY = ("accuracy",)
_WHY = {
    "score": "A game score, not points.",
    "rank": "The place in the game, not a score.",
    "accuracy": "Said already by the correct answers.",
    "incorrect": "Counted in the score.",
    "unattempted": "Counted in the score.",
    "partiallycorrect": "Counted in the score.",
}


def read_quizizz(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Correct answers out of all questions; of several attempts the latest counts."""
    results = find_tables(
        tables, "accuracy", "correct", "incorrect", "attempt|unattempted", "firstname|lastname|name"
    )
    if not results:
        return None
    sheet = results[0]
    people = _people(sheet)
    refuse_nobody(
        people,
        f"“{file_name}” is a Quizizz report without students.",
        "Open the report of a quiz that was played, download it, then import that.",
    )
    title = _title(tables, sheet, file_name)
    items = items_of_students(sheet, tables, [row for _, row in people.keys])
    questions = max((_answers(sheet, row) for _, row in people.keys), default=0) or None
    read = gather(
        "quizizz_report",
        students=people.students,
        assessments=_assessment(title, questions),
        sittings=[
            _with_items(_sitting(sheet, row, who, title, questions), items.get(row, ()))
            for (_, row), who in people.keys.items()
        ],
        warnings=people.warnings,
    )
    ignored = ((place, _WHY[name]) for name, place in sheet.places.items() if name in _WHY)
    return one_cell_source(
        read,
        (sheet,),
        people,
        score=_CORRECT,
        columns=_PEOPLE,
        ignored=tuple(IgnoredColumn(sheet.headers[place], why) for place, why in ignored),
    )


def _with_items(sitting: Sitting, items: Items) -> Sitting:
    return sitting._replace(score=replace(sitting.score, items=items))


def _people(sheet: ResultTable) -> People:
    """Students by e-mail, else by name. Two first attempts under one name are two people.

    Later attempts of such a name could be either's, so they stay out, with a warning.
    """
    read = read_people((sheet, _PEOPLE))
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for (_, row), key in read.keys.items():
        by_name[key].append(row)
    students, keys, warnings = {}, {}, list(read.warnings)
    for (_, row), key in read.keys.items():
        first_rows = [one for one in by_name[key] if _attempt(sheet, one) <= 1]
        shared = key.startswith("name ") and len(first_rows) > 1
        if shared and row not in first_rows:
            message = "Several students have this name, so nobody can tell whose attempt this is."
            warnings.append(CellWarning(row + 1, "Attempt #", message))
            continue
        own = f"{key} {row}" if shared else key
        keys[0, row] = own
        students[own] = read.students[key]
    return replace(read, students=students, keys=keys, warnings=tuple(warnings))


def _attempt(sheet: ResultTable, row: int) -> float:
    """The number of an attempt, 1 when not said."""
    return read_number_at(sheet, row, sheet.place("attempt")).score.points or 1


def _title(tables: tuple[Table, ...], sheet: ResultTable, file_name: str) -> str:
    """The first cell of another sheet, or the one beside “Quiz name”; else the name of the file."""
    others = [t for t in tables if t is not sheet.table]
    beside = (clean_text(t.cell(0, 1)) for t in others if bare(t.cell(0, 0)) in _NAME_OF_QUIZ)
    cells = chain(beside, (clean_text(t.cell(0, 0)) for t in others))
    written = next((cell for cell in cells if cell and bare(cell) != "rank"), "")
    stem = PurePath(file_name).stem
    return cut(written or stem.removesuffix("-report") or stem, limit=MAX_TITLE)


def _assessment(title: str, questions: float | None) -> dict[AssessmentKey, AssessmentRead]:
    return {(title,): AssessmentRead(title, questions, standards=standards_in_title(title))}


def _answers(sheet: ResultTable, row: int) -> float:
    """Questions of one row: right, wrong and left open together."""
    counts = (read_number_at(sheet, row, sheet.place(name)).score.points for name in _ANSWERS)
    return sum(count or 0 for count in counts)


def _sitting(
    sheet: ResultTable, row: int, who: str, title: str, questions: float | None
) -> Sitting:
    """Correct answers of one attempt; the accuracy only where the count is missing."""
    read = read_number_at(sheet, row, sheet.place(*_CORRECT))
    points = read.score.points
    accuracy = read_score(sheet.text(row, *_ACCURACY), ScoreColumn(percent=True)).score.percent
    if points is not None:
        score = ScoreRead(points, questions, percent_of(points, questions), ScoreStatus.SCORED)
        read = Reading(score, read.warnings)
    elif accuracy is not None and not read.warnings:
        read = Reading(ScoreRead(percent=accuracy, status=ScoreStatus.SCORED))
    return Sitting(
        student=who,
        assessment=(title,),
        score=read.score,
        row=row,
        day=sheet.day(row, "startedat", "startedon", "date"),
        attempt=_attempt(sheet, row),
        warnings=read.warnings,
    )
