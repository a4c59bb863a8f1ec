"""One row per student and test, gathered into a gradebook: the latest sitting counts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from plplanner.importing.formats.result_people import People
from plplanner.importing.formats.result_table import ResultTable
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    GradebookRead,
    ScoreRead,
    StudentRead,
)
from plplanner.importing.score_grid import MAX_WARNINGS
from plplanner.terms import ScoreStatus

_NO_DAY = date.min
_NOTHING = ScoreRead()

# What tells one assessment from another: term, test, goal area … as each system has them.
AssessmentKey = tuple[str, ...]


class Sitting(NamedTuple):
    """One student's result in one assessment, as one row (from 0) of the file says it.

    `attempt` orders sittings of one day; `warnings` are (column, sentence).
    """

    student: str
    assessment: AssessmentKey
    score: ScoreRead
    row: int
    day: date | None = None
    attempt: float = 0
    warnings: tuple[tuple[str, str], ...] = ()


def gather(
    format_name: str,
    *,
    students: Mapping[str, StudentRead],
    assessments: Mapping[AssessmentKey, AssessmentRead],
    sittings: Sequence[Sitting],
    warnings: Sequence[CellWarning] = (),
) -> GradebookRead:
    """The gradebook of all sittings; students and assessments stay in their order.

    An assessment without a date takes the day on which most students sat it.
    """
    cells: defaultdict[tuple[str, AssessmentKey], list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        cells[sitting.student, sitting.assessment].append(sitting)
    days = _days(sittings)
    counted = [[_counted(cells.get((who, what), ())) for what in assessments] for who in students]
    warned = {(sitting.student, sitting.assessment) for sitting in sittings if sitting.warnings}
    unread = {
        (i, j)
        for i, who in enumerate(students if warned else ())
        for j, what in enumerate(assessments)
        if (who, what) in warned and counted[i][j].status is ScoreStatus.NONE
    }
    return GradebookRead(
        format=format_name,
        students=tuple(students.values()),
        assessments=tuple(
            found if found.date else replace(found, date=days.get(what))
            for what, found in assessments.items()
        ),
        scores=tuple(tuple(row) for row in counted),
        warnings=(*warnings, *_warnings(sittings)),
        unread=frozenset(unread),
    )


def gather_tables(
    format_name: str,
    results: Sequence[ResultTable],
    people: People,
    *,
    sittings: Callable[[ResultTable, int, Mapping[tuple[int, int], str]], Iterable[Sitting]],
    assessments: Callable[[Sequence[Sitting]], Mapping[AssessmentKey, AssessmentRead]],
) -> GradebookRead:
    """The gradebook of several tables of one system, whose students are `people`.

    `sittings` tells those of one table from its number and from whose each row is, `assessments`
    what all of them were in.
    """
    found = [
        sitting
        for number, table in enumerate(results)
        for sitting in sittings(table, number, people.keys)
    ]
    return gather(
        format_name,
        students=people.students,
        assessments=assessments(found),
        sittings=found,
        warnings=people.warnings,
    )


def _days(sittings: Sequence[Sitting]) -> dict[AssessmentKey, date]:
    """The day of most sittings of each assessment, the earlier one of two equals."""
    days: defaultdict[AssessmentKey, Counter[date]] = defaultdict(Counter)
    for sitting in sittings:
        if sitting.day and sitting.score.status is not ScoreStatus.NONE:
            days[sitting.assessment][sitting.day] += 1
    return {what: min(found, key=lambda day: (-found[day], day)) for what, found in days.items()}


def _counted(sittings: Sequence[Sitting]) -> ScoreRead:
    """The score of the latest sitting; a blank one takes nothing away, a repeated row adds none.

    Every try is kept as attempts, in points, or in scale scores for a test without points.
    """
    if len(sittings) < 2:
        return sittings[0].score if sittings else _NOTHING
    ordered = sorted(sittings, key=lambda one: (one.day or _NO_DAY, one.attempt))
    tries = [one for one in ordered if one.score.status is not ScoreStatus.NONE]
    tries = list({(one.day, one.attempt, one.score): one for one in tries}.values())
    latest = (tries or ordered)[-1].score
    measure = "points" if latest.points is not None else "scale_score"
    measured = tuple(getattr(one.score, measure) for one in tries)
    if len(tries) < 2 or measured[-1] is None:
        return latest
    return replace(latest, attempts=measured)


def _warnings(sittings: Sequence[Sitting]) -> tuple[CellWarning, ...]:
    found = (
        CellWarning(sitting.row + 1, column, message)
        for sitting in sittings
        for column, message in sitting.warnings
    )
    return tuple(islice(dict.fromkeys(found), MAX_WARNINGS))


def taken_assessments(sittings: Sequence[Sitting]) -> tuple[AssessmentKey, ...]:
    """The assessments in which somebody has a result or an unreadable cell, in file order."""
    taken: dict[AssessmentKey, bool] = {}
    for sitting in sittings:
        said = bool(sitting.warnings) or sitting.score.status is not ScoreStatus.NONE
        taken[sitting.assessment] = taken.get(sitting.assessment, False) or said
    return tuple(what for what, said in taken.items() if said)


def named_assessments(
    system: str, titles: Mapping[AssessmentKey, str], details: Mapping[AssessmentKey, Sequence[str]]
) -> dict[AssessmentKey, AssessmentRead]:
    """An assessment per title. Its own id keeps the fall test apart from a spring test imported
    later under the same title, and lets the same test be updated."""
    return {
        what: AssessmentRead(
            title, native_id=" | ".join([system, *(part for part in what if part)])
        )
        for what, title in distinct_titles(titles, details).items()
    }


def distinct_titles(
    titles: Mapping[AssessmentKey, str], details: Mapping[AssessmentKey, Sequence[str]]
) -> dict[AssessmentKey, str]:
    """A title for each assessment; equal ones get the details that tell them apart, in brackets.

    `details` of one assessment come in the order in which they are worth saying (term, test).
    """
    alike: defaultdict[str, list[AssessmentKey]] = defaultdict(list)
    for what, title in titles.items():
        alike[title].append(what)
    return {
        what: _with_details(title, what, alike[title], details) for what, title in titles.items()
    }


def _with_details(
    title: str,
    what: AssessmentKey,
    alike: Sequence[AssessmentKey],
    details: Mapping[AssessmentKey, Sequence[str]],
) -> str:
    telling = [
        said
        for place, said in enumerate(details[what])
        if said and len({tuple(details[other])[place] for other in alike}) > 1
    ]
    return f"{title} ({', '.join(telling)})" if telling else title
