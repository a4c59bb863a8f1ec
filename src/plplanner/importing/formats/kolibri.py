"""The content logs of Kolibri: how far each learner came in each resource."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.header_words import header_form, words_in
from plplanner.importing.laid_out_table import find_header
from plplanner.importing.moments import in_order
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
    StudentRead,
)
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import ScoreStatus

_PROGRESS = re.compile(r"\(0\s*[-–]\s*1\)")
_USER = words_in(
    """username|user name|nombre de usuario|nom d'utilisateur|nome de usuário|benutzername|
nome utente|usuario|användarnamn"""
)
_COMPLETION = re.compile(
    r"completion|compleción|finalización|achèvement|conclusão|completamento|abschluss|slutför"
)
# The order Kolibri writes in every language; a summary has one column more, the time of completion.
_USER_AT, _CONTENT_AT, _TITLE_AT, _LAST_AT = 1, 4, 5, 7
_SUMMARY_PROGRESS_AT = 10
_MAX_WARNINGS = 1_000


@record(frozen=True)
class _Columns:
    """Where everything that counts stands."""

    user: int
    content: int
    title: int
    last: int
    progress: int
    summary: bool


class _Visit(NamedTuple):
    """One row: who did how much of what, and when last."""

    row: int
    user: str
    content: str
    title: str
    progress: str
    last: str


def read_kolibri(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Progress of every learner in every resource, or None for another file.

    Progress is how much was done, never how well. Of several sessions the latest counts.
    """
    found = find_header(tables, lambda cells: _columns(cells) is not None)
    columns = _columns(found[0].rows[found[1]]) if found else None
    if found is None or columns is None:
        return None
    table, header = found
    visits = _visits(table, header, columns)
    if not visits:
        raise Problem(
            f"“{file_name}” is a Kolibri log without learners.",
            "Check that the right facility and dates were exported, then import again.",
        )
    users = tuple(dict.fromkeys(visit.user for visit in visits))
    contents = _contents(visits)
    heading = clean_text(table.cell(header, columns.progress))
    scores, warnings = _scores(visits, heading)
    nothing = ScoreRead()
    return GradebookRead(
        format="kolibri_summary_log" if columns.summary else "kolibri_session_log",
        students=tuple(_student(user) for user in users),
        assessments=tuple(contents.values()),
        scores=tuple(
            tuple(scores.get((user, content), nothing) for content in contents) for user in users
        ),
        warnings=warnings,
        ignored_columns=tuple(_ignored(table.rows[header], columns)),
    )


def _scores(
    visits: list[_Visit], heading: str
) -> tuple[dict[tuple[str, str], ScoreRead], tuple[CellWarning, ...]]:
    """The latest progress by learner and resource, and the cells that are none."""
    scores: dict[tuple[str, str], ScoreRead] = {}
    warnings: list[CellWarning] = []
    known = {cell: _score(cell) for cell in {visit.progress for visit in visits}}
    for place in in_order([visit.last for visit in visits]):
        visit = visits[place]
        score = known[visit.progress]
        if score is not None:
            scores[visit.user, visit.content] = score
        elif len(warnings) < _MAX_WARNINGS:
            message = f"{quoted(visit.progress)} is not a progress from 0 to 1."
            warnings.append(CellWarning(visit.row + 1, heading, message))
    return scores, tuple(sorted(warnings, key=lambda warning: warning.row))


def _columns(cells: tuple[str, ...]) -> _Columns | None:
    """By the words where they are known, else by the order; None for another file."""
    progress = next((p for p, cell in enumerate(cells) if _PROGRESS.search(cell)), None)
    if progress is None or progress <= _TITLE_AT:
        return None
    forms = [header_form(cell) for cell in cells]
    user = next((place for place, form in enumerate(forms) if form in _USER), _USER_AT)
    return _Columns(
        user=user,
        content=_at(forms, "content id", _CONTENT_AT),
        title=_at(forms, "content title", _TITLE_AT),
        last=_at(forms, "time of last interaction", _LAST_AT),
        progress=progress,
        summary=progress >= _SUMMARY_PROGRESS_AT or any(_COMPLETION.search(form) for form in forms),
    )


def _at(forms: list[str], words: str, otherwise: int) -> int:
    return forms.index(words) if words in forms else otherwise


def _visits(table: Table, header: int, columns: _Columns) -> list[_Visit]:
    """Rows of a named learner; visits without an account belong to nobody.

    Resources are told apart by their id, else by their title.
    """
    clean: dict[str, str] = {}
    visits = []
    for row in range(header + 1, len(table.rows)):
        written = (
            table.cell(row, place)
            for place in (columns.user, columns.content, columns.title, columns.progress)
        )
        user, content, title, progress = (
            clean[text] if text in clean else clean.setdefault(text, clean_text(text))
            for text in written
        )
        if user not in ("", "None"):
            last = table.cell(row, columns.last)
            visits.append(_Visit(row, user, content or title, title, progress, last))
    return visits


def _contents(visits: list[_Visit]) -> dict[str, AssessmentRead]:
    """Every resource once, in the order of the file."""
    found: dict[str, AssessmentRead] = {}
    for visit in visits:
        if visit.content not in found:
            title = cut(visit.title, limit=MAX_TITLE) or visit.content
            found[visit.content] = AssessmentRead(
                title=title,
                date=date_in(title),
                native_id=visit.content if visit.content != visit.title else None,
                standards=standards_in_title(title),
            )
    return found


def _score(cell: str) -> ScoreRead | None:
    """A blank is no progress told; None for what is no number from 0 to 1."""
    if not cell:
        return ScoreRead()
    progress = read_number(cell, decimal_comma=True)
    if progress is None or not 0 <= progress <= 1:
        return None
    return ScoreRead(status=ScoreStatus.SCORED, progress=progress)


def _student(user: str) -> StudentRead:
    return StudentRead(None, None, ids={"username": user}, display=user)


def _ignored(cells: tuple[str, ...], columns: _Columns) -> Iterator[IgnoredColumn]:
    used = {columns.user, columns.content, columns.title, columns.progress}
    for place, cell in enumerate(cells):
        if place not in used and cell.strip():
            yield IgnoredColumn(clean_text(cell), "About the resource or the visit, not a score.")
