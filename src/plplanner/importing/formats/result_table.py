"""A test system's table: columns found by name in any order, cells read as what they measure."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut, word_form
from plplanner.importing.numbers_read import damage
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import ScoreRead
from plplanner.importing.table import Table, quoted
from plplanner.importing.titles import date_in, is_month_first
from plplanner.records import record
from plplanner.terms import ScoreStatus

HEADER_ROWS = 8
_SHORT_NUMBER = 6
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_TIME_AFTER_DATE = re.compile(r"(?<=\d)T(?=\d)")
_PACKED_DATE = re.compile(r"(0?\d|1[0-2])([0-3]\d)(20\d\d)")
_NOT_GIVEN = frozenset(
    ["not assessed", "not tested", "not applicable", "did not test", "no score", "not scored"]
)


@record(frozen=True)
class ResultTable:
    """A table below its heading row. `places` holds the first column of each bare heading."""

    table: Table
    header: int
    headers: tuple[str, ...]
    places: Mapping[str, int]

    def place(self, *names: str) -> int | None:
        """The column under the first of these bare headings that the table has."""
        return next((self.places[name] for name in names if name in self.places), None)

    def text(self, row: int, *names: str) -> str:
        """The first filled cell under these bare headings; "" when there is none."""
        if names not in self._columns:
            self._columns[names] = [self.places[name] for name in names if name in self.places]
        for place in self._columns[names]:
            found = self.cell(row, place)
            if found:
                return found
        return ""

    def cell(self, row: int, place: int | None) -> str:
        """A cell without stray spaces; "" beyond the edge and in no column."""
        cells = self.table.rows[row]
        if place is None or place >= len(cells) or not cells[place]:
            return ""
        written = cells[place]
        if written in self._cleaned:
            return self._cleaned[written]
        return self._cleaned.setdefault(written, clean_text(written))

    def day(self, row: int, *names: str) -> date | None:
        """The day in the first filled cell; slashed dates as the whole column means them."""
        written = self.text(row, *names)
        key = (*names, written)
        if key not in self._days:
            self._days[key] = day_in(written, month_first=self._month_first(names))
        return self._days[key]

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """Rows below the heading with at least two cells, a repeated heading apart."""
        heading = self.table.rows[self.header]
        return tuple(
            row
            for row in range(self.header + 1, len(self.table.rows))
            if _has_two_cells(self.table.rows[row]) and self.table.rows[row] != heading
        )

    def has_any(self, *names: str) -> bool:
        """Whether any row has something under one of these bare headings."""
        places = [self.places[name] for name in names if name in self.places]
        return any(self.table.cell(row, at).strip() for at in places for row in self.rows)

    def _month_first(self, names: tuple[str, ...]) -> bool:
        """Month first, as vendors of the United States write, unless a column proves else."""
        if names not in self._orders:
            places = [self.places[name] for name in names if name in self.places]
            texts = {self.table.cell(row, place) for place in places for row in self.rows}
            self._orders[names] = is_month_first(tuple(sorted(texts))) is not False
        return self._orders[names]

    # What was worked out once for cells that say the same: terms, dates and tests repeat.
    @cached_property
    def _cleaned(self) -> dict[str, str]:
        return {}

    @cached_property
    def _columns(self) -> dict[tuple[str, ...], list[int]]:
        return {}

    @cached_property
    def readings(self) -> dict[tuple[object, ...], "Reading"]:
        """Measures read before, by their columns and cells."""
        return {}

    @cached_property
    def _days(self) -> dict[tuple[str, ...], date | None]:
        return {}

    @cached_property
    def _orders(self) -> dict[tuple[str, ...], bool]:
        return {}


@record(frozen=True)
class Reading:
    """What one row says of one measure; `warnings` are (column, sentence)."""

    score: ScoreRead
    warnings: tuple[tuple[str, str], ...] = ()


def _has_two_cells(cells: tuple[str, ...]) -> bool:
    filled = (cell for cell in cells if cell.strip())
    return next(filled, None) is not None and next(filled, None) is not None


def bare(header: str) -> str:
    """A heading as letters and digits: “Student ID”, “StudentID” and “STUDENT-ID” are one."""
    return "".join(letter for letter in word_form(header) if letter.isalnum())


def find_tables(tables: tuple[Table, ...], *needs: str) -> tuple[ResultTable, ...]:
    """Tables with a row, among the first 8, that has all the bare headings asked for.

    A need may name several headings: “studentid|localid”.
    """
    wanted = [frozenset(need.split("|")) for need in needs]
    found = (_as_result_table(table, wanted) for table in tables)
    return tuple(table for table in found if table is not None)


def _as_result_table(table: Table, wanted: list[frozenset[str]]) -> ResultTable | None:
    for row, cells in enumerate(table.rows[:HEADER_ROWS]):
        if len(cells) < len(wanted):
            continue
        names = [bare(cell[:MAX_TITLE]) for cell in cells]
        if all(not need.isdisjoint(names) for need in wanted):
            headers = tuple(cut(clean_text(cell), limit=MAX_TITLE) for cell in cells)
            places = {name: names.index(name) for name in dict.fromkeys(names) if name}
            return ResultTable(table, row, headers, places)
    return None


def scale_score_at(
    results: ResultTable,
    row: int,
    *,
    score: int | None,
    percentile: int | None = None,
    level: int | None = None,
) -> Reading:
    """A scale score with its percentile and level, each only from its own column.

    A level without a number (“Surpassed Level”) counts; a damaged number takes all with it.
    """
    places = (score, percentile, level)
    cells = tuple([results.cell(row, place) for place in places])
    key = (places, cells)
    if key not in results.readings:
        results.readings[key] = _scale_score(results, row, places, cells)
    return results.readings[key]


def _scale_score(
    results: ResultTable,
    row: int,
    places: tuple[int | None, int | None, int | None],
    cells: tuple[str, ...],
) -> Reading:
    """The same, worked out from the three columns and their cells in this row."""
    score, percentile, level = places
    read, trouble = _number_or_status(cells[0])
    if trouble and score is not None:
        return Reading(ScoreRead(), ((results.headers[score], trouble),))
    said = level_at(results, row, level)
    if read.status is ScoreStatus.NONE and said:
        read = ScoreRead(status=ScoreStatus.SCORED)
    if read.status is not ScoreStatus.SCORED:
        return Reading(read)
    rank, odd = read_percentile(cells[1])
    scored = ScoreRead(
        status=ScoreStatus.SCORED,
        scale_score=read.points,
        percent=read.percent,
        percentile=rank,
        level=said,
    )
    warned = ((results.headers[percentile], odd),) if odd and percentile is not None else ()
    return Reading(scored, warned)


def level_at(results: ResultTable, row: int, place: int | None) -> str | None:
    """The words of a level column; None for a blank and for “Not Assessed”."""
    said = cut(results.cell(row, place), limit=MAX_TITLE)
    if not said:
        return None
    return None if word_form(said) in _NOT_GIVEN or not any(map(str.isalnum, said)) else said


def _number_or_status(text: str) -> tuple[ScoreRead, str | None]:
    """A bare number (as points), a percent, a status word or a blank; else a sentence why not."""
    if not text:
        return ScoreRead(), None
    if text.isdecimal() and len(text) <= _SHORT_NUMBER:
        return ScoreRead(points=float(text), status=ScoreStatus.SCORED), None
    if word_form(text) in _NOT_GIVEN:
        return ScoreRead(), None
    reading = read_score(text, ScoreColumn())
    if reading.warning or reading.score.possible is not None:
        return ScoreRead(), reading.warning or f"{quoted(text)} is not a scale score."
    return reading.score, None


def read_number_at(results: ResultTable, row: int, place: int | None) -> Reading:
    """A plain count in one cell, as points; a percent or a fraction is no count."""
    read, trouble = _number_or_status(results.cell(row, place))
    if not trouble and read.percent is not None:
        trouble = f"{quoted(results.cell(row, place))} is a percent, not a number of points."
    if trouble and place is not None:
        return Reading(ScoreRead(), ((results.headers[place], trouble),))
    return Reading(read)


def read_percentile(text: str) -> tuple[float | None, str | None]:
    """A percentile rank, 0 to 100, and a sentence when the cell cannot be one."""
    plain = clean_text(text)
    ordinal = None if plain.isdecimal() else _ORDINAL.fullmatch(plain)
    read, trouble = _number_or_status(ordinal.group(1) if ordinal else plain)
    if trouble or read.points is None:
        return None, trouble
    if not 0 <= read.points <= 100:
        return None, f"{quoted(plain)} is not a percentile rank."
    return read.points, None


def day_in(text: str, *, month_first: bool = True) -> date | None:
    """The day a cell names, with or without a time, also written MMDDYYYY."""
    packed = _PACKED_DATE.fullmatch(text)
    if packed:
        text = f"{packed.group(3)}-{packed.group(1)}-{packed.group(2)}"
    return date_in(_TIME_AFTER_DATE.sub(" ", text), month_first=month_first)


def is_shortened(text: str) -> bool:
    """True for an id such as “1.23E+05”, which two people can share by accident."""
    return "e" in text.lower() and bool(damage(text))
