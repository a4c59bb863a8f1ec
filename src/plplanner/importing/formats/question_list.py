"""One row per student and question, as Schoology writes it: the points of a test by standard."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from plplanner.importing.clean_text import clean_text
from plplanner.importing.formats.result_people import People, read_people, refuse_nobody
from plplanner.importing.formats.result_table import ResultTable, find_tables, read_number_at
from plplanner.importing.formats.score_list import PEOPLE, PERSON, POSSIBLE, TITLE
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather
from plplanner.importing.read_score import percent_of
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead
from plplanner.importing.table import Table
from plplanner.importing.titles import standards_in_title
from plplanner.terms import ScoreStatus

_QUESTION = (
    *("questionid", "positionnumber", "questionnumber", "itemnumber", "question", "questiontext"),
    "item",
)
_EARNED = ("pointsreceived", "pointsearned", "earnedpoints", "points", "score")
_STANDARD = ("standards", "standard", "alignedstandards", "learningobjectives")
_BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+")


class _Answer(NamedTuple):
    """What one student got for one question."""

    row: int
    who: str
    test: str
    question: str
    points: float | None
    possible: float | None
    standards: tuple[str, ...]


def read_question_list(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The points of each test, whole and by standard; None for another file.

    A student with a question that has no points yet gets no sum that holds it.
    """
    results = find_tables(
        tables, PERSON, "|".join(_QUESTION), "|".join(_EARNED), "|".join(POSSIBLE)
    )
    results = tuple(one for one in results if _questions_repeat(one))
    if not results:
        return None
    people = read_people(*((table, PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is a list of answers without students.",
        "Check that the right test was exported, then import again.",
    )
    found = list(_sums(results, people))
    return gather(
        "question_list",
        students=people.students,
        assessments=_assessments(found),
        sittings=found,
        warnings=people.warnings,
    )


def _questions_repeat(results: ResultTable) -> bool:
    """Each question stands there for several students."""
    questions = [text for row in results.rows if (text := results.text(row, *_QUESTION))]
    return len(set(questions)) < len(questions)


def _answers(
    results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[_Answer]:
    earned, possible = results.place(*_EARNED), results.place(*POSSIBLE)
    for row in results.rows:
        who = keys.get((number, row))
        if who is not None:
            yield _Answer(
                row,
                who,
                results.text(row, *TITLE),
                results.text(row, *_QUESTION),
                read_number_at(results, row, earned).score.points,
                read_number_at(results, row, possible).score.points,
                _codes(results.text(row, *_STANDARD)),
            )


def _codes(text: str) -> tuple[str, ...]:
    """The standards of a question: known codes, else each part as written."""
    parts = (clean_text(part) for part in _BETWEEN.split(text))
    return standards_in_title(text) or tuple(part for part in parts if part)


def _sums(results: tuple[ResultTable, ...], people: People) -> Iterator[Sitting]:
    """The sum of each test and of each standard in it, by student; the last row of a question
    counts."""
    sums: defaultdict[tuple[str, AssessmentKey], dict[str, _Answer]] = defaultdict(dict)
    for number, table in enumerate(results):
        for answer in _answers(table, number, people.keys):
            for standard in ("", *answer.standards):
                sums[answer.who, (answer.test, standard)][answer.question] = answer
    headers = results[0].headers
    column = headers[results[0].place(*_EARNED) or 0]
    for (who, what), answers in sums.items():
        yield _sum(who, what, tuple(answers.values()), column)


def _sum(who: str, what: AssessmentKey, answers: tuple[_Answer, ...], column: str) -> Sitting:
    """The points of some questions together."""
    first = answers[0].row
    open_one = next((answer for answer in answers if answer.points is None), None)
    if open_one is not None:
        told = "This question has no points, so the sum is left open."
        warnings = () if what[1] else ((column, told),)
        return Sitting(who, what, ScoreRead(), open_one.row, warnings=warnings)
    points = float(sum(answer.points or 0 for answer in answers))
    all_told = all(answer.possible is not None for answer in answers)
    possible = sum(answer.possible or 0 for answer in answers) if all_told else 0
    score = ScoreRead(points, possible or None, status=ScoreStatus.SCORED)
    return Sitting(who, what, replace(score, percent=percent_of(points, possible or None)), first)


def _assessments(sittings: list[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """The tests, each with its standards behind it; a test without a name goes by its file."""
    possible: dict[AssessmentKey, float | None] = {}
    for sitting in sittings:
        known = possible.get(sitting.assessment)
        possible[sitting.assessment] = max(
            (value for value in (known, sitting.score.possible) if value is not None), default=None
        )
    tests = list(dict.fromkeys(test for test, _ in possible))
    ordered = sorted(possible, key=lambda key: (tests.index(key[0]), key[1] != ""))
    several = len(tests) > 1
    return {
        key: AssessmentRead(
            (f"{key[1]} ({key[0]})" if several and key[1] else key[1] or key[0]) or None,
            points_possible=possible[key],
            standards=(key[1],) if key[1] else standards_in_title(key[0]),
        )
        for key in ordered
    }
