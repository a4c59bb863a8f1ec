"""The answers to a Google Forms quiz: one row per try, the latest try counts."""

import re
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.header_words import (
    NAME_ROLES,
    ColumnRole,
    header_form,
    header_role,
    words_in,
)
from plplanner.importing.item_columns import with_item_columns
from plplanner.importing.laid_out_table import (
    LaidOut,
    find_header,
    headers_of,
    left_out,
    read_laid_out,
    scored,
)
from plplanner.importing.moments import in_order, usual_day
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead, ScoreRead
from plplanner.importing.special_rows import is_test_student
from plplanner.importing.table import Table
from plplanner.records import record

_TIMESTAMP = words_in(
    """timestamp|submitted at|submission time|marca temporal|fecha y hora|tidsstämpel|
tidstämpel|zeitstempel|horodateur|carimbo de data hora|tijdstempel|
informazioni cronologiche|sygnatura czasowa|tidsstempel|aikaleima|отметка времени|时间戳记|
時間戳記|タイムスタンプ|zaman damgası"""
)
_SCORE = words_in(
    """score|total score|puntuación|puntuación total|puntaje|calificación|poäng|resultat|
punktzahl|punkte|gesamtpunktzahl|note|note totale|pontuação|pontuação total|
punteggio|wynik|pistemäärä|баллы|分数|スコア|puan"""
)
_EMAIL = words_in(
    """email address|username|email|e-mail address|nombre de usuario|användarnamn|
e-postadress|dirección de correo electrónico|correo electrónico|nutzername|benutzername|
e-mail-adresse|adresse e-mail|nom d'utilisateur|endereço de e-mail|nome de usuário|
e-mailadres|gebruikersnaam|indirizzo email|nome utente"""
)
_ROLES = (
    (
        ColumnRole.FIRST,
        r"\b(first|given) name\b|\bnombre de pila\b|\bförnamn\b|\bvorname\b|\bprénom\b",
    ),
    (
        ColumnRole.LAST,
        r"\b(last|family) name\b|\bsurname\b|\bapellidos?\b|\befternamn\b|\bnachname\b",
    ),
    (ColumnRole.NAME, r"\bname\b|\bnombre\b|\bnamn\b|\bnom\b|\bnome\b|\bnaam\b"),
    (ColumnRole.ID, r"\b(student|id|identification) (id|number|no)\b|\bid( number)?$"),
    (ColumnRole.SECTION, r"\b(class|period|section|hour|block)\b"),
)
_PATTERNS = tuple((role, re.compile(words)) for role, words in _ROLES)
_MAX_WORDS = 9
_ANSWER = "An answer, not a score."


@record(frozen=True)
class _Try:
    """All rows of one person, oldest first."""

    rows: tuple[int, ...]


def read_google_forms(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The quiz with its latest score for everybody, or None for another file.

    People are told apart by e-mail, whatever its letter case, else by name. The file has no
    title; all tries are kept in the score.
    """
    found = find_header(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    columns = _columns(headers)
    score = next(place for place, column in enumerate(columns) if column.assessment is not None)
    tries = _tries(table, header, columns)
    told = _told(table, columns, score, tries)
    latest = tuple(one.rows[-1] for one in tries)
    laid = LaidOut(table, header, told, students=latest)
    read = read_laid_out(laid, format_name="google_forms_quiz", file_name=file_name)
    return _with_tries(with_item_columns(read, _items(laid)), laid, score, tries)


def _items(laid: LaidOut) -> list[int]:
    """The columns “… [Score]”: what an answer got of the points of its question, “1.00 / 1”.

    A question without points, such as that for the name, is no item.
    """
    graded = [p for p, column in enumerate(laid.columns) if column.header.endswith("]")]
    return [
        place
        for place in graded
        if any(
            read_score(laid.table.cell(row, place), ScoreColumn()).score.possible
            for row in laid.students
        )
    ]


def _is_header(cells: tuple[str, ...]) -> bool:
    """A time stamp and a score."""
    forms = [header_form(cell) for cell in cells]
    return any(form in _TIMESTAMP for form in forms[:3]) and any(form in _SCORE for form in forms)


def _columns(headers: tuple[str, ...]) -> tuple[ColumnRead, ...]:
    """Time, e-mail, score, the questions that ask who somebody is, and all other answers."""
    taken: set[ColumnRole] = set()
    columns = []
    for header in headers:
        role = _role(header)
        if role is None or role in taken:
            why = "When it was sent in." if header_form(header) in _TIMESTAMP else _ANSWER
            columns.append(left_out(header, why))
            continue
        taken.add(role)
        kind = "student_id" if role is ColumnRole.ID else ""
        assessment = AssessmentRead(None) if role is ColumnRole.SCORE else None
        columns.append(ColumnRead(header, role, kind, assessment=assessment))
    parts = {ColumnRole.LAST, ColumnRole.FIRST} <= taken
    return tuple(
        left_out(column.header, "Said already by another column.")
        if parts and column.role is ColumnRole.NAME
        else column
        for column in columns
    )


def _role(header: str) -> ColumnRole | None:
    """What a question asks for, where it asks who somebody is."""
    form = header_form(header)
    if form in _TIMESTAMP or "[" in header:
        return None
    for role, forms in ((ColumnRole.SCORE, _SCORE), (ColumnRole.EMAIL, _EMAIL)):
        if form in forms:
            return role
    known = header_role(header)
    if known in NAME_ROLES or known in (ColumnRole.SECTION, ColumnRole.EMAIL, ColumnRole.ID):
        return known
    if len(form.split()) > _MAX_WORDS:
        return None
    asked = form.rstrip("?").strip()
    roles = [role for role, pattern in _PATTERNS if pattern.search(asked)]
    if {ColumnRole.FIRST, ColumnRole.LAST} <= set(roles):  # “Name (last, first)” asks for both
        return ColumnRole.NAME
    return next(iter(roles), None)


def _tries(table: Table, header: int, columns: tuple[ColumnRead, ...]) -> tuple[_Try, ...]:
    """The rows of each person, people in the order of the file, rows oldest first."""
    rows = [r for r in range(header + 1, len(table.rows)) if any(c.strip() for c in table.rows[r])]
    stamped = next(place for place, c in enumerate(columns) if header_form(c.header) in _TIMESTAMP)
    ordered = [rows[i] for i in in_order([table.cell(row, stamped) for row in rows])]
    people: dict[str, list[int]] = {}
    for row in rows:
        key = _key(table, row, columns)
        if key:
            people.setdefault(key, [])
    for row in ordered:
        key = _key(table, row, columns)
        if key:
            people[key].append(row)
    return tuple(_Try(tuple(own)) for own in people.values())


def _key(table: Table, row: int, columns: tuple[ColumnRead, ...]) -> str:
    """What makes two rows one person: the e-mail, else the id, else the name; "" for nobody."""
    said: dict[ColumnRole, str] = {}
    for place, column in enumerate(columns):
        if column.role is not ColumnRole.LEFT_OUT:
            said[column.role] = name_form(table.cell(row, place))
    name = " ".join(
        said.get(role, "") for role in (ColumnRole.NAME, ColumnRole.FIRST, ColumnRole.LAST)
    )
    if is_test_student(name):
        return ""
    return said.get(ColumnRole.EMAIL) or said.get(ColumnRole.ID) or name.strip()


def _told(
    table: Table, columns: tuple[ColumnRead, ...], score: int, tries: tuple[_Try, ...]
) -> tuple[ColumnRead, ...]:
    """The columns with what the answers tell of the quiz: its day and its points."""
    stamped = next(place for place, c in enumerate(columns) if header_form(c.header) in _TIMESTAMP)
    rows = [row for one in tries for row in one.rows]
    said = {read_score(table.cell(row, score), ScoreColumn()).score.possible for row in rows}
    known = said - {None}
    assessment = AssessmentRead(
        title=None,
        points_possible=known.pop() if len(known) == 1 else None,
        date=usual_day([table.cell(row, stamped) for row in rows]),
    )
    quiz = scored(columns[score].header, assessment)
    return tuple(quiz if place == score else column for place, column in enumerate(columns))


def _with_tries(
    read: GradebookRead, laid: LaidOut, score: int, tries: tuple[_Try, ...]
) -> GradebookRead:
    """Names from the first try, all tries with the score.

    With several rows to a person no cell alone says her score, so the table is not offered for
    correction as it is written.
    """
    if all(len(one.rows) == 1 for one in tries):
        return read
    first = replace(laid, students=tuple(one.rows[0] for one in tries))
    people = read_laid_out(first, format_name=read.format, file_name="")
    scores = tuple(
        (_all_tries(cells[0], laid, score, one),) if len(one.rows) > 1 else cells
        for cells, one in zip(read.scores, tries, strict=True)
    )
    return replace(read, students=people.students, scores=scores, source=None)


def _all_tries(latest: ScoreRead, laid: LaidOut, score: int, one: _Try) -> ScoreRead:
    """The latest score with the points of every try."""
    cells = (clean_text(laid.table.cell(row, score)) for row in one.rows)
    points = tuple(read_score(cell, ScoreColumn()).score.points for cell in cells)
    return replace(latest, attempts=points)
