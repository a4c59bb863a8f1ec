"""The Learning Mastery gradebook of Canvas: one result per outcome, on the scale of the outcome."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.header_words import ColumnRole, header_role
from plplanner.importing.laid_out_table import (
    LaidOut,
    find_header,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead, ScoreRead
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.records import record

_IDS = {
    "student id": "canvas_id",
    "id": "canvas_id",
    "student sis id": "sis_user_id",
    "sis id": "sis_user_id",
    "student sis login id": "login",
}


@record(frozen=True)
class _Outcome:
    """The column of results and the one that says from where on an outcome counts as mastered."""

    result: int
    mastery: int
    title: str


def read_canvas_outcomes(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Results and “mastered” of every outcome, or None for another file.

    A result is no percent and has no maximum; a blank is no result.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    outcomes = _outcomes(headers)
    if not outcomes:  # cleaned of what damaged it, the row says something else
        return None
    people = _people(headers, outcomes)
    students, warnings = student_rows(table, header, people)
    laid = LaidOut(
        table=table,
        header=header,
        columns=_columns(headers, people, outcomes),
        students=students,
        own_scale=True,
    )
    read = read_laid_out(
        laid, format_name="canvas_learning_mastery", file_name=file_name, warnings=warnings
    )
    return replace(read, scores=_with_mastery(read.scores, table, students, outcomes))


def _is_header(cells: tuple[str, ...]) -> bool:
    """A name column and nothing but pairs of results and mastery points after the ids."""
    headers = tuple(" ".join(cell.split()) for cell in cells)
    named = any(header_role(header) is ColumnRole.NAME for header in headers[:6])
    return named and bool(_outcomes(headers))


def _outcomes(headers: Sequence[str]) -> list[_Outcome]:
    """Columns “X result” and “X mastery points”; neighbours in another language."""
    mastery = {header: place for place, header in reversed(list(enumerate(headers)))}
    english = [
        _Outcome(place, mastery[f"{title} mastery points"], title)
        for place, header in enumerate(headers)
        if header.endswith(" result")
        and f"{(title := header.removesuffix(' result'))} mastery points" in mastery
    ]
    return english or _translated_outcomes(headers)


def _translated_outcomes(headers: Sequence[str]) -> list[_Outcome]:
    """Pairs after two to four columns about the student, each pair sharing a path “A > B”."""
    found = []
    for place in range(2, len(headers) - 1):
        title = _shared_words(headers[place], headers[place + 1])
        if title and (">" in title or standards_in_title(title)):
            found.append(_Outcome(place, place + 1, title))
    paired = [one for one in found if not (one.result - found[0].result) % 2]
    return paired if len(paired) * 2 == len(headers) - (found[0].result if found else 0) else []


def _shared_words(one: str, other: str) -> str:
    """The words two headers begin with, or end with when they begin differently."""
    first, second = one.split(), other.split()
    count = 0
    while count < min(len(first), len(second)) and first[count] == second[count]:
        count += 1
    if count:
        return " ".join(first[:count]) if count < len(first) and count < len(second) else ""
    while count < min(len(first), len(second)) and first[-count - 1] == second[-count - 1]:
        count += 1
    return " ".join(first[-count:]) if count else ""


def _people(headers: tuple[str, ...], outcomes: list[_Outcome]) -> dict[int, ColumnRead]:
    """Names, ids and class, wherever they stand; the column behind the name is the id of Canvas,
    unless another says that it is."""
    taken = {place for one in outcomes for place in (one.result, one.mastery)}
    open_headers = tuple("" if place in taken else text for place, text in enumerate(headers))
    people = person_columns(open_headers, ids=_IDS)
    if any(one.id_kind == "canvas_id" for one in people.values()):
        return people
    name = min((place for place, one in people.items() if one.role is ColumnRole.NAME), default=0)
    behind = people.get(name + 1)
    if name + 1 in taken or (behind is not None and behind.role is not ColumnRole.ID):
        return people
    return people | {name + 1: ColumnRead(headers[name + 1], ColumnRole.ID, "canvas_id")}


def _columns(
    headers: tuple[str, ...], people: dict[int, ColumnRead], outcomes: list[_Outcome]
) -> tuple[ColumnRead, ...]:
    results = {outcome.result: outcome.title for outcome in outcomes}
    mastery = {outcome.mastery for outcome in outcomes}
    return tuple(
        people.get(place)
        or (scored(header, _assessment(results[place])) if place in results else None)
        or left_out(
            header,
            "From where on the outcome counts as mastered."
            if place in mastery
            else "Neither a student nor an outcome.",
        )
        for place, header in enumerate(headers)
    )


def _assessment(title: str) -> AssessmentRead:
    """The whole path as title; the code of the outcome as its standard."""
    outcome = title.rpartition(">")[2].strip()
    return AssessmentRead(
        title=title,
        date=date_in(title),
        standards=standards_in_title(outcome) or standards_in_title(title),
    )


def _with_mastery(
    scores: tuple[tuple[ScoreRead, ...], ...],
    table: Table,
    students: tuple[int, ...],
    outcomes: list[_Outcome],
) -> tuple[tuple[ScoreRead, ...], ...]:
    """Each result with the verdict of its own row's mastery points."""
    return tuple(
        tuple(
            _judged(score, table.cell(row, outcome.mastery))
            for score, outcome in zip(cells, outcomes, strict=True)
        )
        for row, cells in zip(students, scores, strict=True)
    )


def _judged(score: ScoreRead, cell: str) -> ScoreRead:
    needed = read_number(cell.strip(), decimal_comma="," in cell)
    if score.points is None or needed is None:
        return score
    return replace(score, mastered=score.points >= needed)
