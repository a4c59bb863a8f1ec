"""ZipGrade quizzes: points by student, with or without the columns of every question."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from plplanner.importing.formats.result_people import PersonColumns, read_people, refuse_nobody
from plplanner.importing.formats.result_source import one_cell_source
from plplanner.importing.formats.result_table import (
    Reading,
    ResultTable,
    find_tables,
    read_number_at,
)
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather_tables
from plplanner.importing.item_results import (
    Items,
    is_left_open,
    result_by_key,
    right_in,
    where_counts_agree,
)
from plplanner.importing.read_score import ScoreColumn, percent_of, read_score
from plplanner.importing.rows import AssessmentRead, GradebookRead, IgnoredColumn, ScoreRead
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import standards_in_title
from plplanner.terms import ItemResult, ScoreStatus

_PEOPLE = PersonColumns(
    ids={
        "zipgrade_id": ("studentid", "zipgradeid"),
        "custom_id": ("customid", "externalid"),
    },
    section=("quizclass", "classname", "class"),
)
_EARNED = ("earnedpoints", "earnedpts", "pointsearned", "numcorrect")
_POSSIBLE = ("possiblepoints", "possiblepts", "pointspossible", "numquestions")
_PERCENT = ("percentcorrect", "percent")
_TITLE = ("quizname", "quiz")
_DATE = ("quizcreated", "quizdate", "dataexported", "dateexported")
_MARKS = {"c": ItemResult.RIGHT, "x": ItemResult.WRONG}
_KEY_VERSION = "Which key was used, not a score."
_OTHER_KEY = (
    "{} marked with {}. Single items of {} are left out: item 3 of one key may be item 5 "
    "of another. The points count."
)
_ITEM = re.compile(r"(?:stu|prikey|points|mark|key|q|question)\d+")


def read_zipgrade(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Points earned in each quiz of the file, or None for another file."""
    results = find_tables(
        tables, "|".join(_TITLE), "|".join(_EARNED), "|".join(_POSSIBLE), "lastname|studentid"
    )
    if not results:
        return None
    people = read_people(*((table, _PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is a ZipGrade file without students.",
        "Scan the papers first, then export and import again.",
    )
    read = gather_tables("zipgrade", results, people, sittings=_sittings, assessments=_assessments)
    return one_cell_source(
        read, results, people, score=_EARNED, columns=_PEOPLE, ignored=_left_out(results[0])
    )


def _sittings(
    results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[Sitting]:
    rows = [row for row in results.rows if (number, row) in keys]
    others = _rows_of_other_keys(results, rows)
    told = {min(same): _other_key(results, same) for same in others}
    aside = frozenset().union(*others)
    items = _items(results, [row for row in rows if row not in aside])
    for row in results.rows:
        who = keys.get((number, row))
        if who is None:
            continue
        reading = _score(results, row)
        yield Sitting(
            student=who,
            assessment=(results.text(row, *_TITLE) or "ZipGrade quiz",),
            score=replace(reading.score, items=items.get(row, ())),
            row=row,
            day=results.day(row, *_DATE[:2]),
            warnings=reading.warnings + told.get(row, ()),
        )


def _rows_of_other_keys(results: ResultTable, rows: Sequence[int]) -> tuple[frozenset[int], ...]:
    """Papers by key, but for those of the key that most papers of their quiz were marked with."""
    if not _item_numbers(results):
        return ()
    quizzes: dict[str, dict[str, list[int]]] = {}
    for row in rows:
        by_key = quizzes.setdefault(results.text(row, *_TITLE), {})
        by_key.setdefault(_key_of(results, row), []).append(row)
    return tuple(
        frozenset(same)
        for by_key in quizzes.values()
        for same in sorted(by_key.values(), key=len, reverse=True)[1:]
    )


def _key_of(results: ResultTable, row: int) -> str:
    """The version of the key, else its letters one after another."""
    letters = (results.text(row, f"prikey{number}") for number in _item_numbers(results))
    return results.text(row, "keyversion") or " ".join(letters)


def _other_key(results: ResultTable, same: Set[int]) -> tuple[tuple[str, str], ...]:
    """What is said once of all papers of such a key."""
    papers = "1 paper was" if len(same) == 1 else f"{len(same)} papers were"
    named = results.text(min(same), "keyversion")
    place = results.place("keyversion")
    column = "" if place is None else results.headers[place]
    key = f"key {quoted(named)}" if named else "a key of other letters"
    them = "it" if len(same) == 1 else "them"
    return ((column, _OTHER_KEY.format(papers, key, them)),)


def _items(results: ResultTable, rows: Sequence[int]) -> dict[int, Items]:
    """What was right on each paper, where it comes to its points."""
    numbers = _item_numbers(results)
    items = {row: tuple(_item(results, row, number) for number in numbers) for row in rows}
    earned = results.place(*_EARNED)
    return where_counts_agree(
        items,
        said={row: read_number_at(results, row, earned).score.points for row in rows},
        added={row: _added(results, row, numbers, items[row]) for row in rows},
    )


def _item_numbers(results: ResultTable) -> range:
    """The numbers of the questions that have a column of marks, or of answers beside their key."""
    marks = [name for name in results.places if name.startswith("mark")]
    keys = [name for name in results.places if name.startswith("prikey")]
    return range(1, len(marks or keys) + 1)


def _added(results: ResultTable, row: int, numbers: range, items: Items) -> float:
    """The points of all items; without columns for them, one for each that is right."""
    if results.place("points1") is None:
        return right_in(items)
    columns = (results.place(f"points{number}") for number in numbers)
    return sum(read_number_at(results, row, place).score.points or 0 for place in columns)


def _item(results: ResultTable, row: int, number: int) -> ItemResult | None:
    """One item by its mark, else by the key; part of its points is neither right nor wrong."""
    key, answer = results.text(row, f"prikey{number}"), results.text(row, f"stu{number}")
    if results.place("mark1") is None:
        return result_by_key(answer, key)
    if not key:
        return None
    if is_left_open(answer):
        return ItemResult.NOT_ANSWERED
    return _MARKS.get(results.text(row, f"mark{number}").casefold())


def _score(results: ResultTable, row: int) -> Reading:
    """Earned of possible points; the file's own percent only where it gives no points."""
    earned = read_number_at(results, row, results.place(*_EARNED))
    possible = read_number_at(results, row, results.place(*_POSSIBLE))
    warnings = earned.warnings + possible.warnings
    if earned.warnings or earned.score.points is None:
        return _percent_alone(results, row, earned, warnings)
    points, whole = earned.score.points, possible.score.points or None
    score = ScoreRead(points, whole, percent_of(points, whole), ScoreStatus.SCORED)
    if whole is not None and points > whole:
        column = results.headers[results.place(*_EARNED) or 0]
        above = f"{quoted(f'{points:g}')} is above the {whole:g} points possible."
        warnings += ((column, above),)
    return Reading(score, warnings)


def _percent_alone(
    results: ResultTable, row: int, earned: Reading, warnings: tuple[tuple[str, str], ...]
) -> Reading:
    said = read_score(results.text(row, *_PERCENT), ScoreColumn(percent=True))
    if warnings or earned.score.status is not ScoreStatus.NONE or said.score.percent is None:
        return Reading(ScoreRead(status=earned.score.status), warnings)
    return Reading(ScoreRead(percent=said.score.percent, status=ScoreStatus.SCORED))


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Each quiz with the points possible that most papers had."""
    possible: dict[AssessmentKey, Counter[float]] = {}
    for sitting in sittings:
        counts = possible.setdefault(sitting.assessment, Counter())
        if sitting.score.possible is not None:
            counts[sitting.score.possible] += 1
    return {
        (title,): AssessmentRead(
            title,
            points_possible=max(counts, key=lambda points: (counts[points], points), default=None),
            standards=standards_in_title(title),
        )
        for (title, *_), counts in possible.items()
    }


def _left_out(results: ResultTable) -> tuple[IgnoredColumn, ...]:
    """Answers to single questions, keys, and the percent that points already say."""
    left = []
    for name, place in results.places.items():
        if _ITEM.fullmatch(name):
            left.append(IgnoredColumn(results.headers[place], "One question of the quiz."))
        elif name in _PERCENT:
            left.append(IgnoredColumn(results.headers[place], "Said already by the points."))
        elif name == "keyversion":
            left.append(IgnoredColumn(results.headers[place], _KEY_VERSION))
    return tuple(left)
