"""The line items of a OneRoster export as assessments, and its results as scores."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from plplanner.importing.clean_text import MAX_TITLE, cut
from plplanner.importing.formats.oneroster_files import RosterFiles
from plplanner.importing.numbers_read import read_number
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import AssessmentRead, CellWarning, ScoreRead
from plplanner.importing.score_grid import MAX_WARNINGS
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.records import record
from plplanner.terms import ScoreStatus

# Ids in the files that this program writes itself.
_OWN = "plplanner-"
_TRUE = frozenset({"true", "1", "yes", "y"})
_BY_WORD = {
    "exempt": ScoreStatus.EXCUSED,
    "not submitted": ScoreStatus.MISSING,
    "notsubmitted": ScoreStatus.MISSING,
}
_MARKS = frozenset({"absent", "incomplete", "not_assigned"})


@record(frozen=True)
class ResultColumn:
    """One assessment and the line items it is made of: their points possible by id."""

    assessment: AssessmentRead
    possible: Mapping[str, float | None]


@record(frozen=True)
class ResultGrid:
    """`scores[i][j]` belongs to the i-th student and j-th column asked for."""

    scores: tuple[tuple[ScoreRead, ...], ...]
    warnings: tuple[CellWarning, ...]
    unread: frozenset[tuple[int, int]]


@record(frozen=True)
class _Result:
    """One row of results, with what it counts as and when."""

    day: str
    row: int
    score: ScoreRead
    warning: str | None


def result_columns(files: RosterFiles, class_ids: Set[str]) -> tuple[ResultColumn, ...]:
    """One column per title and points possible; the same title in several classes is one.

    A title that stands twice in one class is two columns. `class_ids` are the classes taken.
    """
    items, found = files.line_items, {}
    seen: dict[tuple[str, str, float | None], int] = defaultdict(int)
    columns: dict[object, list[tuple[str, AssessmentRead]]] = {}
    for row in items.rows():
        item, class_id = items.text(row, "sourcedid"), items.text(row, "classsourcedid")
        if not item or item in found or (class_ids and class_id not in class_ids):
            continue
        found[item] = row
        title = cut(items.text(row, "title"), limit=MAX_TITLE) or item
        possible = read_number(items.text(row, "resultvaluemax"), decimal_comma=False) or None
        times = (class_id, title.casefold(), possible)
        key = (title.casefold(), possible, seen[times])
        seen[times] += 1
        listed = tuple(items.text(row, "standards").split())
        read = AssessmentRead(
            title=title,
            points_possible=possible,
            date=date_in(items.text(row, "duedate")) or date_in(items.text(row, "assigndate")),
            native_id=None if item.startswith(_OWN) else item,
            standards=listed or standards_in_title(title),
        )
        columns.setdefault(key, []).append((item, read))
    return tuple(_column(same) for same in columns.values())


def _column(same: Sequence[tuple[str, AssessmentRead]]) -> ResultColumn:
    """Several line items have no one id of their own."""
    first = same[0][1]
    return ResultColumn(
        first if len(same) == 1 else replace(first, native_id=None),
        {item: read.points_possible for item, read in same},
    )


def read_results(
    files: RosterFiles, columns: Sequence[ResultColumn], students: Sequence[str]
) -> ResultGrid:
    """The results of the students with these ids. The newest of several tries counts."""
    place_of = {item: place for place, column in enumerate(columns) for item in column.possible}
    wanted = {one: place for place, one in enumerate(students)}
    tries: dict[tuple[int, int], list[_Result]] = defaultdict(list)
    results = files.results
    for row in results.rows():
        item = results.text(row, "lineitemsourcedid")
        student = wanted.get(results.text(row, "studentsourcedid"))
        column = place_of.get(item)
        if student is not None and column is not None:
            possible = columns[column].possible[item]
            tries[student, column].append(_result(files, row, possible))
    newest = {
        place: max(all_of, key=lambda one: (one.day, one.row)) for place, all_of in tries.items()
    }
    scores = tuple(
        tuple(_cell(tries.get((i, j), ()), columns[j]) for j in range(len(columns)))
        for i in range(len(students))
    )
    warned = sorted(
        (one.row, place[1], one.warning) for place, one in newest.items() if one.warning
    )
    return ResultGrid(
        scores=scores,
        warnings=tuple(
            CellWarning(row + 1, columns[j].assessment.title or "", f"results.csv: {said}")
            for row, j, said in warned[:MAX_WARNINGS]
        ),
        unread=frozenset(
            place
            for place, one in newest.items()
            if one.warning and one.score == ScoreRead(possible=one.score.possible)
        ),
    )


def _when(one: _Result) -> tuple[str, int]:
    """Order of several tries: by day as written (ISO), then by place in the file."""
    return one.day, one.row


def _cell(tries: Sequence[_Result], column: ResultColumn) -> ScoreRead:
    """The newest try; all are kept where there are several."""
    if not tries:
        return ScoreRead(possible=column.assessment.points_possible)
    ordered = sorted(tries, key=_when)
    newest = ordered[-1].score
    if len(ordered) == 1:
        return newest
    return replace(newest, attempts=tuple(one.score.points for one in ordered))


def _result(files: RosterFiles, row: int, possible: float | None) -> _Result:
    """One row: a number counts unless the row says exempt or not submitted."""
    results = files.results
    word = results.text(row, "scorestatus").casefold()
    own_possible = _number(files, row, "possible") or possible
    reading = read_score(results.text(row, "score"), ScoreColumn(possible=own_possible))
    score, warning = _measured(files, row, reading.score), reading.warning
    said = _BY_WORD.get(word) or _flagged(files, row, score)
    if said is ScoreStatus.MISSING and score.points:
        warning = f"This score of {score.points:g} is marked “not submitted”; the score is kept."
    elif said is not None:
        score = ScoreRead(possible=own_possible, status=said)
    if word == "partially graded" and score.points is not None:
        warning = warning or "This score is marked “partially graded” and may still change."
    late = score.late or _is_true(results.text(row, "late"))
    day = results.text(row, "scoredate") or results.text(row, "datelastmodified")
    return _Result(day, row, replace(score, late=late), warning)


def _measured(files: RosterFiles, row: int, score: ScoreRead) -> ScoreRead:
    """The score with the other kinds of number its row holds, in columns of their own."""
    level = files.results.text(row, "textscore") or score.level
    mastered = files.results.text(row, "mastered")
    found = replace(
        score,
        percent=score.percent if score.percent is not None else _number(files, row, "percent"),
        scale_score=_number(files, row, "scalescore"),
        percentile=_number(files, row, "percentile"),
        level=level,
        progress=_number(files, row, "progress"),
        mastered=_is_true(mastered) if mastered else None,
    )
    more = found != replace(score, level=None) or level
    return replace(found, status=ScoreStatus.SCORED) if more else found


def _number(files: RosterFiles, row: int, heading: str) -> float | None:
    return read_number(files.results.text(row, heading), decimal_comma=False)


def _flagged(files: RosterFiles, row: int, score: ScoreRead) -> ScoreStatus | None:
    """What the row marks where it has no number: columns of 1.2, and the one of our own files."""
    results = files.results
    if score.points is not None:
        return None
    mark = results.text(row, "mark")
    if mark in _MARKS:
        return ScoreStatus(mark)
    for heading, status in (
        ("missing", ScoreStatus.MISSING),
        ("incomplete", ScoreStatus.INCOMPLETE),
    ):
        if _is_true(results.text(row, heading)):
            return status
    return None


def _is_true(text: str) -> bool:
    return text.casefold() in _TRUE
