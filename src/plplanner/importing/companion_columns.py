"""Columns that belong to a score beside them: its maximum, its percent, counts of questions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from plplanner.importing.guess_columns import GuessedColumn
from plplanner.importing.header_words import ColumnRole, header_form, words_in
from plplanner.importing.numbers_read import read_number
from plplanner.importing.table import Table, quoted

TOTALS = words_in(
    """score|scores|total|total score|total score 0 - 100|total points|total points earned|points|
points earned|earned points|earned|raw score|result|results|final score|overall score|grade|mark|
marks|poäng|resultat|puntuación|puntaje|nota|puntos|punkte|ergebnis|percent|percentage|
percent score|score percent|percent correct|points received"""
)
_COUNTS = words_in(
    """number of correct answers|number correct|no correct|correct answers|correct|incorrect|
number incorrect|number of incorrect answers|incorrect answers|wrong|wrong answers|answered|
unanswered|questions|total questions|number of questions|questions answered|skipped|attempted|
unattempted"""
)
_NO_RESULTS = _COUNTS | words_in("max score|max points|points possible|possible points|out of")
_AVERAGES = words_in("average|avg|mean|overall|overall score|promedio|moyenne|durchschnitt|média")
_MAXIMUM = re.compile(
    r"(.*?)\s?(?:max(?:imum)?(?: scores?| points?| marks?| pts)?|(?:total )?points? possible|"
    r"(?:total )?possible(?: points?| scores?)?|out of|points available|available points|"
    r"maxpoäng|max poäng|möjliga poäng|puntos posibles|puntos máximos|puntuación máxima|"
    r"puntaje máximo|points possibles|barème|maximalpunktzahl|maximale punkte|mögliche punkte|"
    r"pontos possíveis|(?<!.)total points)"
)
_PERCENT = re.compile(
    r"(.*?)\s?(?:percent correct|% correct|percent score|score percent|score %|percentage|percent|"
    r"pct|%|letter|letter grade)"
)
_LEVEL = re.compile(r"(performance|mastery|proficiency|achievement) (level|band)")
_GENERIC_END = re.compile(
    r"\s?\b(?:raw score|points earned|score|scores|points|pts|earned|marks?)$"
)
_POINTS_IN_BRACKETS = re.compile(r"\s*[(\[]\s*\d+(?:[.,]\d+)?\s*(?:points?|pts?|p)?\.?\s*[)\]]\s*$")


def without_companions(
    columns: Sequence[GuessedColumn], table: Table, rows: tuple[int, ...]
) -> tuple[GuessedColumn, ...]:
    """The columns with those left out that only say more of another; a column of equal maxima
    gives its score its points possible."""

    def numbers(place: int) -> list[float | None]:
        return numbers_of(table, rows, place)

    alone = _without_percents(_with_lone_total(tuple(columns), numbers))
    return _without_levels(_without_counts(_without_maxima(alone, numbers)))


def numbers_of(table: Table, rows: tuple[int, ...], place: int) -> list[float | None]:
    """The plain numbers of a column, None for every other cell."""
    cells = table.column(place, rows=rows)
    known = {cell: read_number(cell.strip(), decimal_comma=False) for cell in set(cells)}
    return [known[cell] for cell in cells]


def is_total(header: str) -> bool:
    """True for a heading of the result of a whole test that names no test: “Total Score”."""
    return header_form(header) in TOTALS


def left_out(column: GuessedColumn, why: str) -> GuessedColumn:
    """The column, taken for nothing."""
    return replace(column, role=ColumnRole.LEFT_OUT, why=why, points=None)


_Numbers = Callable[[int], list[float | None]]


def _scores(columns: Sequence[GuessedColumn]) -> list[int]:
    return [place for place, column in enumerate(columns) if column.role is ColumnRole.SCORE]


def _with_lone_total(
    columns: tuple[GuessedColumn, ...], numbers: _Numbers
) -> tuple[GuessedColumn, ...]:
    """“Total Score” and “Average” are worked out from other columns, unless there are none."""
    others = [at for at in _scores(columns) if header_form(columns[at].header) not in _NO_RESULTS]
    totals = [
        place
        for place, column in enumerate(columns)
        if column.role is ColumnRole.LEFT_OUT
        and (is_total(column.header) or header_form(column.header) in _AVERAGES)
        and any(number is not None for number in numbers(place))
    ]
    if others or not totals:
        return columns
    lone = replace(columns[totals[0]], role=ColumnRole.SCORE, why="")
    return (*columns[: totals[0]], lone, *columns[totals[0] + 1 :])


def _without_maxima(
    columns: tuple[GuessedColumn, ...], numbers: _Numbers
) -> tuple[GuessedColumn, ...]:
    """“Max Score” beside “Score”, “Quiz 1 Points Possible” beside “Quiz 1”."""
    maxima = {
        place: found.group(1)
        for place, column in enumerate(columns)
        if column.role in (ColumnRole.SCORE, ColumnRole.LEFT_OUT)
        and (found := _MAXIMUM.fullmatch(header_form(column.header)))
    } | _points_beside_scores(columns, numbers)
    settled = list(columns)
    for place, base in maxima.items():
        target = _beside(columns, place, base, but=frozenset(maxima))
        if target is None or not any(value is not None for value in numbers(place)):
            continue
        settled[place] = left_out(
            columns[place], f"The points possible of {quoted(columns[target].header)}."
        )
        settled[target] = replace(
            columns[target], points=_one_maximum(numbers(place), numbers(target))
        )
    return tuple(settled)


def _points_beside_scores(columns: Sequence[GuessedColumn], numbers: _Numbers) -> dict[int, str]:
    """“Quiz 1 - Points” where “Quiz 1 - Score” stands too, and a bare “Points” of one number behind
    each of several scores: the points possible, by place."""
    forms = {header_form(columns[place].header): place for place in _scores(columns)}
    bare = [at for at in _scores(columns) if header_form(columns[at].header) == "points"]
    behind = {at for at in bare if at and columns[at - 1].role is ColumnRole.SCORE}
    fits = all(_one_maximum(numbers(at), numbers(at - 1)) is not None for at in behind)
    alone = dict.fromkeys(behind, "") if len(behind) == len(bare) > 1 and fits else {}
    return alone | {
        place: _base(columns[place].header)
        for form, place in forms.items()
        if form.endswith(" points") and f"{form.removesuffix('points')}score" in forms
    }


def _beside(
    columns: Sequence[GuessedColumn], place: int, base: str, *, but: frozenset[int]
) -> int | None:
    """The score of the same name, else for a bare heading the nearest score, the left one first."""
    others = [other for other in _scores(columns) if other not in but]
    if base:
        return next((other for other in others if _base(columns[other].header) == base), None)
    return min(others, key=lambda other: (other > place, abs(other - place)), default=None)


def _one_maximum(maxima: list[float | None], scores: list[float | None]) -> float | None:
    """The one number of a column, where no score is above it."""
    said = {value for value in maxima if value}
    highest = max((score for score in scores if score is not None), default=0)
    return said.pop() if len(said) == 1 and highest <= max(said) else None


def _base(header: str) -> str:
    """What a heading names, without points and words such as “score”."""
    return _GENERIC_END.sub("", header_form(_POINTS_IN_BRACKETS.sub("", header))).strip()


def _without_percents(columns: tuple[GuessedColumn, ...]) -> tuple[GuessedColumn, ...]:
    """“Unit 1 Quiz %” and “Unit 1 Quiz Letter” beside “Unit 1 Quiz”, whose points say the same."""
    bases = {place: _percent_base(columns[place].header) for place in _scores(columns)}
    counted = {_base(columns[place].header): place for place, base in bases.items() if base is None}
    return tuple(
        left_out(column, f"Said already by {quoted(columns[counted[base]].header)}.")
        if (base := bases.get(place)) is not None and base in counted
        else column
        for place, column in enumerate(columns)
    )


def _percent_base(header: str) -> str | None:
    """What a heading of percents names; None for another heading."""
    found = _PERCENT.fullmatch(header_form(header))
    return _GENERIC_END.sub("", found.group(1)).strip() if found else None


def _without_levels(columns: tuple[GuessedColumn, ...]) -> tuple[GuessedColumn, ...]:
    """“Performance Level” beside the score it is the word for."""
    worded = [at for at in _scores(columns) if _LEVEL.fullmatch(header_form(columns[at].header))]
    if not worded or len(worded) == len(_scores(columns)):
        return columns
    return tuple(
        left_out(column, "Says in a word what the score says.") if place in worded else column
        for place, column in enumerate(columns)
    )


def _without_counts(columns: tuple[GuessedColumn, ...]) -> tuple[GuessedColumn, ...]:
    """“Number of correct answers” beside the score they make."""
    scores = _scores(columns)
    counts = [place for place in scores if header_form(columns[place].header) in _COUNTS]
    if not any(is_total(columns[place].header) for place in scores):
        return columns
    return tuple(
        left_out(column, "A count of questions, said already by the score.")
        if place in counts
        else column
        for place, column in enumerate(columns)
    )
