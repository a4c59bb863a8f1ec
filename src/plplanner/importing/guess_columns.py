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
    is_second_last,
    settle_name_roles,
    words_in,
)
from plplanner.importing.level_words import are_levels
from plplanner.importing.list_marks import without_list_mark
from plplanner.importing.numbers_read import damage, read_number
from plplanner.importing.other_columns import other_reason
from plplanner.importing.read_score import ScoreColumn, is_letter_grade, read_score
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import bare_points_in_title, is_percent_title, points_in_title
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
_TASK = re.compile(
    r"\b(lab|quiz|test|exam|hw|homework|worksheet|ws|project|essay|poem|check|exit ticket|task)"
    r"(?:\s+\w{1,3})?\s*(?:\([\d.]+\))?$",
    re.IGNORECASE,
)
# “Average Speed Lab” and “Mean, Median, Mode Quiz” are about something; “Average Quiz” and “Average
# Unit Test” are worked out. No gradebook works out a median by itself.
_ABOUT_AVERAGES = re.compile(
    r"(?:average|mean|median)\s(?!(?:quiz|test|exam|hw|homework|lab|unit|class|weekly|final|semester|"
    r"quarter|term|chapter|overall|exit|project|grade|score|group)s?\b)[^\W\d]+\s"
    r"|(?!class\b|group\b).*\bmedian\b",
    re.IGNORECASE,
)
_GROUP_OR_CLASS = words_in("grupo|groupe|gruppe|grupp|group")
_CLASS = re.compile(r"\d{1,2}\s?[º°ªo.]?\s?[-–]?\s?[A-Za-z]")
_TERM = re.compile(
    r"(?:s|t|q|mp|sem|qtr|tri|semester|quarter|trimester|term)\s?[1-6]|points earned|total points|"
    r"total points earned|zeros?|credits?"
)
_RUNNING = words_in("grade|grd|gr|mark|marks|letter|ltr|cur|current|avg")
_NAME_WORD = re.compile(r"\b(name|student|last|first|nombre|namn|nom|schüler)\b", re.IGNORECASE)
_OF_SCHOOL = words_in("school|district|student|org|organization|work|primary|escolar|institucional")
_PRIVATE = words_in(
    "personal|private|home|other|alternate|alternative|secondary|recovery|new|parent|guardian|family|"
    "mother|father|mom|dad"
)
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

    The header row is -1 when the names begin in the first row. A list of nothing but names, row
    numbers and e-mails need not be turned round: “Ana García”, one in a row.
    """
    for column in range(min(table.width, 12)):
        filled = [row for row in range(len(table.rows)) if table.cell(row, column).strip()]
        is_name = is_written_name if _is_all_words(table, column) else _is_comma_name
        named = [row for row in filled if is_name(table.cell(row, column))]
        if len(named) >= 3 and len(named) >= 0.7 * len(filled) and named[0] <= HEADER_ROWS:
            return _row_above(table, named[0]), column
    return None


def _is_all_words(table: Table, column: int) -> bool:
    """Nothing stands beside the column but e-mails, or numbers that count the rows."""
    rows = tuple(range(len(table.rows)))
    for place in range(table.width):
        filled = tuple(c.strip(" .)#") for c in table.column(place, rows=rows) if c.strip())
        if place == column or not filled:
            continue
        counts = place < column and _counts_up(filled)
        if not counts and not all(_ADDRESS.fullmatch(cell[:MAX_LOOKED_AT]) for cell in filled):
            return False
    return True


def _is_comma_name(cell: str) -> bool:
    """“Last, First”, and no heading such as “Name (last, first)”."""
    plain = without_list_mark(clean_text(cell[:MAX_LOOKED_AT]))
    return bool(_COMMA_NAME.fullmatch(plain)) and not _NAME_WORD.search(plain)


def is_written_name(cell: str) -> bool:
    """“Last, First”, or two to four words that begin and end with a name."""
    plain = without_list_mark(clean_text(cell[:MAX_LOOKED_AT]))
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
    if ColumnRole.SECTION not in roles:
        roles = _with_class_of_group(roles, headers, table, rows)
    roles = _one_of_each(_telling_section(roles, headers, table, rows), headers)
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
    guessed = _with_one_email(guessed)
    return _with_lone_percent(
        _without_running_grades(_without_sums(guessed, table, rows, points), points)
    )


def _with_one_email(columns: list[GuessedColumn]) -> list[GuessedColumn]:
    """Of several e-mails the school's, else one not called personal: the school knows her by it."""
    places = [i for i, column in enumerate(columns) if column.role is ColumnRole.EMAIL]
    if len(places) < 2:
        return columns
    words = {i: frozenset(header_form(columns[i].header).split()) for i in places}
    kept = min(places, key=lambda i: (not words[i] & _OF_SCHOOL, bool(words[i] & _PRIVATE), i))
    said = f"The e-mail is taken from {quoted(columns[kept].header)}."
    return [
        _left(column.header, said) if i in places and i != kept else column
        for i, column in enumerate(columns)
    ]


def _at(cells: tuple[str, ...], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _with_class_of_group(
    roles: list[ColumnRole | None], headers: tuple[str, ...], table: Table, rows: tuple[int, ...]
) -> list[ColumnRole | None]:
    """“Grupo” above “4A” and “4B” is the class; other groups are planned here."""
    for place, header in enumerate(headers):
        if header_form(header) in _GROUP_OR_CLASS:
            cells = {cell.strip() for cell in table.column(place, rows=rows)} - {""}
            if cells and all(_CLASS.fullmatch(cell) for cell in cells):
                return [
                    ColumnRole.SECTION if at == place else role for at, role in enumerate(roles)
                ]
    return roles


def _telling_section(
    roles: list[ColumnRole | None], headers: tuple[str, ...], table: Table, rows: tuple[int, ...]
) -> list[ColumnRole | None]:
    """Of “Course” and “Section” the one that tells more classes apart, else not the course."""
    places = [place for place, role in enumerate(roles) if role is ColumnRole.SECTION]
    if len(places) < 2:
        return roles
    kept = max(
        places,
        key=lambda place: (
            len(set(table.column(place, rows=rows)) - {""}),
            not header_form(headers[place]).startswith(("course", "curso", "class")),
            -place,
        ),
    )
    return [
        ColumnRole.LEFT_OUT if place in places and place != kept else role
        for place, role in enumerate(roles)
    ]


def _one_of_each(
    roles: list[ColumnRole | None], headers: tuple[str, ...]
) -> list[ColumnRole | None]:
    """Only the first column of a role keeps it, ids and second last names apart; last and first
    beat the whole name."""
    has_parts = ColumnRole.LAST in roles and ColumnRole.FIRST in roles
    seen: set[ColumnRole] = set()
    kept: list[ColumnRole | None] = []
    for role, header in zip(roles, headers, strict=True):
        is_more = role is ColumnRole.LAST and is_second_last(header)
        spare = (role in seen and not is_more) or (role is ColumnRole.NAME and has_parts)
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
    is_task = names_a_task(header) and (
        points.strip()[:1].isdigit() or bool(_ABOUT_AVERAGES.match(header))
    )
    why = None if is_task else computed_reason(header)
    why = why or other_reason(header)
    if why or "read only" in points.casefold():
        return _left(header, why or "Worked out by the gradebook (read only).")
    if filled and all(_ADDRESS.fullmatch(cell) for cell in filled):
        return GuessedColumn(header, ColumnRole.EMAIL)
    why = _reason_by_content(header, filled, points=points, all_dates=all_dates)
    return _left(header, why) if why else GuessedColumn(header, ColumnRole.SCORE)


def names_a_task(header: str) -> bool:
    """True for “Average Speed Lab” and “Test A (100)”, which say what the students did."""
    return bool(_TASK.search(header))


def _reason_by_content(
    header: str, filled: tuple[str, ...], *, points: str, all_dates: bool
) -> str | None:
    """Why a column with an open header holds no scores; None when most of its cells read so."""
    told = any(map(str.isdigit, points)) or points_in_title(header) is not None
    if (filled or header) and told:
        return None
    reasons = (
        (not filled, "Empty."),
        (_heads_no_score(header) and _counts_up(filled), "A row number."),
        (all_dates or _are_dates(filled), "Dates, not scores."),
        (bool(filled) and all(_YEAR.fullmatch(cell) for cell in filled), "Years, not scores."),
        (_looks_like_id(filled), "Looks like a number that names a student, not a score."),
        (not _are_scores(filled) and not are_levels(filled), "Text, not scores."),
    )
    return next((why for holds, why in reasons if holds), None)


def _heads_no_score(header: str) -> bool:
    """A blank heading, and what programs write above the numbers of rows."""
    return not header or header.casefold().startswith(("unnamed:", "index"))


def _are_dates(filled: tuple[str, ...]) -> bool:
    written = sum(1 for cell in filled if _FULL_DATE.match(cell))
    return len(filled) > 0 and written >= 0.8 * len(filled)


def _are_scores(filled: tuple[str, ...]) -> bool:
    """Most cells read as scores; a lone sign such as “*” speaks neither for it nor against it."""
    distinct = Counter(filled)
    like = sum(times for cell, times in distinct.items() if _is_score_like(cell))
    signs = sum(times for cell, times in distinct.items() if _is_unknown_sign(cell))
    return like > 0 and like >= 0.6 * (len(filled) - signs)


def _is_unknown_sign(cell: str) -> bool:
    return not any(map(str.isalnum, cell)) and not _is_score_like(cell)


def _left(header: str, why: str) -> GuessedColumn:
    return GuessedColumn(header, ColumnRole.LEFT_OUT, why=why)


def _is_grade_level(filled: tuple[str, ...]) -> bool:
    """School years (“6”, “K”, “6th”), few different ones."""
    return all(_GRADE_LEVEL.fullmatch(cell) for cell in filled) and len(set(filled)) <= 4


def _counts_up(filled: tuple[str, ...]) -> bool:
    start = 0 if filled[:1] == ("0",) and len(filled) > 1 else 1
    return filled == tuple(str(number) for number in range(start, start + len(filled)))


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
    columns: list[GuessedColumn], table: Table, rows: tuple[int, ...], points: tuple[str, ...]
) -> list[GuessedColumn]:
    """A column that adds up or averages all score columns before it is computed, by any header.

    One with points possible of its own is an assessment, whatever it comes to.
    """
    values: list[list[float | None]] = []
    kept: list[GuessedColumn] = []
    for place, column in enumerate(columns):
        if column.role is ColumnRole.SCORE:
            cells = table.column(place, rows=rows)
            said = {cell: read_number(cell.strip(), decimal_comma=False) for cell in set(cells)}
            numbers = [said[cell] for cell in cells]
            has_own = _has_points(column.header, _at(points, place))
            if len(values) > 1 and not has_own and adds_up(numbers, values):
                kept.append(_left(column.header, "Adds up the columns before it."))
                continue
            values.append(numbers)
        kept.append(column)
    return kept


def _without_running_grades(
    columns: list[GuessedColumn], points: tuple[str, ...]
) -> list[GuessedColumn]:
    """“Grade” and “Mark” beside assessments are the grade so far, unless they have points, and so
    is “S1” where the assessments have points."""
    scored = [i for i, column in enumerate(columns) if column.role is ColumnRole.SCORE]
    bare = [i for i in scored if not _has_points(columns[i].header, _at(points, i))]
    running = [
        i
        for i in bare
        if header_form(columns[i].header) in _RUNNING
        or (len(bare) < len(scored) and _TERM.fullmatch(header_form(columns[i].header)))
    ]
    if len(running) == len(scored):
        return columns
    return [
        _left(column.header, "The grade so far, not an assessment.") if i in running else column
        for i, column in enumerate(columns)
    ]


def _has_points(header: str, points: str) -> bool:
    said = points_in_title(header) or bare_points_in_title(header)
    return any(map(str.isdigit, points)) or said is not None


def _with_lone_percent(columns: list[GuessedColumn]) -> tuple[GuessedColumn, ...]:
    """“Percent” is a computed column, unless it is the only result in the file."""
    scored = any(column.role is ColumnRole.SCORE for column in columns)
    lone = [i for i, column in enumerate(columns) if is_percent_title(column.header) and column.why]
    if scored or len(lone) != 1:
        return tuple(columns)
    columns[lone[0]] = GuessedColumn(columns[lone[0]].header, ColumnRole.SCORE)
    return tuple(columns)
