"""One score cell: points, percent or a word, kept apart and never guessed."""

import re
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.numbers_read import as_typed, damage, read_number
from plplanner.importing.rows import ScoreRead
from plplanner.importing.score_words import (
    LATE_WORDS,
    is_late_ungraded,
    is_late_word,
    is_unclear_word,
    status_of_word,
)
from plplanner.importing.table import quoted
from plplanner.records import record
from plplanner.terms import ScoreStatus

_LATE = "|".join(re.escape(word) for word in sorted(LATE_WORDS, key=len, reverse=True))
_LATE_AFTER = re.compile(rf"(.*[\d%.])\s*[-,;(\[]?\s*(?:{_LATE})\.?\s*[)\]]?", re.IGNORECASE)
_LATE_BEFORE = re.compile(rf"[(\[]?(?:{_LATE})[)\]]?[\s:,-]+(\S.*)", re.IGNORECASE)
_OF = re.compile(
    r"([\d.,+-]+)\s*(?:/|\bout of\b|\bof\b|\bav\b|\bde\b|\bvon\b|\bsur\b)\s*([\d.,]+)"
    r"(?:\s*(?:points?|pts?|p|poäng|puntos|punkte)\.?)?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"([\d.,+-]+)\s*(?:points?|pts?|p|poäng|puntos|punkte)\.?", re.IGNORECASE)
_PERCENT = re.compile(r"([\d.,+-]+)\s*(?:%|٪|％|percent|procent|por ciento|prozent)", re.IGNORECASE)
_EXTRA = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s?\+\s?(\d{1,3}(?:[.,]\d{1,2})?)")
_TWICE = re.compile(
    r"(?:(\d[\d.,]*)\s?%\s?[(\[]\s?)?(\d[\d.,]*\s?/\s?\d[\d.,]*)(?:[)\]]|\s?[(\[]?(\d[\d.,]*)\s?%[)\]]?)"
)
MAX_SCORE = 120
_GRADE = re.compile(r"[A-F][+\-−]?")


@record(frozen=True)
class CellReading:
    """What a cell says; `warning` is a sentence for the teacher, `odd` a word nobody knows here,
    `unclear` a mark that means different things in different gradebooks."""

    score: ScoreRead
    warning: str | None = None
    odd: bool = False
    unclear: bool = False


@record(frozen=True)
class ScoreColumn:
    """What is known about a column before its cells are read."""

    possible: float | None = None
    decimal_comma: bool = False
    percent: bool = False
    letters: bool = False
    scale: bool = False
    not_available: ScoreStatus = ScoreStatus.NONE


def is_letter_grade(text: str) -> bool:
    """“B+”, “C”: a grade, not a count of points."""
    return bool(_GRADE.fullmatch(text))


def read_score(text: str, column: ScoreColumn, *, is_date: bool = False) -> CellReading:
    """The score in one cell. Damaged or unknown cells become NONE with a warning."""
    plain = as_typed(clean_text(text))
    if not plain:
        return _status(ScoreStatus.NONE, column)
    if len(plain) > MAX_SCORE:
        return _unread(f"{quoted(plain)} is too long to be a score.", column)
    if is_date:
        return _unread(
            f"“{plain}” looks like a score that a spreadsheet turned into a date.", column
        )
    amount = _amount(plain, column) or _starred(plain, column) or _with_extra(plain, column)
    if amount:
        return amount
    if column.letters and is_letter_grade(plain):
        level = plain.replace("−", "-")
        return CellReading(
            ScoreRead(possible=column.possible, status=ScoreStatus.SCORED, level=level)
        )
    return _word(plain, column)


def _amount(plain: str, column: ScoreColumn) -> CellReading | None:
    """A cell with a number in it, late or not; None when it holds no readable number."""
    late = _LATE_AFTER.fullmatch(plain) or _LATE_BEFORE.fullmatch(plain)
    if late:
        return _number(late.group(1).strip(), column, late=True)
    return _number(plain, column, late=False)


def _starred(plain: str, column: ScoreColumn) -> CellReading | None:
    """“4*”: the number is plain, what the star means is not."""
    bare = plain.strip("* ")
    reading = _amount(bare, column) if bare and bare != plain else None
    if reading is None:
        return None
    told = f"The number in {quoted(plain)} is taken; what the star means is not known here."
    return replace(reading, warning=reading.warning or told)


def _with_extra(plain: str, column: ScoreColumn) -> CellReading | None:
    """“9+1”: the points with those given on top, said beside the cell."""
    extra = _EXTRA.fullmatch(plain) if "+" in plain else None
    if extra is None or column.scale:
        return None
    both = [read_number(part, decimal_comma=column.decimal_comma) for part in extra.groups()]
    if None in both:
        return None
    total = sum(part for part in both if part is not None)
    reading = _number(f"{total:g}", column, late=False)
    told = f"{quoted(plain)} is taken as {total:g}."
    return replace(reading, warning=reading.warning or told) if reading else None


def _number(plain: str, column: ScoreColumn, *, late: bool) -> CellReading | None:
    """“4”, “4/5”, “85 %”, “4 pts”."""
    plain = _said_twice(plain, column) or plain
    of = _OF.fullmatch(plain)
    if of:
        points = read_number(of.group(1), decimal_comma=column.decimal_comma)
        possible = read_number(of.group(2), decimal_comma=column.decimal_comma)
        return None if points is None or not possible else _points(plain, points, possible, late)
    percent = _PERCENT.fullmatch(plain)
    bare = percent or _POINTS.fullmatch(plain)
    value = read_number(bare.group(1) if bare else plain, decimal_comma=column.decimal_comma)
    if value is None:
        return None
    if percent or column.percent:
        warning = f"{quoted(plain)} is more than 100 percent." if value > 100 else None
        score = ScoreRead(
            possible=column.possible, percent=round(value, 2), status=ScoreStatus.SCORED, late=late
        )
        return CellReading(score, warning or _below_zero(plain, value))
    if column.scale:
        score = ScoreRead(scale_score=value, status=ScoreStatus.SCORED, late=late)
        return CellReading(score, _below_zero(plain, value))
    return _points(plain, value, column.possible, late)


def _said_twice(plain: str, column: ScoreColumn) -> str | None:
    """“8/10” of “80% (8/10)” or “8/10 (80%)”, where both say the same."""
    found = _TWICE.fullmatch(plain) if "%" in plain and "/" in plain else None
    if not found or not (found.group(1) or found.group(3)):
        return None
    of = _OF.fullmatch(found.group(2))
    texts = (found.group(1) or found.group(3), *(of.groups() if of else ()))
    percent, points, possible = (
        read_number(text, decimal_comma=column.decimal_comma) for text in (*texts, "", "")[:3]
    )
    if percent is None or points is None or not possible:
        return None
    return found.group(2) if abs(100 * points / possible - percent) <= 1 else None


def _points(plain: str, points: float, possible: float | None, late: bool) -> CellReading:
    """Points as written, with their percent where the possible points are known."""
    percent = percent_of(points, possible)
    score = ScoreRead(points, possible, percent, ScoreStatus.SCORED, late)
    warning = _below_zero(plain, points)
    if possible is not None and points > possible:
        warning = f"{quoted(plain)} is above the {possible:g} points possible."
    return CellReading(score, warning)


def percent_of(points: float, possible: float | None) -> float | None:
    """Percent to 2 decimals; None without possible points."""
    return round(100 * points / possible, 2) if possible else None


def _below_zero(plain: str, value: float) -> str | None:
    return f"{quoted(plain)} is below zero." if value < 0 else None


def _word(plain: str, column: ScoreColumn) -> CellReading:
    """A cell without a readable number."""
    if plain.casefold() == "n/a":
        return _status(column.not_available, column)
    status = status_of_word(plain)
    if status is not None:
        return CellReading(_status(status, column).score, unclear=is_unclear_word(plain))
    if is_late_word(plain):
        late = ScoreRead(possible=column.possible, status=ScoreStatus.NONE, late=True)
        amiss = f"{quoted(plain)} is marked late without a score."
        return CellReading(late, None if is_late_ungraded(plain) else amiss)
    hurt = damage(plain)
    if hurt:
        return _unread(hurt, column)
    unknown = f"{quoted(plain)} is not a score or a mark known here."
    return CellReading(_status(ScoreStatus.NONE, column).score, unknown, odd=True)


def _status(status: ScoreStatus, column: ScoreColumn) -> CellReading:
    return CellReading(ScoreRead(possible=column.possible, status=status))


def _unread(message: str, column: ScoreColumn) -> CellReading:
    return CellReading(_status(ScoreStatus.NONE, column).score, message)
