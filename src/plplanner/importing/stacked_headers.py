"""Headings that fill more than one row: titles, dates and points above or below the names' row."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import header_form, header_role, words_in
from plplanner.importing.numbers_read import read_number
from plplanner.importing.table import Table
from plplanner.records import record

MAX_STACKED = 5
_POINTS = re.compile(
    r"(?:/|(?:pts?|points?|max|out of)\b\.?\s?:?)?\s*"
    r"(\d{1,3}(?:,\d{3})+|\d{1,4}(?:[.,]\d{1,2})?)\s*"
    r"(?:points?|pts?\.?|p|max|puntos|poäng)?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_MONTH = (
    r"(?:jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec|ene|abr|ago|dic|mär|mai|dez)"
    r"[^\W\d]{0,8}\.?"
)
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|"
    rf"\d{{1,2}}[ .-]+{_MONTH}(?:[ -]\d{{2,4}})?|{_MONTH}[ -]\d{{1,2}}(?:,? \d{{4}})?",
    re.IGNORECASE,
)
_MEASURES = {
    "SS": "Scaled score",
    "PR": "Percentile rank",
    "GE": "Grade equivalent",
    "IRL": "Instructional reading level",
    "ZPD": "Reading zone",
    "SGP": "Growth percentile",
}
# Words that say how a cell is meant, not which assessment it belongs to.
_GENERIC = words_in(
    """score|scores|points|pts|grade|mark|marks|earned|points earned|result|raw|raw score|
poäng|puntos|punkte|nota|note"""
)


@record(frozen=True)
class Headings:
    """The full heading of every column, with the cells of points and dates found beside it.

    `rows` are the rows these were taken from, besides the row that names the students.
    """

    headers: tuple[str, ...]
    points: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    rows: frozenset[int] = frozenset()


def stacked_headings(table: Table, *, header: int, below: Sequence[int]) -> Headings:
    """The headings of a table whose names' row is `header`; `below` are rows without a name
    between it and the first student.

    A title row over the whole sheet is none: a row counts when it fills half of the open columns.
    """
    own = tuple(clean_text(table.cell(header, place)) for place in range(table.width))
    open_places = _open_places(table, own, header)
    above = range(header - 1, max(-1, header - 1 - MAX_STACKED), -1)
    kinds = {row: _kind(table, row, open_places) for row in (*above, *below)}
    kinds |= {
        row: "" for row in above if kinds[row] == "points" and _is_a_line(table, row, open_places)
    }
    own_kind = _kind(table, header, open_places)
    titles = next((row for row in above if kinds[row] == "words"), None)
    under = next((row for row in below if kinds[row] == "words"), None)
    headers = _spelled_out(_headers(table, own, own_kind, open_places, titles=titles, under=under))
    points = header if own_kind == "points" else _first(kinds, "points")
    dates = header if own_kind == "dates" else _first(kinds, "dates")
    used = {row for row in (points, dates, under) if row is not None and row != header}
    return Headings(
        headers=headers,
        points=_cells(table, points, open_places),
        dates=_cells(table, dates, open_places),
        rows=frozenset(used | ({titles} if titles is not None and headers != own else set())),
    )


def _spelled_out(headers: tuple[str, ...]) -> tuple[str, ...]:
    """“SS” beside “PR” or “GE” is the scale score of a test that writes its measures short."""
    if "SS" not in headers or not {"PR", "GE", "NCE"}.intersection(headers):
        return headers
    return tuple(_MEASURES.get(header, header) for header in headers)


def _open_places(table: Table, own: tuple[str, ...], header: int) -> tuple[int, ...]:
    """Columns with cells below whose heading names nothing about the student."""
    below = range(header + 1, min(header + 60, len(table.rows)))
    return tuple(
        place
        for place, text in enumerate(own)
        if (header_role(text) is None or own.count(text) > 1)
        and not computed_reason(text)
        and any(table.cell(row, place).strip() for row in below)
        and any(header_role(one) is not None for one in own[:place])
    )


def _is_a_line(table: Table, row: int, places: tuple[int, ...]) -> bool:
    """A line of its own above the table, such as “Room, 12”: it begins left of its number."""
    left = range(min(places, default=0))
    return any(table.cell(row, place).strip() for place in left)


def _first(kinds: dict[int, str], kind: str) -> int | None:
    return next((row for row in kinds if kinds[row] == kind), None)


def _kind(table: Table, row: int, places: tuple[int, ...]) -> str:
    """What a row says of the open columns: "words", "points", "dates" or "" for nothing."""
    filled = [text for place in places if (text := clean_text(table.cell(row, place)))]
    if not filled or len(filled) * 2 < len(places):
        return ""
    most = 0.8 * len(filled)
    dated = sum((row, place) in table.dates for place in places)
    if max(dated, _matching(_DATE, filled)) >= most:
        return "dates"
    if _matching(_POINTS, filled) >= most:
        return "points"
    return "words" if any(letter.isalpha() for text in filled for letter in text) else ""


def _matching(pattern: re.Pattern[str], texts: Sequence[str]) -> int:
    return sum(bool(pattern.fullmatch(text)) for text in texts)


def _headers(
    table: Table,
    own: tuple[str, ...],
    own_kind: str,
    places: tuple[int, ...],
    *,
    titles: int | None,
    under: int | None,
) -> tuple[str, ...]:
    """Each open column by its own heading, the group above it and the words below it."""
    says_nothing = own_kind in ("points", "dates") or all(
        not own[place] or header_form(own[place]) in _GENERIC for place in places
    )
    repeated = len({own[place] for place in places}) < len(places)
    group = _spread(table, titles, places) if titles is not None else {}
    if under is None and (not group or not (says_nothing or repeated)):
        return own
    full = dict(enumerate(own))
    base = _spread(table, None, places, own=own) if under is not None else dict(enumerate(own))
    for place in places:
        parts = [group.get(place, "") if says_nothing or repeated else ""]
        parts += [] if says_nothing else [base[place]]
        if under is not None:
            parts.append(clean_text(table.cell(under, place)))
        full[place] = _joined(parts)
    return tuple(full[place] for place in range(len(own)))


def _spread(
    table: Table, row: int | None, places: tuple[int, ...], *, own: tuple[str, ...] = ()
) -> dict[int, str]:
    """The cells of a row, a blank one taking the text to its left as a merged cell does."""
    spread: dict[int, str] = {}
    last = ""
    for place in places:
        last = (clean_text(table.cell(row, place)) if row is not None else own[place]) or last
        spread[place] = last
    return spread


def _joined(parts: Sequence[str]) -> str:
    """The parts that say something; a generic word only where it stands alone."""
    filled = [part for part in parts if part]
    telling = [part for part in filled if header_form(part) not in _GENERIC]
    return " ".join(dict.fromkeys(telling or filled[:1]))


def _cells(table: Table, row: int | None, places: tuple[int, ...]) -> tuple[str, ...]:
    if row is None:
        return ()
    return tuple(
        clean_text(table.cell(row, place)) if place in places else ""
        for place in range(table.width)
    )


def points_of(text: str) -> float | None:
    """The number in a cell of points: “15”, “/15”, “15 pts”; None for anything else."""
    found = _POINTS.fullmatch(clean_text(text))
    if found is None:
        return None
    plain = found.group(1)
    thousands = _THOUSANDS.fullmatch(plain) is not None
    return read_number(plain.replace(",", "") if thousands else plain, decimal_comma=True)
