"""Where the header of a table is, and what each of its columns holds."""

import re
from collections import Counter

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.computed_columns import adds_up, computed_reason
from plplanner.importing.header_words import (
    ColumnRole,
    header_form,
    header_role,
    id_kind,
    is_name_header,
    settle_name_roles,
    words_in,
)
from plplanner.importing.level_words import are_levels
from plplanner.importing.numbers_read import damage, read_number
from plplanner.importing.other_columns import other_reason
from plplanner.importing.read_score import ScoreColumn, is_letter_grade, read_score
from plplanner.importing.table import Table
from plplanner.importing.titles import is_percent_title, points_in_title
from plplanner.records import record
from plplanner.terms import ScoreStatus

HEADER_ROWS = 8
MAX_LOOKED_AT = 200
_COMMA_NAME = re.compile(r"[^\W\d_][^\d,;:@]*,\s*[^\W\d_][^\d;:@]*")
_WORDS = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’.-]+[^\W\d_]+)*\.?")
_GRADE_LEVEL = re.compile(
    r"(?:pre-?k|pk|k|kg|tk|0?\d|1[0-3]|\d{1,2}(?:st|nd|rd|th|º|°)(?: grade)?|grade \d{1,2})",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RUNNING = words_in("grade|grd|gr|mark|marks|letter|ltr|cur|current|avg")
_NAME_WORD = re.compile(r"\b(name|student|last|first|nombre|namn|nom|schüler)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@record(frozen=True)
class GuessedColumn:
    """One column: its header as written, what it holds, under which id name, or why it is left.

    `points` are those possible, where another column tells them.
    """

    header: str
    role: ColumnRole
    id_kind: str = ""
    why: str = ""
    points: float | None = None


def find_header(table: Table) -> int | None:
    """The row (from 0, among the first 8) with a name column and most cells; None when absent."""
    best, best_cells = None, 0
    for row, cells in enumerate(table.rows[:HEADER_ROWS]):
        filled = sum(1 for cell in cells if cell.strip())
        if filled > best_cells and any(is_name_header(cell) for cell in cells):
            best, best_cells = row, filled
    return best


def find_id_header(table: Table) -> int | None:
    """The first row that heads a column of ids or e-mails, for a table without names."""
    wanted = (ColumnRole.ID, ColumnRole.EMAIL)
    rows = range(min(HEADER_ROWS, len(table.rows)))
    return next(
        (
            row
            for row in rows
            if sum(1 for cell in table.rows[row] if cell.strip()) > 1
            and any(header_role(cell[:60]) in wanted for cell in table.rows[row])
        ),
        None,
    )


def find_unheaded_names(table: Table) -> tuple[int, int] | None:
    """(header row, column) of a column full of “Last, First” under no known header word.

    The header row is -1 when the names begin in the first row. A list of nothing but names need
    not be turned round: “Ana García”, one in a row.
    """
    for column in range(min(table.width, 12)):
        filled = [row for row in range(len(table.rows)) if table.cell(row, column).strip()]
        is_name = _is_plain_name if table.width == 1 else _is_comma_name
        named = [row for row in filled if is_name(table.cell(row, column))]
        if len(named) >= 3 and len(named) >= 0.7 * len(filled) and named[0] <= HEADER_ROWS:
            return _row_above(table, named[0]), column
    return None


def _is_comma_name(cell: str) -> bool:
    """“Last, First”, and no heading such as “Name (last, first)”."""
    plain = clean_text(cell[:MAX_LOOKED_AT])
    return bool(_COMMA_NAME.fullmatch(plain)) and not _NAME_WORD.search(plain)


def _is_plain_name(cell: str) -> bool:
    """“Last, First”, or two to four words that begin and end with a name."""
    plain = clean_text(cell[:MAX_LOOKED_AT])
    words = _WORDS.fullmatch(plain) and plain.split()
    if not words or not 2 <= len(words) <= 4:
        return _is_comma_name(cell)
    return not (words[0][0].islower() or words[-1][0].islower() or _NAME_WORD.search(plain))


def _row_above(table: Table, first: int) -> int:
    """The nearest row above the first name that has two cells or more, else the one above."""
    full = [row for row in range(first) if sum(1 for c in table.rows[row] if c.strip()) > 1]
    return full[0] if full else first - 1


def guess_columns(
    table: Table,
    *,
    headers: tuple[str, ...],
    rows: tuple[int, ...],
    points: tuple[str, ...],
    names: int | None,
) -> tuple[GuessedColumn, ...]:
    """What every column holds. `rows` are the student rows, `points` the cells of a points row,
    `names` a column known to hold names whatever its header says."""
    headers = tuple(cut(clean_text(header), limit=MAX_TITLE) for header in headers)
    roles = list(settle_name_roles(headers))
    if names is not None:
        roles[names] = ColumnRole.NAME
    roles = _one_of_each(roles)
    guessed = [
        _guess(
            headers[c],
            roles[c],
            table.column(c, rows=rows),
            points=_at(points, c),
            all_dates=len(rows) > 0 and all((row, c) in table.dates for row in rows),
        )
        for c in range(table.width)
    ]
    return _with_lone_percent(_without_running_grades(_without_sums(guessed, table, rows), points))


def _at(cells: tuple[str, ...], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _one_of_each(roles: list[ColumnRole | None]) -> list[ColumnRole | None]:
    """Only the first column of a role keeps it, ids apart; last and first beat the whole name."""
    has_parts = ColumnRole.LAST in roles and ColumnRole.FIRST in roles
    seen: set[ColumnRole] = set()
    kept: list[ColumnRole | None] = []
    for role in roles:
        spare = role in seen or (role is ColumnRole.NAME and has_parts)
        kept.append(ColumnRole.LEFT_OUT if spare and role is not ColumnRole.ID else role)
        if role:
            seen.add(role)
    return kept


def _guess(
    header: str, role: ColumnRole | None, cells: tuple[str, ...], *, points: str, all_dates: bool
) -> GuessedColumn:
    """One column by its header, else by what stands in it."""
    filled = tuple(cell.strip()[:MAX_LOOKED_AT] for cell in cells if cell.strip())
    if role is ColumnRole.GRADE and not _is_grade_level(filled):
        role = None
    if role is ColumnRole.LEFT_OUT:
        return _left(header, "Said already by another column.")
    if role is not None:
        return GuessedColumn(header, role, id_kind(header) if role is ColumnRole.ID else "")
    why = computed_reason(header) or other_reason(header)
    if why or "read only" in points.casefold():
        return _left(header, why or "Worked out by the gradebook (read only).")
    if filled and all(_ADDRESS.fullmatch(cell) for cell in filled):
        return GuessedColumn(header, ColumnRole.EMAIL)
    why = _reason_by_content(header, filled, points=points, all_dates=all_dates)
    return _left(header, why) if why else GuessedColumn(header, ColumnRole.SCORE)


def _reason_by_content(
    header: str, filled: tuple[str, ...], *, points: str, all_dates: bool
) -> str | None:
    """Why a column with an open header holds no scores; None when most of its cells read so."""
    if (filled or header) and (points.strip() or points_in_title(header) is not None):
        return None
    reasons = (
        (not filled, "Empty."),
        (not header and _counts_up(filled), "A row number."),
        (all_dates or _are_dates(filled), "Dates, not scores."),
        (bool(filled) and all(_YEAR.fullmatch(cell) for cell in filled), "Years, not scores."),
        (_looks_like_id(filled), "Looks like a number that names a student, not a score."),
        (not _are_scores(filled) and not are_levels(filled), "Text, not scores."),
    )
    return next((why for holds, why in reasons if holds), None)


def _are_dates(filled: tuple[str, ...]) -> bool:
    written = sum(1 for cell in filled if _FULL_DATE.match(cell))
    return len(filled) > 0 and written >= 0.8 * len(filled)


def _are_scores(filled: tuple[str, ...]) -> bool:
    distinct = Counter(filled)
    like = sum(times for cell, times in distinct.items() if _is_score_like(cell))
    return like >= 0.6 * len(filled)


def _left(header: str, why: str) -> GuessedColumn:
    return GuessedColumn(header, ColumnRole.LEFT_OUT, why=why)


def _is_grade_level(filled: tuple[str, ...]) -> bool:
    """School years (“6”, “K”, “6th”), few different ones."""
    return all(_GRADE_LEVEL.fullmatch(cell) for cell in filled) and len(set(filled)) <= 4


def _counts_up(filled: tuple[str, ...]) -> bool:
    return filled == tuple(str(number) for number in range(1, len(filled) + 1))


def _looks_like_id(filled: tuple[str, ...]) -> bool:
    """Whole numbers of five digits and more, or with leading zeros, no two alike."""
    whole = all(cell.isdigit() for cell in filled) and len(set(filled)) == len(filled)
    padded = any(len(cell) > 2 and cell.startswith("0") for cell in filled)
    return whole and (padded or all(len(cell) >= 5 for cell in filled))


def _is_score_like(cell: str) -> bool:
    """A number, a percent, a known word, or a number a spreadsheet damaged."""
    reading = read_score(cell, ScoreColumn())
    known = reading.score.status is not ScoreStatus.NONE or not reading.warning
    return known or is_letter_grade(cell) or damage(clean_text(cell)) is not None


def _without_sums(
    columns: list[GuessedColumn], table: Table, rows: tuple[int, ...]
) -> list[GuessedColumn]:
    """A column that adds up or averages all score columns before it is computed, by any header."""
    values: list[list[float | None]] = []
    kept: list[GuessedColumn] = []
    for place, column in enumerate(columns):
        if column.role is ColumnRole.SCORE:
            cells = table.column(place, rows=rows)
            said = {cell: read_number(cell.strip(), decimal_comma=False) for cell in set(cells)}
            numbers = [said[cell] for cell in cells]
            if len(values) > 1 and adds_up(numbers, values):
                kept.append(_left(column.header, "Adds up the columns before it."))
                continue
            values.append(numbers)
        kept.append(column)
    return kept


def _without_running_grades(
    columns: list[GuessedColumn], points: tuple[str, ...]
) -> list[GuessedColumn]:
    """“Grade” and “Mark” beside assessments are the grade so far, unless they have points."""
    scored = [i for i, column in enumerate(columns) if column.role is ColumnRole.SCORE]
    running = [
        i
        for i in scored
        if header_form(columns[i].header) in _RUNNING and not _at(points, i).strip()
    ]
    if len(running) == len(scored):
        return columns
    return [
        _left(column.header, "The grade so far, not an assessment.") if i in running else column
        for i, column in enumerate(columns)
    ]


def _with_lone_percent(columns: list[GuessedColumn]) -> tuple[GuessedColumn, ...]:
    """“Percent” is a computed column, unless it is the only result in the file."""
    scored = any(column.role is ColumnRole.SCORE for column in columns)
    lone = [i for i, column in enumerate(columns) if is_percent_title(column.header) and column.why]
    if scored or len(lone) != 1:
        return tuple(columns)
    columns[lone[0]] = GuessedColumn(columns[lone[0]].header, ColumnRole.SCORE)
    return tuple(columns)
